import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asker, type AskerParts, createAsker } from './asker';
import { InspectorError } from './inspector-error';
import { threadParts } from './node/thread-host';
import { ImageError } from './sqlite/image-error';

const ENDLESS = 'WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
const PLENTY_MS = 20_000;

let parts: AskerParts;
let asker: Asker;
beforeAll(async () => {
  parts = await threadParts();
  asker = createAsker(async () => parts);
});
afterAll(() => asker.close());

const make = (sql: string, limitMs = PLENTY_MS) => asker.ask(limitMs, 'imageFromSql', sql);

describe('asking the worker', () => {
  it('gives what the command gives, and throws what it refuses', async () => {
    const image = await make('CREATE TABLE a (n)');
    expect(new TextDecoder().decode(image.slice(0, 15))).toBe('SQLite format 3');
    await expect(make('CREATE TABLE')).rejects.toThrow(ImageError);
    await expect(make('CREATE TABLE')).rejects.toThrow('cannot be run: incomplete input.');
  });

  it('answers each of several questions with its own answer', async () => {
    const [one, other, third] = await Promise.all([
      make('CREATE TABLE one (n)'),
      make('nonsense').catch((error: unknown) => error),
      make('CREATE TABLE third (n)'),
    ]);
    const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
    expect(text(one)).toContain('CREATE TABLE one (n)');
    expect(other).toBeInstanceOf(ImageError);
    expect(text(third)).toContain('CREATE TABLE third (n)');
  });

  it('stops a statement that does not end, and goes on with a new worker', async () => {
    const endless = make(ENDLESS, 400);
    const next = make('CREATE TABLE a (n)');
    await expect(endless).rejects.toThrow(InspectorError);
    await expect(endless).rejects.toThrow('This took longer than 0.4 s and was stopped.');
    expect((await next).length).toBeGreaterThan(0);
  });

  it('says so when it is closed while it works, and starts anew when asked again', async () => {
    const endless = make(ENDLESS);
    setTimeout(asker.close, 300);
    await expect(endless).rejects.toThrow('closed before it had answered');
    expect((await make('CREATE TABLE a (n)')).length).toBeGreaterThan(0);
  });

  it('says why a worker does not start, and tries its parts again', async () => {
    let tries = 0;
    const flaky = createAsker(async () => {
      tries += 1;
      if (tries === 1) throw new Error('no connection');
      return parts;
    });
    await expect(flaky.ask(PLENTY_MS, 'imageFromSql', '')).rejects.toThrow('no connection');
    expect((await flaky.ask(PLENTY_MS, 'imageFromSql', '')).length).toBeGreaterThan(0);
    flaky.close();
    const useless = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    const broken = createAsker(async () => ({ ...parts, module: useless }));
    await expect(broken.ask(PLENTY_MS, 'imageFromSql', '')).rejects.toThrow(
      'The database inspector stopped working',
    );
    broken.close();
  });
});
