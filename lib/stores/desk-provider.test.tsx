// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../scenarios/types';
import { DeskProvider, useDesk } from './desk-provider';
import { useDrafts, useRuns, useSelection, useWorkspace } from './use-desk';
import { useEngines } from './use-engines';
import { usePreferences } from './use-preferences';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const SIDE = { 'models.py': 'm', 'script.py': 's' };
/** Only what opening a scenario reads of it. */
const SCENARIO = {
  slug: 'first',
  name: 'First',
  files: { django: SIDE, sqlalchemy: SIDE },
  dataset: null,
  datasetSql: null,
} as unknown as Scenario;

function View() {
  const { workspace } = useDesk();
  const script = useWorkspace(({ files }) => files.django['script.py']);
  const last = useRuns((state) => state.last.django);
  const pinned = useSelection((state) => state.pinned);
  const engine = useEngines(({ states }) => states.django.kind);
  const params = usePreferences((state) => state.params);
  return (
    <button type="button" onClick={() => workspace.getState().setFile('django', 'script.py', 'typed')}>
      {[script, last === null, pinned === null, engine, params].join(' ')}
    </button>
  );
}

function Offers() {
  return useDrafts(({ others }) => others).length;
}

describe('a desk in a page', () => {
  it('shows the scenario in the HTML from the build, also on a person’s own desk', () => {
    const html = renderToString(
      <DeskProvider scenario={SCENARIO} own>
        <View />
        <Offers />
      </DeskProvider>,
    );
    expect(html).toContain('s true true idle inline');
    expect(html).toContain('</button>0');
  });

  it('draws what is read of it anew when it changes', async () => {
    const place = document.createElement('div');
    const root = createRoot(place);
    await act(() =>
      root.render(
        <DeskProvider scenario={SCENARIO}>
          <View />
        </DeskProvider>,
      ),
    );
    expect(place.textContent).toBe('s true true idle inline');
    await act(() => place.querySelector('button')?.click());
    expect(place.textContent).toBe('typed true true idle inline');
    await act(() => root.unmount());
  });

  it('gives each example a desk of its own, and a person the same one again', async () => {
    const texts: string[] = [];
    for (const own of [false, false, true, true]) {
      const place = document.createElement('div');
      const root = createRoot(place);
      await act(() =>
        root.render(
          <DeskProvider scenario={SCENARIO} own={own}>
            <View />
          </DeskProvider>,
        ),
      );
      texts.push(place.textContent.split(' ')[0] ?? '');
      await act(() => place.querySelector('button')?.click());
      await act(() => root.unmount());
    }
    expect(texts).toEqual(['s', 's', 's', 'typed']);
  });

  it('says what is missing where there is none, and that an example is not kept', () => {
    expect(() => renderToString(<View />)).toThrow('outside of a DeskProvider');
    expect(() =>
      renderToString(
        <DeskProvider scenario={SCENARIO}>
          <Offers />
        </DeskProvider>,
      ),
    ).toThrow('Nothing is kept');
  });
});
