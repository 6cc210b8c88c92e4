import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunRequest } from './contract';
import { DEFAULT_LIMITS } from './contract';
import { EngineStartError } from './errors/engine-start-error';
import type { Host } from './host';
import { type BootParts, startInterpreter } from './interpreter';

const VERSIONS = { python: '3', sqlite: '3', pyodide: '3', django: '6', sqlalchemy: '2', alembic: '1' };
const BOOTED = { type: 'booted', versions: VERSIONS, memoryBytes: 1, how: 'snapshot' };
const REQUEST: RunRequest = {
  orm: 'django',
  files: { 'script.py': '' },
  database: 'sqlite',
  limits: { ...DEFAULT_LIMITS, wallMs: 1_000 },
  hasImage: false,
};
const TIMING = { totalUs: 1, ormUs: 1, sqliteUs: 0, harnessUs: 0 };
const END = {
  type: 'end',
  json: JSON.stringify({ kind: 'done', timing: TIMING, notices: [] }),
  witness: {},
  image: null,
};
const CELL = {
  title: 'a',
  startLine: 1,
  endLine: 1,
  value: null,
  valueType: null,
  stdout: 'x',
  state: 'running',
  durationUs: 1,
};
const CHUNK = { type: 'chunk', json: JSON.stringify({ cells: [{ index: 0, cell: CELL }] }), witness: {} };

/** A worker whose side of the conversation the test plays; messages arrive at once. */
function fakeWorker() {
  const sent: unknown[] = [];
  let onDeath: (why: string) => void = () => {};
  const terminate = vi.fn();
  const port = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    postMessage: (m: unknown) => sent.push(m),
  };
  const host: Host = {
    spawn: (died) => {
      onDeath = died;
      return { port: port as unknown as MessagePort, terminate };
    },
  };
  const says = (...messages: unknown[]) => {
    for (const data of messages) port.onmessage?.({ data });
  };
  return { host, sent, terminate, says, dies: (why: string) => onDeath(why) };
}

const ARCHIVES = { stdlib: new ArrayBuffer(1), packages: new ArrayBuffer(1) };
const PARTS = {
  core: {} as WebAssembly.Module,
  archives: ARCHIVES,
  memoryBytes: 1,
  snapshot: null,
} satisfies BootParts;

async function booted() {
  const worker = fakeWorker();
  const starting = startInterpreter(worker.host, PARTS);
  worker.says(BOOTED);
  return { ...worker, interpreter: await starting };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('starting an interpreter', () => {
  it('asks for the snapshot only when the worker wants it, and gives it back', async () => {
    const worker = fakeWorker();
    const loan = { bytes: new ArrayBuffer(4), giveBack: vi.fn(), lose: vi.fn() };
    const borrow = vi.fn(async () => loan);
    const starting = startInterpreter(worker.host, { ...PARTS, snapshot: borrow });
    expect(borrow).not.toHaveBeenCalled();
    worker.says({ type: 'snapshot-wanted' });
    await vi.advanceTimersByTimeAsync(0);
    expect(worker.sent.at(-1)).toEqual({ type: 'snapshot', snapshot: loan.bytes });
    const back = new ArrayBuffer(4);
    worker.says({ type: 'snapshot-back', snapshot: back }, BOOTED);
    expect((await starting).how).toBe('snapshot');
    expect(loan.giveBack).toHaveBeenCalledWith(back);
    expect(loan.lose).not.toHaveBeenCalled();
  });

  it('says so when a worker died with the snapshot', async () => {
    const worker = fakeWorker();
    const loan = { bytes: new ArrayBuffer(4), giveBack: vi.fn(), lose: vi.fn() };
    const starting = startInterpreter(worker.host, { ...PARTS, snapshot: async () => loan });
    worker.says({ type: 'snapshot-wanted' });
    await vi.advanceTimersByTimeAsync(0);
    worker.says({ type: 'fatal', phase: 'boot', message: 'It is of another build.', witness: {} });
    await expect(starting).rejects.toThrow('It is of another build.');
    expect(loan.lose).toHaveBeenCalledOnce();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('passes on why the snapshot cannot be had', async () => {
    const worker = fakeWorker();
    const starting = startInterpreter(worker.host, {
      ...PARTS,
      snapshot: () => Promise.reject(new Error('offline')),
    });
    worker.says({ type: 'snapshot-wanted' });
    await expect(starting).rejects.toThrow('offline');
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('gives up on a worker that does not come up, or whose script fails', async () => {
    const slow = startInterpreter(fakeWorker().host, PARTS);
    const expected = expect(slow).rejects.toThrow(EngineStartError);
    await vi.advanceTimersByTimeAsync(100_000);
    await expected;
    const worker = fakeWorker();
    const broken = startInterpreter(worker.host, PARTS);
    worker.dies('SyntaxError');
    await expect(broken).rejects.toThrow('SyntaxError');
  });
});

describe('a run', () => {
  it('gives the outcome, the image and every chunk, then ends the worker', async () => {
    const { interpreter, says, terminate } = await booted();
    const stdout: Array<string | undefined> = [];
    const running = interpreter.run(REQUEST, null, (current) => stdout.push(current().cells[0]?.stdout));
    says({ type: 'started' }, CHUNK, { ...END, image: new Uint8Array([1, 2]).buffer });
    const { outcome, image } = await running;
    expect(outcome.kind).toBe('done');
    expect(image).toEqual(new Uint8Array([1, 2]));
    expect(stdout).toEqual(['x']);
    expect(terminate).toHaveBeenCalledOnce();
    expect(interpreter.isAlive()).toBe(false);
  });

  it('starts the clock when Python starts, and keeps what came until the limit', async () => {
    const { interpreter, says, terminate } = await booted();
    const running = interpreter.run(REQUEST, null, () => {});
    await vi.advanceTimersByTimeAsync(5_000);
    says({ type: 'started' }, CHUNK);
    await vi.advanceTimersByTimeAsync(999);
    expect(terminate).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    const { outcome } = await running;
    expect(outcome.kind).toBe('timed-out');
    expect(outcome.error?.message).toContain('after 1 s');
    expect(outcome.trace.cells[0]?.stdout).toBe('x');
  });

  it('is over when it is stopped; what the worker still sends is dropped', async () => {
    const { interpreter, says } = await booted();
    const onTrace = vi.fn();
    const running = interpreter.run(REQUEST, null, onTrace);
    says({ type: 'started' }, CHUNK);
    interpreter.stop();
    says(CHUNK, END);
    const { outcome } = await running;
    expect(outcome.kind).toBe('stopped');
    expect(outcome.trace.cells).toHaveLength(1);
    expect(onTrace).toHaveBeenCalledOnce();
  });

  it.each([
    [
      'the interpreter dies',
      { type: 'fatal', phase: 'run', message: 'It ran out of stack.', witness: {} },
      'stack',
    ],
    ['a message is not of the contract', { type: 'chunk', json: 7 }, 'does not understand'],
    ['a message is nothing at all', null, 'does not understand'],
  ])('is crashed, with a sentence, when %s', async (_when, message, words) => {
    const { interpreter, says } = await booted();
    const running = interpreter.run(REQUEST, null, () => {});
    says({ type: 'started' }, CHUNK, message);
    const { outcome } = await running;
    expect(outcome.kind).toBe('crashed');
    expect(outcome.error?.message).toContain(words);
    expect(outcome.trace.cells).toHaveLength(1);
  });

  it('is crashed when the worker fails or never starts on it', async () => {
    const failing = await booted();
    const failed = failing.interpreter.run(REQUEST, null, () => {});
    failing.dies('out of memory');
    expect((await failed).outcome.error?.message).toContain('out of memory');
    const silent = await booted();
    const never = silent.interpreter.run(REQUEST, null, () => {});
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await never).outcome.kind).toBe('crashed');
  });

  it('is the only one of its interpreter', async () => {
    const { interpreter } = await booted();
    void interpreter.run(REQUEST, null, () => {});
    await expect(interpreter.run(REQUEST, null, () => {})).rejects.toThrow(EngineStartError);
  });
});

describe('a question', () => {
  const ASKED = { tool: 'check', json: '{}', image: new Uint8Array([1]) } as const;

  it('is sent with a copy of the image, and its answer ends the worker', async () => {
    const { interpreter, sent, says, terminate } = await booted();
    const reply = interpreter.ask(ASKED);
    expect(sent.at(-1)).toEqual({ ...ASKED, type: 'ask', image: new Uint8Array([1]).buffer });
    expect(ASKED.image).toHaveLength(1);
    says({ type: 'answer', json: '{"a":1}' });
    expect(await reply).toEqual({ kind: 'answer', json: '{"a":1}' });
    expect(terminate).toHaveBeenCalledOnce();
    expect(interpreter.isAlive()).toBe(false);
  });

  it('has no answer, and says why, after 10 s, when the interpreter dies, and when it is stopped', async () => {
    const slow = await booted();
    const late = slow.interpreter.ask(ASKED);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await late).toEqual({ kind: 'failed', message: expect.stringMatching(/longer than 10 s/) });
    expect(slow.terminate).toHaveBeenCalledOnce();
    const dying = await booted();
    const dead = dying.interpreter.ask(ASKED);
    dying.says({ type: 'fatal', phase: 'ask', message: 'It ran out of stack.', witness: {} });
    expect(await dead).toEqual({ kind: 'failed', message: 'It ran out of stack.' });
    const stopped = await booted();
    const none = stopped.interpreter.ask(ASKED);
    stopped.interpreter.stop();
    expect((await none).kind).toBe('failed');
  });

  it('is the only thing that its interpreter does', async () => {
    const { interpreter } = await booted();
    void interpreter.ask(ASKED);
    await expect(interpreter.ask(ASKED)).rejects.toThrow(EngineStartError);
    await expect(interpreter.run(REQUEST, null, () => {})).rejects.toThrow(EngineStartError);
  });
});
