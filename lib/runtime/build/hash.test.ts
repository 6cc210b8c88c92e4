import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOfFiles, sha256Of } from './hash';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hash-test-'));
});
afterEach(() => rm(directory, { recursive: true }));

it('is SHA-256 for one part and tells where parts end for several', () => {
  expect(sha256Of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Of('ab', 'c')).not.toBe(sha256Of('a', 'bc'));
});

it('changes with the content and the name of a wanted file, and with no other', async () => {
  const wanted = (path: string): boolean => path.endsWith('.py');
  await writeFile(join(directory, 'a.py'), '1');
  const before = await hashOfFiles(directory, wanted);
  await writeFile(join(directory, 'a.txt'), 'x');
  expect(await hashOfFiles(directory, wanted)).toBe(before);
  await writeFile(join(directory, 'a.py'), '2');
  const changed = await hashOfFiles(directory, wanted);
  await writeFile(join(directory, 'b.py'), '');
  expect(new Set([before, changed, await hashOfFiles(directory, wanted)]).size).toBe(3);
});
