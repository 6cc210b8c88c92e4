import { describe, expect, it } from 'vitest';
import * as z from '../../util/zod';
import { connect } from './connection';
import { startLanguageServer } from './language-server';
import { testingChannel } from './testing-channel';

const HANDLERS = { answer: () => null, told: () => {} };

describe('a connection with a language server', () => {
  it('gives each request its own answer', async () => {
    const { end, say, posted } = testingChannel();
    const { request } = connect(end, HANDLERS);
    const [one, two] = [request('one', {}, z.string()), request('two', {}, z.string())];
    expect(posted).toMatchObject([
      { id: 1, method: 'one' },
      { id: 2, method: 'two' },
    ]);
    say({ jsonrpc: '2.0', id: 2, result: 'second' });
    say({ jsonrpc: '2.0', id: 1, result: 'first' });
    expect(await Promise.all([one, two])).toEqual(['first', 'second']);
  });

  it('refuses what is open, and all that comes, once the server has failed', async () => {
    const { end, die, posted } = testingChannel();
    const { request, notify } = connect(end, HANDLERS);
    const open = request('open', {}, z.string());
    die('out of memory');
    await expect(open).rejects.toThrow('out of memory');
    await expect(request('later', {}, z.string())).rejects.toThrow('out of memory');
    notify('later', {});
    expect(posted).toHaveLength(1);
  });
});

describe('a language server that fails', () => {
  it('while it starts has not started', async () => {
    const { end, die } = testingChannel();
    const starting = startLanguageServer(end, new ArrayBuffer(0));
    die('no WebAssembly');
    await expect(starting).rejects.toThrow('no WebAssembly');
  });

  it('has no files of packages, also for those who wait for one', async () => {
    const { end, die, say, posted } = testingChannel();
    const starting = startLanguageServer(end, new ArrayBuffer(0));
    say({ jsonrpc: '2.0', id: 1, result: { capabilities: {} } });
    const server = await starting;
    const asked = server.packageFile('/packages/a.py');
    expect(posted.at(-1)).toEqual({ type: 'file', path: '/packages/a.py' });
    die('out of memory');
    expect(await asked).toBeNull();
    expect(await server.packageFile('/packages/a.py')).toBeNull();
  });
});
