import type { Statement } from '../schema';
import { equalitiesOf, positional } from './conditions';
import type { Evidence } from './evidence';
import type { RowByRowWrites } from './finding';
import { modelOf } from './models';
import type { Repeat } from './repeats';
import { ROWS_WRITTEN_ONE_BY_ONE } from './thresholds';
import { type WriteFacts, writeTogether } from './writing-together';

type Write = RowByRowWrites['write'];

/**
 * Finds rows that were written one by one by the same text, from one place. Left out is what a person seems
 * to keep apart on purpose: each write in a savepoint or an `atomic` block of its own, writes of which one
 * failed, and what Django cannot write in bulk (models that are stored in several tables). Left out as well is
 * what the ORM itself sends one by one for a single call or flush: SQLAlchemy inserts objects so on SQLite, to
 * learn their keys, and there is nothing in the person's code to mend.
 */
export function findRowByRowWrites(evidence: Evidence): RowByRowWrites[] {
  const writes = evidence.repeats.filter((repeat) => isRowByRow(repeat, evidence));
  const byCall = new Map<string, Repeat[]>();
  for (const repeat of writes) {
    const key = `${repeat.call} ${repeat.first.kind}`;
    byCall.set(key, [...(byCall.get(key) ?? []), repeat]);
  }
  return [...byCall.values()].flatMap((repeats) => findings(repeats, evidence));
}

function isRowByRow(repeat: Repeat, evidence: Evidence): boolean {
  const { first, statements, call, place } = repeat;
  if (!isWrite(first.kind) || statements.length < ROWS_WRITTEN_ONE_BY_ONE) return false;
  if (!statements.every(writesOneRow) || evidence.isOnce(place.span)) return false;
  const from = first.id;
  const to = statements.at(-1)?.id ?? from;
  if (evidence.savepoints(from, to) > 0) return false;
  if (evidence.orm === 'sqlalchemy') {
    // What an autoflush writes one by one, it does because of the queries in between; these are what is to mend.
    if (first.reason === 'autoflush') return false;
    return first.reason === 'explicit' || isSplit(repeat, evidence);
  }
  const ownBegins = first.kind === 'delete' ? evidence.begins(from, to, call) : 0;
  return evidence.begins(from, to) === ownBegins;
}

/**
 * Whether the rows are known to have been written by flushes of their own: they were committed one by one, or
 * equal texts follow each other that a single flush would have sent as one. It would not where it has to learn
 * what the database made of each row, or where an expression is set instead of a value.
 */
function isSplit({ sql, statements, first }: Repeat, evidence: Evidence): boolean {
  if (evidence.commits(first.id, statements.at(-1)?.id ?? first.id) > 0) return true;
  if (/\bRETURNING\b/i.test(sql) || !setsValues(sql, first.kind, evidence)) return false;
  return statements.some(({ id }, at) => statements[at + 1]?.id === id + 1);
}

/** Whether each column gets a parameter, and none an expression. */
function setsValues(sql: string, kind: Statement['kind'], evidence: Evidence): boolean {
  if (kind === 'insert') return /\bVALUES\s*\([?,\s]+\)\s*$/i.test(sql);
  const set = evidence.sqlOf(sql)?.clauses.get('set') ?? [];
  return set.every(({ tokens: [, , value, ...more] }) => value?.text === '?' && more.length === 0);
}

function isWrite(kind: Statement['kind']): kind is Write {
  return kind === 'insert' || kind === 'update' || kind === 'delete';
}

function writesOneRow({ many, rowCount, error }: Statement): boolean {
  return many === null && error === undefined && rowCount !== null && rowCount <= 1;
}

/** One finding for each text; Django's deletes of one call are steps of one cascade, which ends in the row itself. */
function findings(repeats: readonly Repeat[], evidence: Evidence): RowByRowWrites[] {
  const last = repeats.at(-1);
  if (last === undefined) return [];
  if (evidence.orm === 'sqlalchemy' || repeats.length === 1)
    return repeats.flatMap((each) => finding(each, [each], evidence) ?? []);
  return last.first.kind === 'delete' ? [finding(last, repeats, evidence) ?? []].flat() : [];
}

function finding(main: Repeat, all: readonly Repeat[], evidence: Evidence): RowByRowWrites | null {
  const write = main.first.kind;
  if (!isWrite(write)) return null;
  const rows = main.statements.length;
  const [table = null] = evidence.tablesOf(main.sql);
  const model = table === null ? null : (modelOf(evidence.models, table)?.name ?? null);
  const facts: WriteFacts = {
    write,
    table,
    model,
    rows,
    reason: main.first.reason,
    ...whatChanges(main, evidence),
  };
  const verb = { insert: 'inserted into', update: 'updated in', delete: 'deleted from' }[write];
  const ids = all
    .flatMap(({ statements }) => statements.map(({ id }) => id))
    .sort((one, other) => one - other);
  return {
    kind: 'row-by-row-writes',
    place: main.place,
    statements: ids,
    cause: `${rows} rows were ${verb} ${table ?? 'a table'} one by one, by ${ids.length} statements.`,
    write,
    rows,
    fix: writeTogether(facts, evidence.orm),
  };
}

/** The columns that an UPDATE set to values that differ from row to row. */
function whatChanges({ first, statements, sql }: Repeat, evidence: Evidence): Pick<WriteFacts, 'changing'> {
  const read = evidence.sqlOf(sql);
  const equalities = equalitiesOf(read);
  if (first.kind !== 'update' || read === null || equalities === null) return { changing: [] };
  const params = statements.map((statement) => positional(statement) ?? []);
  const changing = (read.clauses.get('set') ?? []).flatMap(({ tokens, firstSlot }, index, parts) => {
    const end = parts[index + 1]?.firstSlot ?? Math.min(...equalities.map(({ slot }) => slot));
    const values = new Set(params.map((each) => JSON.stringify(each.slice(firstSlot, end))));
    const [name] = tokens;
    return values.size > 1 && name !== undefined ? [name.text.replaceAll(/["`[\]]/g, '')] : [];
  });
  return { changing };
}
