import { expect, it } from 'vitest';
import { traceOf } from '../findings/testing-trace';
import { cellAt, placesOf } from './places';
import { sideViewOf } from './side-view';

it('statements have places in the order of the strip, cell by cell, and transactions have none', () => {
  const sent = (cell: number, sql: string, kind: 'select' | 'begin' = 'select') => ({
    at: [],
    sql,
    more: { cell, kind },
  });
  const view = sideViewOf(
    'django',
    traceOf({}, [sent(0, 'SELECT 1'), sent(1, 'BEGIN', 'begin'), sent(1, 'SELECT 2'), sent(1, 'SELECT 2')]),
  );
  const places = placesOf(view);
  expect(places.ids).toEqual([0, 2, 3]);
  expect(places.indexOf.get(3)).toBe(2);
  expect(places.cells).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 3 },
  ]);
  expect(places.ids).toHaveLength(view.strip.ticks.length);
  expect([cellAt(places, 0), cellAt(places, 2), cellAt(places, 3)]).toEqual([0, 1, -1]);
});
