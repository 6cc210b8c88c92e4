import { describe, expect, it, vi } from 'vitest';
import type { RunResult } from './contract';
import { createEngine } from './engine';
import type { EngineState } from './engine-state';
import { AssetMissingError } from './errors/asset-missing-error';
import type { Interpreter } from './interpreter';
import type { Supplied } from './supplier';
import type { Asked, Reply } from './tools/tools';

const VERSIONS = { python: '3', sqlite: '3', pyodide: '3', django: '6', sqlalchemy: '2', alembic: '1' };
const TIMING = { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 };
const TRACE = { cells: [], calls: [], statements: [], timing: TIMING, notices: [] };
const PROGRAM = { files: { 'script.py': '' }, image: null };

/** Interpreters that end when the test says so, and a supplier whose deliveries the test makes. */
function fakes(spares = 0) {
  const asked: Array<{
    deliver: () => void;
    refuse: (error: unknown) => void;
    progress: (r: number) => void;
  }> = [];
  const running: Array<(kind: RunResult['outcome']['kind']) => void> = [];
  const questions: Array<{ readonly asked: Asked; readonly reply: (reply: Reply) => void }> = [];
  const interpreter = (): Interpreter => {
    let end: (kind: RunResult['outcome']['kind']) => void = () => {};
    let alive = true;
    return {
      versions: VERSIONS,
      how: 'snapshot',
      isAlive: () => alive,
      stop: () => end('stopped'),
      ask: (asked) =>
        new Promise((resolve) => {
          const reply = (given: Reply) => {
            alive = false;
            resolve(given);
          };
          end = () => reply({ kind: 'failed', message: 'stopped' });
          questions.push({ asked, reply });
        }),
      run: () =>
        new Promise((resolve) => {
          end = (kind) => {
            alive = false;
            resolve({ outcome: { kind, trace: TRACE }, image: null, states: [], versions: VERSIONS });
          };
          running.push((kind) => end(kind));
        }),
    };
  };
  const idle: Array<() => void> = [];
  const engine = createEngine({
    orm: 'django',
    spares,
    whenIdle: (callback) => idle.push(callback),
    supplier: {
      supply: (onProgress) =>
        new Promise<Supplied>((resolve, reject) => {
          asked.push({
            deliver: () => resolve({ interpreter: interpreter(), boot: { how: 'snapshot' } }),
            refuse: reject,
            progress: (receivedBytes) => onProgress({ receivedBytes, totalBytes: 10 }),
          });
        }),
    },
  });
  const states: EngineState[] = [];
  engine.subscribe((state) => states.push(state));
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
  const passIdle = () => {
    for (const callback of idle.splice(0)) callback();
  };
  return { engine, asked, running, questions, states, settled, passIdle };
}

const kinds = (states: readonly EngineState[]) =>
  states.map((state) => (state.kind === 'booting' ? state.step : state.kind));

describe('an engine', () => {
  it('loads nothing until it is started, then tells its download and its start', async () => {
    const { engine, asked, states, settled } = fakes();
    expect(engine.getState()).toEqual({ kind: 'idle' });
    expect(asked).toHaveLength(0);
    engine.start();
    engine.start();
    expect(asked).toHaveLength(1);
    asked[0]?.progress(5);
    asked[0]?.progress(10);
    asked[0]?.deliver();
    await settled();
    expect(kinds(states)).toEqual(['start', 'download', 'start', 'ready']);
    expect(states).toContainEqual({
      kind: 'booting',
      step: 'download',
      progress: { receivedBytes: 5, totalBytes: 10 },
    });
    expect(engine.getState()).toEqual({ kind: 'ready', versions: VERSIONS, boot: { how: 'snapshot' } });
  });

  it('gives each run an interpreter of its own and starts the next when a run ends', async () => {
    const { engine, asked, running, settled } = fakes();
    const result = engine.run(PROGRAM);
    asked[0]?.deliver();
    await settled();
    expect(engine.getState().kind).toBe('running');
    expect(asked).toHaveLength(1);
    running[0]?.('done');
    expect((await result)?.outcome.kind).toBe('done');
    expect(engine.getState()).toEqual({ kind: 'booting', step: 'start' });
    expect(asked).toHaveLength(2);
  });

  it('keeps a spare where there is memory, started when the page is idle', async () => {
    const { engine, asked, running, settled, passIdle } = fakes(1);
    engine.start();
    asked[0]?.deliver();
    await settled();
    expect(asked).toHaveLength(1);
    passIdle();
    asked[1]?.deliver();
    await settled();
    void engine.run(PROGRAM);
    await settled();
    running[0]?.('done');
    await settled();
    expect(engine.getState().kind).toBe('ready');
    expect(asked).toHaveLength(2);
    passIdle();
    expect(asked).toHaveLength(3);
  });

  it('stops a run that goes on when another is asked for', async () => {
    const { engine, asked, running, settled } = fakes();
    const first = engine.run(PROGRAM);
    asked[0]?.deliver();
    await settled();
    const second = engine.run(PROGRAM);
    expect((await first)?.outcome.kind).toBe('stopped');
    asked[1]?.deliver();
    await settled();
    running[1]?.('done');
    expect((await second)?.outcome.kind).toBe('done');
  });

  it('calls off a run that still waits for its interpreter, which then waits for the next run', async () => {
    const { engine, asked, running, settled } = fakes();
    const first = engine.run(PROGRAM);
    const second = engine.run(PROGRAM);
    expect(await first).toBeNull();
    engine.stop();
    expect(await second).toBeNull();
    asked[0]?.deliver();
    await settled();
    expect(engine.getState().kind).toBe('ready');
    const third = engine.run(PROGRAM);
    await settled();
    running[0]?.('done');
    expect((await third)?.outcome.kind).toBe('done');
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it('fails with the reason, and tries again when it is started again', async () => {
    const { engine, asked, settled } = fakes();
    const error = new AssetMissingError('core.bin', 404);
    const result = engine.run(PROGRAM);
    asked[0]?.refuse(error);
    await expect(result).rejects.toBe(error);
    expect(engine.getState()).toEqual({ kind: 'failed', error });
    engine.start();
    expect(engine.getState().kind).toBe('booting');
    asked[1]?.deliver();
    await settled();
    expect(engine.getState().kind).toBe('ready');
  });

  it('stays ready when only a spare could not be started', async () => {
    const { engine, asked, settled, passIdle } = fakes(1);
    engine.start();
    asked[0]?.deliver();
    await settled();
    passIdle();
    asked[1]?.refuse(new Error('no memory'));
    await settled();
    expect(engine.getState().kind).toBe('ready');
  });

  it('lets a rehearsal give way to a run, also before it has begun', async () => {
    const { engine, asked, running, settled, passIdle } = fakes();
    engine.start();
    asked[0]?.deliver();
    await settled();
    const rehearsed = engine.rehearse(PROGRAM);
    passIdle();
    asked[1]?.deliver();
    await settled();
    expect(running).toHaveLength(1);
    const result = engine.run(PROGRAM);
    await rehearsed;
    await settled();
    expect(running).toHaveLength(2);
    running[1]?.('done');
    expect((await result)?.outcome.kind).toBe('done');

    const before = asked.length;
    const late = engine.rehearse(PROGRAM);
    passIdle();
    await late;
    expect(asked).toHaveLength(before);
    expect(running).toHaveLength(2);
  });

  it('rehearses in an interpreter of its own and changes no state', async () => {
    const { engine, asked, running, states, settled, passIdle } = fakes();
    const rehearsed = engine.rehearse(PROGRAM);
    passIdle();
    asked[0]?.deliver();
    await settled();
    running[0]?.('done');
    await rehearsed;
    expect(states).toEqual([]);
  });

  it('tells nobody who has left', () => {
    const { engine } = fakes();
    const listener = vi.fn();
    engine.subscribe(listener)();
    engine.start();
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('a question', () => {
  const CODE = { files: { 'models.py': '' }, image: null };
  const CHECKED = JSON.stringify({ kind: 'checked', problems: [] });

  it('is answered in an interpreter of its own, and the one that waits for a run stays', async () => {
    const { engine, asked, questions, states, settled } = fakes();
    engine.start();
    asked[0]?.deliver();
    await settled();
    const before = states.length;
    const answer = engine.ask('check', CODE);
    await settled();
    expect(asked).toHaveLength(2);
    asked[1]?.deliver();
    await settled();
    expect(questions[0]?.asked).toMatchObject({ tool: 'check', image: null });
    expect(JSON.parse(questions[0]?.asked.json ?? '')).toEqual({
      orm: 'django',
      hasImage: false,
      files: CODE.files,
    });
    questions[0]?.reply({ kind: 'answer', json: CHECKED });
    expect(await answer).toEqual({ kind: 'answer', answer: { kind: 'checked', problems: [] } });
    expect(states).toHaveLength(before);
    expect(engine.getState().kind).toBe('ready');
  });

  it('takes a spare where there is one, which is replaced when the page is idle', async () => {
    const { engine, asked, questions, settled, passIdle } = fakes(1);
    engine.start();
    asked[0]?.deliver();
    await settled();
    passIdle();
    asked[1]?.deliver();
    await settled();
    void engine.ask('describe', CODE);
    await settled();
    expect(questions).toHaveLength(1);
    expect(asked).toHaveLength(2);
    passIdle();
    expect(asked).toHaveLength(3);
  });

  it('does not disturb a run', async () => {
    const { engine, asked, running, questions, settled } = fakes();
    const result = engine.run(PROGRAM);
    asked[0]?.deliver();
    await settled();
    const answer = engine.ask('check', CODE);
    await settled();
    asked[1]?.deliver();
    await settled();
    questions[0]?.reply({ kind: 'answer', json: CHECKED });
    await answer;
    expect(engine.getState().kind).toBe('running');
    running[0]?.('done');
    expect((await result)?.outcome.kind).toBe('done');
  });

  it('gives way to a newer one for the same tool, and the interpreter that came up for it serves that', async () => {
    const { engine, asked, questions, settled } = fakes();
    const first = engine.ask('check', CODE);
    await settled();
    const second = engine.ask('check', { files: { 'models.py': 'x' }, image: null });
    asked[0]?.deliver();
    await settled();
    expect(await first).toBeNull();
    expect(asked).toHaveLength(1);
    const third = engine.ask('check', CODE);
    expect(await second).toBeNull();
    await settled();
    asked[1]?.deliver();
    await settled();
    questions.at(-1)?.reply({ kind: 'answer', json: CHECKED });
    expect((await third)?.kind).toBe('answer');
  });

  it('waits for one about something else', async () => {
    const { engine, asked, questions, settled } = fakes();
    const check = engine.ask('check', CODE);
    const describing = engine.ask('describe', CODE);
    await settled();
    expect(asked).toHaveLength(1);
    asked[0]?.deliver();
    await settled();
    questions[0]?.reply({ kind: 'answer', json: CHECKED });
    await check;
    await settled();
    asked[1]?.deliver();
    await settled();
    questions[1]?.reply({ kind: 'answer', json: '{"kind":"described","models":[],"stubs":{}}' });
    expect(await describing).toMatchObject({ kind: 'answer', answer: { models: [] } });
  });

  it.each(['[', '{"kind":"checked"}', '7'])('has no answer when %s comes back', async (json) => {
    const { engine, asked, questions, settled } = fakes();
    const answer = engine.ask('check', CODE);
    await settled();
    asked[0]?.deliver();
    await settled();
    questions[0]?.reply({ kind: 'answer', json });
    expect(await answer).toEqual({ kind: 'failed', message: expect.stringMatching(/could not be read/) });
  });

  it('passes on why there is no interpreter, and the next one tries again', async () => {
    const { engine, asked, settled } = fakes();
    const error = new AssetMissingError('core.bin', 404);
    const answer = engine.ask('check', CODE);
    await settled();
    asked[0]?.refuse(error);
    await expect(answer).rejects.toBe(error);
    void engine.ask('check', CODE);
    await settled();
    expect(asked).toHaveLength(2);
  });
});
