import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../lib/runtime/build/paths';
import { runCommand } from './process';
import { canRun, planOf, type StepResult, summaryOf } from './test-plan';

const PackageSchema = z.object({ scripts: z.record(z.string(), z.string()) });

/** `npm test [-- NAME …]`: runs every `test:*` script, or those named, and sums up. */
async function main(wanted: readonly string[]): Promise<boolean> {
  const { scripts } = PackageSchema.parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
  const results: StepResult[] = [];
  for (const name of planOf(Object.keys(scripts), wanted)) {
    const result = canRun(name, results)
      ? await runStep(name)
      : { name, state: 'not run' as const, seconds: 0 };
    results.push(result);
    console.log(`━━ ${name}: ${result.state} in ${result.seconds.toFixed(1)} s`);
  }
  console.log(`\n${summaryOf(results)}`);
  return results.every(({ state }) => state === 'passed');
}

async function runStep(name: string): Promise<StepResult> {
  console.log(`\n━━ ${name}`);
  const start = performance.now();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await runCommand(npm, ['run', '--silent', name]);
  return { name, state: code === 0 ? 'passed' : 'failed', seconds: (performance.now() - start) / 1000 };
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
