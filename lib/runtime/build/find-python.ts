import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BuildError } from './build-error';

const run = promisify(execFile);

const CHECK = 'import sys, pip; print(".".join(map(str, sys.version_info[:3])))';

/** A version of Python as numbers, greatest part first. */
export type PythonVersion = readonly [major: number, minor: number];

/** A Python on this machine. */
export interface FoundPython {
  readonly command: string;
  readonly version: string;
}

/** Whether a version text like `3.12.1` is at least the given one. */
export function isAtLeast(version: string, [major, minor]: PythonVersion): boolean {
  const [foundMajor = 0, foundMinor = 0] = version.split('.').map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}

/**
 * Finds the first command that starts a Python which is new enough and passes the check.
 *
 * @param commands names or paths, the most wanted first
 * @param least the oldest version that will do
 * @param check a program that prints the version; that it fails means that this Python will not do
 * @returns null when there is none
 */
export async function findPython(
  commands: readonly (string | undefined)[],
  least: PythonVersion,
  check: string = CHECK,
): Promise<FoundPython | null> {
  for (const command of commands) {
    if (command === undefined || command === '') continue;
    try {
      const { stdout } = await run(command, ['-c', check]);
      const version = stdout.trim();
      if (isAtLeast(version, least)) return { command, version };
    } catch {
      // Not there, too old to run the check, or without pip: the next one may do.
    }
  }
  return null;
}

/**
 * The Python that fetches the wheels: `PYTHON`, else `python3`, else `python`; at least 3.9, with pip.
 * @throws BuildError with a sentence that says what to install
 */
export async function pythonWithPip(): Promise<FoundPython> {
  const found = await findPython([process.env.PYTHON, 'python3', 'python'], [3, 9]);
  if (found !== null) return found;
  throw new BuildError(
    'No Python 3.9 or newer with pip was found; it is needed once, to download Django and SQLAlchemy. ' +
      'Install it (Debian, Ubuntu: `apt install python3 python3-pip`), or set PYTHON to the path of one.',
  );
}
