import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeProblem } from './problems/code-problem';
import { openProject } from './project';
import { connect } from './server/connection';
import type { Published } from './server/language-server';
import { testingChannel } from './server/testing-channel';
import { weaveFile } from './weave/weave';

vi.mock('./weave/weave', async (original) => {
  const { weaveFile: real } = await original<typeof import('./weave/weave')>();
  return { weaveFile: vi.fn(real) };
});

const MODELS = 'class Book(Model):\n    title = CharField()\n';
const STUB = 'class Book(Model):\n    title: CharField\n    id: int\n';
const DESCRIBED = { stubs: { 'models.pyi': STUB }, files: { 'models.py': MODELS } };

/** A project of Django's side, what the server was told of it, and what a test lets the server say. */
function project() {
  const { end, posted, say } = testingChannel();
  const connection = connect(end, { answer: () => null, told: () => {} });
  const problems: Record<string, readonly CodeProblem[]> = {};
  let publish: (published: Published) => void = () => {};
  const server = {
    connection,
    onPublished: (listener: typeof publish) => {
      publish = listener;
    },
    packageFile: async () => null,
  };
  const opened = openProject(server, 'django', (file, found) => {
    problems[file] = found;
  });
  return {
    ...opened,
    problems,
    publish: (published: Published) => publish(published),
    posted: posted as { readonly method: string; readonly params: unknown }[],
    say,
  };
}

beforeEach(() => void vi.mocked(weaveFile).mockClear());

describe('a project in the language server', () => {
  it('is told of what has changed alone, and weaves nothing else', () => {
    const made = project();
    made.setDescribed(DESCRIBED);
    made.setFiles({ 'models.py': MODELS, 'script.py': 'x' });
    expect(made.posted.map(({ method }) => method)).toEqual([
      'pyright/createFile',
      'textDocument/didOpen',
      'pyright/createFile',
      'textDocument/didOpen',
    ]);
    vi.mocked(weaveFile).mockClear();
    made.setFiles({ 'models.py': MODELS, 'script.py': 'xy' });
    expect(vi.mocked(weaveFile).mock.calls.map(([file]) => file)).toEqual(['script.py']);
    expect(made.posted.slice(4)).toMatchObject([
      {
        method: 'textDocument/didChange',
        params: { textDocument: { uri: 'file:///django/script.py', version: 2 } },
      },
    ]);
  });

  it('is told of models that turned out otherwise, and no more than that', () => {
    const made = project();
    made.setFiles({ 'models.py': MODELS, 'script.py': 'x' });
    made.setDescribed(DESCRIBED);
    expect(made.posted.slice(4)).toMatchObject([
      { method: 'textDocument/didChange', params: { textDocument: { uri: 'file:///django/models.py' } } },
    ]);
    made.setDescribed({ ...DESCRIBED });
    expect(made.posted).toHaveLength(5);
  });

  it('knows the names that queries of all its files give, as they are now', () => {
    const made = project();
    const diagnostics = [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
        severity: 1,
        message: 'Cannot access attribute "total" for class "Book"',
      },
    ];
    const about = { uri: 'file:///django/script.py', version: 1, diagnostics };
    made.setFiles({ 'models.py': MODELS, 'script.py': 'b.total', 'more.py': 'x.annotate(total=1)' });
    made.publish(about);
    expect(made.problems['script.py']).toEqual([]);
    made.setFiles({ 'models.py': MODELS, 'script.py': 'b.total', 'more.py': 'x.annotate(sum=1)' });
    made.publish(about);
    expect(made.problems['script.py']).toHaveLength(1);
  });

  it('says places in the text as the person has it', async () => {
    const made = project();
    made.setDescribed(DESCRIBED);
    made.setFiles({ 'models.py': MODELS });
    // `id: int` has come in above `title`, and its type between the name and what it is given.
    const found = made.definitions('models.py', { line: 2, column: 4 });
    const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } };
    made.say({ jsonrpc: '2.0', id: 1, result: [{ uri: 'file:///django/models.py', range }] });
    expect(made.posted.at(-1)).toMatchObject({ params: { position: { line: 2, character: 4 } } });
    expect(await found).toEqual([
      { kind: 'own', file: 'models.py', startLine: 2, startColumn: 4, endLine: 2, endColumn: 9 },
    ]);
  });
});
