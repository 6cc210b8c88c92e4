import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetRole } from '../manifest';
import { packSnapshot } from '../sparse-snapshot';
import {
  bundleEditorWorker,
  bundleEngineWorker,
  bundleFormatterWorker,
  bundleInspectorWorker,
  bundleUnpackWorker,
} from './bundle';
import { gzip, zstd } from './compress';
import { languageWheels, makeLanguageServer } from './language-server';
import { collectLicences } from './licences';
import { makeArchives, withoutLoaded } from './packages';
import { FORMATTER_WASM, INSPECTOR_WASM, PYODIDE } from './paths';
import { pyodideVersion } from './python-host';
import { withRuntimeLock } from './runtime-lock';
import { makeSnapshot } from './snapshot';
import { isUpToDate, runtimeInputs, writeStamp } from './stamp';
import { wheels } from './wheels';
import { type Output, writeAssets } from './write-assets';

/** Levels of Zstandard. */
const LEVELS: Readonly<Record<Effort, number>> = { full: 19, fast: 3 };

/** How far the published files are compressed; see `buildRuntime`. */
export type Effort = 'full' | 'fast';

/**
 * Builds `public/runtime/` and `public/licences/` unless they are up to date; says its steps on stderr.
 *
 * @param effort `fast` compresses little, for work on the runtime
 * @param enough the least effort with which a runtime that is there already will do
 * @throws BuildError with a sentence that says why it cannot be built and what to do
 */
export async function buildRuntime(effort: Effort = 'full', enough: Effort = effort): Promise<void> {
  await withRuntimeLock(async () => {
    const inputs = await runtimeInputs();
    if (!(await isUpToDate(inputs, LEVELS[enough]))) await build(inputs, LEVELS[effort]);
  });
}

async function build(inputs: string, level: number): Promise<void> {
  const say = reporter();
  const version = await pyodideVersion();

  say('Downloading Django, SQLAlchemy and what they need');
  const packageWheels = await wheels();
  say('Compiling the packages');
  const archives = await makeArchives(packageWheels, version);
  say('Warming an interpreter and taking its snapshot');
  const snapshot = await makeSnapshot(archives, version);
  const rest = await withoutLoaded(archives, snapshot.report.loaded);

  say('Collecting what the language server reads');
  const language = await makeLanguageServer(packageWheels);

  say('Bundling the workers and compressing');
  const [memory, others] = await Promise.all([
    compressed('snapshot', packSnapshot(snapshot.memory), level),
    inTurn([
      async () => compressed('core', await readFile(join(PYODIDE, 'pyodide.asm.wasm')), level),
      () => compressed('stdlib', archives.stdlib, level),
      () => compressed('packages', archives.packages, level),
      async () => compressed('engine-worker', await bundleEngineWorker(), level),
      async () => compressed('editor-worker', await bundleEditorWorker(), level),
      () => compressed('language-server', language.script, level),
      () => compressed('language-files', language.files, level),
      async () => compressed('formatter', await readFile(FORMATTER_WASM), level),
      async () => compressed('formatter-worker', await bundleFormatterWorker(), level),
    ]),
  ]);
  const outputs = [
    memory,
    asItIs('stdlib-rest', rest.stdlib),
    asItIs('packages-rest', rest.packages),
    asItIs('unpack-worker', await bundleUnpackWorker()),
    gzipped('inspector', await readFile(INSPECTOR_WASM)),
    gzipped('inspector-worker', await bundleInspectorWorker()),
    ...others,
  ];
  const manifest = await writeAssets(outputs, { ...snapshot.report.versions, pyodide: version });
  await collectLicences([packageWheels, await languageWheels()]);
  await writeStamp(inputs, level);
  for (const { role, storedBytes, rawBytes } of manifest.assets) {
    console.error(
      `  ${role.padEnd(16)} ${megabytes(storedBytes)} MB stored, ${megabytes(rawBytes)} MB unpacked`,
    );
  }
}

async function compressed(role: AssetRole, raw: Uint8Array, level: number): Promise<Output> {
  return { role, raw, stored: await zstd(role, raw, level), compression: 'zstd' };
}

/** For what is needed without an engine: browsers unpack it themselves, and no worker has to come first. */
function gzipped(role: AssetRole, raw: Uint8Array): Output {
  return { role, raw, stored: gzip(raw), compression: 'gzip' };
}

/** For what is compressed within, as a zip is. */
function asItIs(role: AssetRole, raw: Uint8Array): Output {
  return { role, raw, stored: raw, compression: 'none' };
}

/** One after the other: the snapshot takes as long as all others together, so two at a time are enough. */
async function inTurn<T>(steps: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) results.push(await step());
  return results;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2).padStart(6);
}

/** Says each step on stderr as it starts, with the seconds since the first. */
function reporter(): (step: string) => void {
  const start = performance.now();
  return (step) => console.error(`[runtime ${((performance.now() - start) / 1000).toFixed(1)} s] ${step}`);
}
