import { describe, expect, it } from 'vitest';
import type { Orm } from '../../orm/orm';
import { loadFiles, loadRecording } from '../../scenarios/load';
import type { CellView } from './side-view';
import { sideViewOf } from './side-view';
import { textAt } from './source-text';
import { stripWords } from './strip';

/** One cell of a scenario's recorded run, and the texts of its calls by their numbers. */
function recorded(slug: string, orm: Orm, title: string): { cell: CellView; code: Record<string, string> } {
  const { trace } = loadRecording(slug).trace[orm];
  const cell = sideViewOf(orm, trace).cells.find((each) => each.cell?.title === title);
  if (cell === undefined) throw new Error(`There is no cell ${title}.`);
  const files = loadFiles(slug)[orm];
  const code = cell.calls.flatMap(({ number, span }) =>
    number === null ? [] : [[String(number), textAt(files, span) ?? '']],
  );
  return { cell, code: Object.fromEntries(code) };
}

/** The list of a cell as one would read it out. */
function said({ items }: CellView): string[] {
  return items.map((item) => {
    const chip = item.call === null ? '-' : item.call;
    if (item.kind === 'boundary') return `${chip} ${item.verb} ${item.words}`;
    const times = item.statements.length > 1 ? ` ×${item.statements.length}` : '';
    const undone = item.undone ? ', undone' : '';
    return `${chip} ${item.statements[0].kind}${times}${item.where === '' ? '' : ` in ${item.where}`}${undone}`;
  });
}

describe('a cell that reads a relation in a loop', () => {
  it('is two cards: the list, and twenty loads as one with its exact repeats', () => {
    const { cell, code } = recorded('n-plus-one', 'django', 'Read each author');
    expect(said(cell)).toEqual(['1 select', '2 select ×20']);
    expect(code).toEqual({ 1: 'running_low', 2: 'book.author' });
    const [, loads] = cell.items;
    expect(loads?.kind === 'statements' && loads.isRepeat.filter(Boolean)).toHaveLength(10);
    expect(cell.counts).toMatchObject({ statements: 21, reads: 21, writes: 0, rows: 40 });
  });

  it('has a strip with one run of those alike, hollow where they repeat', () => {
    const { cell } = recorded('n-plus-one', 'django', 'Read each author');
    expect(cell.strip.alike).toEqual([{ from: 1, to: 21 }]);
    expect(cell.strip.ticks.filter(({ hollow }) => hollow)).toHaveLength(10);
    expect(stripWords(cell.strip)).toBe('21 statements, 20 alike');
  });

  it('shows a call that sent nothing without a number', () => {
    const { cell } = recorded('n-plus-one', 'django', 'Read each author');
    expect(cell.calls.map(({ number }) => number)).toEqual([null, 2, 1]);
  });
});

describe('a cell whose helpers send from another file', () => {
  it('has its chips on the expressions that called them', () => {
    const { cell, code } = recorded('transactions-and-errors', 'django', 'Sell two books in one transaction');
    expect(code).toEqual({
      1: 'transaction.atomic()',
      2: 'open_purchase("zofia@example.com")',
      3: 'sell(purchase, "Kindred")',
      4: 'sell(purchase, "Emma")',
    });
    expect(said(cell)).toEqual([
      '1 BEGIN transaction 1',
      '2 select in transaction 1',
      '2 insert in transaction 1',
      '3 select in transaction 1',
      '3 insert in transaction 1',
      '3 update in transaction 1',
      '4 select in transaction 1',
      '4 insert in transaction 1',
      '4 update in transaction 1',
      '1 COMMIT transaction 1',
    ]);
  });

  it('draws a savepoint that was rolled back inside of its transaction, and what was written there as undone', () => {
    const { cell } = recorded('transactions-and-errors', 'django', 'Undo a part, keep the rest');
    expect(said(cell).slice(6, 12)).toEqual([
      '4 SAVEPOINT savepoint 1',
      '5 select in transaction 1, savepoint 1',
      '5 insert in transaction 1, savepoint 1, undone',
      '5 update in transaction 1, savepoint 1, undone',
      '4 ROLLBACK TO savepoint 1: nothing of this is kept',
      '6 update in transaction 1',
    ]);
    const rails = cell.items
      .slice(6, 12)
      .map((item) => item.rails.map((rail) => [rail.starts, rail.ends, rail.undone]));
    const inside = [false, false, false];
    expect(rails).toEqual([
      [inside, [true, false, true]],
      [inside, [false, false, true]],
      [inside, [false, false, true]],
      [inside, [false, false, true]],
      [inside, [false, true, true]],
      [inside],
    ]);
  });
});

describe('what set up the run', () => {
  it('is apart, and counts nowhere', () => {
    const { trace } = loadRecording('first-steps').trace.django;
    const view = sideViewOf('django', trace);
    expect(view.setup.items.length).toBeGreaterThan(0);
    expect(view.setup.counts.statements).toBe(0);
    expect(view.counts.statements).toBe(view.strip.ticks.length);
  });
});
