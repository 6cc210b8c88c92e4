import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type RunningServer, serveSite } from './serve';

let directory: string;
let servers: RunningServer[];

beforeEach(async () => {
  servers = [];
  directory = await mkdtemp(join(tmpdir(), 'orm-pilot-serve-'));
  await mkdir(join(directory, 'play'));
  await mkdir(join(directory, 'runtime'));
  await writeFile(join(directory, 'index.html'), 'home');
  await writeFile(join(directory, '404.html'), 'not here');
  await writeFile(join(directory, 'play', 'index.html'), 'play');
  await writeFile(join(directory, 'runtime', 'core-0123456789abcdef.bin'), 'bytes');
  await writeFile(join(directory, 'runtime', 'manifest.json'), '{}');
});

afterEach(async () => {
  for (const server of servers) await server.close();
  await rm(directory, { recursive: true });
});

async function serve(options: Parameters<typeof serveSite>[1] = {}): Promise<RunningServer> {
  const server = await serveSite(directory, options);
  servers.push(server);
  return server;
}

const text = async (url: string): Promise<string> => (await fetch(url)).text();

it('serves a folder by its index page, with and without the slash', async () => {
  const { origin } = await serve();
  expect(await text(`${origin}/`)).toBe('home');
  expect(await text(`${origin}/play/?scenario=n-plus-one`)).toBe('play');
  expect(await text(`${origin}/play`)).toBe('play');
});

it('answers what is not there with the page that says so, and 404', async () => {
  const { origin } = await serve();
  const response = await fetch(`${origin}/nowhere/`);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('not here');
});

it('lets files be kept for ever whose name tells their content, and no others', async () => {
  const { origin } = await serve();
  const caching = async (path: string): Promise<string | null> =>
    (await fetch(origin + path)).headers.get('Cache-Control');
  expect(await caching('/runtime/core-0123456789abcdef.bin')).toContain('immutable');
  expect(await caching('/runtime/manifest.json')).toBe('no-cache');
  expect(await caching('/')).toBe('no-cache');
});

it('serves a site that was built for a folder, and leads there', async () => {
  const { origin } = await serve({ basePath: '/orm-pilot' });
  expect(await text(`${origin}/orm-pilot/play/`)).toBe('play');
  expect((await fetch(origin)).url).toBe(`${origin}/orm-pilot/`);
});

it('takes the next port when one is taken', async () => {
  const first = await serve();
  const port = Number(new URL(first.origin).port);
  const second = await serve({ port });
  expect(Number(new URL(second.origin).port)).toBeGreaterThan(port);
  expect(await text(`${second.origin}/`)).toBe('home');
});
