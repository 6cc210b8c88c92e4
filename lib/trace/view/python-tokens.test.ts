import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonTokens } from './python-tokens';

/** Keywords, strings and comments of a text, each marked. */
function marked(text: string): string {
  let result = '';
  let at = 0;
  for (const { kind, start, end } of pythonTokens(text)) {
    result += text.slice(at, start);
    const mark = { keyword: '*', string: '|', comment: '~' }[kind];
    result += `${mark}${text.slice(start, end)}${mark}`;
    at = end;
  }
  return result + text.slice(at);
}

describe('pythonTokens', () => {
  it.each([
    ['for b in books:', '*for* b *in* books:'],
    ['x = "a\\"b" # c "d"', 'x = |"a\\"b"| ~# c "d"~'],
    ['formula = inner or None', 'formula = inner *or* *None*'],
    [`r'\\d\\'' + b"x" + Rb''`, `|r'\\d\\''| + |b"x"| + |Rb''|`],
    ['"""a\n"b" """ + c', '|"""a\n"b" """| + c'],
    ['"open\nfor', '|"open|\n*for*'],
  ])('%j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    ['f"{b.title} by {b.author}"', '|f"|{b.title}| by |{b.author}|"|'],
    ['f"a{{b}}{c!r:>{width}.2f}"', '|f"||a{{b}}|{c!r:|>|{width}|.2f|}|"|'],
    ['f"{d["a"]} {f"{e if e else None}"}" + g', '|f"|{d[|"a"|]}| |{|f"|{e *if* e *else* *None*}|"|}|"| + g'],
    ['f"{ {1: 2}[1] }{(lambda: 1)()}"', '|f"|{ {1: 2}[1] }{(*lambda*: 1)()}|"|'],
    [`rf'\\{x}\\'' t"{y}"`, `|rf'||\\|{x}|\\''| |t"|{y}|"|`],
    [`f"\\N{BULLET} {x}"`, `|f"||\\N{BULLET} |{x}|"|`],
    ['f"""a\n{b}\n"""', '|f"""||a\n|{b}|\n"""|'],
    ['f"open\nfor', '|f"||open|\n*for*'],
  ])('%j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it('gives tokens in order and within the text, whatever it is', () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      '"""',
      'f"',
      "rb'",
      '{',
      '}',
      ':',
      '#',
      '\n',
      '\\',
      'if',
      'é',
      '(',
      ']',
      ' ',
      '𝒳',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of pythonTokens(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes no long time for a long text', () => {
    const start = performance.now();
    for (const piece of ['f"{', "'", '(((', 'x = f"{a}" # b\n', '"""']) pythonTokens(piece.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
