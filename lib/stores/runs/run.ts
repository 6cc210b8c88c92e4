import type { StoreApi } from 'zustand/vanilla';
import type { Orm } from '../../orm/orm';
import type { RunResult } from '../../runtime';
import type { Trace } from '../../trace/schema';
import type { Workspace } from '../workspace/workspace';

/** One side's run that has ended, with the code it ran. */
export interface FinishedRun extends RunResult {
  readonly orm: Orm;
  /** Counts the presses of Run in this tab, from 1; both sides of one press have the same. */
  readonly number: number;
  /** Everything as it was when it ran: its files, and the database it started from. */
  readonly ran: Workspace;
  /** When it ended, in ms since 1970. */
  readonly ranAt: number;
  /** From the moment an interpreter had the program until it ended, in ms. */
  readonly wallMs: number;
}

/** One side's run that goes on. */
export interface LiveRun {
  readonly number: number;
  readonly ran: Workspace;
  /** `waiting`: for an interpreter, or for the database to be made. */
  readonly phase: 'waiting' | 'running';
  /** What it has sent so far, renewed at most once a frame; null before its first word. */
  readonly trace: Trace | null;
}

/** Why one side could not run: nothing that the person's code did. The message is a sentence. */
export interface RunFailure {
  readonly number: number;
  readonly error: Error;
}

/** A run to look back on: the database that it left behind is let go of. */
export type PastRun = Omit<FinishedRun, 'image' | 'ran'>;

/** One press of Run, for looking back. */
export interface TimelineEntry {
  readonly number: number;
  readonly ran: Workspace;
  /** When it began, in ms since 1970. */
  readonly startedAt: number;
  /** What has ended of it. */
  readonly runs: Readonly<Partial<Record<Orm, PastRun>>>;
}

type PerOrm<T> = Readonly<Record<Orm, T>>;

/** Results of both sides. Nothing vanishes: the last result stays until a new one takes its place. */
export interface RunsState {
  /** What ended last, null before the first. */
  readonly last: PerOrm<FinishedRun | null>;
  /** The one before it: "1 statement, was 21". */
  readonly previous: PerOrm<FinishedRun | null>;
  readonly live: PerOrm<LiveRun | null>;
  /** Set while the newest press of Run could not be carried out. */
  readonly failed: PerOrm<RunFailure | null>;
  /** The newest first; at most 20, and fewer when they sent very many statements. */
  readonly timeline: readonly TimelineEntry[];
  /**
   * Runs what the workspace holds now; a run that goes on there is stopped first, and what it still says
   * is dropped. Loads the engines when they are not there yet.
   * @param orms both when left out
   * @returns when all of them have ended
   */
  readonly run: (orms?: readonly Orm[]) => Promise<void>;
  /** Stops what goes on; its result says `stopped` and holds what was captured. */
  readonly stop: (orms?: readonly Orm[]) => void;
  /** Stops all and forgets the results, but for the timeline: something else was opened. */
  readonly forget: () => void;
}

export type RunsStore = StoreApi<RunsState>;
