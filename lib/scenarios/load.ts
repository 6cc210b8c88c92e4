import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Orm } from '../orm/orm';
import { SideRun } from './side-run';
import {
  type Files,
  LEVELS,
  type Recording,
  RecordingSchema,
  type Scenario,
  type ScenarioDefinition,
  ScenarioFactsSchema,
  type ScenarioRun,
  SlugSchema,
} from './types';

/**
 * Reads scenarios from the disk: at build time, in the command line and in tests, never in a browser.
 * All of them expect the repository's root to be the working directory, as npm scripts have it.
 */
const ROOT = join(process.cwd(), 'lib', 'scenarios');

/** A scenario's folder is incomplete or says something that cannot be. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** Slugs of all scenarios, in alphabetical order: every folder here with a `scenario.ts` is one. */
export function scenarioSlugs(): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && names(join(ROOT, entry.name)).includes('scenario.ts'))
    .map((entry) => SlugSchema.parse(entry.name))
    .sort();
}

/** Loads what `scenario.ts` in the folder of that name exports. */
export async function loadDefinition(slug: string): Promise<ScenarioDefinition> {
  if (!scenarioSlugs().includes(slug)) {
    throw new ScenarioError(`There is no scenario "${slug}". There are: ${scenarioSlugs().join(', ')}.`);
  }
  const module: { default: ScenarioDefinition } = await import(`./${slug}/scenario.ts`);
  return module.default;
}

/** Reads the Python files of both sides. */
export function loadFiles(slug: string): Readonly<Record<Orm, Files>> {
  return { django: sideFiles(slug, 'django'), sqlalchemy: sideFiles(slug, 'sqlalchemy') };
}

/** Reads a dataset's SQL script. */
export function loadDataset(name: string): string {
  return read(join(ROOT, 'datasets', `${SlugSchema.parse(name)}.sql`), `There is no dataset "${name}"`);
}

/** Where a scenario's recorded trace is kept. */
export function recordingPath(slug: string): string {
  return join(ROOT, SlugSchema.parse(slug), 'recorded.json');
}

/** Reads a scenario's recorded trace. */
export function loadRecording(slug: string): Recording {
  const path = recordingPath(slug);
  const text = read(path, `The scenario "${slug}" has not been recorded yet: run \`npm run record ${slug}\``);
  const parsed = RecordingSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new ScenarioError(
    `${path} is not a recording: ${parsed.error.message} Run \`npm run record ${slug}\`.`,
  );
}

/** Reads a recording side by side. */
export function readRun(trace: Recording['trace']): ScenarioRun {
  return { django: new SideRun(trace.django), sqlalchemy: new SideRun(trace.sqlalchemy) };
}

/** Loads one scenario with its files, dataset and recorded trace, as plain data. */
export async function loadScenario(slug: string): Promise<Scenario> {
  const definition = await loadDefinition(slug);
  const recording = loadRecording(slug);
  return {
    ...ScenarioFactsSchema.parse(definition),
    slug,
    files: loadFiles(slug),
    datasetSql: definition.dataset === null ? null : loadDataset(definition.dataset),
    noticed: definition.notice(readRun(recording.trace)),
    recording,
  };
}

/** Loads all scenarios, the easiest first, those of one level by name. */
export async function listScenarios(): Promise<Scenario[]> {
  const scenarios = await Promise.all(scenarioSlugs().map(loadScenario));
  return scenarios.sort(
    (one, other) =>
      LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || one.name.localeCompare(other.name, 'en'),
  );
}

function sideFiles(slug: string, orm: Orm): Files {
  const folder = join(ROOT, SlugSchema.parse(slug), orm);
  const files = Object.fromEntries(
    names(folder)
      .filter((name) => name.endsWith('.py'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  for (const needed of ['models.py', 'script.py']) {
    if (files[needed] === undefined) throw new ScenarioError(`${join(folder, needed)} is missing.`);
  }
  return files;
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    throw new ScenarioError(`The folder ${folder} cannot be read.`, { cause });
  }
}

function read(path: string, missing: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ScenarioError(`${missing} (${path}).`, { cause });
  }
}
