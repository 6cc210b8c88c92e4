import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutScript, joinCells } from './cut-script';

/** Scripts made of what matters to the cutter, in any order. */
const scripts = fc
  .array(
    fc.constantFrom(
      '# %% One',
      '#%%Two',
      '# %%',
      '#\t%% Tab',
      '#  %% two spaces',
      ' # %% indented',
      '# plain',
      '',
      '   ',
      'x = 1',
      "s = '# %% no'",
      '"""',
      "'''",
      'r"""\\"""',
      "t = 'it\\'s'",
      'u = "open',
      'x = """a',
      "f'''{1}'''",
      'y = (',
      ')',
      '# %% Größe 📚',
      'z = "\\\\"',
    ),
  )
  .chain((lines) => fc.constantFrom(lines.join('\n'), `${lines.join('\n')}\n`));

const titles = (script: string) => cutScript(script).cells.map(({ title }) => title);

describe('cutting a script into cells', () => {
  it('gives the text again when the cells are joined', () => {
    fc.assert(fc.property(scripts, (script) => joinCells(cutScript(script)) === script));
  });

  it('says the lines at which each cell and each body stands', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const lines = script.split(/(?<=\n)/);
        for (const { marker, body, startLine, bodyLine, endLine } of cutScript(script).cells) {
          expect(lines.slice(startLine - 1, endLine).join('')).toBe(marker + body);
          expect(lines.slice(bodyLine - 1, endLine).join('')).toBe(body);
        }
      }),
    );
  });

  it('always finds at least one cell, and leaves none of their lines out', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { cells } = cutScript(script);
        expect(cells.length).toBeGreaterThan(0);
        cells.slice(1).forEach((cell, index) => {
          expect(cell.startLine).toBe((cells[index]?.endLine ?? 0) + 1);
        });
      }),
    );
  });

  it('takes both spellings of a marker, and the rest of its line as the title', () => {
    expect(titles('# %% One\n#%%Two\n#\t%%  Three  \n# %%\n')).toEqual(['One', 'Two', 'Three', '']);
  });

  it('takes no comment that is indented or spaced in another way', () => {
    expect(titles('# %% One\n # %% two\n#  %% three\nx = 1 # %% four\n')).toEqual(['One']);
  });

  it('makes no cell of what stands before the first marker', () => {
    const { head, cells } = cutScript('from models import Book\n\n# %% One\nx\n');
    expect(head).toBe('from models import Book\n\n');
    expect(cells.map(({ title, startLine, endLine }) => [title, startLine, endLine])).toEqual([
      ['One', 3, 4],
    ]);
  });

  it.each(['', '# only a comment\n', 'x = 1'])('makes %j one cell', (script) => {
    expect(cutScript(script)).toMatchObject({
      head: '',
      cells: [{ title: '', marker: '', body: script, startLine: 1 }],
    });
  });

  it('sees no marker inside a string that spans lines', () => {
    expect(titles('# %% One\ns = """\n# %% no\n"""\n# %% Two\n')).toEqual(['One', 'Two']);
    expect(titles("# %% One\ns = r'''\\'''\n# %% no\n'''\n# %% Two\n")).toEqual(['One', 'Two']);
    expect(titles('# %% One\ns = "a \\\n# %% no"\n# %% Two\n')).toEqual(['One', 'Two']);
  });

  it('is not misled by quotes in comments and in other strings', () => {
    expect(titles('# %% One\n# it\'s """ fine\ns = "\'\'\'"\n# %% Two\n')).toEqual(['One', 'Two']);
    expect(titles("# %% One\ns = 'not closed\n# %% Two\n")).toEqual(['One', 'Two']);
  });

  it('keeps cells apart while a string is still open at the end', () => {
    expect(titles('# %% One\ns = """\n# %% Two\nx\n# %% Three\n')).toEqual(['One', 'Two', 'Three']);
  });

  it('gives what is beyond a thousand cells to the last', () => {
    const script = '# %% a\n'.repeat(1_002);
    const { cells } = cutScript(script);
    expect(cells).toHaveLength(1_000);
    expect(cells.at(-1)?.body).toBe('# %% a\n# %% a\n');
    expect(cutScript(`x\n${script}`).cells).toHaveLength(1_000);
  });
});
