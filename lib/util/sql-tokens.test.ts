import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf, tokensOf, verbOf } from './sql-tokens';

describe('tokensOf', () => {
  it('cuts SQL into words, names, literals and operators, without space and comments', () => {
    const sql = `SELECT b."ti""tle", [a b], x'00', 'it''s' -- c\n FROM book/* d */AS b WHERE n<=?1 AND m = :name || 1.5e-3`;
    expect(tokensOf(sql).map(({ text }) => text)).toEqual([
      ...[
        'SELECT',
        'b',
        '.',
        '"ti""tle"',
        ',',
        '[a b]',
        ',',
        "x'00'",
        ',',
        "'it''s'",
        'FROM',
        'book',
        'AS',
        'b',
      ],
      ...['WHERE', 'n', '<=', '?1', 'AND', 'm', '=', ':name', '||', '1.5e-3'],
    ]);
  });

  it('reads names as SQLite does', () => {
    const names = tokensOf('"a""b" [c d] `e``f` \'g\' h 1').map(nameOf);
    expect(names).toEqual(['a"b', 'c d', 'e`f', 'g', 'h', null]);
  });

  it('loses nothing but space and comments, whatever the text, and says where each piece stands', () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      '[',
      '--',
      '/*',
      '*/',
      '\n',
      ' ',
      'x',
      "x'",
      '.',
      '1',
      '?',
      '😀',
      ';',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (sql) => {
          let end = 0;
          for (const token of tokensOf(sql)) {
            expect(sql.slice(token.start, token.end)).toBe(token.text);
            expect(token.end).toBeGreaterThan(token.start);
            expect(sql.slice(end, token.start)).toMatch(/^(\s|--[^\n]*(\n|$)|\/\*[\s\S]*?(\*\/|$))*$/);
            end = token.end;
          }
        },
      ),
    );
  });
});

describe('verbOf', () => {
  it.each([
    ['select 1', 'SELECT'],
    [' -- read\n; With a AS (SELECT 1) SELECT * FROM a', 'WITH'],
    ['(SELECT 1)', ''],
    ['', ''],
  ])('finds the first word of %j', (sql, verb) => {
    expect(verbOf(sql)).toBe(verb);
  });
});
