import type { Orm } from '../../orm/orm';
import { isCounted } from '../counted';
import type { Cell, Statement, Trace } from '../schema';
import { type CallView, callsOfCell } from './calls';
import { type Item, itemsOf, type Rail } from './items';
import { type Scopes, scopesOf } from './scopes';
import { type Strip, stripOf } from './strip';

/** What a part of a run comes to. */
export interface Counts {
  /** Those that count in headlines. */
  readonly statements: number;
  readonly reads: number;
  readonly writes: number;
  /** Rows that were read. */
  readonly rows: number;
  /** Time inside SQLite, in µs. */
  readonly sqliteUs: number;
}

/** One cell of one side, as it is drawn. */
export interface CellView {
  readonly orm: Orm;
  /** Index in the trace; null: what was sent while setting up. */
  readonly index: number | null;
  /** Null for setting up. */
  readonly cell: Cell | null;
  readonly calls: readonly CallView[];
  readonly items: readonly Item[];
  readonly counts: Counts;
  readonly strip: Strip;
}

/** One side of a run, as it is drawn. */
export interface SideView {
  readonly orm: Orm;
  readonly cells: readonly CellView[];
  readonly setup: CellView;
  /** Of all cells; what set up the run is not counted. */
  readonly counts: Counts;
  readonly strip: Strip;
  /** Longest time in SQLite of one item, in µs: bars of one run are measured by it. */
  readonly longestUs: number;
}

/**
 * Makes the rows that are drawn of one side. Takes time in proportion to the trace.
 *
 * @param before how an earlier part of the same run was drawn: cells that have not changed since are taken from
 * it, as they were drawn; whether a later cell undid what they wrote is not looked at
 */
export function sideViewOf(orm: Orm, trace: Trace, before: SideView | null = null): SideView {
  const scopes = scopesOf(trace.statements);
  const byCell = new Map<number | null, Statement[]>();
  for (const statement of trace.statements) {
    const key = statement.setup ? null : statement.cell;
    const group = byCell.get(key) ?? [];
    group.push(statement);
    byCell.set(key, group);
  }
  const cells = trace.cells.map((cell, index) => {
    const own = byCell.get(index) ?? [];
    const old = before?.cells[index];
    if (old !== undefined && isOf(old, cell, own)) return old;
    const view = cellView(orm, trace, index, cell, own, scopes);
    return old === undefined ? view : { ...view, items: withSame(old.items, view.items) };
  });
  return {
    orm,
    cells,
    setup: cellView(orm, trace, null, null, byCell.get(null) ?? [], scopes),
    counts: sum(cells.map(({ counts }) => counts)),
    strip: stripOf(cells.flatMap(({ items }) => items)),
    longestUs: longestOf(cells),
  };
}

/** Whether a view is of this very cell, with nothing sent since. */
function isOf({ cell, items }: CellView, now: Cell, statements: readonly Statement[]): boolean {
  if (cell !== now || items.at(-1)?.statements.at(-1) !== statements.at(-1)) return false;
  return items.reduce((sum, item) => sum + item.statements.length, 0) === statements.length;
}

/** The new items, and in place of those that have not changed since the old ones: they need not be drawn again. */
function withSame(before: readonly Item[], now: readonly Item[]): readonly Item[] {
  return now.map((item, index) => {
    const old = before[index];
    return old !== undefined && isSameItem(old, item) ? old : item;
  });
}

function isSameItem(one: Item, other: Item): boolean {
  const isSame =
    one.kind === other.kind &&
    one.call === other.call &&
    one.where === other.where &&
    one.statements.length === other.statements.length &&
    one.statements.every((statement, index) => statement === other.statements[index]) &&
    one.rails.length === other.rails.length &&
    one.rails.every((rail, index) => isSameRail(rail, other.rails[index]));
  if (!isSame || one.kind === 'boundary' || other.kind === 'boundary') return isSame;
  return one.undone === other.undone;
}

function isSameRail(one: Rail, other: Rail | undefined): boolean {
  return (
    other !== undefined &&
    one.starts === other.starts &&
    one.ends === other.ends &&
    one.undone === other.undone
  );
}

function longestOf(cells: readonly CellView[]): number {
  let longest = 1;
  for (const { items } of cells)
    for (const { statements } of items) longest = Math.max(longest, timeOf(statements));
  return longest;
}

/** Time inside SQLite of several statements, in µs. */
export function timeOf(statements: readonly Statement[]): number {
  return statements.reduce((total, { durationUs }) => total + durationUs, 0);
}

function cellView(
  orm: Orm,
  trace: Trace,
  index: number | null,
  cell: Cell | null,
  statements: readonly Statement[],
  scopes: Scopes,
): CellView {
  const { calls, numbers } =
    index === null
      ? { calls: [], numbers: new Map<number, number>() }
      : callsOfCell(trace, index, statements);
  const items = itemsOf(statements, scopes, numbers);
  return { orm, index, cell, calls, items, counts: countsOf(statements), strip: stripOf(items) };
}

function countsOf(statements: readonly Statement[]): Counts {
  const counted = statements.filter(isCounted);
  const reads = counted.filter(({ kind }) => kind === 'select');
  return {
    statements: counted.length,
    reads: reads.length,
    writes: counted.length - reads.length,
    rows: reads.reduce((total, { rowCount }) => total + (rowCount ?? 0), 0),
    sqliteUs: timeOf(statements),
  };
}

function sum(all: readonly Counts[]): Counts {
  const total = (key: keyof Counts): number => all.reduce((subtotal, counts) => subtotal + counts[key], 0);
  return {
    statements: total('statements'),
    reads: total('reads'),
    writes: total('writes'),
    rows: total('rows'),
    sqliteUs: total('sqliteUs'),
  };
}
