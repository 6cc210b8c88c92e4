import type { Orm } from '@/lib/orm/orm';

/** The class that gives an ORM's hue to what is in it (`--orm`, `--orm-tint`). */
export function ormClass(orm: Orm): string {
  return `orm-${orm}`;
}

/** The class that gives a call's thread colour (`--thread`, `--thread-tint`, `--thread-solid`): four, over again. */
export function threadClass(call: number | null): string {
  return call === null ? '' : `thread-${((call - 1) % 4) + 1}`;
}

/** The id of an expression's chip in the code, and of the first card of what it sent. */
export function chipId(place: CellPlace, call: number): string {
  return `${prefix(place)}-call-${call}`;
}
export function sentId(place: CellPlace, call: number): string {
  return `${prefix(place)}-sent-${call}`;
}

/** Which cell something is in. */
export interface CellPlace {
  readonly orm: Orm;
  readonly cell: number | null;
  /** Drawn once more, in a sheet over the page: it has ids of its own. */
  readonly isInSheet?: true;
}

function prefix({ orm, cell, isInSheet }: CellPlace): string {
  return `${isInSheet ? 'sheet-' : ''}${orm}-${cell ?? 'setup'}`;
}
