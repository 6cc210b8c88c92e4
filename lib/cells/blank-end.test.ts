import { describe, expect, it } from 'vitest';
import { blankEnd } from './blank-end';
import { cutScript } from './cut-script';
import { replaceCell } from './edit-script';

describe('the empty lines at the end of a cell', () => {
  it.each([
    ['one\n\n', '\n\n'],
    ['one', ''],
    ['one  \n \n', '\n \n'],
    ['', ''],
    ['\n\n', '\n\n'],
    ['one\n\ntwo\n', '\n'],
  ])('of %j are %j', (body, end) => {
    expect(blankEnd(body)).toBe(end);
  });

  it('let a text come back as it was typed, whatever stands at its end', () => {
    const script = '# %% One\none\n\n# %% Two\ntwo';
    for (const [index, { body }] of cutScript(script).cells.entries()) {
      const end = blankEnd(body);
      for (const typed of ['new', 'new\n', 'new\n    ', '']) {
        const back = cutScript(replaceCell(script, index, typed + end)).cells[index]?.body ?? '';
        expect(back.slice(0, back.length - end.length)).toBe(typed);
      }
    }
  });
});
