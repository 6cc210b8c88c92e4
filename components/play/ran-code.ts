import type { Files } from '@/lib/scenarios/types';
import type { PlaySide } from './use-sides';

/** The files that the shown run was of; those that lie on the desk where none of its cells is left. */
export function ranFiles({ cells, trace, files }: PlaySide): Files {
  return cells.find(({ result }) => result?.trace === trace)?.result?.files ?? files;
}

/** For each cell of the shown run, which cell of the code shows it. */
export function placesOfCells({ cells, trace }: PlaySide): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const [index, { result }] of cells.entries()) {
    if (result !== null && result.trace === trace) places.set(result.cell, index);
  }
  return places;
}
