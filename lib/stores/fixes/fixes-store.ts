import { createStore } from 'zustand/vanilla';
import { ORMS, type Orm } from '../../orm/orm';
import { fixDetails } from '../../runtime/tools/fix';
import type { Files } from '../../scenarios/types';
import type { ImageTable } from '../../trace/equivalence/image';
import type { EnginesStore } from '../engines/engines';
import type { FinishedRun, RunsStore } from '../runs/run';
import { isEditedSince } from '../runs/runs-store';
import type { ImageOf } from '../runs/starting-image';
import type { WorkspaceStore } from '../workspace/workspace';
import { type Change, changeOf, type FixRecord, type FixState, isBusy, type WantedFix } from './fix-record';
import type { FixesState, FixesStore } from './fixes';
import { movedSpan } from './moved-span';
import { takeBack } from './take-back';

/** What fixes rest on. */
export interface FixesParts {
  readonly engines: EnginesStore;
  readonly workspace: WorkspaceStore;
  readonly runs: RunsStore;
  readonly imageOf: ImageOf;
  /** Takes the tables out of the database that a run left behind. */
  readonly tablesOf: (image: Uint8Array) => Promise<readonly ImageTable[]>;
}

const SCRIPT = 'script.py';
const CHANGED_MEANWHILE =
  'The code was changed while the fix was being made, so nothing was written. Ask again.';
const STOPPED = 'A run was stopped, so it is not known whether the values are the same.';
const UNKNOWN = 'It could not be found out whether the values are the same.';

/** Makes the fixes of a desk. */
export function createFixesStore({ engines, workspace, runs, imageOf, tablesOf }: FixesParts): FixesStore {
  let asked = 0;

  const change = (id: number, state: FixState): void =>
    store.setState(({ records }) => ({
      records: records.map((record) => (record.id === id ? { ...record, state } : record)),
    }));
  const recordOf = (id: number): FixRecord | undefined =>
    store.getState().records.find((record) => record.id === id);
  /** Whether a record is still there: what was opened may have changed. */
  const isKept = (id: number): boolean => recordOf(id) !== undefined;
  const setFiles = (orm: Orm, files: Files): void => {
    const { setFile, files: now } = workspace.getState();
    for (const [name, text] of Object.entries(files))
      if (now[orm][name] !== undefined) setFile(orm, name, text);
  };

  /** What was found in is run as it is, unless it was what ran last. */
  const runBefore = async (orms: readonly Orm[]): Promise<void> => {
    const { last, run } = runs.getState();
    const isNeeded = orms.some((orm) => {
      const ran = last[orm];
      return (
        ran === null ||
        ran.upTo !== null ||
        ran.outcome.kind !== 'done' ||
        isEditedSince(ran, workspace.getState())
      );
    });
    if (isNeeded) await run();
  };

  /** Asks for the edit and writes it into the code; null where it came to nothing. */
  const write = async ({ id, orm, finding, fix, ran }: FixRecord): Promise<Change | null> => {
    const { files, database } = workspace.getState();
    const before = files[orm];
    const move = (span: FixRecord['finding']['place']['span']) =>
      movedSpan(span, ran.files[SCRIPT] ?? '', before[SCRIPT] ?? '');
    const details = fixDetails(finding, fix);
    const [runtime, image] = await Promise.all([engines.getState().runtime(), imageOf(database)]);
    const reply = await runtime[orm].ask('fix', {
      files: before,
      image,
      fix: details.fix,
      span: move(details.span),
      source: details.source === null ? null : move(details.source),
    });
    if (!isKept(id)) return null;
    if (reply === null || workspace.getState().files[orm] !== before) {
      change(id, { kind: 'failed', why: CHANGED_MEANWHILE });
      return null;
    }
    if (reply.kind === 'failed') {
      change(id, { kind: 'failed', why: reply.message });
      return null;
    }
    if (reply.answer.kind === 'not-safe') {
      change(id, { kind: 'refused', why: reply.answer.why });
      return null;
    }
    const { files: after, edits, notes } = reply.answer;
    const made: Change = { before, after, edits, notes, isAskingForEdits: false };
    setFiles(orm, after);
    change(id, { kind: 'proving', change: made });
    return made;
  };

  /** Ends when a side has no run that goes on. */
  const ended = (orm: Orm): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (runs.getState().live[orm] !== null) return;
        leave();
        resolve();
      };
      const leave = runs.subscribe(look);
      look();
    });

  const proveOne = async (record: FixRecord, made: Change, before: FinishedRun | null): Promise<void> => {
    const { id, orm } = record;
    await ended(orm);
    const { last, failed } = runs.getState();
    const after = last[orm];
    const failure = failed[orm];
    const unproven = (why: string): void => {
      if (isKept(id)) change(id, { kind: 'unproven', change: made, why });
    };
    if (failure !== null) return unproven(failure.error.message);
    if (before === null || after === null || after.number <= before.number) return unproven(STOPPED);
    if (!isSame(after.ran.files[orm], made.after)) return unproven(CHANGED_MEANWHILE);
    if (before.outcome.kind === 'stopped' || after.outcome.kind === 'stopped') return unproven(STOPPED);
    try {
      const { prove } = await import('../../trace/proof/prove');
      const proof = prove(await runWithTables(before), await runWithTables(after), record.cell);
      if (!isKept(id)) return;
      const kind = proof.verdict.kind === 'equal' ? 'applied' : 'not-safe';
      change(id, { kind, change: made, proof });
    } catch (thrown) {
      unproven(thrown instanceof Error ? thrown.message : UNKNOWN);
    }
  };
  const runWithTables = async ({ outcome, image }: FinishedRun) => ({
    outcome,
    tables: image === null ? [] : await tablesOf(image),
  });

  const undone = (record: FixRecord, made: Change, withEdits: Files | null): Promise<void> => {
    change(record.id, { kind: 'undone', change: { ...made, isAskingForEdits: false }, withEdits });
    return runs.getState().run();
  };

  const store = createStore<FixesState>()((set, get) => ({
    records: [],
    isReady: false,
    setReady: () => set({ isReady: true }),
    isBusy: false,
    fix: async (wanted) => {
      if (get().isBusy || wanted.length === 0) return;
      asked += 1;
      const batch = asked;
      const mine = wanted.map(
        (each, index): FixRecord => ({
          ...each,
          id: batch * ORMS.length + index,
          batch,
          state: { kind: 'asking' },
        }),
      );
      set(({ records }) => ({
        isBusy: true,
        records: [...records.filter((record) => !isReplacedBy(record, mine)), ...mine],
      }));
      try {
        const running = runBefore(mine.map(({ orm }) => orm));
        const changes = await Promise.all(
          mine.map((record) =>
            write(record).catch((thrown: unknown) => {
              const why = thrown instanceof Error ? thrown.message : String(thrown);
              change(record.id, { kind: 'failed', why });
              return null;
            }),
          ),
        );
        await running;
        const before = runs.getState().last;
        if (changes.some((made) => made !== null) && mine.some(({ id }) => isKept(id))) {
          void runs.getState().run();
          await Promise.all(
            mine.map((record, index) => {
              const made = changes[index];
              return made ? proveOne(record, made, before[record.orm]) : undefined;
            }),
          );
        }
      } finally {
        set({ isBusy: false });
      }
    },
    undo: async (id) => {
      const record = recordOf(id);
      const made = record === undefined ? null : changeOf(record.state);
      if (record === undefined || made === null || isBusy(record.state)) return;
      const now = workspace.getState().files[record.orm];
      const back = withoutChange(made, now);
      if (back === null) change(id, withChange(record.state, { ...made, isAskingForEdits: true }));
      else {
        setFiles(record.orm, back);
        await undone(record, made, null);
      }
    },
    undoWithEdits: async (id) => {
      const record = recordOf(id);
      const made = record === undefined ? null : changeOf(record.state);
      if (record === undefined || made === null || isBusy(record.state)) return;
      const now = workspace.getState().files[record.orm];
      setFiles(record.orm, pick(made.before, editedFiles(made)));
      await undone(record, made, now);
    },
    keepEdits: (id) => {
      const record = recordOf(id);
      const made = record === undefined ? null : changeOf(record.state);
      if (record === undefined || made === null) return;
      change(id, withChange(record.state, { ...made, isAskingForEdits: false }));
    },
    bringBack: (id) => {
      const record = recordOf(id);
      if (record?.state.kind !== 'undone' || record.state.withEdits === null) return;
      setFiles(record.orm, record.state.withEdits);
      set(({ records }) => ({ records: records.filter((each) => each.id !== id) }));
    },
    forget: () => set({ records: [] }),
  }));
  // Who undoes a fix by other means has undone it as well.
  workspace.subscribe(({ files }, { files: then }) => {
    if (files === then) return;
    for (const { id, orm, state } of store.getState().records) {
      const made = changeOf(state);
      if (made === null || isBusy(state) || state.kind === 'undone' || files[orm] === then[orm]) continue;
      if (editedFiles(made).every((name) => files[orm][name] === made.before[name]))
        change(id, { kind: 'undone', change: made, withEdits: null });
    }
  });
  return store;
}

/** Whether a record gives way to newer ones: it came to nothing, or was undone, at the same cell. */
function isReplacedBy({ orm, title, state }: FixRecord, newer: readonly WantedFix[]): boolean {
  return (
    (state.kind === 'refused' || state.kind === 'failed' || state.kind === 'undone') &&
    newer.some((each) => each.orm === orm && each.title === title)
  );
}

function editedFiles({ edits }: Change): readonly string[] {
  return [...new Set(edits.map(({ span }) => span.file))];
}

function withChange(state: FixState, change: Change): FixState {
  return 'change' in state ? { ...state, change } : state;
}

/** The edited files without a change; null where later edits touch the same places. */
function withoutChange(made: Change, now: Files): Files | null {
  const back: Record<string, string> = {};
  for (const name of editedFiles(made)) {
    const text = takeBack(
      made.before[name] ?? '',
      made.after[name] ?? '',
      now[name] ?? '',
      made.edits.filter(({ span }) => span.file === name),
    );
    if (text === null) return null;
    back[name] = text;
  }
  return back;
}

function pick(files: Files, names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [name, files[name] ?? '']));
}

function isSame(one: Files, other: Files): boolean {
  const names = Object.keys(other);
  return names.length === Object.keys(one).length && names.every((name) => one[name] === other[name]);
}
