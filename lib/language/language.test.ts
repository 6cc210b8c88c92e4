import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLanguage } from './language';

vi.mock('../runtime/assets/verified-files', () => ({
  openVerifiedFiles: async () => ({ load: async () => new Uint8Array() }),
}));

/** Workers of which a test says what becomes of them. */
const workers: TestingWorker[] = [];

class TestingWorker extends EventTarget {
  onerror: ((event: Event) => void) | null = null;
  isTerminated = false;
  readonly posted: unknown[] = [];

  constructor() {
    super();
    workers.push(this);
  }

  postMessage(message: unknown): void {
    this.posted.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  fail(): void {
    this.onerror?.(new Event('error'));
  }
}

/** Starts the server, up to where its worker is to answer. */
async function begin() {
  const deaths: string[] = [];
  const starting = startLanguage('/runtime/', { onProblems: () => {}, onDeath: (why) => deaths.push(why) });
  const worker = await vi.waitFor(() => {
    const made = workers.at(-1);
    if (made === undefined) throw new Error('There is no worker yet.');
    return made;
  });
  return { starting, worker, deaths };
}

beforeEach(() => {
  workers.length = 0;
  vi.stubGlobal('Worker', TestingWorker);
});
afterEach(() => vi.unstubAllGlobals());

describe('a language server', () => {
  it('does not start, and leaves no worker behind, when its worker fails', async () => {
    const { starting, worker } = await begin();
    worker.fail();
    await expect(starting).rejects.toThrow('Its script could not be started.');
    expect(worker.isTerminated).toBe(true);
  });

  it('does not start, and leaves no worker behind, when it refuses', async () => {
    const { starting, worker } = await begin();
    worker.say({ jsonrpc: '2.0', id: 1, error: { message: 'No folders.' } });
    await expect(starting).rejects.toThrow('No folders.');
    expect(worker.isTerminated).toBe(true);
  });

  it('that fails later says so once, and is ended', async () => {
    const { starting, worker, deaths } = await begin();
    worker.say({ jsonrpc: '2.0', id: 1, result: { capabilities: {} } });
    const { projects } = await starting;
    const asked = projects.django.hover('models.py', { line: 1, column: 0 });
    worker.fail();
    await expect(asked).rejects.toThrow('Its script could not be started.');
    expect(deaths).toEqual(['Its script could not be started.']);
    expect(worker.isTerminated).toBe(true);
  });
});
