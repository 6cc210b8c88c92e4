import type { Span } from '../schema';

/** Texts of the person's files by name, as they were when they ran. */
export type Sources = Readonly<Record<string, string>>;

/** The text of a span; null when the file is not there, or shorter than the span says. */
export function textAt(sources: Sources, span: Span): string | null {
  const lines = sources[span.file]?.split('\n');
  if (lines === undefined || lines.length < span.endLine) return null;
  const first = lines[span.startLine - 1] ?? '';
  if (span.startLine === span.endLine) return first.slice(span.startColumn, span.endColumn);
  const between = lines.slice(span.startLine, span.endLine - 1);
  const last = lines[span.endLine - 1] ?? '';
  return [first.slice(span.startColumn), ...between, last.slice(0, span.endColumn)].join('\n');
}
