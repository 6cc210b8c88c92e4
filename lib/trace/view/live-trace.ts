import type { Statement, Trace } from '../schema';

/** So many statements of the cell that runs are shown before it has ended. */
export const LIVE_STATEMENTS = 500;

const live = new WeakSet<Trace>();
const cut = new WeakMap<Trace, Trace>();

/** Whether a trace is of a run that goes on. */
export function isLive(trace: Trace): boolean {
  return live.has(trace);
}

/**
 * What is shown of a run that goes on, so that drawing it costs the same however much it sends: cells that have
 * ended are whole, and of the one that runs the first statements are there, until it has ended.
 */
export function liveTrace(trace: Trace): Trace {
  const known = cut.get(trace);
  if (known !== undefined) return known;
  const running = trace.cells.findIndex(({ state }) => state === 'running');
  let sent = 0;
  const isShown = ({ cell, setup }: Statement): boolean => {
    if (setup || cell !== running) return true;
    sent += 1;
    return sent <= LIVE_STATEMENTS;
  };
  const shown: Trace = {
    ...trace,
    statements: running === -1 ? trace.statements : trace.statements.filter(isShown),
  };
  live.add(shown);
  cut.set(trace, shown);
  return shown;
}
