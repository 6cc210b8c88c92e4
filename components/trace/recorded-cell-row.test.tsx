import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { listScenarios } from '@/lib/scenarios/load';
import { readRecorded } from './read-recorded';
import { RecordedCellRow } from './recorded-cell-row';

const scenarios = await listScenarios();

/** All rows of a scenario's recorded run, as they stand in its page. */
function html(slug: string): string {
  const scenario = scenarios.find((each) => each.slug === slug);
  if (scenario === undefined) throw new Error(`There is no scenario ${slug}.`);
  const { rows } = readRecorded(scenario);
  return renderToStaticMarkup(rows.map((row) => <RecordedCellRow key={row.title} row={row} slug="any" />));
}

function all(page: string, pattern: RegExp): string[] {
  return [...page.matchAll(pattern)].map(([, value = '']) => value);
}

describe.each(scenarios.map(({ slug }) => slug))('the page of %s', (slug) => {
  const page = html(slug);
  const ids = all(page, / id="([^"]+)"/g);

  it('has each id once', () => {
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('leads from every call to what it sent, and back', () => {
    const targets = all(page, / href="#([^"]+)"/g);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('names both sides of each row', () => {
    expect(all(page, /role="group" aria-label="[^"]*(Django ORM|SQLAlchemy)/g).length).toBe(
      2 * all(page, /class="(cell-row)"/g).length,
    );
  });
});

describe('the first row of the first page', () => {
  const [first = ''] = html('n-plus-one').split('</section><section class="cell-row"');

  it('reads without scripts: code, calls, statements, repeats and values', () => {
    expect(first).toContain('Same 20 rows.');
    expect(first).toContain('SQLAlchemy sent 10 statements fewer.');
    expect(first).toContain('N+1');
    expect(first).toContain('×20');
    expect(first).toContain('20 similar, 10 exact repeats (hollow).');
    expect(first).toContain('lazy load of author');
    expect(first).toContain('list of 20');
  });

  it('says to who cannot see it which call sent what', () => {
    expect(first).toContain('aria-label="Call 2, SELECT, 20 times, lazy load of author"');
    expect(first).toMatch(/call <\/span>2<span class="sr-only">, 20 statements<\/span>/);
  });
});
