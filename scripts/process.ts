import { spawn } from 'node:child_process';

/**
 * Runs a command with this process's own input and output, and waits for its end.
 *
 * @param command a program's path or name
 * @param env variables beside those of this process
 * @returns the exit code; 1 when a signal ended it
 * @throws the system's error when the command cannot be started
 */
export function runCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a script of an installed npm package with this Node. */
export function runNodeScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return runCommand(process.execPath, [script, ...args], env);
}
