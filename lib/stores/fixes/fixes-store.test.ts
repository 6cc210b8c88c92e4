import { describe, expect, it, vi } from 'vitest';
import type { FixAnswer } from '../../runtime';
import type { ImageTable } from '../../trace/equivalence/image';
import type { Finding } from '../../trace/findings/finding';
import { createDesk } from '../create-desk';
import { createEnginesStore } from '../engines/engines-store';
import { settle, testingRuntime } from '../testing-runtime';
import type { Workspace } from '../workspace/workspace';
import type { WantedFix } from './fix-record';

const SCRIPT = 'first\nbooks\nlast\n';
const SIDE = { 'models.py': 'm', 'script.py': SCRIPT };
const FIRST: Workspace = {
  origin: { kind: 'own' },
  name: 'First',
  files: { django: SIDE, sqlalchemy: SIDE },
  database: { kind: 'empty' },
};
const SPAN = { file: 'script.py', startLine: 2, startColumn: 0, endLine: 2, endColumn: 5 };
const FIX: Finding['fix'] = { kind: 'keep-result', times: 2, text: 't', code: 'c' };
const FINDING: Finding = {
  kind: 'duplicate',
  place: { cell: 0, call: 0, calls: [0], span: SPAN, loop: SPAN },
  statements: [1],
  cause: 'c',
  fix: FIX,
};
const MENDED = SCRIPT.replace('books', 'books.joined()');
const CHANGED: FixAnswer = {
  kind: 'changed',
  files: { ...SIDE, 'script.py': MENDED },
  edits: [{ span: { ...SPAN, startColumn: 5 }, before: '', after: '.joined()' }],
  notes: [],
};
const TRACE = {
  cells: [],
  calls: [],
  statements: [],
  timing: { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 },
  notices: [],
};

/** A desk whose interpreter gives one answer to whatever is asked, and what becomes of a fix on it. */
function desk(answer: FixAnswer = CHANGED, tablesOf: (run: number) => ImageTable[] = () => []) {
  const { runtime, given } = testingRuntime();
  const asked: unknown[] = [];
  const ask = async (_tool: unknown, question: unknown) => {
    asked.push(question);
    return { kind: 'answer', answer };
  };
  const engines = { django: { ...runtime.django, ask }, sqlalchemy: { ...runtime.sqlalchemy, ask } };
  const { workspace, runs, fixes } = createDesk({
    initial: FIRST,
    drafts: null,
    fixes: { tablesOf: async (image) => tablesOf(image[0] ?? 0) },
    runs: {
      engines: createEnginesStore(async () => engines as typeof runtime),
      imageOf: async () => null,
      clock: () => 0,
      frames: { next: () => {}, now: () => 0 },
    },
  });
  const wanted: WantedFix = {
    orm: 'django',
    cell: 0,
    title: '',
    finding: FINDING,
    fix: FIX,
    ran: { files: SIDE, trace: TRACE },
  };
  return {
    workspace: workspace.getState,
    runs,
    fixes: fixes.getState,
    asked,
    given,
    script: () => workspace.getState().files.django['script.py'],
    state: () => fixes.getState().records[0]?.state,
    ask: async (more: Partial<WantedFix> = {}) => {
      const ended = fixes.getState().fix([{ ...wanted, ...more }]);
      await settle();
      return ended;
    },
    /** The newest press of Run ends on both sides. */
    endRun: async (kind: 'done' | 'stopped' = 'done') => {
      for (const run of given.slice(-2)) {
        run.begin();
        await run.end(0, kind);
      }
      await settle();
    },
  };
}

/** Waits until a fix has ended. */
function ended({ fixes }: Pick<ReturnType<typeof desk>, 'fixes'>): Promise<void> {
  return vi.waitFor(() => expect(fixes().isBusy).toBe(false));
}

/** A desk with a fix that has been written and proven. */
async function mended(...args: Parameters<typeof desk>) {
  const made = desk(...args);
  void made.ask();
  await settle();
  await made.endRun();
  await made.endRun();
  await ended(made);
  return made;
}

describe('a fix', () => {
  it('is written into the code, which is run as it was and as it is', async () => {
    const { ask, endRun, given, state, script, fixes, asked } = desk();
    void ask();
    await settle();
    expect(asked).toMatchObject([{ files: SIDE, fix: FIX, span: SPAN }]);
    expect(script()).toBe(MENDED);
    expect(state()?.kind).toBe('proving');
    expect(given.map(({ program }) => program.files['script.py'])).toEqual([SCRIPT, SCRIPT]);
    await endRun();
    expect(given.slice(2).map(({ program }) => program.files['script.py'])).toEqual([MENDED, SCRIPT]);
    expect(fixes().isBusy).toBe(true);
    await endRun();
    await ended({ fixes });
    expect(state()?.kind).toBe('applied');
  });

  it('needs no run of the code as it was, if that is what ran last', async () => {
    const { runs, ask, endRun, given, state, fixes } = desk();
    void runs.getState().run();
    await settle();
    await endRun();
    void ask();
    await settle();
    expect(given).toHaveLength(4);
    await endRun();
    await ended({ fixes });
    expect(state()?.kind).toBe('applied');
  });

  it('is not safe where the tables differ, and stays until it is undone', async () => {
    const table = (run: number): ImageTable[] => [
      { name: 't', columns: ['a'], primaryKey: [], rows: [[run]] },
    ];
    const { state, script } = await mended(CHANGED, table);
    expect(state()).toMatchObject({
      kind: 'not-safe',
      proof: { verdict: { kind: 'different', what: { kind: 'table', table: 't', rows: 1 } } },
    });
    expect(script()).toBe(MENDED);
  });

  it('that cannot be written safely changes nothing', async () => {
    const { ask, endRun, given, state, script, fixes } = desk({ kind: 'not-safe', why: 'Because.' });
    void ask();
    await settle();
    await endRun();
    expect(state()).toEqual({ kind: 'refused', why: 'Because.' });
    expect(script()).toBe(SCRIPT);
    expect(given).toHaveLength(2);
    expect(fixes().isBusy).toBe(false);
  });

  it('is not written over what was typed meanwhile', async () => {
    const { ask, endRun, state, script, workspace } = desk();
    void ask();
    workspace().setFile('django', 'script.py', 'typed');
    await settle();
    await endRun();
    expect(state()?.kind).toBe('failed');
    expect(script()).toBe('typed');
  });

  it('is not proven by a run that was stopped', async () => {
    const { ask, endRun, state } = desk();
    void ask();
    await settle();
    await endRun();
    await endRun('stopped');
    expect(state()?.kind).toBe('unproven');
  });

  it('has to wait for the one that goes on', async () => {
    const { ask, fixes } = desk();
    void ask();
    await settle();
    await ask();
    expect(fixes().records).toHaveLength(1);
  });

  it('is forgotten when something else is opened, be it while it goes on', async () => {
    const { ask, endRun, fixes, workspace, script } = desk();
    void ask();
    await settle();
    workspace().open({ ...FIRST, name: 'Second' });
    await endRun();
    expect(fixes()).toMatchObject({ records: [], isBusy: false });
    expect(script()).toBe(SCRIPT);
  });
});

describe('undoing a fix', () => {
  it('gives the code back exactly, and runs it', async () => {
    const { fixes, state, script, given } = await mended();
    void fixes().undo(fixes().records[0]?.id ?? 0);
    await settle();
    expect(script()).toBe(SCRIPT);
    expect(state()?.kind).toBe('undone');
    expect(given).toHaveLength(6);
  });

  it('keeps later edits in other places', async () => {
    const { fixes, script, workspace } = await mended();
    workspace().setFile('django', 'script.py', `${MENDED}more\n`);
    void fixes().undo(fixes().records[0]?.id ?? 0);
    await settle();
    expect(script()).toBe(`${SCRIPT}more\n`);
  });

  it('asks where later edits touch it; what is taken out with it can be brought back', async () => {
    const { fixes, script, state, workspace } = await mended();
    const id = fixes().records[0]?.id ?? 0;
    const edited = MENDED.replace('joined', 'batched');
    workspace().setFile('django', 'script.py', edited);
    void fixes().undo(id);
    expect(script()).toBe(edited);
    expect(state()).toMatchObject({ change: { isAskingForEdits: true } });
    fixes().keepEdits(id);
    expect(state()).toMatchObject({ kind: 'applied', change: { isAskingForEdits: false } });
    void fixes().undoWithEdits(id);
    expect(script()).toBe(SCRIPT);
    fixes().bringBack(id);
    expect(script()).toBe(edited);
  });

  it('may be done by other means', async () => {
    const { state, workspace } = await mended();
    workspace().reset();
    expect(state()?.kind).toBe('undone');
  });

  it('gives way to the next try at the same place', async () => {
    const { fixes, ask, workspace } = await mended();
    workspace().reset();
    void ask();
    await settle();
    expect(fixes().records.map(({ state }) => state.kind)).toEqual(['proving']);
  });
});
