import type * as Monaco from 'monaco-editor/editor/editor.api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EditorHelp } from '@/components/editor/editor-help';
import { helpModel } from './helped-models';
import { renames } from './renames';

const FILES: Readonly<Record<string, string>> = {
  'models.py': 'name = 1\n',
  'script.py': 'print(name)\n',
};
const RANGES = {
  'models.py': { startLine: 1, startColumn: 0, endLine: 1, endColumn: 4 },
  'script.py': { startLine: 1, startColumn: 6, endLine: 1, endColumn: 10 },
};

/** Renames `name` in `models.py`, whose text is changed thereafter, and returns what became of other files. */
async function rename({ isDropped }: { readonly isDropped: boolean }) {
  const changed: Readonly<Record<string, string>>[] = [];
  const listeners = new Set<() => void>();
  const model = {
    uri: 'models',
    getLineCount: () => 2,
    getVersionId: () => 1,
    onDidChangeContent: (listener: () => void) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  } as unknown as Monaco.editor.ITextModel;
  const project = {
    rename: async (_file: string, _place: unknown, text: string) =>
      Object.fromEntries(Object.entries(RANGES).map(([file, range]) => [file, [{ ...range, text }]])),
  };
  const help = {
    file: 'models.py',
    firstLine: 1,
    textOf: (file: string) => FILES[file] ?? '',
    project: async () => project,
    changeFiles: (texts: Readonly<Record<string, string>>) => changed.push(texts),
  } as unknown as EditorHelp;
  const end = helpModel(model, { help: () => help, say: () => {} });
  const token = {
    isCancellationRequested: isDropped,
    onCancellationRequested: () => ({ dispose: () => {} }),
  };
  const position = { lineNumber: 1, column: 2 } as Monaco.Position;
  const answer = await renames({} as typeof Monaco).provideRenameEdits(model, position, 'title', token);
  end();
  for (const listener of [...listeners]) listener();
  vi.runAllTimers();
  return { answer, changed };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a name that is given anew', () => {
  it('changes in other files once the editor has changed its own text', async () => {
    const { answer, changed } = await rename({ isDropped: false });
    expect(answer?.edits).toHaveLength(1);
    expect(changed).toEqual([{ 'models.py': 'title = 1\n', 'script.py': 'print(title)\n' }]);
  });

  it('changes nothing, then or later, when its author wrote on meanwhile', async () => {
    const { answer, changed } = await rename({ isDropped: true });
    expect(answer?.edits).toEqual([]);
    expect(changed).toEqual([]);
  });
});
