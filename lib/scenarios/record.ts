import { writeFileSync } from 'node:fs';
import { BuildError } from '../runtime/build/build-error';
import { buildRuntime } from '../runtime/build/build-runtime';
import { loadRuntime, type Runtime } from '../runtime/node/load-runtime';
import { describeDifference, firstDifference } from '../trace/difference';
import { brokenPromises } from './check-run';
import { loadDefinition, loadRecording, readRun, recordingPath, ScenarioError, scenarioSlugs } from './load';
import { runScenario } from './run-scenario';
import { writeRecording } from './write-recording';

const HELP = `Usage: npm run record [-- [--anew] [scenario …]]
Runs the scenarios (all, or those named) on the engine and writes lib/scenarios/<scenario>/recorded.json.
A recording that differs in nothing but times is left as it is; --anew writes it all the same.
`;

/** The command line of `npm run record`; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const anew = args.includes('--anew');
  const named = args.filter((argument) => argument !== '--anew');
  try {
    const slugs = named.length === 0 ? scenarioSlugs() : named;
    await Promise.all(slugs.map(loadDefinition));
    await buildRuntime('full', 'fast');
    const runtime = await loadRuntime();
    let broken = 0;
    for (const slug of slugs) broken += await record(runtime, slug, anew);
    return broken === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ScenarioError || error instanceof BuildError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** Records one scenario; returns how many of its promises the run broke. */
async function record(runtime: Runtime, slug: string, anew: boolean): Promise<number> {
  const trace = await runScenario(runtime, slug);
  const change = changeSince(slug, trace);
  if (anew || change !== null) {
    const recordedOn = new Date().toISOString().slice(0, 10);
    writeFileSync(recordingPath(slug), writeRecording({ recordedOn, trace }));
  }
  console.log(`${slug}: ${change ?? (anew ? 'the same, written anew' : 'the same')}`);
  const broken = brokenPromises(await loadDefinition(slug), readRun(trace));
  for (const sentence of broken) console.log(`  ${sentence}`);
  return broken.length;
}

function changeSince(slug: string, trace: Awaited<ReturnType<typeof runScenario>>): string | null {
  try {
    const difference = firstDifference(loadRecording(slug).trace, trace);
    return difference === null ? null : `changed: ${describeDifference(difference)}`;
  } catch (error) {
    if (error instanceof ScenarioError) return 'recorded';
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
