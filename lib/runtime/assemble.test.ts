import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAssembler } from './assemble';

const timing = { totalUs: 5, ormUs: 3, sqliteUs: 1, harnessUs: 1 };
const END = JSON.stringify({ kind: 'done', timing, notices: [] });
const statement = (id: number, sql = 'SELECT 1') => ({
  id,
  kind: 'select',
  sql,
  dialect: 'sqlite',
  params: [id],
  many: null,
  rowCount: 1,
  columns: ['1'],
  rows: [[1]],
  startUs: 0,
  durationUs: 7,
  call: null,
  cell: 0,
  setup: false,
  reason: 'explicit',
  stack: [],
  connection: 0,
});
const chunk = (...statements: object[]) => JSON.stringify({ statements });

describe('createAssembler', () => {
  it('adds up chunks, and a later word about a statement replaces the earlier one', () => {
    const assembler = createAssembler();
    assembler.chunk(chunk(statement(1), statement(0)), { 'SELECT 1': 2 });
    assembler.chunk(chunk({ ...statement(0), rowCount: 5 }), {});
    const { kind, trace } = assembler.end(END, {});
    expect(kind).toBe('done');
    expect(trace.statements.map(({ id, rowCount }) => [id, rowCount])).toEqual([
      [0, 5],
      [1, 1],
    ]);
    expect(trace.timing).toEqual(timing);
    expect(trace.notices).toEqual([]);
  });

  it('keeps what came before a run was cut short, and says how it ended', () => {
    const assembler = createAssembler();
    assembler.chunk(chunk(statement(0)), { 'SELECT 1': 1 });
    const { kind, error, trace } = assembler.cutShort('timed-out', 'Stopped after 30 seconds.');
    expect(kind).toBe('timed-out');
    expect(error?.message).toBe('Stopped after 30 seconds.');
    expect(trace.statements).toHaveLength(1);
    expect(trace.timing.sqliteUs).toBe(7);
  });

  it('says that a trace was interfered with when SQLite did not execute what it shows', () => {
    const assembler = createAssembler();
    assembler.chunk(chunk(statement(0), statement(1, 'SELECT forged')), { 'SELECT 1': 1 });
    const [notice] = assembler.end(END, {}).trace.notices;
    expect(notice?.kind).toBe('interference');
    expect(notice?.message).toContain('SELECT forged');
  });

  it('never throws on what a worker sends, keeps the rest, and says that something is missing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ statements: value })),
        ),
        (noise) => {
          const assembler = createAssembler();
          assembler.chunk(chunk(statement(0)), { 'SELECT 1': 1 });
          assembler.chunk(noise, {});
          const outcome = assembler.end(END, {});
          expect(outcome.trace.statements.some(({ id }) => id === 0)).toBe(true);
        },
      ),
    );
  });

  it('makes a crash of a last word that cannot be read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (noise) => {
        const outcome = createAssembler().end(noise, {});
        expect(outcome.kind).toBe('crashed');
        expect(outcome.error?.message).toMatch(/could not be read/);
      }),
    );
  });

  it('takes no more cells than a script may have', () => {
    const assembler = createAssembler();
    assembler.chunk(JSON.stringify({ cells: [{ index: 1e9, cell: {} }] }), {});
    const { trace } = assembler.end(END, {});
    expect(trace.cells).toEqual([]);
    expect(trace.notices[0]?.kind).toBe('incomplete');
  });

  it('fills a cell that was never reported, so that indexes stay right', () => {
    const cell = {
      title: 'Two',
      startLine: 3,
      endLine: 4,
      value: null,
      valueType: null,
      stdout: '',
      state: 'done',
      durationUs: 1,
    };
    const assembler = createAssembler();
    assembler.chunk(JSON.stringify({ cells: [{ index: 1, cell }] }), {});
    expect(assembler.current().cells.map(({ title, state }) => [title, state])).toEqual([
      ['', 'not-reached'],
      ['Two', 'done'],
    ]);
  });
});
