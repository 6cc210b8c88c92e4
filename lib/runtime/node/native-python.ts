import { execFile, spawn } from 'node:child_process';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Outcome } from '../../trace/schema';
import { createAssembler } from '../assemble';
import { type FoundPython, findPython } from '../build/find-python';
import { CACHE, PYTHON_SOURCES } from '../build/paths';
import { wheels } from '../build/wheels';
import type { RunRequest } from '../contract';

const run = promisify(execFile);

/** Django 6 needs 3.12; the check says that SQLite is there, and its version. */
const LEAST = [3, 12] as const;
const CHECK = 'import sqlite3, sys; print(".".join(map(str, sys.version_info[:3])))';
const UNPACK = 'import sys, zipfile\nfor name in sys.argv[2:]: zipfile.ZipFile(name).extractall(sys.argv[1])';
const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), 'native_run.py');

/** A native CPython that can run the same programs: `PYTHON312`, the usual names, or one of pyenv's. */
export async function findNativePython(): Promise<FoundPython | null> {
  const versions = join(homedir(), '.pyenv', 'versions');
  const known = await readdir(versions).catch(() => []);
  const pyenv = known
    .filter((name) => /^3\.\d+\.\d+$/.test(name))
    .map((name) => join(versions, name, 'bin', 'python'));
  return findPython(
    [process.env.PYTHON312, 'python3.14', 'python3.13', 'python3.12', 'python3', ...pyenv.reverse()],
    LEAST,
    CHECK,
  );
}

/** The same wheels that the runtime holds, unpacked for a native Python. */
export async function nativePackages(python: FoundPython): Promise<string> {
  const { key, files } = await wheels();
  const directory = join(CACHE, 'native', key.slice(0, 16));
  const known = await readdir(dirname(directory)).catch((): string[] => []);
  if (known.includes(key.slice(0, 16))) return directory;
  const unfinished = `${directory}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await run(python.command, ['-c', UNPACK, unfinished, ...files]);
  await rename(unfinished, directory);
  return directory;
}

/**
 * Runs one program on a native CPython under the same recorder.
 * @param packages the directory that `nativePackages` made
 * @returns how it ended; SQLite's own count of executions is not at hand here, so none is compared
 */
export async function runNatively(
  python: FoundPython,
  packages: string,
  request: RunRequest,
  image: Uint8Array | null,
): Promise<Outcome> {
  const order = {
    path: [PYTHON_SOURCES, packages],
    request,
    image: image === null ? null : Buffer.from(image).toString('base64'),
  };
  const lines = (await feed(python.command, JSON.stringify(order))).trimEnd().split('\n');
  const end = lines.pop() ?? '';
  const assembler = createAssembler();
  for (const line of lines) assembler.chunk(line, {});
  return assembler.end(end, {});
}

function feed(command: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [PROGRAM], {
      env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', PYTHONHASHSEED: '0' },
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${command} ended with ${code}: ${errors}`)),
    );
    child.stdin.end(input);
  });
}
