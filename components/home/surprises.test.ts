import { describe, expect, it } from 'vitest';
import { listScenarios } from '@/lib/scenarios/load';
import { surprisesOf } from './surprises';

const surprises = surprisesOf(await listScenarios());

describe('what surprises on the first page', () => {
  it.each([
    ['one-changed-field', '5 columns set', '1 column set'],
    ['identity-map-and-sessions', '2 statements', '1 statement'],
    ['transactions-and-errors', '1 row found', '0 rows found'],
  ])('is borne out by the recorded run of %s', (slug, django, sqlalchemy) => {
    const surprise = surprises.find((each) => each.slug === slug);
    expect(surprise?.sides.django.figure).toBe(django);
    expect(surprise?.sides.sqlalchemy.figure).toBe(sqlalchemy);
  });

  it('shows what each side sent', () => {
    const ticks = surprises.map(({ sides }) => [
      sides.django.strip.ticks.length,
      sides.sqlalchemy.strip.ticks.length,
    ]);
    expect(ticks).toEqual([
      [2, 2],
      [2, 1],
      [2, 2],
    ]);
  });
});
