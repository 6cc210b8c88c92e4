import type { Orm } from '../../orm/orm';
import { numberKey, textKey } from '../../trace/equivalence/normal-value';
import { blobLiteral } from '../export/literal';
import { isCut, type ShownValue } from '../values';
import type { ChangedRow, Changes, RowValues, TableChanges } from './changes';
import type { CodeLine, Write } from './writes';

/** What one side's run changed, and what it wrote. */
export interface SideChanges {
  readonly orm: Orm;
  readonly changes: Changes;
  readonly writes: readonly Write[];
}

type BySide<T> = Readonly<Partial<Record<Orm, T>>>;

/** What runs changed in one table, row by row, with both sides' rows in one list. */
export interface TableReport {
  readonly table: string;
  readonly changed: readonly RowReport[];
  readonly inserted: readonly WholeRow[];
  readonly deleted: readonly WholeRow[];
  readonly columns: readonly string[];
  readonly counts: BySide<{ readonly changed: number; readonly inserted: number; readonly deleted: number }>;
  /** Whether both sides did the same; null where there is one side only. */
  readonly isSame: boolean | null;
  /** Whether rows were left out of the lists because there are so many. */
  readonly isCut: boolean;
}

/** A row that is there before and after. */
export interface RowReport {
  /** "id 3"; its place in the list where the table has no key. */
  readonly name: string;
  readonly cells: readonly CellReport[];
  /** Columns that were set, and hold what they held before. */
  readonly setAgain: readonly {
    readonly columns: readonly string[];
    readonly by: BySide<readonly CodeLine[]>;
  }[];
}

export interface CellReport {
  readonly column: string;
  readonly before: ShownValue | undefined;
  /** What it holds after each side's run, whether that changed it or not. */
  readonly after: BySide<ShownValue | undefined>;
  readonly by: BySide<readonly CodeLine[]>;
  readonly isSame: boolean;
}

/** A row that came or went, and in which sides' runs. */
export interface WholeRow {
  readonly values: RowValues;
  readonly in: readonly Orm[];
}

/** Puts together what the runs of one or both sides changed, table by table. */
export function reportChanges(sides: readonly SideChanges[]): TableReport[] {
  const names = new Set(
    sides.flatMap(({ changes, writes }) => [
      ...changes.tables.map(({ table }) => table),
      ...writes.filter(({ kind }) => kind === 'update').map(({ table }) => table),
    ]),
  );
  return [...names]
    .map((table) => reportTable(table, sides))
    .filter(({ changed, inserted, deleted }) => changed.length + inserted.length + deleted.length > 0);
}

interface TableSide extends Pick<SideChanges, 'orm'> {
  /** Null where the run changed nothing in the table. */
  readonly changes: TableChanges | null;
  readonly writes: readonly Write[];
}

function reportTable(table: string, sides: readonly SideChanges[]): TableReport {
  const here: TableSide[] = sides.map(({ orm, changes, writes }) => ({
    orm,
    changes: changes.tables.find((each) => each.table === table) ?? null,
    writes: writes.filter((write) => write.table.toLowerCase() === table.toLowerCase()),
  }));
  const some = here.find(({ changes }) => changes !== null)?.changes ?? null;
  const changed = changedRows(here);
  const inserted = wholeRows(here, 'inserted');
  const deleted = wholeRows(here, 'deleted');
  const everywhere = (rows: readonly WholeRow[]): boolean =>
    rows.every((row) => row.in.length === sides.length);
  return {
    table,
    changed,
    inserted,
    deleted,
    columns: some?.columns ?? [],
    counts: Object.fromEntries(here.map(({ orm, changes }) => [orm, countsOf(changes)])),
    isSame:
      sides.length < 2
        ? null
        : everywhere(inserted) &&
          everywhere(deleted) &&
          changed.every(({ cells }) => cells.every(({ isSame }) => isSame)),
    isCut: here.some(({ changes }) => changes !== null && isCutShort(changes)),
  };
}

function countsOf(changes: TableChanges | null) {
  return {
    changed: changes?.changed.count ?? 0,
    inserted: changes?.inserted.count ?? 0,
    deleted: changes?.deleted.count ?? 0,
  };
}

function isCutShort({ changed, inserted, deleted }: TableChanges): boolean {
  return [changed, inserted, deleted].some(({ count, rows }) => rows.length < count);
}

/** A row as it is put together from both sides. */
interface Gathered {
  readonly name: string;
  readonly rows: Map<Orm, { readonly row: ChangedRow; readonly columns: readonly string[] }>;
  /** Columns that were set, and from where. */
  readonly set: Map<Orm, Map<string, CodeLine[]>>;
}

function changedRows(sides: readonly TableSide[]): RowReport[] {
  const rows = new Map<string, Gathered>();
  const rowOf = (parts: NamedParts): Gathered => {
    const row = rows.get(identityOf(parts)) ?? {
      name: parts.map((part) => part.join(' ')).join(', '),
      rows: new Map(),
      set: new Map(),
    };
    rows.set(identityOf(parts), row);
    return row;
  };
  for (const side of sides) {
    for (const row of side.changes?.changed.rows ?? [])
      rowOf(partsOf(row.before, side.changes)).rows.set(side.orm, {
        row,
        columns: side.changes?.columns ?? [],
      });
    for (const write of updatesOfKept(side)) {
      const { set } = rowOf([...write.key]);
      const columns = set.get(side.orm) ?? new Map<string, CodeLine[]>();
      set.set(side.orm, columns);
      for (const column of write.columns)
        columns.set(column, withLine(columns.get(column) ?? [], write.line));
    }
  }
  return [...rows.values()]
    .map(rowReport(sides))
    .filter(({ cells, setAgain }) => cells.length + setAgain.length > 0);
}

/** Columns with their values, by which a row is known. */
type NamedParts = readonly (readonly [column: string, value: string])[];

function partsOf(values: RowValues, changes: TableChanges | null): NamedParts {
  const columns = changes?.columns ?? [];
  const named = changes?.key.kind === 'primary-key' ? changes.key.columns : columns;
  return named.map((column) => [column, text(values[columns.indexOf(column)])] as const);
}

function identityOf(parts: NamedParts): string {
  return parts
    .map(([column, value]) => `${column.toLowerCase()} ${worth(value)}`)
    .sort()
    .join();
}

/** A side's UPDATEs of rows that are there before and after. */
function updatesOfKept({ changes, writes }: TableSide): Write[] {
  const updates = writes.filter(({ kind }) => kind === 'update');
  if (changes === null) return updates;
  // Of a table with more changes than are listed, a row that is not listed may be any.
  if (isCutShort(changes)) return [];
  const others = new Set(
    [...changes.inserted.rows, ...changes.deleted.rows].map((values) => identityOf(partsOf(values, changes))),
  );
  return updates.filter((write) => isKeyOf(write, changes.key) && !others.has(identityOf([...write.key])));
}

const rowReport =
  (sides: readonly TableSide[]) =>
  ({ name, rows, set }: Gathered): RowReport => {
    const linesOf = (orm: Orm, column: string): readonly CodeLine[] => set.get(orm)?.get(column) ?? [];
    const differing = (orm: Orm): readonly string[] => {
      const found = rows.get(orm);
      return found === undefined ? [] : found.row.differing.map((at) => found.columns[at] ?? '');
    };
    const columns = [...new Set(sides.flatMap(({ orm }) => differing(orm)))];
    const cells = columns.map((column): CellReport => {
      const valueIn = (orm: Orm, when: 'before' | 'after'): ShownValue | undefined => {
        const found = rows.get(orm);
        return found?.row[when][found.columns.indexOf(column)];
      };
      const [knowing] = sides.filter(({ orm }) => rows.has(orm));
      const before = knowing === undefined ? undefined : valueIn(knowing.orm, 'before');
      // A side that did not change the row has left what was there.
      const after = sides.map(({ orm }) => [orm, rows.has(orm) ? valueIn(orm, 'after') : before] as const);
      const [first, ...others] = after;
      return {
        column,
        before,
        after: Object.fromEntries(after),
        by: Object.fromEntries(sides.map(({ orm }) => [orm, linesOf(orm, column)])),
        isSame: others.every(([, value]) => loose(value) === loose(first?.[1])),
      };
    });
    const setAgain = sides.flatMap(({ orm }) => {
      const changed = new Set(differing(orm));
      const again = [...(set.get(orm)?.keys() ?? [])].filter((column) => !changed.has(column));
      if (again.length === 0) return [];
      const lines = again.flatMap((column) => [...linesOf(orm, column)]);
      return [{ columns: again, by: { [orm]: lines.reduce<CodeLine[]>(withLine, []) } }];
    });
    return { name, cells, setAgain };
  };

function wholeRows(sides: readonly TableSide[], kind: 'inserted' | 'deleted'): WholeRow[] {
  const found: { readonly values: RowValues; readonly in: Orm[]; readonly text: string }[] = [];
  for (const { orm, changes } of sides) {
    for (const values of changes?.[kind].rows ?? []) {
      const text = values.map(loose).join('\n');
      const same = found.find((row) => row.text === text && !row.in.includes(orm));
      if (same === undefined) found.push({ values, in: [orm], text });
      else same.in.push(orm);
    }
  }
  return found;
}

function isKeyOf(write: Write, key: TableChanges['key']): boolean {
  return (
    key.kind === 'primary-key' &&
    key.columns.length === write.key.size &&
    key.columns.every((column) => write.key.has(column.toLowerCase()))
  );
}

function withLine(lines: readonly CodeLine[], line: CodeLine | null): CodeLine[] {
  if (line === null || lines.some((each) => each.file === line.file && each.line === line.line))
    return [...lines];
  return [...lines, line];
}

/** The same for values that are equal in whichever form SQLite stores them: 5 and 5.0, a moment with `T`. */
function loose(value: ShownValue | undefined): string {
  if (typeof value === 'string') return textKey(value);
  return typeof value === 'bigint' || typeof value === 'number' ? numberKey(String(value)) : text(value);
}

function text(value: ShownValue | undefined): string {
  if (value === undefined) return 'not there';
  if (value === null) return 'NULL';
  if (isCut(value)) return `${String(value.start)}… ${value.length}`;
  return value instanceof Uint8Array ? blobLiteral(value) : String(value);
}

/** What a parameter is worth to SQLite, which makes of it what its column holds. */
function worth(value: string): string {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value) ? numberKey(value) : textKey(value);
}
