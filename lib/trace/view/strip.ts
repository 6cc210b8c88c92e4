import { isCounted } from '../counted';
import { whole } from './figures';
import type { Item } from './items';

/** One counted statement. */
export interface Tick {
  /** Reads are short, all else is tall. */
  readonly tall: boolean;
  /** An exact repeat of an earlier read, or something that was undone. */
  readonly hollow: boolean;
}

/** A run of ticks with the same SQL, one right behind the other; `to` is behind the last. */
export interface Alike {
  readonly from: number;
  readonly to: number;
}

/** One tick for each counted statement, those alike bracketed: an N+1 is a shape. */
export interface Strip {
  readonly ticks: readonly Tick[];
  readonly alike: readonly Alike[];
}

/** So many ticks in one column, where there are more than columns. */
export interface Bin {
  readonly count: number;
  readonly tall: number;
  readonly hollow: number;
}

/** Fewer than this are no run. */
const RUN = 3;

/** Makes the strip of one cell, or of several one behind the other. */
export function stripOf(items: readonly Item[]): Strip {
  const ticks: Tick[] = [];
  const alike: Alike[] = [];
  let sql: string | null = null;
  let from = 0;
  const endRun = (): void => {
    if (sql !== null && ticks.length - from >= RUN) alike.push({ from, to: ticks.length });
  };
  for (const item of items) {
    if (item.kind !== 'statements') continue;
    for (const [index, statement] of item.statements.entries()) {
      if (!isCounted(statement)) continue;
      if (statement.sql !== sql) {
        endRun();
        from = ticks.length;
        sql = statement.sql;
      }
      ticks.push(tickOf(statement.kind !== 'select', item.undone || item.isRepeat[index] === true));
    }
  }
  endRun();
  return { ticks, alike };
}

/** A sentence for who cannot see a strip: "21 statements, 20 alike". */
export function stripWords({ ticks, alike }: Strip): string {
  if (ticks.length === 0) return 'no SQL';
  const writes = ticks.filter(({ tall }) => tall).length;
  const longest = longestRun(alike);
  return [
    ticks.length === 1 ? '1 statement' : `${whole(ticks.length)} statements`,
    ...(writes > 0 ? [`${whole(writes)} of them ${writes === 1 ? 'writes' : 'write'}`] : []),
    ...(longest > 0 ? [`${whole(longest)} alike`] : []),
  ].join(', ');
}

/** Length of the longest run of statements alike, 0 without one. */
export function longestRun(alike: readonly Alike[]): number {
  return Math.max(0, ...alike.map(({ from, to }) => to - from));
}

/** Spreads ticks over columns, in order, each column getting as many as the next, give or take one. */
export function binsOf(ticks: readonly Tick[], columns: number): readonly Bin[] {
  return Array.from({ length: columns }, (_, column): Bin => {
    const from = Math.floor((column * ticks.length) / columns);
    const part = ticks.slice(from, Math.floor(((column + 1) * ticks.length) / columns));
    return {
      count: part.length,
      tall: part.filter(({ tall }) => tall).length,
      hollow: part.filter(({ hollow }) => hollow).length,
    };
  });
}

const TICKS = {
  short: { solid: { tall: false, hollow: false }, hollow: { tall: false, hollow: true } },
  tall: { solid: { tall: true, hollow: false }, hollow: { tall: true, hollow: true } },
} as const;

/** There are four ticks, however many statements: each is made once. */
function tickOf(isTall: boolean, isHollow: boolean): Tick {
  return TICKS[isTall ? 'tall' : 'short'][isHollow ? 'hollow' : 'solid'];
}
