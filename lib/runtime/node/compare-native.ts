import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ORMS, type Orm } from '../../orm/orm';
import { loadDataset, loadDefinition, loadFiles, scenarioSlugs } from '../../scenarios/load';
import { buildRuntime } from '../build/build-runtime';
import type { FoundPython } from '../build/find-python';
import { DEFAULT_LIMITS } from '../contract';
import { firstDifference } from './compare-traces';
import { imageFromSql } from './image';
import { loadRuntime, type Runtime } from './load-runtime';
import { findNativePython, nativePackages, runNatively } from './native-python';
import { runInNode } from './run-in-node';
import { readTraceDirectory, type TraceInput } from './trace-directory';

/**
 * `npm run compare:native`: runs every scenario and the programs beside this file on the engine and on
 * a native CPython, and compares what was sent. Says so and passes where there is no such Python.
 */
async function main(): Promise<number> {
  const python = await findNativePython();
  if (python === null) {
    console.log(
      'Not compared with a native CPython: none from 3.12 on was found. Set PYTHON312 to the path of one.',
    );
    return 0;
  }
  await buildRuntime('full', 'fast');
  const packages = await nativePackages(python);
  const runtime = await loadRuntime();
  console.log(
    `Comparing Python ${runtime.versions.python} on WebAssembly with ${python.command} (${python.version}).`,
  );
  let different = 0;
  for (const [name, input] of await programs()) {
    for (const orm of ORMS) {
      const difference = await compare({ runtime, python, packages }, input, orm);
      console.log(
        difference === null ? `same      ${name} ${orm}` : `DIFFERENT ${name} ${orm}: ${difference}`,
      );
      if (difference !== null) different += 1;
    }
  }
  console.log(
    different === 0
      ? 'Both sent the same SQL, in the same order, with the same parameters.'
      : `${different} differ.`,
  );
  return different === 0 ? 0 : 1;
}

async function programs(): Promise<[string, TraceInput][]> {
  const own = join(dirname(fileURLToPath(import.meta.url)), 'programs');
  const found: [string, TraceInput][] = [];
  for (const name of (await readdir(own)).sort())
    found.push([`program ${name}`, await readTraceDirectory(join(own, name))]);
  for (const slug of scenarioSlugs()) {
    const { dataset } = await loadDefinition(slug);
    found.push([
      `scenario ${slug}`,
      { sides: loadFiles(slug), dataSql: dataset === null ? null : loadDataset(dataset) },
    ]);
  }
  return found;
}

interface Places {
  readonly runtime: Runtime;
  readonly python: FoundPython;
  readonly packages: string;
}

async function compare(
  { runtime, python, packages }: Places,
  input: TraceInput,
  orm: Orm,
): Promise<string | null> {
  const image = input.dataSql === null ? null : await imageFromSql(input.dataSql);
  const files = { ...input.sides[orm] };
  const request = {
    orm,
    files,
    database: 'sqlite',
    limits: DEFAULT_LIMITS,
    hasImage: image !== null,
  } as const;
  const { outcome } = await runInNode(runtime, request, image);
  return firstDifference(outcome, await runNatively(python, packages, request, image));
}

process.exitCode = await main();
