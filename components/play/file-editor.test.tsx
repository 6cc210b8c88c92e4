// @vitest-environment happy-dom
import { act, type ReactNode, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeEditorProps } from '@/components/editor/code-editor-props';
import type { Scenario } from '@/lib/scenarios/types';
import type { Desk } from '@/lib/stores/desk';
import { DeskProvider, useDesk } from '@/lib/stores/desk-provider';
import { FileEditors } from './file-editors';
import { ScriptHead } from './script-head';

/** As the real one, which comes up in a browser only, it reads its history once. */
vi.mock('@/components/editor/code-editor', () => ({
  CodeEditor: function Editor({ historyKey, ariaLabel, value, onRun }: CodeEditorProps) {
    const [history] = useState(historyKey);
    return (
      <button type="button" aria-label={ariaLabel} data-history={history} onClick={() => onRun?.('all')}>
        {value}
      </button>
    );
  },
}));

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const FILES = {
  'models.py': 'now',
  'helpers.py': 'help',
  'script.py': 'import now\n\n# %% First\n1\n',
};
const PAST = { ...FILES, 'models.py': 'then', 'script.py': 'import then\n\n# %% First\n1\n' };
/** Only what opening a scenario reads of it. */
const SCENARIO = {
  slug: 'first',
  name: 'First',
  files: { django: FILES, sqlalchemy: FILES },
  dataset: null,
  datasetSql: null,
} as unknown as Scenario;

const sidesOf = (files: typeof FILES, isPast: boolean) => ({
  django: { files, isPast },
  sqlalchemy: { files, isPast },
});
const NOW = sidesOf(FILES, false);
const THEN = sidesOf(PAST, true);

let root: Root;
let place: HTMLElement;
let desk: Desk | null = null;

function Probe() {
  desk = useDesk();
  return null;
}

const show = (view: ReactNode) =>
  act(async () =>
    root.render(
      <DeskProvider scenario={SCENARIO}>
        <Probe />
        {view}
      </DeskProvider>,
    ),
  );

/** The text of an editor, and the history that it goes back in. */
function shown(label: string): readonly (string | null | undefined)[] {
  const editor = place.querySelector(`[aria-label="${label}"]`);
  return [editor?.textContent, editor?.getAttribute('data-history')];
}

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

describe('the editor of a file', () => {
  it('has a history for each file, and another for the code of a run that is looked back on', async () => {
    await show(<FileEditors name="models.py" sides={NOW} />);
    expect(shown('models.py, Django ORM, code')).toEqual(['now', 'django/models.py']);
    await show(<FileEditors name="models.py" sides={THEN} />);
    expect(shown('models.py, Django ORM, code')).toEqual(['then', 'django/models.py, past']);
    await show(<FileEditors name="models.py" sides={NOW} />);
    expect(shown('models.py, Django ORM, code')).toEqual(['now', 'django/models.py']);
    await show(<FileEditors name="helpers.py" sides={NOW} />);
    expect(shown('helpers.py, SQLAlchemy, code')).toEqual(['help', 'sqlalchemy/helpers.py']);
  });

  it('is there for what stands before the first cell too, and runs by its keys', async () => {
    await show(<ScriptHead sides={NOW} />);
    const head = place.querySelector('details');
    await act(async () => {
      if (head !== null) head.open = true;
      head?.dispatchEvent(new Event('toggle'));
    });
    expect(shown('Imports, Django ORM, code')).toEqual(['import now', 'django/script.py/head']);
    await show(<ScriptHead sides={THEN} />);
    expect(shown('Imports, Django ORM, code')).toEqual(['import then', 'django/script.py/head, past']);
    await show(<ScriptHead sides={NOW} />);
    expect(shown('Imports, Django ORM, code')).toEqual(['import now', 'django/script.py/head']);

    const run = vi.fn(async () => {});
    desk?.runs.setState({ run });
    await act(async () => place.querySelector('button')?.click());
    expect(run).toHaveBeenCalledWith(['django', 'sqlalchemy']);
  });
});
