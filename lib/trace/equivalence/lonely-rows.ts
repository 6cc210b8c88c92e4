import type { Orm } from '../../orm/orm';
import { lonelyPlaces } from './compare-sequences';
import { type CellResult, rowsOf } from './compare-values';
import { normalise } from './normal-value';
import { parsePython, sourceOf } from './parse-python';
import type { PythonValue } from './python-value';

/** A row of a cell's value that the other side has not. */
export interface LonelyRow {
  /** Its place in the value, from 1. */
  readonly place: number;
  /** As Python shows it. */
  readonly text: string;
}

/**
 * The rows by which the values of two cells differ that `compareValues` found to be different, in their order;
 * nothing where the values have no rows. A row that differs is on both sides.
 */
export function lonelyRows(
  django: Pick<CellResult, 'value'>,
  sqlalchemy: Pick<CellResult, 'value'>,
): Readonly<Record<Orm, readonly LonelyRow[]>> {
  const one = rowsIn(django.value);
  const other = rowsIn(sqlalchemy.value);
  const places = lonelyPlaces(one.map(normalise), other.map(normalise));
  const shown = (rows: readonly PythonValue[], at: readonly number[]): LonelyRow[] =>
    at.flatMap((place) => {
      const row = rows[place];
      return row === undefined ? [] : [{ place: place + 1, text: sourceOf(row) }];
    });
  return { django: shown(one, places.django), sqlalchemy: shown(other, places.sqlalchemy) };
}

function rowsIn(value: string | null): readonly PythonValue[] {
  const parsed = parsePython(value ?? '');
  return (parsed.kind === 'value' ? rowsOf(parsed.value)?.items : undefined) ?? [];
}
