import type { Schema, Table } from '@/lib/inspect';

/** Px. */
export const NODE = { inline: 208, head: 28, line: 20, foot: 8 };
const GAP = { inline: 72, block: 24 };
/** Columns of a table that its box has room for. */
const MOST_LINES = 8;
/** Boxes below each other before tables without relations get another column. */
const MOST_BELOW = 6;

/** A table's box. */
export interface Node {
  readonly table: Table;
  /** Its columns, keys first where not all have room. */
  readonly lines: readonly Table['columns'][number][];
  readonly hidden: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A line from a foreign key to the table that it refers to, as a path of SVG. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

export interface Diagram {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly width: number;
  readonly height: number;
}

/**
 * Lays out the tables of a database: what is referred to stands left of what refers to it, so that lines run one
 * way; tables without any relation come last. Views are not drawn, as nothing refers to them.
 */
export function layOutSchema({ tables: all }: Schema): Diagram {
  const tables = all.filter(({ kind }) => kind === 'table' || kind === 'virtual');
  const byName = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
  const targetsOf = (table: Table): Table[] =>
    table.foreignKeys.flatMap((key) => byName.get(key.table.toLowerCase()) ?? []);
  const related = new Set(
    tables.flatMap((table) =>
      targetsOf(table).flatMap((target) => (target === table ? [table] : [table, target])),
    ),
  );
  const ranks = ranksOf(
    tables.filter((table) => related.has(table)),
    targetsOf,
  );
  const inUse = [...new Set(ranks.values())].sort((one, other) => one - other);
  const columns = inUse.map((rank) => [...ranks].flatMap(([table, at]) => (at === rank ? [table] : [])));
  const alone = tables.filter((table) => !related.has(table));
  for (let at = 0; at < alone.length; at += MOST_BELOW) columns.push(alone.slice(at, at + MOST_BELOW));
  const nodes = placed(columns, targetsOf);
  return {
    nodes,
    edges: edgesBetween(nodes),
    width: Math.max(0, ...nodes.map(({ x }) => x + NODE.inline)) + GAP.inline / 2,
    height: Math.max(0, ...nodes.map(({ y, height }) => y + height)),
  };
}

/** How many references lie behind a table; a circle is cut where it is come upon again. */
function ranksOf(
  tables: readonly Table[],
  targetsOf: (table: Table) => readonly Table[],
): Map<Table, number> {
  const ranks = new Map<Table, number>();
  const rankOf = (table: Table, path: ReadonlySet<Table>): number => {
    const known = ranks.get(table);
    if (known !== undefined) return known;
    const further = targetsOf(table).filter((target) => target !== table && !path.has(target));
    const rank =
      further.length === 0
        ? 0
        : 1 + Math.max(...further.map((target) => rankOf(target, new Set([...path, target]))));
    ranks.set(table, rank);
    return rank;
  };
  for (const table of tables) rankOf(table, new Set([table]));
  // In the order of the schema, whatever order they were come upon in.
  return new Map(tables.map((table) => [table, ranks.get(table) ?? 0]));
}

function placed(
  columns: readonly (readonly Table[])[],
  targetsOf: (table: Table) => readonly Table[],
): Node[] {
  const nodes = new Map<Table, Node>();
  const middle = (table: Table): number => {
    const known = targetsOf(table).flatMap((target) => nodes.get(target) ?? []);
    return known.length === 0
      ? 0
      : known.reduce((sum, { y, height }) => sum + y + height / 2, 0) / known.length;
  };
  for (const [rank, tables] of columns.entries()) {
    let y = 0;
    for (const table of tables.toSorted((one, other) => middle(one) - middle(other))) {
      const node = { table, ...linesOf(table), x: rank * (NODE.inline + GAP.inline), y };
      nodes.set(table, node);
      y += node.height + GAP.block;
    }
  }
  return [...nodes.values()];
}

function linesOf(table: Table): Pick<Node, 'lines' | 'hidden' | 'height'> {
  const columns = table.columns.filter(({ kind }) => kind !== 'hidden');
  const isKey = ({ name, primaryKey }: Table['columns'][number]): boolean =>
    primaryKey > 0 || table.foreignKeys.some((key) => key.columns.includes(name));
  const lines =
    columns.length <= MOST_LINES
      ? columns
      : columns.toSorted((one, other) => Number(isKey(other)) - Number(isKey(one))).slice(0, MOST_LINES - 1);
  const hidden = columns.length - lines.length;
  return { lines, hidden, height: NODE.head + (lines.length + Math.min(1, hidden)) * NODE.line + NODE.foot };
}

function edgesBetween(nodes: readonly Node[]): Edge[] {
  const byName = new Map(nodes.map((node) => [node.table.name.toLowerCase(), node]));
  return nodes.flatMap((from) =>
    from.table.foreignKeys.flatMap((key): Edge[] => {
      const to = byName.get(key.table.toLowerCase());
      if (to === undefined) return [];
      const [y1, y2] = [heightOf(from, key.columns[0]), heightOf(to, key.toColumns[0])];
      return [{ from: from.table.name, to: to.table.name, path: pathBetween(from, y1, to, y2) }];
    }),
  );
}

/** Where a column's line is; the head where it has none. */
function heightOf({ lines, y }: Node, column: string | undefined): number {
  const at = lines.findIndex(({ name }) => name === column);
  return at === -1 ? y + NODE.head / 2 : y + NODE.head + (at + 0.5) * NODE.line;
}

/** From the left edge of one box to the right edge of a box left of it; around on the right otherwise. */
function pathBetween(from: Node, y1: number, to: Node, y2: number): string {
  const right = to.x + NODE.inline;
  const bend = GAP.inline / 2;
  if (right < from.x) return `M${from.x} ${y1}C${from.x - bend} ${y1} ${right + bend} ${y2} ${right} ${y2}`;
  const edge = from.x + NODE.inline;
  return `M${edge} ${y1}C${edge + bend} ${y1} ${right + bend} ${y2} ${right} ${y2}`;
}

/** The box next to another in the direction of an arrow key; null where there is none. */
export function neighbour(nodes: readonly Node[], from: Node, key: string): Node | null {
  const isInline = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
  if (!isInline && key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const middle = ({ x, y, height }: Node): readonly [number, number] => [x, y + height / 2];
  const [x, y] = middle(from);
  const ahead = nodes.flatMap((node) => {
    const [otherX, otherY] = middle(node);
    const [along, across] = isInline ? [otherX - x, otherY - y] : [otherY - y, otherX - x];
    // Up and down stay within a column, as long as there is something in it.
    return along * sign > 0 ? [{ node, far: Math.abs(along) + Math.abs(across) * (isInline ? 0.5 : 4) }] : [];
  });
  const [nearest] = ahead.toSorted((one, other) => one.far - other.far);
  return nearest?.node ?? null;
}
