import type { Orm } from '../../orm/orm';
import { type ReadStatement, readSql } from '../alignment/read-sql';
import type { Span, Statement, Trace } from '../schema';
import { isEvaluatedOnce } from './evaluated-once';
import { isTableOf, type Model, readModels } from './models';
import { findRepeats, type Repeat } from './repeats';
import { placeOfFirst, SortedIds } from './sorted-ids';

/** One side's run, as the detectors look at it; everything in it is made once. */
export class Evidence {
  readonly trace: Trace;
  readonly orm: Orm;
  readonly models: readonly Model[];
  readonly repeats: readonly Repeat[];
  private readonly lines: ReadonlyMap<string, readonly string[]>;
  private readonly statements: ReadonlyMap<number, Statement>;
  private readonly read = new Map<string, ReadStatement | null>();
  private readonly selects = new Map<string, Statement[]>();
  private readonly writes = new Map<string, SortedIds>();
  private readonly controls = new Map<string, SortedIds>();

  constructor(trace: Trace, files: Readonly<Record<string, string>>, orm: Orm) {
    this.trace = trace;
    this.orm = orm;
    this.models = readModels(files, orm);
    this.repeats = findRepeats(trace);
    this.lines = new Map(Object.entries(files).map(([name, text]) => [name, text.split(/\r\n|\r|\n/)]));
    this.statements = new Map(trace.statements.map((statement) => [statement.id, statement]));
    for (const statement of trace.statements) this.index(statement);
  }

  /** The statement's clauses and tables; null when it is not written as the ORMs write. */
  sqlOf(sql: string): ReadStatement | null {
    const known = this.read.get(sql);
    if (known !== undefined) return known;
    const found = readSql(sql);
    this.read.set(sql, found);
    return found;
  }

  /** Names of the tables of a statement in lower case, the one that it starts from first. */
  tablesOf(sql: string): readonly string[] {
    return [...new Set((this.sqlOf(sql)?.sources ?? []).map(({ table }) => table))];
  }

  /** The text of a span; of one that goes over several lines, what is in its last. */
  textOf({ file, startLine, startColumn, endLine, endColumn }: Span): string {
    return (
      this.lines.get(file)?.[endLine - 1]?.slice(startLine === endLine ? startColumn : 0, endColumn) ?? ''
    );
  }

  /** Whether an expression is plainly evaluated once: what it sent again and again is the ORM's own doing. */
  isOnce(span: Span): boolean {
    return isEvaluatedOnce(span, this.lines.get(span.file) ?? []);
  }

  /** Whether a call sent a flush: what else it sent may be the unit of work's own doing. */
  hasFlushed(call: number): boolean {
    const ids = this.trace.calls[call]?.id === call ? this.trace.calls[call].statements : [];
    return ids.some((id) => this.statements.get(id)?.reason === 'flush');
  }

  /** The SELECTs that start from a model's table and were sent before a statement: so many, the latest first. */
  selectsBefore(model: Model, id: number, most: number): readonly Statement[] {
    const table = [...this.selects.keys()].find((each) => isTableOf(model, each));
    const list = this.selects.get(table ?? '') ?? [];
    const end = placeOfFirst(list, (statement) => statement.id >= id);
    return list.slice(Math.max(0, end - most), end).reverse();
  }

  /** Whether one of a statement's tables was written, or anything was rolled back, between two statements. */
  mayHaveChanged(sql: string, from: number, to: number): boolean {
    const undone = (this.controls.get('rollback')?.between(from, to) ?? 0) + this.savepoints(from, to);
    return (
      undone > 0 || this.tablesOf(sql).some((table) => (this.writes.get(table)?.between(from, to) ?? 0) > 0)
    );
  }

  /** How many savepoints lie between two statements. */
  savepoints(from: number, to: number): number {
    return this.controls.get('savepoint')?.between(from, to) ?? 0;
  }

  /** How many transactions end well between two statements. */
  commits(from: number, to: number): number {
    return this.controls.get('commit')?.between(from, to) ?? 0;
  }

  /** How many transactions begin between two statements, by any call or by one of them. */
  begins(from: number, to: number, call?: number): number {
    return this.controls.get(call === undefined ? 'begin' : `begin ${call}`)?.between(from, to) ?? 0;
  }

  private index(statement: Statement): void {
    const { kind, id, sql, call } = statement;
    switch (kind) {
      case 'select': {
        const [table] = this.tablesOf(sql);
        if (table !== undefined)
          add(
            this.selects,
            table,
            () => [],
            (list) => list.push(statement),
          );
        break;
      }
      case 'insert':
      case 'update':
      case 'delete': {
        const [table] = this.tablesOf(sql);
        if (table !== undefined) add(this.writes, table, newIds, (ids) => ids.push(id));
        break;
      }
      case 'begin':
        add(this.controls, kind, newIds, (ids) => ids.push(id));
        if (call !== null) add(this.controls, `begin ${call}`, newIds, (ids) => ids.push(id));
        break;
      default:
        add(this.controls, kind, newIds, (ids) => ids.push(id));
    }
  }
}

function newIds(): SortedIds {
  return new SortedIds();
}

function add<Value>(
  map: Map<string, Value>,
  key: string,
  make: () => Value,
  change: (value: Value) => unknown,
): void {
  const value = map.get(key) ?? make();
  map.set(key, value);
  change(value);
}
