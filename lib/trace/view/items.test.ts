import { describe, expect, it } from 'vitest';
import { type Sent, traceOf } from '../findings/testing-trace';
import type { Statement } from '../schema';
import { type Item, itemsOf } from './items';
import { scopesOf } from './scopes';

/** The items of a run of one connection, given by its SQL; `!` before a text: SQLite refused it. */
function items(...texts: readonly (string | Sent)[]): readonly Item[] {
  const sent = texts.map((text): Sent => {
    if (typeof text !== 'string') return text;
    const sql = text.replace(/^!/, '');
    const more: Partial<Statement> = { kind: kindOf(sql) };
    return { at: [], sql, more: text === sql ? more : { ...more, error: { type: 'E', message: 'refused' } } };
  });
  const { statements } = traceOf({}, sent);
  return itemsOf(statements, scopesOf(statements), new Map());
}

function kindOf(sql: string): Statement['kind'] {
  const kinds: [RegExp, Statement['kind']][] = [
    [/^BEGIN/, 'begin'],
    [/^COMMIT/, 'commit'],
    [/^ROLLBACK TO/, 'rollback-to'],
    [/^ROLLBACK/, 'rollback'],
    [/^SAVEPOINT/, 'savepoint'],
    [/^RELEASE/, 'release'],
    [/^INSERT/, 'insert'],
  ];
  return kinds.find(([pattern]) => pattern.test(sql))?.[1] ?? 'select';
}

function said(list: readonly Item[]): string[] {
  return list.map((item) =>
    item.kind === 'boundary' ? `${item.verb} ${item.words}` : `${item.where}${item.undone ? ', undone' : ''}`,
  );
}

describe('transactions', () => {
  it('that are left open have no end', () => {
    const list = items('BEGIN', 'INSERT INTO a', 'SAVEPOINT x', 'INSERT INTO b');
    expect(list.map(({ rails }) => rails.map(({ ends }) => ends))).toEqual([
      [false],
      [false],
      [false, false],
      [false, false],
    ]);
  });

  it('that are rolled back undo what savepoints in them had kept', () => {
    expect(
      said(items('BEGIN', 'SAVEPOINT x', 'INSERT INTO a', 'RELEASE x', 'INSERT INTO b', 'ROLLBACK')),
    ).toEqual([
      'BEGIN transaction 1',
      'SAVEPOINT savepoint 1',
      'transaction 1, savepoint 1, undone',
      'RELEASE savepoint 1',
      'transaction 1, undone',
      'ROLLBACK transaction 1: nothing of this is kept',
    ]);
  });

  it('are numbered in the order of their beginning, savepoints in each', () => {
    expect(
      said(
        items(
          'BEGIN',
          'SAVEPOINT x',
          'RELEASE x',
          'SAVEPOINT x',
          'RELEASE "X"',
          'COMMIT',
          'BEGIN',
          'SAVEPOINT y',
        ),
      ),
    ).toEqual([
      'BEGIN transaction 1',
      'SAVEPOINT savepoint 1',
      'RELEASE savepoint 1',
      'SAVEPOINT savepoint 2',
      'RELEASE savepoint 2',
      'COMMIT transaction 1',
      'BEGIN transaction 2',
      'SAVEPOINT savepoint 1',
    ]);
  });

  it('go on behind a ROLLBACK TO, in the same savepoint', () => {
    const list = items(
      'BEGIN',
      'SAVEPOINT x',
      'INSERT INTO a',
      'ROLLBACK TO x',
      'INSERT INTO b',
      'RELEASE x',
      'COMMIT',
    );
    expect(said(list)).toEqual([
      'BEGIN transaction 1',
      'SAVEPOINT savepoint 1',
      'transaction 1, savepoint 1, undone',
      'ROLLBACK TO savepoint 1: nothing of this is kept',
      'transaction 1, savepoint 1',
      'RELEASE savepoint 1',
      'COMMIT transaction 1',
    ]);
  });

  it('show a RELEASE right behind its ROLLBACK TO as one with it', () => {
    const list = items('BEGIN', 'SAVEPOINT x', 'ROLLBACK TO SAVEPOINT x', 'RELEASE SAVEPOINT x', 'COMMIT');
    expect(list.map(({ statements }) => statements.length)).toEqual([1, 1, 2, 1]);
  });

  it('are not closed by a statement that was refused', () => {
    const list = items('BEGIN', '!COMMIT', 'INSERT INTO a', 'ROLLBACK');
    expect(said(list)[1]).toBe('COMMIT refused');
    expect(said(list)[2]).toBe('transaction 1, undone');
  });

  it('of another connection are not around a statement', () => {
    const [, other] = items('BEGIN', { at: [], sql: 'SELECT 1', more: { connection: 1 } });
    expect(other?.rails).toEqual([]);
  });
});

describe('statements alike', () => {
  it('are one item when one call sent them one after the other', () => {
    expect(
      items('SELECT 1', 'SELECT 1', 'SELECT 2', 'SELECT 1').map(({ statements }) => statements.length),
    ).toEqual([2, 1, 1]);
  });

  it('stay apart across the end of a transaction, and where one was refused', () => {
    expect(items('BEGIN', 'INSERT INTO a', 'COMMIT', 'INSERT INTO a')).toHaveLength(4);
    expect(items('INSERT INTO a', '!INSERT INTO a')).toHaveLength(2);
  });

  it('are exact repeats when their parameters are equal too, and only when they read', () => {
    const read = (id: number): Sent => ({ at: [], sql: 'SELECT ?', more: { params: [id] } });
    const write = (id: number): Sent => ({
      at: [],
      sql: 'INSERT INTO a VALUES (?)',
      more: { params: [id], kind: 'insert' },
    });
    const [reads, writes] = items(read(1), read(2), read(1), write(1), write(1));
    expect(reads?.kind === 'statements' && reads.isRepeat).toEqual([false, false, true]);
    expect(writes?.kind === 'statements' && writes.isRepeat).toEqual([false, false]);
  });
});
