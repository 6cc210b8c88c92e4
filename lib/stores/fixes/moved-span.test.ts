import { describe, expect, it } from 'vitest';
import { movedSpan } from './moved-span';

const at = (line: number, file = 'script.py') => ({
  file,
  startLine: line,
  startColumn: 2,
  endLine: line + 1,
  endColumn: 4,
});
const RAN = 'import x\n# %% One\none\n# %% Two\ntwo(\n)\n';

describe('an expression in a script that has been edited', () => {
  it('moves with its cell', () => {
    expect(movedSpan(at(5), RAN, RAN.replace('one\n', 'one\n\n\n'))).toEqual(at(7));
    expect(movedSpan(at(3), RAN, RAN.replace('one\n', 'one\n\n\n'))).toEqual(at(3));
  });

  it('stays where it is before the first cell, and in other files', () => {
    expect(movedSpan(at(1), RAN, `${RAN}\n# %% Three\n`)).toEqual(at(1));
    expect(movedSpan(at(5, 'helpers.py'), RAN, `\n\n${RAN}`)).toEqual(at(5, 'helpers.py'));
  });
});
