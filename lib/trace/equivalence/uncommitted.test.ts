import { describe, expect, it } from 'vitest';
import type { Cell, Statement, StatementKind, Trace } from '../schema';
import { statementWith } from '../testing-statement';
import { uncommittedWrites } from './uncommitted';

const CELL: Cell = {
  title: '',
  startLine: 1,
  endLine: 1,
  value: null,
  valueType: null,
  stdout: '',
  state: 'done',
  durationUs: 0,
};

/** The trace of cells whose statements are named by their kinds; `savepoint a` and the like name one. */
function traceOf(cells: readonly (readonly string[])[], changes: Partial<Statement> = {}): Trace {
  let id = 0;
  const statements = cells.flatMap((texts, cell) =>
    texts.map((text) => {
      const kind = text.split(' ')[0] as StatementKind;
      id += 1;
      return statementWith({ id, cell, kind, sql: text, ...changes });
    }),
  );
  const timing = { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 };
  return { cells: cells.map(() => CELL), calls: [], statements, timing, notices: [] };
}

describe('uncommittedWrites', () => {
  it('counts a write from its cell to the one in which it is committed', () => {
    expect(
      uncommittedWrites(
        traceOf([['select'], ['begin', 'insert', 'select'], ['update'], ['commit', 'delete'], []]),
      ),
    ).toEqual([0, 1, 2, 0, 0]);
  });

  it('counts none that was rolled back, with all or with its savepoint', () => {
    expect(uncommittedWrites(traceOf([['begin', 'insert'], ['rollback']]))).toEqual([1, 0]);
    expect(
      uncommittedWrites(
        traceOf([
          ['begin', 'insert', 'savepoint a', 'insert'],
          ['rollback-to a', 'insert'],
          ['release a'],
          ['commit'],
        ]),
      ),
    ).toEqual([2, 2, 2, 0]);
  });

  it('counts to the end what is never decided, and nothing that needs no commit or was refused', () => {
    expect(uncommittedWrites(traceOf([['begin', 'ddl'], [], []]))).toEqual([1, 1, 1]);
    expect(uncommittedWrites(traceOf([['insert', 'update'], []]))).toEqual([0, 0]);
    const error = { type: 'sqlite3.IntegrityError', message: 'no' };
    expect(uncommittedWrites(traceOf([['insert']], { error }))).toEqual([0]);
  });

  it('tells connections apart', () => {
    const { statements, ...rest } = traceOf([['begin', 'insert'], ['commit']]);
    const [begin, insert, commit] = statements;
    if (!begin || !insert || !commit) throw new Error('three statements');
    const two = { ...rest, statements: [begin, insert, { ...commit, connection: 1 }] };
    expect(uncommittedWrites(two)).toEqual([1, 1]);
  });

  it('says nothing of a trace that does not hold every statement', () => {
    const trace = traceOf([['begin', 'insert']]);
    const notices = [{ kind: 'statement-limit', message: '' }] as const;
    expect(uncommittedWrites({ ...trace, notices: [...notices] })).toEqual([0]);
  });
});
