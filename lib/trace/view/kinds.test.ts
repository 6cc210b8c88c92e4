import { describe, expect, it } from 'vitest';
import { traceOf } from '../findings/testing-trace';
import { itemsOf } from './items';
import { fingerprintOf, kindsOf } from './kinds';
import { scopesOf } from './scopes';

describe('fingerprintOf', () => {
  it.each([
    ['SELECT a FROM b WHERE c = 5 AND d = :x', 'SELECT a FROM b WHERE c = ? AND d = ?'],
    ["SELECT 'a'  AS x, x'00' FROM b1", 'SELECT ? AS x, ? FROM b1'],
    ['SELECT a FROM b WHERE c IN (?, ?, ?)', 'SELECT a FROM b WHERE c IN (?)'],
    ['INSERT INTO a VALUES (?, ?), (?, ?), (?, ?)', 'INSERT INTO a VALUES (?)'],
  ])('%s', (sql, fingerprint) => {
    expect(fingerprintOf(sql)).toBe(fingerprint);
  });
});

describe('kindsOf', () => {
  it('sums what differs in values only, the most time first', () => {
    const { statements } = traceOf({}, [
      { at: [], sql: 'SELECT 1', more: { durationUs: 10, rowCount: 1 } },
      {
        at: [],
        sql: 'SELECT a FROM b WHERE c IN (?)',
        more: { durationUs: 20, rowCount: 1, kind: 'select' },
      },
      {
        at: [],
        sql: 'SELECT a FROM b WHERE c IN (?, ?)',
        more: { durationUs: 30, rowCount: 2, kind: 'select' },
      },
      { at: [], sql: 'BEGIN' },
    ]);
    const items = itemsOf(
      statements,
      scopesOf(statements),
      new Map([
        [1, 4],
        [2, 4],
      ]),
    );
    expect(kindsOf(items)).toMatchObject([
      { fingerprint: 'SELECT a FROM b WHERE c IN (?)', count: 2, rows: 3, us: 50, calls: [4] },
      { fingerprint: 'SELECT ?', count: 1, rows: 1, us: 10, calls: [] },
    ]);
  });
});
