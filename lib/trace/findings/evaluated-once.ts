import type { Span } from '../schema';

/** Blocks whose body runs at most once. */
const RUNS_ONCE = /^\s*(?:with|if|elif|else|try|except|finally)\b.*:\s*(?:#.*)?$/;
const REPEATS = /\b(?:for|while|lambda)\b/;

/**
 * Whether an expression of script.py is plainly evaluated once in a run: it stands in no loop, no function and
 * no comprehension. Where the layout of the code leaves a doubt, it is not.
 *
 * @param lines of the file that the span is in
 */
export function isEvaluatedOnce(span: Span, lines: readonly string[]): boolean {
  if (span.file !== 'script.py') return false;
  const first = lines[span.startLine - 1];
  const last = lines[span.endLine - 1];
  if (first === undefined || last === undefined) return false;
  const around = first.slice(0, span.startColumn) + last.slice(span.endColumn);
  if (REPEATS.test(around) || !isBalanced(around)) return false;
  let indent = indentOf(first);
  for (let at = span.startLine - 2; at >= 0 && indent > 0; at -= 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    if (!RUNS_ONCE.test(line)) return false;
    indent = indentOf(line);
  }
  return indent === 0;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether what stands around an expression in its lines is whole, so that nothing goes on in other lines. */
function isBalanced(text: string): boolean {
  return (text.match(/[([{]/g) ?? []).length === (text.match(/[)\]}]/g) ?? []).length;
}
