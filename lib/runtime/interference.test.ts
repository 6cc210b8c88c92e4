import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../trace/schema';
import { findInterference } from './interference';
import { witnessKey } from './witness-key';

const statement = (sql: string, more: Partial<Statement> = {}): Statement => ({
  id: 0,
  kind: 'other',
  sql,
  dialect: 'sqlite',
  params: null,
  many: null,
  rowCount: null,
  columns: null,
  rows: [],
  startUs: 0,
  durationUs: 0,
  call: null,
  cell: null,
  setup: false,
  reason: 'explicit',
  stack: [],
  connection: 0,
  ...more,
});
const counted = (...texts: string[]): Map<string, number> => {
  const witness = new Map<string, number>();
  for (const text of texts) witness.set(witnessKey(text), (witness.get(witnessKey(text)) ?? 0) + 1);
  return witness;
};

describe('findInterference', () => {
  it('finds nothing when SQLite executed every shown statement, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        expect(
          findInterference(
            texts.map((text) => statement(text)),
            counted(...texts.toReversed()),
          ),
        ).toBeNull();
      }),
    );
  });

  it('names a statement that SQLite never executed, even one named like an object property', () => {
    for (const forged of ['SELECT 1', 'constructor', '__proto__']) {
      const notice = findInterference([statement(forged)], counted('SELECT 2'));
      expect(notice?.kind).toBe('interference');
      expect(notice?.message).toContain(forged);
    }
  });

  it('says so when one real execution is shown twice', () => {
    expect(
      findInterference([statement('SELECT 1'), statement('SELECT 1')], counted('SELECT 1')),
    ).not.toBeNull();
  });

  it('counts each round of an executemany', () => {
    const many = statement('INSERT INTO t VALUES (?)', { many: 3 });
    const sql = many.sql;
    expect(findInterference([many], counted(sql, sql, sql))).toBeNull();
    expect(findInterference([many], counted(sql, sql))).not.toBeNull();
  });

  it('leaves out a statement that the driver refused', () => {
    const refused = statement('SELEC 1', {
      error: { type: 'sqlite3.OperationalError', message: 'near "SELEC"' },
    });
    expect(findInterference([refused], counted())).toBeNull();
  });

  it('knows a text that goes on after its semicolon, which SQLite does not keep', () => {
    expect(findInterference([statement('SELECT 1; -- all of them\n')], counted('SELECT 1;'))).toBeNull();
  });

  it('knows a long text by length and hash, and one cut for the trace by its length', () => {
    const long = `SELECT '${'x'.repeat(200_000)}'`;
    expect(findInterference([statement(long)], counted(long))).toBeNull();
    expect(findInterference([statement(long.replace('xx', 'xy'))], counted(long))).not.toBeNull();
    const cut = statement(long.slice(0, 1_000), { sqlLength: long.length });
    expect(findInterference([cut], counted(long))).toBeNull();
    expect(findInterference([cut], counted('SELECT 1'))).not.toBeNull();
  });
});
