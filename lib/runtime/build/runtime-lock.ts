import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CACHE } from './paths';

const LOCK = join(CACHE, 'runtime-lock');
const PID = join(LOCK, 'pid');
const RETRY_MS = 500;

/**
 * Does something that no second process may do at the same time: two builds of the runtime would
 * remove each other's files. A lock that a dead process left is taken over.
 */
export async function withRuntimeLock<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(CACHE, { recursive: true });
  while (!(await take())) {
    if (await isAbandoned()) await rm(LOCK, { recursive: true, force: true });
    else await sleep(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
}

async function take(): Promise<boolean> {
  try {
    await mkdir(LOCK);
  } catch {
    return false;
  }
  await writeFile(PID, String(process.pid));
  return true;
}

async function isAbandoned(): Promise<boolean> {
  const pid = Number(await readFile(PID, 'utf8').catch(() => ''));
  // Just taken, its owner not yet written: looked at again a little later.
  if (pid === 0) {
    await sleep(RETRY_MS);
    return (await readFile(PID, 'utf8').catch(() => '')) === '';
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
