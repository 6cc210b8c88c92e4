import type { FinishedRun, TimelineEntry } from './run';

const MOST_ENTRIES = 20;
/** Statements of all entries together; each takes some kilobytes. */
const MOST_STATEMENTS = 60_000;

/** Adds a press of Run, whose runs are still to come. */
export function withPress(timeline: readonly TimelineEntry[], press: TimelineEntry): TimelineEntry[] {
  return bounded([press, ...timeline]);
}

/** Takes a press away of which nothing came; it stays where another side of it has a result. */
export function withoutPress(timeline: readonly TimelineEntry[], number: number): TimelineEntry[] {
  return timeline.filter((entry) => entry.number !== number || Object.keys(entry.runs).length > 0);
}

/** Notes in its entry that a run has ended. */
export function withRun(timeline: readonly TimelineEntry[], run: FinishedRun): TimelineEntry[] {
  const { image: _image, states: _states, ran: _ran, ...past } = run;
  return bounded(
    timeline.map((entry) =>
      entry.number === run.number ? { ...entry, runs: { ...entry.runs, [run.orm]: past } } : entry,
    ),
  );
}

/** The newest entries that fit; the very newest always does. */
function bounded(timeline: readonly TimelineEntry[]): TimelineEntry[] {
  let statements = 0;
  return timeline.slice(0, MOST_ENTRIES).filter((entry, index) => {
    for (const run of Object.values(entry.runs)) statements += run.outcome.trace.statements.length;
    return index === 0 || statements <= MOST_STATEMENTS;
  });
}
