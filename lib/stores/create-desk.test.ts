import { describe, expect, it } from 'vitest';
import { createDesk } from './create-desk';
import { createEnginesStore } from './engines/engines-store';
import { settle, testingRuntime } from './testing-runtime';
import type { Workspace } from './workspace/workspace';

const SIDE = { 'models.py': 'm', 'script.py': 's' };
const FIRST: Workspace = {
  origin: { kind: 'scenario', slug: 'first' },
  name: 'First',
  files: { django: SIDE, sqlalchemy: SIDE },
  database: { kind: 'empty' },
};

describe('a desk', () => {
  it('forgets results and selection when something else is opened, but not when it is edited or reset', async () => {
    const { runtime, given } = testingRuntime();
    const { workspace, runs, selection } = createDesk({
      initial: FIRST,
      drafts: null,
      fixes: { tablesOf: async () => [] },
      runs: {
        engines: createEnginesStore(async () => runtime),
        imageOf: async () => null,
        clock: () => 0,
        frames: { next: () => {}, now: () => 0 },
      },
    });
    void runs.getState().run(['django']);
    await settle();
    await given[0]?.end(3);
    selection.getState().pin({ orm: 'django', cell: 0, call: 0, statement: null });
    workspace.getState().setFile('django', 'script.py', 'other');
    workspace.getState().reset();
    expect(runs.getState().last.django?.number).toBe(1);
    expect(selection.getState().pinned).not.toBeNull();
    workspace.getState().open({ ...FIRST, name: 'Second' });
    expect(runs.getState().last.django).toBeNull();
    expect(selection.getState().pinned).toBeNull();
  });
});
