import type { Problem } from '../../runtime/tools/problem';
import type { CodeProblem } from './code-problem';

/**
 * What the engine's check found, at its places in files that may have changed since: a problem moves with
 * its line, and is left out while that line is another one.
 *
 * @param checked the files as they were checked
 * @param files the files as they are
 */
export function checkedProblems(
  problems: readonly Problem[],
  checked: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly CodeProblem[]>> {
  const found: Record<string, CodeProblem[]> = {};
  for (const { file, span, severity, message, hint } of problems) {
    const then = checked[file]?.split('\n');
    const now = files[file]?.split('\n');
    if (then === undefined || now === undefined) continue;
    const startLine = span?.startLine ?? 1;
    const line = lineNow(then, now, startLine);
    if (line === null) continue;
    const length = now[line - 1]?.length ?? 0;
    const isOneLine = span !== null && span.startLine === span.endLine;
    const place = {
      startLine: line,
      startColumn: span?.startColumn ?? 0,
      endLine: line,
      // What spans lines, a class or a call, is marked in its first one only.
      endColumn: isOneLine ? span.endColumn : length,
    };
    const text = hint === undefined ? message : `${message}\n${hint}`;
    found[file] = [...(found[file] ?? []), { ...place, severity, message: text }];
  }
  return found;
}

/** Where a line stands now: the nearest one with the same text. */
function lineNow(then: readonly string[], now: readonly string[], line: number): number | null {
  const text = then[line - 1];
  for (let distance = 0; distance <= now.length + line; distance += 1) {
    for (const candidate of [line - distance, line + distance])
      if (candidate >= 1 && now[candidate - 1] === text) return candidate;
  }
  return null;
}

/** Puts what the server and the engine say together; of two errors at one line the server's stays: it is newer. */
export function mergeProblems(
  server: readonly CodeProblem[],
  checked: readonly CodeProblem[],
): readonly CodeProblem[] {
  const broken = new Set(
    server.filter(({ severity }) => severity === 'error').map(({ startLine }) => startLine),
  );
  return [
    ...server,
    ...checked.filter(({ startLine, severity }) => severity !== 'error' || !broken.has(startLine)),
  ];
}
