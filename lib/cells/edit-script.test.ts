import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutScript } from './cut-script';
import { addCell, removeCell, renameCell, replaceCell, replaceHead } from './edit-script';

const SCRIPT = 'import x\n\n# %% One\none\n\n# %% Two\ntwo\n';
const bodies = fc
  .array(fc.constantFrom('x = 1', '', '# note', "s = 'a'", '    y'), { maxLength: 4 })
  .map((lines) => lines.join('\n'));
const scripts = fc
  .tuple(fc.boolean(), fc.array(bodies, { minLength: 1, maxLength: 5 }))
  .map(
    ([head, cells]) =>
      (head ? 'import x\n' : '') + cells.map((body, index) => `# %% Cell ${index}\n${body}\n`).join(''),
  );

const shape = (script: string) => cutScript(script).cells.map(({ title, body }) => [title, body.trimEnd()]);

describe('replacing a cell', () => {
  it('changes nothing when its own body is put in', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        cutScript(script).cells.forEach(({ body }, index) => {
          expect(replaceCell(script, index, body)).toBe(script);
        });
      }),
    );
  });

  it('leaves all other cells as they were', () => {
    fc.assert(
      fc.property(scripts, bodies, fc.nat(), (script, body, any) => {
        const before = shape(script);
        const index = any % before.length;
        const after = shape(replaceCell(script, index, `pass\n${body}`));
        expect(after.length).toBe(before.length);
        expect(after.filter((_, at) => at !== index)).toEqual(before.filter((_, at) => at !== index));
      }),
    );
  });

  it('ends the body with a line end, but in the last cell', () => {
    expect(replaceCell(SCRIPT, 0, 'new')).toBe('import x\n\n# %% One\nnew\n# %% Two\ntwo\n');
    expect(replaceCell(SCRIPT, 1, 'new')).toBe('import x\n\n# %% One\none\n\n# %% Two\nnew');
    expect(replaceCell('# %% One', 0, 'new')).toBe('# %% One\nnew');
  });

  it('replaces what stands before the first cell, and keeps that cell one', () => {
    expect(replaceHead(SCRIPT, 'import y')).toBe('import y\n# %% One\none\n\n# %% Two\ntwo\n');
    expect(replaceHead(SCRIPT, '')).toBe('# %% One\none\n\n# %% Two\ntwo\n');
  });

  it('refuses a cell that is not there', () => {
    expect(() => replaceCell(SCRIPT, 2, '')).toThrow(RangeError);
    expect(() => replaceCell(SCRIPT, -1, '')).toThrow('the script has 2');
  });
});

describe('adding a cell', () => {
  it('puts it where it is asked for and changes no other', () => {
    fc.assert(
      fc.property(scripts, fc.nat(), (script, any) => {
        const before = shape(script);
        const after = (any % (before.length + 1)) - 1;
        const added = addCell(script, after, 'New', 'new');
        expect(added.index).toBe(after + 1);
        expect(shape(added.script)).toEqual(before.toSpliced(after + 1, 0, ['New', 'new']));
      }),
    );
  });

  it('leaves an empty line between cells', () => {
    expect(addCell(SCRIPT, 0, 'New', 'new').script).toBe(
      'import x\n\n# %% One\none\n\n# %% New\nnew\n\n# %% Two\ntwo\n',
    );
    expect(addCell('# %% One\none', 0, 'New').script).toBe('# %% One\none\n\n# %% New\n');
  });

  it('leaves no row without a title in a script that was empty', () => {
    expect(addCell('\n', 0, 'New', 'new')).toEqual({ script: '# %% New\nnew', index: 0 });
  });

  it('leaves code without a marker the cell that it was', () => {
    expect(addCell('x = 1', 0, 'New')).toEqual({ script: '# %%\nx = 1\n\n# %% New\n', index: 1 });
    expect(shape(addCell('x = 1', -1, 'New').script)).toEqual([
      ['New', ''],
      ['', 'x = 1'],
    ]);
  });

  it('makes one line of the title', () => {
    expect(shape(addCell(SCRIPT, 1, ' New\n  cell ').script).at(-1)).toEqual(['New cell', '']);
  });
});

describe('renaming and removing a cell', () => {
  it('changes the marker only, and gives one to a script without', () => {
    expect(renameCell(SCRIPT, 0, 'First')).toBe('import x\n\n# %% First\none\n\n# %% Two\ntwo\n');
    expect(renameCell('one\n', 0, 'First')).toBe('# %% First\none\n');
  });

  it('removes a cell with its marker', () => {
    expect(removeCell(SCRIPT, 0)).toBe('import x\n\n# %% Two\ntwo\n');
  });
});
