/** A cell of a grid, counted from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are in sight at once. */
  readonly perPage: number;
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The cell that a key leads to, within the grid; null for a key that has nothing to do with it. */
export function moved(
  from: GridCell,
  { key, ctrlKey, metaKey, altKey }: Pressed,
  size: GridSize,
): GridCell | null {
  const isFar = ctrlKey || metaKey;
  if (size.rows === 0 || size.columns === 0 || altKey || (isFar && key !== 'Home' && key !== 'End'))
    return null;
  const to = target(from, key, isFar, size);
  if (to === null) return null;
  return { row: within(to.row, size.rows), column: within(to.column, size.columns) };
}

function target({ row, column }: GridCell, key: string, isFar: boolean, size: GridSize): GridCell | null {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: row - size.perPage, column };
    case 'PageDown':
      return { row: row + size.perPage, column };
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 };
    case 'End':
      return { row: isFar ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return null;
  }
}

function within(at: number, count: number): number {
  return Math.min(count - 1, Math.max(0, at));
}
