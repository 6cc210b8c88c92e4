import type { Orm } from '@/lib/orm/orm';
import type { Files } from '@/lib/scenarios/types';
import { findFindings } from '@/lib/trace/findings/find-findings';
import type { Finding } from '@/lib/trace/findings/finding';
import type { Trace } from '@/lib/trace/schema';
import { type SideView, sideViewOf } from '@/lib/trace/view/side-view';

/**
 * What is read from a trace is read once: code is drawn anew at every key that is pressed, and a trace may
 * have ten thousand statements. A trace is of one side, and never changes.
 */
const views = new WeakMap<Trace, SideView>();
const findings = new WeakMap<Trace, readonly Finding[]>();

/** How a trace is drawn. */
export function viewOf(orm: Orm, trace: Trace): SideView {
  const known = views.get(trace);
  if (known !== undefined) return known;
  const view = sideViewOf(orm, trace);
  views.set(trace, view);
  return view;
}

/** What there is to look at in a trace; `files` are those that ran. */
export function findingsOf(orm: Orm, trace: Trace, files: Files): readonly Finding[] {
  const known = findings.get(trace);
  if (known !== undefined) return known;
  const found = findFindings(trace, files, orm);
  findings.set(trace, found);
  return found;
}
