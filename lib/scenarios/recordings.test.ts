import { beforeAll, describe, expect, it } from 'vitest';
import { buildRuntime } from '../runtime/build/build-runtime';
import { loadRuntime, type Runtime } from '../runtime/node/load-runtime';
import { firstDifference } from '../trace/difference';
import { brokenPromises } from './check-run';
import { loadDefinition, loadRecording, readRun, scenarioSlugs } from './load';
import { runScenario } from './run-scenario';

const BUILD_MS = 600_000;
const RUN_MS = 120_000;

let runtime: Runtime;

beforeAll(async () => {
  await buildRuntime('full', 'fast');
  runtime = await loadRuntime();
}, BUILD_MS);

describe.each(scenarioSlugs())('%s', (slug) => {
  it(
    'runs as it was recorded: if the new run is right, `npm run record` and read the difference',
    async () => {
      expect(firstDifference(loadRecording(slug).trace, await runScenario(runtime, slug))).toBeNull();
    },
    RUN_MS,
  );

  it('bears out what the scenario says of it', async () => {
    expect(brokenPromises(await loadDefinition(slug), readRun(loadRecording(slug).trace))).toEqual([]);
  });
});
