import { tokensOf } from '../../util/sql-tokens';
import type { Statement } from '../schema';
import type { Item } from './items';
import { isPlaceholder } from './placeholders';
import { LAYOUT_LIMIT } from './sql-layout';

/** Statements of a cell that differ in their values only. */
export interface StatementKindView {
  /** Their SQL without values; lists of values are one `?`. */
  readonly fingerprint: string;
  /** The first of them. */
  readonly first: Statement;
  readonly count: number;
  /** Rows that were read or written, as far as they are known. */
  readonly rows: number;
  /** Time inside SQLite, in µs. */
  readonly us: number;
  /** Numbers of the calls that sent them, in the order of sending. */
  readonly calls: readonly number[];
}

/** Sorts statements by what they do, those with the most time first: what ten thousand of them come to. */
export function kindsOf(items: readonly Item[]): readonly StatementKindView[] {
  const fingerprints = new Map<string, string>();
  const kinds = new Map<
    string,
    { first: Statement; count: number; rows: number; us: number; calls: Set<number> }
  >();
  for (const { kind, statements, call } of items) {
    if (kind === 'boundary') continue;
    for (const statement of statements) {
      const fingerprint = fingerprints.get(statement.sql) ?? fingerprintOf(statement.sql);
      fingerprints.set(statement.sql, fingerprint);
      const found = kinds.get(fingerprint) ?? {
        first: statement,
        count: 0,
        rows: 0,
        us: 0,
        calls: new Set(),
      };
      kinds.set(fingerprint, found);
      found.count += 1;
      found.rows += statement.rowCount ?? 0;
      found.us += statement.durationUs;
      if (call !== null) found.calls.add(call);
    }
  }
  return [...kinds]
    .map(([fingerprint, { calls, ...kind }]) => ({ fingerprint, ...kind, calls: [...calls] }))
    .sort((one, other) => other.us - one.us);
}

/** SQL without its values, so that statements that differ in nothing else have the same. */
export function fingerprintOf(sql: string): string {
  if (sql.length > LAYOUT_LIMIT) return sql.slice(0, LAYOUT_LIMIT);
  let text = '';
  let end = 0;
  for (const token of tokensOf(sql)) {
    const isValue = isPlaceholder(token) || /^(?:\d|\.\d|'|x')/i.test(token.text);
    const gap = end > 0 && token.start > end ? ' ' : '';
    text += gap + (isValue ? '?' : token.text);
    end = token.end;
  }
  return text.replaceAll(/\?(?:, ?\?)+/g, '?').replaceAll(/\(\?\)(?:, ?\(\?\))+/g, '(?)');
}
