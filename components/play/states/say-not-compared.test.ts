import { describe, expect, it } from 'vitest';
import { sayNotCompared } from './say-not-compared';

const EMPTY = { database: new Uint8Array(), startedFrom: { kind: 'empty' } } as const;
const dataset = (sql: string) => ({ ...EMPTY, startedFrom: { kind: 'dataset', name: 'x', sql } }) as const;

describe('databases that are not compared', () => {
  it('are those that are not there, for a reason that is said', () => {
    const missing = (database: 'too-large' | 'no-room' | 'unreadable') =>
      sayNotCompared({ django: EMPTY, sqlalchemy: { ...EMPTY, database } });
    expect(missing('too-large')).toBe("Databases not compared: SQLAlchemy's is larger than 4 MB");
    expect(missing('no-room')).toContain('16 MB');
    expect(missing('unreadable')).toContain('could not be read');
  });

  it('are those of runs that began with other data', () => {
    expect(sayNotCompared({ django: EMPTY, sqlalchemy: EMPTY })).toBeNull();
    expect(sayNotCompared({ django: dataset('a'), sqlalchemy: dataset('a') })).toBeNull();
    expect(sayNotCompared({ django: dataset('a'), sqlalchemy: dataset('b') })).toContain(
      'different starting data',
    );
    expect(sayNotCompared({ django: dataset('a'), sqlalchemy: EMPTY })).toContain('different starting data');
  });
});
