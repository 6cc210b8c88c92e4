import type { Notice, Statement } from '../trace/schema';
import { witnessKey } from './witness-key';

const EXAMPLES = 3;
const EXAMPLE_CHARS = 80;

/**
 * Compares what a trace shows with what SQLite itself counted. Python can lie about its own run;
 * the counts come from SQLite's statement trace, kept outside Python.
 *
 * @param statements the shown statements; one that the driver refused was not executed and is skipped
 * @param witness executions by `witnessKey`
 * @returns a notice naming statements that SQLite did not execute as often as shown, or null
 */
export function findInterference(
  statements: readonly Statement[],
  witness: ReadonlyMap<string, number>,
): Notice | null {
  const shown = new Map<string, { times: number; statement: Statement }>();
  for (const statement of statements) {
    if (statement.error !== undefined) continue;
    const key = witnessed(statement, witness);
    const entry = shown.get(key);
    const times = statement.many ?? 1;
    if (entry === undefined) shown.set(key, { times, statement });
    else entry.times += times;
  }
  const unseen = [...shown].filter(([key, { times }]) => times > (witness.get(key) ?? 0));
  if (unseen.length === 0) return null;
  const examples = unseen.slice(0, EXAMPLES).map(([, { statement }]) => `“${excerpt(statement.sql)}”`);
  return {
    kind: 'interference',
    message:
      `This trace was interfered with: SQLite did not execute all that it shows (${examples.join(', ')}). ` +
      'Do not rely on this run; look for code that changes sqlite3, the recorder or builtins.',
  };
}

/** The key under which SQLite counted a statement; a text cut for the trace is known by its length alone. */
function witnessed(statement: Statement, witness: ReadonlyMap<string, number>): string {
  const key = witnessKey(statement.sql);
  if (statement.sqlLength !== undefined) {
    const least = statement.sqlLength;
    return [...witness.keys()].find((name) => isLongText(name, least)) ?? key;
  }
  if (witness.has(key)) return key;
  const beforeComment = statement.sql.replace(/;(\s|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/)*$/u, '');
  return witnessKey(beforeComment);
}

/** Python counts code points, SQLite's text arrives in UTF-16 units: between one and two for each. */
function isLongText(name: string, codePoints: number): boolean {
  const length = Number(/^#(\d+):/u.exec(name)?.[1]);
  const trailing = 64;
  return length >= codePoints - trailing && length <= codePoints * 2;
}

function excerpt(sql: string): string {
  const line = sql.replace(/\s+/gu, ' ').trim();
  return line.length > EXAMPLE_CHARS ? `${line.slice(0, EXAMPLE_CHARS)}…` : line;
}
