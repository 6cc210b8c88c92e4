import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairCells } from './pair-cells';

const cells = (titles: string) => [...titles].map((title) => ({ title: title === '_' ? '' : title }));
/** Rows as text: a paired title, or `a<` for Django's own, `>a` for SQLAlchemy's own. */
const paired = (django: string, sqlalchemy: string) =>
  pairCells(cells(django), cells(sqlalchemy))
    .map(({ title, cells: { django: one, sqlalchemy: other } }) => {
      const name = title === '' ? '_' : title;
      return one === null ? `>${name}` : other === null ? `${name}<` : name;
    })
    .join(' ');

describe('pairing the cells of both sides', () => {
  it.each([
    ['abc', 'abc', 'a b c'],
    ['_abc', '_ab', '_ a b c<'],
    ['ac', 'abc', 'a >b c'],
    ['abc', 'cba', 'a< b< c >b >a'],
    ['axb', 'ayb', 'a x< >y b'],
    ['aab', 'ab', 'a a< b'],
    ['', 'a', '>a'],
    ['', '', ''],
  ])('%s and %s: %s', (django, sqlalchemy, rows) => {
    expect(paired(django, sqlalchemy)).toBe(rows);
  });

  it('shows every cell once, in order, and pairs only what has the same title', () => {
    const titles = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
    fc.assert(
      fc.property(titles, titles, (django, sqlalchemy) => {
        const sides = {
          django: django.map((title) => ({ title })),
          sqlalchemy: sqlalchemy.map((title) => ({ title })),
        };
        const rows = pairCells(sides.django, sides.sqlalchemy);
        const shown = (orm: 'django' | 'sqlalchemy') =>
          rows.map(({ cells }) => cells[orm]).filter((index) => index !== null);
        expect(shown('django')).toEqual([...django.keys()]);
        expect(shown('sqlalchemy')).toEqual([...sqlalchemy.keys()]);
        for (const { title, cells: row } of rows) {
          if (row.django !== null) expect(django[row.django]).toBe(title);
          if (row.sqlalchemy !== null) expect(sqlalchemy[row.sqlalchemy]).toBe(title);
        }
      }),
    );
  });
});
