import { describe, expect, it } from 'vitest';
import { createEnginesStore } from '../engines/engines-store';
import { settle, testingRuntime } from '../testing-runtime';
import type { StartingDatabase, Workspace } from '../workspace/workspace';
import { createWorkspaceStore } from '../workspace/workspace-store';
import { createRunsStore, isEditedSince } from './runs-store';
import { createImageOf } from './starting-image';

const SIDE = { 'models.py': 'm', 'script.py': 's' };
const WORKSPACE: Workspace = {
  origin: { kind: 'own' },
  name: 'Books',
  files: { django: SIDE, sqlalchemy: SIDE },
  database: { kind: 'dataset', name: 'bookshop', sql: 'the data' },
};

function desk(database: StartingDatabase = WORKSPACE.database) {
  const fake = testingRuntime();
  const workspace = createWorkspaceStore({ ...WORKSPACE, database });
  const frames: Array<() => void> = [];
  const images: string[] = [];
  let time = 0;
  const runs = createRunsStore({
    engines: createEnginesStore(async () => fake.runtime),
    workspace,
    imageOf: createImageOf(async (sql) => {
      images.push(sql);
      if (sql.includes('wrong')) throw new Error('SQLite says no.');
      return new Uint8Array([7]);
    }),
    frames: { next: (callback) => frames.push(callback), now: () => time },
    clock: () => 1_000 + time,
  });
  const { getState } = runs;
  return {
    ...fake,
    workspace,
    runs,
    images,
    state: getState,
    /** Presses Run. */
    press: async (...args: Parameters<ReturnType<typeof getState>['run']>) => {
      void getState().run(...args);
      await settle();
    },
    nextFrame: () => {
      for (const callback of frames.splice(0)) callback();
    },
    pass: (ms: number) => {
      time += ms;
    },
    counts: () => Object.values(getState().last).map((run) => run?.outcome.trace.statements.length ?? null),
  };
}

describe('a press of Run', () => {
  it('runs both sides from the same database and keeps what they came to', async () => {
    const { press, given, state, counts, pass } = desk();
    await press();
    expect(given.map(({ orm }) => orm)).toEqual(['django', 'sqlalchemy']);
    expect(given[0]?.program).toMatchObject({ files: SIDE, image: new Uint8Array([7]) });
    pass(50);
    given[0]?.begin();
    pass(20);
    await given[0]?.end(21);
    expect(counts()).toEqual([21, null]);
    expect(state().last.django).toMatchObject({
      number: 1,
      wallMs: 20,
      ranAt: 1_070,
      image: new Uint8Array([1]),
    });
    expect(state().live.django).toBeNull();
    expect(state().live.sqlalchemy).toMatchObject({ number: 1, phase: 'waiting' });
    given[1]?.begin();
    await given[1]?.end(11);
    expect(counts()).toEqual([21, 11]);
    expect(Object.keys(state().timeline[0]?.runs ?? {})).toEqual(['django', 'sqlalchemy']);
  });

  it('ends for who waits for it when both sides have ended', async () => {
    const { state, given } = desk();
    let ended = false;
    void state()
      .run()
      .then(() => {
        ended = true;
      });
    await settle();
    await given[0]?.end(1);
    expect(ended).toBe(false);
    await given[1]?.end(1);
    expect(ended).toBe(true);
  });

  it('keeps the old result until the new one is there, and then as the previous one', async () => {
    const { press, given, state, counts } = desk();
    await press(['django']);
    await given[0]?.end(21);
    await press(['django']);
    expect(counts()).toEqual([21, null]);
    expect(state().previous.django).toBeNull();
    await given[1]?.end(1);
    expect(counts()).toEqual([1, null]);
    expect(state().previous.django?.outcome.trace.statements).toHaveLength(21);
  });

  it('runs what is there when it is pressed, and can tell what was changed since', async () => {
    const { press, given, state, workspace } = desk();
    await press();
    workspace.getState().setFile('django', 'script.py', 'changed');
    for (const run of given) await run.end(1);
    const { django, sqlalchemy } = state().last;
    expect(given[0]?.program.files['script.py']).toBe('s');
    expect(django && isEditedSince(django, workspace.getState())).toBe(true);
    expect(sqlalchemy && isEditedSince(sqlalchemy, workspace.getState())).toBe(false);
    workspace.getState().setDatabase({ kind: 'empty' });
    expect(sqlalchemy && isEditedSince(sqlalchemy, workspace.getState())).toBe(true);
  });

  it('while running starts again with the newest code, and drops what the old run still says', async () => {
    const { press, given, state, workspace, nextFrame } = desk();
    await press(['django']);
    given[0]?.begin();
    given[0]?.send(5);
    workspace.getState().setFile('django', 'script.py', 'newer');
    await press(['django']);
    given[0]?.send(6);
    nextFrame();
    expect(state().live.django).toMatchObject({ number: 2, trace: null });
    expect(state().last.django).toBeNull();
    await given[1]?.end(2);
    expect(state().last.django?.ran.files.django['script.py']).toBe('newer');
    expect(state().timeline.map(({ number, runs }) => [number, runs.django === undefined])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it('leaves the other side alone when it is for one side', async () => {
    const { press, given, state } = desk();
    await press();
    given[1]?.begin();
    await press(['django']);
    await given[1]?.end(11);
    expect(state().last.sqlalchemy).toMatchObject({ number: 1 });
  });
});

describe('a run of some cells only', () => {
  it('is of a script that ends after the cell, and keeps the whole code', async () => {
    const { press, given, state, workspace } = desk();
    const script = 'import x\n# %% One\n1\n# %% Two\n2\n# %% Three\n3\n';
    workspace.getState().setFile('django', 'script.py', script);
    await press(['django'], { upTo: 1 });
    expect(given[0]?.program.files).toEqual({
      'models.py': 'm',
      'script.py': 'import x\n# %% One\n1\n# %% Two\n2\n',
    });
    await given[0]?.end(2);
    const run = state().last.django;
    expect(run).toMatchObject({ upTo: 1, ran: { files: { django: { 'script.py': script } } } });
    expect(run && isEditedSince(run, workspace.getState())).toBe(false);
    await press(['django']);
    await given[1]?.end(3);
    expect(state().last.django?.upTo).toBeNull();
  });
});

describe('a live run', () => {
  it('of code that does not compile changes no result, and is said until the next', async () => {
    const { press, given, state, counts } = desk();
    await press(['django']);
    await given[0]?.end(21);
    await press(['django'], { isLive: true });
    await given[1]?.refuse();
    expect(counts()).toEqual([21, null]);
    expect(state().held.django?.type).toBe('SyntaxError');
    expect(state().timeline.map(({ number }) => number)).toEqual([1]);
    await press(['django'], { isLive: true });
    expect(state().held.django).toBeNull();
    await given[2]?.end(1);
    expect(counts()).toEqual([1, null]);
    expect(state().timeline[0]?.asked.isLive).toBe(true);
  });

  it('of two sides of which one does not compile keeps what the other comes to', async () => {
    const { press, given, state } = desk();
    await press(undefined, { isLive: true });
    await given[0]?.refuse();
    await given[1]?.end(11);
    expect(state().held.django?.type).toBe('SyntaxError');
    expect(state().timeline.map(({ number, runs }) => [number, Object.keys(runs)])).toEqual([
      [1, ['sqlalchemy']],
    ]);
  });

  it('of two sides that do not compile leaves no entry', async () => {
    const { press, given, state } = desk();
    await press(undefined, { isLive: true });
    await given[0]?.refuse();
    await given[1]?.refuse();
    expect(state().timeline).toEqual([]);
  });

  it('is not held back when Run was pressed', async () => {
    const { press, given, state } = desk();
    await press(['django']);
    await given[0]?.refuse();
    expect(state().last.django?.outcome.error?.type).toBe('SyntaxError');
    expect(state().held.django).toBeNull();
  });
});

describe('while a run goes on', () => {
  it('its trace is renewed once it takes some time, at most once a frame', async () => {
    const { press, given, runs, state, nextFrame, pass } = desk();
    await press(['django']);
    given[0]?.begin();
    let renewed = 0;
    runs.subscribe(({ live }, before) => {
      if (live.django?.trace !== before.live.django?.trace) renewed += 1;
    });
    for (const count of [1, 2, 3]) given[0]?.send(count);
    expect(state().live.django).toMatchObject({ phase: 'running', trace: null });
    nextFrame();
    expect(renewed).toBe(0);
    pass(250);
    nextFrame();
    expect(renewed).toBe(1);
    expect(state().live.django?.trace?.statements).toHaveLength(3);
  });

  it('it can be stopped, and what it had sent is its result', async () => {
    const { press, given, state } = desk();
    await press(['django']);
    given[0]?.begin();
    given[0]?.send(4);
    state().stop();
    await settle();
    expect(state().last.django?.outcome).toMatchObject({ kind: 'stopped' });
    expect(state().last.django?.outcome.trace.statements).toHaveLength(4);
    expect(state().live.django).toBeNull();
  });

  it('it can be called off before it has begun, and leaves no result', async () => {
    const { press, given, state } = desk();
    void state().run(['django']);
    state().stop();
    await settle();
    expect(given).toHaveLength(0);
    await press(['django']);
    state().stop();
    await settle();
    expect(state().live.django).toBeNull();
    expect(state().last.django).toBeNull();
    expect(state().failed.django).toBeNull();
  });

  it('something else can be opened: nothing of it arrives there', async () => {
    const { press, given, state } = desk();
    await press();
    await given[0]?.end(1);
    given[1]?.begin();
    state().forget();
    await settle();
    expect(state()).toMatchObject({
      last: { django: null, sqlalchemy: null },
      live: { django: null, sqlalchemy: null },
    });
    expect(state().timeline).toHaveLength(1);
  });
});

describe('a run that cannot be carried out', () => {
  it('is said for its side, until the next press; the last result stays', async () => {
    const { press, given, state, counts } = desk();
    await press(['django']);
    await given[0]?.end(21);
    await press();
    await given[1]?.fail(new Error('out of order'));
    expect(state().failed.django?.error.message).toBe('out of order');
    expect(state().live.django).toBeNull();
    await given[2]?.end(11);
    expect(counts()).toEqual([21, 11]);
    await press(['django']);
    expect(state().failed.django).toBeNull();
  });

  it('is said when the database cannot be made, and it is tried anew', async () => {
    const { press, state, images } = desk({ kind: 'dataset', name: 'own', sql: 'wrong' });
    await press();
    expect(state().failed.django?.error.message).toBe('SQLite says no.');
    expect(state().failed.sqlalchemy?.error.message).toBe('SQLite says no.');
    await press();
    expect(images).toEqual(['wrong', 'wrong']);
  });
});

describe('what runs start from', () => {
  it('is made once for the same script', async () => {
    const { press, images } = desk();
    await press();
    await press();
    expect(images).toEqual(['the data']);
  });

  it('is the person’s own file, or nothing', async () => {
    const bytes = new Uint8Array([1, 2]);
    const own = desk({ kind: 'image', name: 'shop.sqlite', bytes });
    await own.press();
    expect(own.given[0]?.program.image).toBe(bytes);
    const empty = desk({ kind: 'empty' });
    await empty.press();
    expect(empty.given[0]?.program.image).toBeNull();
  });
});

describe('the timeline', () => {
  it('holds the last 20 presses with their code, and no database', async () => {
    const { press, given, state, workspace } = desk();
    for (let index = 1; index <= 22; index += 1) {
      workspace.getState().setFile('django', 'script.py', `${index}`);
      await press(['django']);
      await given.at(-1)?.end(index);
    }
    const { timeline } = state();
    expect(timeline).toHaveLength(20);
    expect(timeline[0]).toMatchObject({ number: 22, ran: { files: { django: { 'script.py': '22' } } } });
    expect(timeline[19]?.number).toBe(3);
    expect(timeline[0]?.runs.django).not.toHaveProperty('image');
  });

  it('can be looked at until something runs or is opened', async () => {
    const { press, given, state } = desk();
    await press(['django']);
    await given[0]?.end(1);
    state().lookAt(1);
    expect(state().looked).toBe(1);
    await press(['django']);
    expect(state().looked).toBeNull();
    state().lookAt(2);
    state().forget();
    expect(state().looked).toBeNull();
  });

  it('holds fewer of those that sent very many statements, and always the newest', async () => {
    const { press, given, state } = desk();
    for (const count of [1, 40_000, 30_000, 80_000]) {
      await press(['django']);
      await given.at(-1)?.end(count);
    }
    expect(state().timeline.map(({ number }) => number)).toEqual([4]);
    await press(['django']);
    await given.at(-1)?.end(1);
    expect(state().timeline.map(({ number }) => number)).toEqual([5]);
  });
});
