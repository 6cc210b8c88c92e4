/** What a figure must hold to; `atMost` and `atLeast` include the number itself. */
export type Bound = { readonly atMost: number } | { readonly atLeast: number };

/** One line of the benchmark. */
export interface Figure {
  /** What was measured, in a few words. */
  readonly name: string;
  readonly value: number;
  /** Stands behind the number: `×`, `MB`, `s`, `%`. */
  readonly unit: string;
  readonly bound?: Bound;
  /** The numbers that it was made from. */
  readonly detail?: string;
}

/** A figure that could not be measured, and why. */
export interface Missing {
  readonly name: string;
  readonly why: string;
}

/** Whether a figure keeps its bound; one without a bound does. */
export function holds({ value, bound }: Figure): boolean {
  if (bound === undefined) return true;
  return 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast;
}

/** The middle value, of an even number of them the mean of both middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing.');
  return (lower + upper) / 2;
}

/** The closing table: name, value, bound, whether it holds, and what it was made from. */
export function tableOf(results: readonly (Figure | Missing)[]): string {
  const rows = results.map((result) =>
    'why' in result
      ? [result.name, '', '', 'not measured', result.why]
      : [result.name, shown(result), boundOf(result), stateOf(result), result.detail ?? ''],
  );
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((text, column) => align(text, column, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function align(text: string, column: number, width: number): string {
  return column === 1 ? text.padStart(width) : text.padEnd(width);
}

function shown({ value, unit }: Figure): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

function boundOf({ bound, unit }: Figure): string {
  if (bound === undefined) return '';
  return 'atMost' in bound ? `≤ ${bound.atMost} ${unit}` : `≥ ${bound.atLeast} ${unit}`;
}

function stateOf(figure: Figure): string {
  if (figure.bound === undefined) return '';
  return holds(figure) ? 'holds' : 'FAILS';
}
