import type { Runtime } from '../runtime/node/load-runtime';
import { traceInput } from '../runtime/node/trace-directory';
import { loadDataset, loadDefinition, loadFiles, ScenarioError } from './load';
import type { BothSides } from './types';

/** Runs both sides of a scenario on the engine in Node. */
export async function runScenario(runtime: Runtime, slug: string): Promise<BothSides> {
  const { dataset } = await loadDefinition(slug);
  const dataSql = dataset === null ? null : loadDataset(dataset);
  const { django, sqlalchemy, ...rest } = await traceInput(runtime, { sides: loadFiles(slug), dataSql });
  if (django === undefined || sqlalchemy === undefined)
    throw new ScenarioError(`Only one side of "${slug}" ran.`);
  return { ...rest, django, sqlalchemy };
}
