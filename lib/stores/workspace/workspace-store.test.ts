import { describe, expect, it, vi } from 'vitest';
import type { Workspace } from './workspace';
import { createWorkspaceStore, isEdited } from './workspace-store';

const SIDE = { 'models.py': 'm', 'script.py': 's' };
const SCENARIO: Workspace = {
  origin: { kind: 'scenario', slug: 'n-plus-one' },
  name: 'Books',
  files: { django: SIDE, sqlalchemy: SIDE },
  database: { kind: 'dataset', name: 'bookshop', sql: 'CREATE TABLE a (b)' },
};
const open = () => {
  const store = createWorkspaceStore(SCENARIO);
  return { store, state: store.getState };
};

describe('a workspace', () => {
  it('is edited when a file, the name or the database differs from what was opened, and only then', () => {
    const { state } = open();
    expect(isEdited(state())).toBe(false);
    state().setFile('django', 'script.py', 'other');
    expect(isEdited(state())).toBe(true);
    state().setFile('django', 'script.py', 's');
    expect(isEdited(state())).toBe(false);
    state().setDatabase({ kind: 'image', name: 'own', bytes: new Uint8Array([1]) });
    expect(isEdited(state())).toBe(true);
    state().setDatabase({ kind: 'dataset', name: 'bookshop', sql: 'CREATE TABLE a (b)' });
    expect(isEdited(state())).toBe(false);
    state().addFile('sqlalchemy', 'helpers.py');
    expect(isEdited(state())).toBe(true);
  });

  it('changes nothing for who watches the other side', () => {
    const { store, state } = open();
    const before = state().files.sqlalchemy;
    const told = vi.fn();
    store.subscribe(told);
    state().setFile('django', 'script.py', 'other');
    state().setFile('django', 'script.py', 'other');
    expect(told).toHaveBeenCalledTimes(1);
    expect(state().files.sqlalchemy).toBe(before);
  });

  it('goes back to what was opened, and takes that back too', () => {
    const { state } = open();
    state().setFile('django', 'models.py', 'other');
    const before = state().reset();
    expect(state().files.django).toEqual(SIDE);
    state().restore(before);
    expect(state().files.django['models.py']).toBe('other');
    expect(isEdited(state())).toBe(true);
  });

  it('opens something else with its own point to go back to', () => {
    const { state } = open();
    const own: Workspace = { ...SCENARIO, origin: { kind: 'own' }, name: 'Mine' };
    state().open({ ...own, name: 'Mine, later' }, own);
    expect(isEdited(state())).toBe(true);
    state().reset();
    expect(state().name).toBe('Mine');
  });

  it('takes any line ends and keeps one kind', () => {
    const { state } = open();
    state().setFile('django', 'script.py', 'a\r\nb\rc\n');
    expect(state().files.django['script.py']).toBe('a\nb\nc\n');
    const files = { django: { ...SIDE, 'script.py': 'a\r\n' }, sqlalchemy: SIDE };
    state().open({ ...SCENARIO, files });
    expect(state().files.django['script.py']).toBe('a\n');
    expect(isEdited(state())).toBe(false);
  });

  it('adds, renames and removes files of one side', () => {
    const { state } = open();
    expect(state().addFile('django', 'helpers.py')).toBeNull();
    state().setFile('django', 'helpers.py', 'x = 1');
    expect(state().renameFile('django', 'helpers.py', 'tools.py')).toBeNull();
    expect(state().files.django).toEqual({ ...SIDE, 'tools.py': 'x = 1' });
    expect(state().renameFile('django', 'tools.py', 'Tools.py')).toBeNull();
    state().removeFile('django', 'Tools.py');
    expect(state().files.django).toEqual(SIDE);
    expect(state().files.sqlalchemy).toEqual(SIDE);
  });

  it('keeps the two files that each side needs', () => {
    const { state } = open();
    expect(() => state().removeFile('django', 'models.py')).toThrow(RangeError);
    expect(state().renameFile('django', 'script.py', 'main2.py')).toMatchObject({ kind: 'needed' });
    expect(() => state().setFile('django', 'absent.py', '')).toThrow('absent.py');
  });

  it.each([
    ['', 'empty'],
    [`${'a'.repeat(60)}.py`, 'too-long'],
    ['notes.txt', 'not-python'],
    ['a-b.py', 'not-a-name'],
    ['1st.py', 'not-a-name'],
    ['übung.py', 'not-a-name'],
    ['.py', 'not-a-name'],
    ['class.py', 'keyword'],
    ['MODELS.py', 'taken'],
    ['settings.py', 'reserved'],
    ['django.py', 'reserved'],
    ['random.py', 'reserved'],
    ['__init__.py', 'reserved'],
  ])('refuses a file named %j', (name, kind) => {
    const { state } = open();
    const problem = state().addFile('django', name);
    expect(problem).toMatchObject({ kind });
    expect(problem?.sentence).toMatch(/[.]$/);
    expect(Object.keys(state().files.django)).toEqual(['models.py', 'script.py']);
  });

  it('lets each side use the name of the other one’s set-up file', () => {
    const { state } = open();
    expect(state().addFile('sqlalchemy', 'settings.py')).toBeNull();
    expect(state().addFile('sqlalchemy', 'database.py')).toMatchObject({ kind: 'reserved' });
  });
});
