import { isCounted } from '../trace/counted';
import type { Call, Cell, Outcome, Statement, StatementKind } from '../trace/schema';

/** One cell of one side's run: what it came to and what it sent. */
export class CellRun {
  readonly cell: Cell;
  readonly calls: readonly Call[];
  /** All of its statements, transaction control included, in the order of sending. */
  readonly all: readonly Statement[];
  /** Those that count in headlines. */
  readonly statements: readonly Statement[];

  constructor(cell: Cell, calls: readonly Call[], statements: readonly Statement[]) {
    this.cell = cell;
    this.calls = calls;
    this.all = statements;
    this.statements = statements.filter(isCounted);
  }

  /** Number of statements of one kind. */
  kinds(kind: StatementKind): number {
    return this.all.filter((statement) => statement.kind === kind).length;
  }

  /** Number of columns that its first UPDATE sets; throws {@link ScenarioRunError} when it sent none. */
  columnsSet(): number {
    const update = this.all.find((statement) => statement.kind === 'update');
    const list = update?.sql.match(/ SET (.*?)(?: WHERE | RETURNING |$)/s)?.[1];
    if (list === undefined) throw new ScenarioRunError(`The cell "${this.cell.title}" sent no UPDATE.`);
    return list.split(/\s*=\s*/).length - 1;
  }
}

/** A scenario asked its run for something that is not there. */
class ScenarioRunError extends Error {
  override readonly name = 'ScenarioRunError';
}

/** Reads one side's outcome by the titles of its cells. */
export class SideRun {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    this.outcome = outcome;
  }

  /** Titles of the cells, in order. */
  get titles(): readonly string[] {
    return this.outcome.trace.cells.map((cell) => cell.title);
  }

  /** Number of counted statements in all cells. */
  get total(): number {
    return this.outcome.trace.statements.filter(isCounted).length;
  }

  /** Gives the first cell with that title, undefined when there is none. */
  find(title: string): CellRun | undefined {
    const { cells, calls, statements } = this.outcome.trace;
    const index = cells.findIndex((cell) => cell.title === title);
    const cell = cells[index];
    if (cell === undefined) return undefined;
    return new CellRun(
      cell,
      calls.filter((call) => call.cell === index),
      statements.filter((statement) => statement.cell === index),
    );
  }

  /** Gives the first cell with that title; throws {@link ScenarioRunError} when there is none. */
  cell(title: string): CellRun {
    const found = this.find(title);
    if (found !== undefined) return found;
    throw new ScenarioRunError(`This run has no cell "${title}". Its cells are: ${this.titles.join(', ')}.`);
  }

  /** Counted statements of one cell. */
  count(title: string): number {
    return this.cell(title).statements.length;
  }
}
