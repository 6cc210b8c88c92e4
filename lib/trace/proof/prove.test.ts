import { describe, expect, it } from 'vitest';
import type { ImageTable } from '../equivalence/image';
import type { Cell, Outcome, Statement } from '../schema';
import { statementWith } from '../testing-statement';
import { type ProvenRun, prove } from './prove';
import { sayProof } from './say-proof';

const CELL: Cell = {
  title: 'One',
  startLine: 1,
  endLine: 2,
  value: "['a', 'b', 'c']",
  valueType: 'list',
  stdout: '',
  state: 'done',
  durationUs: 900,
};

interface Made {
  readonly cells?: readonly Partial<Cell>[];
  readonly sent?: readonly Partial<Statement>[];
  readonly tables?: readonly ImageTable[];
  readonly outcome?: Partial<Outcome>;
}

function run({ cells = [{}], sent = [], tables = [], outcome = {} }: Made): ProvenRun {
  const statements = sent.map((each, id) =>
    statementWith({ id, kind: 'select', cell: 0, rowCount: 1, durationUs: 10, ...each }),
  );
  const timing = { totalUs: 1, ormUs: 1, sqliteUs: 0, harnessUs: 0 };
  const trace = {
    cells: cells.map((each) => ({ ...CELL, ...each })),
    calls: [],
    statements,
    timing,
    notices: [],
  };
  return { tables, outcome: { kind: 'done', trace, ...outcome } };
}

const genres = (...names: string[]): ImageTable => ({
  name: 'genre',
  columns: ['id', 'name'],
  primaryKey: ['id'],
  rows: names.map((name, id) => [id, name]),
});
const said = (before: Made, after: Made) => {
  const { lead, rest } = sayProof(prove(run(before), run(after), 0));
  return `${lead} ${rest}`.trim();
};
const many = (count: number, one: Partial<Statement> = {}) => Array.from({ length: count }, () => one);

describe('what a fix came to', () => {
  it('is fewer statements, and the same rows', () => {
    expect(said({ sent: many(21) }, { sent: many(1, { rowCount: 20 }) })).toBe(
      '1 statement, was 21. Same 3 rows.',
    );
    const proof = prove(run({ sent: many(21) }), run({ sent: many(1, { rowCount: 20 }) }), 0);
    expect(sayProof(proof).figures).toBe(
      '20 rows read, was 21. In SQLite 10 µs, was 210 µs. In all 900 µs, was 900 µs.',
    );
  });

  it('counts transactions where they are what was saved, and compares the tables where anything was written', () => {
    const none = { value: null };
    const apart = many(6, { kind: 'insert' }).flatMap((each) => [{ kind: 'begin' as const }, each]);
    const together = [{ kind: 'begin' as const }, ...many(6, { kind: 'insert' as const })];
    expect(
      said(
        { cells: [none], sent: apart, tables: [genres('a')] },
        { cells: [none], sent: together, tables: [genres('a')] },
      ),
    ).toBe('6 statements, was 6. 1 transaction, was 6. All tables are the same.');
  });

  it.each<[string, Made, Made, string]>([
    ['rows', {}, { cells: [{ value: "['a', 'x', 'y']" }] }, '2 rows differ.'],
    ['one row', {}, { cells: [{ value: "['a', 'b']" }] }, '1 row differs.'],
    ['the order', {}, { cells: [{ value: "['b', 'a', 'c']" }] }, 'the rows come in another order.'],
    ['a value', { cells: [{ value: '1' }] }, { cells: [{ value: '2' }] }, 'the value differs.'],
    ['a type', { cells: [{ value: '1' }] }, { cells: [{ value: '1.0' }] }, 'the values have other types.'],
    ['no value any more', {}, { cells: [{ value: null }] }, 'the value differs.'],
    ['the output', { cells: [{ stdout: 'a' }] }, { cells: [{ stdout: 'b' }] }, 'what is printed differs.'],
    [
      'another cell',
      { cells: [{}, { title: 'Two' }] },
      { cells: [{}, { title: 'Two', value: "['a', 'b', 'x']" }] },
      'in “Two” 1 row differs.',
    ],
    [
      'a table',
      { tables: [genres('a', 'b')] },
      { tables: [genres('a', 'c')] },
      '1 row of the table genre differs.',
    ],
    ['a missing table', { tables: [genres('a', 'b')] }, {}, '2 rows of the table genre differ.'],
    ['the end', {}, { outcome: { kind: 'timed-out' } }, 'the code reaches the time limit.'],
    [
      'an error',
      {},
      {
        outcome: {
          kind: 'python-error',
          error: {
            type: 'sqlalchemy.exc.InvalidRequestError',
            message: 'm',
            cell: 0,
            frames: [],
            span: { file: 'script.py', startLine: 4, startColumn: 0, endLine: 4, endColumn: 1 },
          },
        },
      },
      'the code stops with InvalidRequestError at line 4 of script.py.',
    ],
  ])('is not safe where it changes %s', (_, before, after, words) => {
    expect(said(before, after)).toContain(`Not safe here: ${words}`);
  });

  it('is the same where both stop with the same error in the same cell', () => {
    const error = { type: 'E', message: 'm', cell: 0, frames: [] };
    const stopped: Made = {
      cells: [{ state: 'failed', value: null }],
      outcome: { kind: 'python-error', error },
    };
    expect(prove(run(stopped), run(stopped), 0).verdict.kind).toBe('equal');
  });
});
