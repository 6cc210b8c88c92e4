import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { TraceDocumentSchema } from '../../trace/schema';
import { buildRuntime } from '../build/build-runtime';
import { ROOT } from '../build/paths';

const run = promisify(execFile);
const BUILD_AND_RUN_MS = 600_000;

/** What one call of the command line came to. */
async function trace(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  try {
    const program = join(ROOT, 'lib', 'runtime', 'node', 'trace.ts');
    const done = await run(process.execPath, ['--import', 'tsx', program, ...args], { cwd: ROOT });
    return { code: 0, ...done };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) throw error;
    return { code: error.code, stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

it('prints its help on stdout and says that it is for code one trusts', async () => {
  const { code, stdout } = await trace('--help');
  expect(code).toBe(0);
  expect(stdout).toMatch(/only code that you trust/);
});

it('ends with 2 and one sentence when the directory is wrong', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'trace-test-'));
  try {
    const missing = await trace(join(empty, 'none'));
    expect(missing).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^There is no directory .*\n$/),
    });
    await writeFile(join(empty, 'models.py'), '');
    const none = await trace(empty);
    expect(none).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/neither django\/ nor/),
    });
  } finally {
    await rm(empty, { recursive: true });
  }
});

it(
  'prints one document, and ends with 0 although both programs failed',
  async () => {
    await buildRuntime('full', 'fast');
    const { code, stdout } = await trace(join(ROOT, 'lib', 'runtime', 'node', 'programs', 'failing'));
    expect(code).toBe(0);
    const document = TraceDocumentSchema.parse(JSON.parse(stdout));
    expect(document.django).toMatchObject({
      kind: 'python-error',
      error: { type: expect.stringMatching(/IntegrityError$/) },
    });
    expect(document.sqlalchemy).toMatchObject({
      kind: 'python-error',
      error: { type: expect.stringMatching(/IntegrityError$/) },
    });
  },
  BUILD_AND_RUN_MS,
);
