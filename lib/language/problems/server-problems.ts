import type { LspDiagnostic } from '../server/lsp';
import { textLines } from '../text-lines';
import type { WovenText } from '../weave/woven-text';
import type { CodeProblem } from './code-problem';

/** Complaints about a value that has another type than what the loaded model says: Django's descriptors always have. */
const OF_WOVEN_TYPES = new Set(['reportAssignmentType', 'reportArgumentType', 'reportGeneralTypeIssues']);
const NO_ATTRIBUTE = /^Cannot access attribute "(\w+)"/;
const HINT = 4;

/**
 * What the server says of a file, in the person's own text: without what it says of that which was woven in.
 * @param named names that queries give to objects
 */
export function serverProblems(
  woven: WovenText,
  diagnostics: readonly LspDiagnostic[],
  named: ReadonlySet<string>,
): CodeProblem[] {
  const whole = textLines(woven.text);
  const own = textLines(woven.source);
  return diagnostics.flatMap(({ range, severity, code, message }) => {
    if (severity >= HINT) return [];
    const attribute = NO_ATTRIBUTE.exec(message)?.[1];
    if (attribute !== undefined && named.has(attribute)) return [];
    const from = whole.offsetOf({ line: range.start.line + 1, column: range.start.character });
    const to = whole.offsetOf({ line: range.end.line + 1, column: range.end.character });
    const start = woven.toSource(from);
    const end = woven.toSource(to);
    if (start === null || end === null) return [];
    if (OF_WOVEN_TYPES.has(String(code)) && hasWoven(woven, from)) return [];
    const [begin, close] = [own.placeOf(start), own.placeOf(end)];
    return [
      {
        startLine: begin.line,
        startColumn: begin.column,
        endLine: close.line,
        endColumn: close.column,
        severity: severity === 1 ? 'error' : severity === 2 ? 'warning' : 'info',
        message: sentence(message),
      },
    ];
  });
}

/** Whether something was woven into the line that stands before an offset of the woven text. */
function hasWoven({ text, toSource }: WovenText, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  for (let at = start; at < offset; at += 1) if (toSource(at) === null) return true;
  return false;
}

/** The first line says what; those below it say why, deeper and deeper: two of them are enough. */
function sentence(message: string): string {
  return message
    .split('\n')
    .slice(0, 3)
    .map((line) => line.replaceAll('\u00a0', ' ').trim())
    .join('\n');
}
