import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import type { EngineState } from '@/lib/runtime';
import type { FinishedRun, LiveRun, RunFailure } from '@/lib/stores/runs/run';
import { isCounted } from '@/lib/trace/counted';
import type { Outcome, RunError, Timing, Versions } from '@/lib/trace/schema';
import { assertNever } from '@/lib/util/assert-never';

/** What the run bar tells of both sides together. Each state has only what is true in it. */
export type RunStatus =
  | { readonly kind: 'recorded'; readonly on: string; readonly versions: Versions }
  | { readonly kind: 'not-run' }
  | { readonly kind: 'starting'; readonly received: number | null; readonly total: number | null }
  | { readonly kind: 'running'; readonly statements: number }
  | { readonly kind: 'ran'; readonly ranAt: number; readonly timing: Timing }
  /** `held`: why a live run changed nothing. */
  | { readonly kind: 'edited'; readonly held: { readonly orm: Orm; readonly error: RunError } | null }
  /** A side ended in another way than by itself; what it sent until then is shown. */
  | { readonly kind: 'ended-early'; readonly orm: Orm; readonly outcome: Outcome }
  /** Our own failure: nothing that the person's code did. */
  | { readonly kind: 'engine-failed'; readonly sentence: string };

type PerOrm<T> = Readonly<Record<Orm, T>>;

/** What the status is made from. */
export interface StatusFacts {
  readonly engines: PerOrm<EngineState>;
  readonly live: PerOrm<LiveRun | null>;
  readonly last: PerOrm<FinishedRun | null>;
  readonly failed: PerOrm<RunFailure | null>;
  readonly held: PerOrm<RunError | null>;
  /** Whether the code differs from what each side ran last, or from the recording where it has not run. */
  readonly isEdited: boolean;
  /** The recording that is shown where nothing has run; null for code of one's own. */
  readonly recording: { readonly on: string; readonly versions: Versions } | null;
}

/** Tells where things stand; what goes on comes before what has been. */
export function statusOf(facts: StatusFacts): RunStatus {
  const live = ORMS.map((orm) => facts.live[orm]).filter((run) => run !== null);
  if (live.some(({ phase }) => phase === 'running')) return { kind: 'running', statements: sentBy(live) };
  if (live.length > 0) return starting(facts.engines);
  const failure = ORMS.map((orm) => facts.failed[orm]).find((each) => each !== null);
  if (failure !== undefined) return { kind: 'engine-failed', sentence: failure.error.message };
  const last = ORMS.map((orm) => facts.last[orm]).filter((run) => run !== null);
  if (facts.isEdited) return { kind: 'edited', held: heldBack(facts.held) };
  const early = last.find(({ outcome }) => outcome.kind !== 'done');
  if (early !== undefined) return { kind: 'ended-early', orm: early.orm, outcome: early.outcome };
  if (last.length > 0) return ran(last);
  if (facts.recording === null) return { kind: 'not-run' };
  return { kind: 'recorded', ...facts.recording };
}

function starting(engines: PerOrm<EngineState>): RunStatus {
  for (const orm of ORMS) {
    const state = engines[orm];
    if (state.kind === 'booting' && state.step === 'download') {
      const { receivedBytes, totalBytes } = state.progress;
      return { kind: 'starting', received: receivedBytes, total: totalBytes };
    }
  }
  return { kind: 'starting', received: null, total: null };
}

function heldBack(held: StatusFacts['held']): { orm: Orm; error: RunError } | null {
  for (const orm of ORMS) {
    const error = held[orm];
    if (error !== null) return { orm, error };
  }
  return null;
}

function sentBy(live: readonly LiveRun[]): number {
  return live.reduce((sum, { trace }) => sum + (trace?.statements.filter(isCounted).length ?? 0), 0);
}

/** Both sides run at once, so the longer one is what a person waited for. */
function ran(runs: readonly FinishedRun[]): RunStatus {
  const [longest] = [...runs].sort(
    (one, other) => other.outcome.trace.timing.totalUs - one.outcome.trace.timing.totalUs,
  );
  if (longest === undefined) return { kind: 'not-run' };
  return {
    kind: 'ran',
    ranAt: Math.max(...runs.map(({ ranAt }) => ranAt)),
    timing: longest.outcome.trace.timing,
  };
}

const MEGABYTE = 1_000_000;
const seconds = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en');
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The status in words: the first part is what matters, the second its figures. */
export function sayStatus(status: RunStatus): { readonly lead: string; readonly rest: string } {
  switch (status.kind) {
    case 'recorded': {
      const { django, sqlalchemy } = status.versions;
      const on = day.format(new Date(status.on));
      return { lead: 'Recorded', rest: `${on} with Django ${django}, SQLAlchemy ${sqlalchemy}` };
    }
    case 'not-run':
      return { lead: 'Not run yet', rest: '' };
    case 'starting':
      if (status.received === null || status.total === null)
        return { lead: 'Starting the engines', rest: '' };
      return {
        lead: 'Starting the engines',
        rest: `${whole.format(Math.round(status.received / MEGABYTE))} of ${whole.format(Math.round(status.total / MEGABYTE))} MB`,
      };
    case 'running':
      return { lead: 'Running', rest: counted(status.statements) };
    case 'ran': {
      const { totalUs, ormUs, sqliteUs } = status.timing;
      return {
        lead: 'Ran just now',
        rest: `${inSeconds(totalUs)} s: ${inSeconds(ormUs)} Python, ${inSeconds(sqliteUs)} SQLite`,
      };
    }
    case 'edited':
      return { lead: 'Edited since this run', rest: status.held === null ? '' : sayHeld(status.held) };
    case 'ended-early':
      return { lead: leadOf(status.orm, status.outcome), rest: '' };
    case 'engine-failed':
      return { lead: 'The engine failed', rest: status.sentence };
    default:
      return assertNever(status);
  }
}

/** A live run waits for code that is not yet whole. */
function sayHeld({ orm, error: { span } }: { readonly orm: Orm; readonly error: RunError }): string {
  const place = span === undefined ? '' : `, line ${span.startLine} of ${span.file}`;
  return `${ORM_NAMES[orm]} does not compile yet${place}`;
}

function leadOf(orm: Orm, { kind, error, trace }: Outcome): string {
  const name = ORM_NAMES[orm];
  const sent = counted(trace.statements.filter(isCounted).length);
  switch (kind) {
    case 'done':
      return `${name} ran`;
    case 'python-error': {
      const span = error?.span;
      return span === undefined
        ? `${name} stopped with an error`
        : `${name} stopped at line ${span.startLine} of ${span.file}`;
    }
    case 'timed-out':
      return `${name} reached its time limit after ${sent}`;
    case 'stopped':
      return `${name} was stopped after ${sent}`;
    case 'out-of-memory':
      return `${name} used all the memory of one run after ${sent}`;
    case 'crashed':
      return `The interpreter of ${name} died after ${sent}`;
    default:
      return assertNever(kind);
  }
}

function counted(statements: number): string {
  return statements === 1 ? '1 statement' : `${whole.format(statements)} statements`;
}

function inSeconds(us: number): string {
  return seconds.format(us / 1e6);
}
