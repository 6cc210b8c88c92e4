import { cutScript } from '../../cells/cut-script';
import type { Span } from '../../trace/schema';

const SCRIPT = 'script.py';

/**
 * Where an expression of a script that ran stands in the script as it is now. Cells of unchanged text may have
 * moved, since space between them is no change.
 */
export function movedSpan(span: Span, ran: string, now: string): Span {
  if (span.file !== SCRIPT || ran === now) return span;
  const then = cutScript(ran).cells;
  const index = then.findIndex(
    ({ bodyLine, endLine }) => bodyLine <= span.startLine && span.startLine <= endLine,
  );
  const shift = (cutScript(now).cells[index]?.bodyLine ?? 0) - (then[index]?.bodyLine ?? 0);
  return index < 0 ? span : { ...span, startLine: span.startLine + shift, endLine: span.endLine + shift };
}
