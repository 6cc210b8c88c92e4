import { describe, expect, it } from 'vitest';
import { firstChangedCell } from './first-changed-cell';

const RAN = { 'models.py': 'm', 'script.py': 'import x\n# %% One\none\n\n# %% Two\ntwo\n' };
const since = (changes: Record<string, string>) => firstChangedCell(RAN, { ...RAN, ...changes });
const script = (text: string) => since({ 'script.py': text });

describe('the first cell that was changed since a run', () => {
  it('is none when nothing was', () => {
    expect(since({})).toBeNull();
  });

  it('is the first one when another file was changed, added or removed', () => {
    expect(since({ 'models.py': 'n' })).toBe(0);
    expect(since({ 'helpers.py': '' })).toBe(0);
    expect(firstChangedCell({ ...RAN, 'helpers.py': '' }, RAN)).toBe(0);
  });

  it('is the one that was edited, renamed or added', () => {
    expect(script('import x\n# %% One\none\n\n# %% Two\n2\n')).toBe(1);
    expect(script('import x\n# %% First\none\n\n# %% Two\ntwo\n')).toBe(0);
    expect(script('import x\n# %% New\n# %% One\none\n\n# %% Two\ntwo\n')).toBe(0);
  });

  it('is past the end when only cells at the end were removed', () => {
    expect(script('import x\n# %% One\none\n')).toBe(1);
    expect(script('import y\n# %% One\none\n\n# %% Two\ntwo\n')).toBe(0);
  });

  it('is none when only space at the end of a cell was changed', () => {
    expect(script('import x\n\n\n# %% One\none\n#%%Two\ntwo')).toBeNull();
  });
});
