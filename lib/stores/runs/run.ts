import type { StoreApi } from 'zustand/vanilla';
import type { Orm } from '../../orm/orm';
import type { RunResult } from '../../runtime';
import type { RunError, Trace } from '../../trace/schema';
import type { Workspace } from '../workspace/workspace';

/** One side's run that has ended, with the code it ran. */
export interface FinishedRun extends RunResult {
  readonly orm: Orm;
  /** Counts the presses of Run in this tab, from 1; both sides of one press have the same. */
  readonly number: number;
  /** Everything as it was when it ran: its files, whole, and the database it started from. */
  readonly ran: Workspace;
  /** The last cell of the script that was asked for, from 0; null: all of them. */
  readonly upTo: number | null;
  /** When it ended, in ms since 1970. */
  readonly ranAt: number;
  /** From the moment an interpreter had the program until it ended, in ms. */
  readonly wallMs: number;
}

/** One side's run that goes on. */
export interface LiveRun {
  readonly number: number;
  readonly ran: Workspace;
  readonly upTo: number | null;
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

/** A run to look back on: the databases that it left behind are let go of. */
export type PastRun = Omit<FinishedRun, 'image' | 'states' | 'ran'>;

/** What is asked of a run. */
export interface RunAsked {
  /** Index of the last cell that is to run, from 0; the whole script when left out. */
  readonly upTo?: number;
  /** Nobody pressed Run: it follows a pause in typing. One that does not even compile then changes nothing. */
  readonly isLive?: boolean;
}

/** One press of Run, for looking back. */
export interface TimelineEntry {
  readonly number: number;
  readonly orms: readonly Orm[];
  readonly asked: RunAsked;
  readonly ran: Workspace;
  /** What `ran` had been edited from. */
  readonly opened: Workspace;
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
  /** Why the newest live run of a side changed nothing: its code does not compile. */
  readonly held: PerOrm<RunError | null>;
  /** The newest first; at most 20, and fewer when they sent very many statements. */
  readonly timeline: readonly TimelineEntry[];
  /** Number of the run of the timeline that is looked at; null: the code and results of now. */
  readonly looked: number | null;
  /** Looks at a run of the timeline, with null at the present again. A run begins in the present. */
  readonly lookAt: (number: number | null) => void;
  /**
   * Runs what the workspace holds now; a run that goes on there is stopped first, and what it still says
   * is dropped. Loads the engines when they are not there yet.
   * @param orms both when left out
   * @returns when all of them have ended
   */
  readonly run: (orms?: readonly Orm[], asked?: RunAsked) => Promise<void>;
  /** Stops what goes on; its result says `stopped` and holds what was captured. */
  readonly stop: (orms?: readonly Orm[]) => void;
  /** Stops all and forgets the results, but for the timeline: something else was opened. */
  readonly forget: () => void;
}

export type RunsStore = StoreApi<RunsState>;
