import type { Orm } from '../../orm/orm';
import { findFindings } from '../findings/find-findings';
import type { Finding } from '../findings/finding';
import type { Trace } from '../schema';
import { isLive } from './live-trace';
import { type SideView, sideViewOf } from './side-view';

type Files = Readonly<Record<string, string>>;

/**
 * What is read from a trace is read once: code is drawn anew at every key that is pressed, and a trace may
 * have ten thousand statements. A trace is of one side, and never changes.
 */
const views = new WeakMap<Trace, SideView>();
const findings = new WeakMap<Trace, readonly Finding[]>();
/** How the run that goes on was drawn last: its cells that have ended are not read again. */
const lastLive: Partial<Record<Orm, SideView>> = {};

/** More statements than this are not searched for findings before their run has ended. */
const LIVE_FINDINGS = 1_000;

/** How a trace is drawn. */
export function viewOf(orm: Orm, trace: Trace): SideView {
  const known = views.get(trace);
  if (known !== undefined) return known;
  const view = sideViewOf(orm, trace, isLive(trace) ? (lastLive[orm] ?? null) : null);
  if (isLive(trace)) lastLive[orm] = view;
  views.set(trace, view);
  return view;
}

/** What there is to look at in a trace; `files` are those that ran. */
export function findingsOf(orm: Orm, trace: Trace, files: Files): readonly Finding[] {
  const known = findings.get(trace);
  if (known !== undefined) return known;
  if (isLive(trace) && trace.statements.length > LIVE_FINDINGS) return NONE;
  const found = findFindings(trace, files, orm);
  findings.set(trace, found);
  return found;
}

const NONE: readonly Finding[] = [];
const spoken = new WeakMap<readonly Finding[], ReadonlySet<number>>();

/** Ids of the statements that the findings of a trace speak of. */
export function foundIn(orm: Orm, trace: Trace, files: Files): ReadonlySet<number> {
  const found = findingsOf(orm, trace, files);
  const known = spoken.get(found) ?? new Set(found.flatMap(({ statements }) => statements));
  spoken.set(found, known);
  return known;
}

/** A trace of fewer statements is read in no time. */
const LARGE = 1_000;

/**
 * Reads a large trace before it is shown, a step at a time, so that between two steps a page can answer to who
 * types and scrolls. What is read then costs nothing when it is drawn.
 */
export function* readInSteps(orm: Orm, trace: Trace, files: Files): Generator<void> {
  if (trace.statements.length < LARGE) return;
  yield;
  viewOf(orm, trace);
  yield;
  findingsOf(orm, trace, files);
  yield;
}
