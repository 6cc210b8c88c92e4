import type { Statement } from '../schema';
import { literalOf } from './literal';
import { type Param, type ParamSet, paramAt, paramSetsOf } from './placeholders';
import { layoutSql, type SqlPiece } from './sql-layout';

/** A value that stands in the SQL, in the place of its parameter. */
export interface SlotValue {
  /** As a literal; cut when it is long. */
  readonly text: string;
  /** True: there is more of it than is shown. */
  readonly cut: boolean;
}

/** Where a parameter stands: its placeholder as it was sent, and the values that took its place. */
export interface Slot {
  readonly kind: 'slot';
  readonly placeholder: string;
  /** One when all statements had the same; else the first three and the last, or all of up to four. */
  readonly values: readonly SlotValue[];
  /** Values between the third and the last that are not shown. */
  readonly hidden: number;
}

export type ViewPiece =
  | Exclude<SqlPiece, { kind: 'placeholder' | 'columns' }>
  | Slot
  | { readonly kind: 'columns'; readonly count: number; readonly pieces: readonly ViewPiece[] };

export interface ViewLine {
  readonly indent: number;
  readonly pieces: readonly ViewPiece[];
}

/** SQL as it is drawn. */
export interface SqlView {
  /** Null: the text is so long that it is not laid out. */
  readonly lines: readonly ViewLine[] | null;
  /** The beginning of such a text; all of it else. */
  readonly head: string;
  /** Characters of the whole text, and how many of them the trace kept. */
  readonly length: number;
  readonly kept: number;
  /** Each parameter once, for the list beside placeholders. */
  readonly params: readonly { readonly name: string; readonly slot: Slot }[];
  /** Parameters of lists that are not shown to their end. */
  readonly moreParams: number;
  /** `executemany`: how many more sets were sent than the one that is shown. */
  readonly moreSets: number;
}

/** Characters of a literal, and of a text that is not laid out. */
const LONGEST_SLOT = 80;
const LONGEST_HEAD = 1_000;
const MOST_IN_FULL = 4;
const FIRST = 3;

/** Laid out once for the same statements: cards are drawn anew with the code beside them. */
const known = new WeakMap<readonly Statement[], SqlView>();

/** Draws the SQL of statements that were sent with the same text; values that differ stand side by side. */
export function sqlViewOf(statements: readonly [Statement, ...Statement[]]): SqlView {
  const view = known.get(statements) ?? drawSql(statements);
  known.set(statements, view);
  return view;
}

function drawSql(statements: readonly [Statement, ...Statement[]]): SqlView {
  const [{ sql, sqlLength, many, paramTypes }] = statements;
  const lines = sqlLength === undefined ? layoutSql(sql) : null;
  const sets = statements.map((statement) => paramSetsOf(statement)[0]);
  const params = new Map<number, { name: string; slot: Slot }>();
  const slotOf = (placeholder: string, number: number): Slot => {
    const known = params.get(number);
    if (known !== undefined) return known.slot;
    const slot = slotFor(placeholder, sets, (set) => paramAt(set, placeholder, number, paramTypes));
    params.set(number, { name: placeholder.length > 1 ? placeholder : String(number), slot });
    return slot;
  };
  const viewOf = (piece: SqlPiece): ViewPiece => {
    if (piece.kind === 'placeholder') return slotOf(piece.text, piece.number);
    return piece.kind === 'columns' ? { ...piece, pieces: piece.pieces.map(viewOf) } : piece;
  };
  const shown = lines?.map(({ indent, pieces }) => ({ indent, pieces: pieces.map(viewOf) })) ?? null;
  return {
    lines: shown,
    head: lines === null ? sql.slice(0, LONGEST_HEAD) : sql,
    length: sqlLength ?? sql.length,
    kept: sql.length,
    params: [...params.entries()].sort(([one], [other]) => one - other).map(([, param]) => param),
    moreParams: lines === null ? 0 : Math.max(0, Object.keys(sets[0] ?? []).length - params.size),
    moreSets: many === null ? 0 : Math.max(0, many - 1),
  };
}

function slotFor(
  placeholder: string,
  sets: readonly (ParamSet | undefined)[],
  read: (set: ParamSet) => Param | undefined,
): Slot {
  const all = sets.map((set) => slotValue(set === undefined ? undefined : read(set)));
  const [first] = all;
  const isSame = first !== undefined && !first.cut && all.every(({ text }) => text === first.text);
  if (isSame) return { kind: 'slot', placeholder, values: [first], hidden: 0 };
  if (all.length <= MOST_IN_FULL) return { kind: 'slot', placeholder, values: all, hidden: 0 };
  const values = [...all.slice(0, FIRST), ...all.slice(-1)];
  return { kind: 'slot', placeholder, values, hidden: all.length - values.length };
}

/** A parameter as it stands in SQL; one that was cut in the trace is shown as far as it is known. */
export function slotValue(param: Param | undefined): SlotValue {
  if (param === undefined) return { text: '…', cut: true };
  const { value, type } = param;
  const isCut = typeof value === 'object' && value !== null && value.length !== undefined;
  const literal = literalOf(isCut ? { type: value.type, value: value.value } : value, type) ?? '…';
  if (literal.length <= LONGEST_SLOT) return { text: isCut ? `${literal} …` : literal, cut: isCut };
  return { text: `${literal.slice(0, LONGEST_SLOT)}…`, cut: true };
}
