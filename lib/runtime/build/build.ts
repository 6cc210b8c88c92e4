import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BuildError } from './build-error';
import { bundleEditorWorker, bundleEngineWorker } from './bundle';
import { zstd } from './compress';
import { collectLicences } from './licences';
import { makeArchives, withoutLoaded } from './packages';
import { PYODIDE } from './paths';
import { makeSnapshot } from './snapshot';
import { isUpToDate, writeStamp } from './stamp';
import { wheels } from './wheels';
import { type Output, writeAssets } from './write-assets';

/** What is published is compressed as far as is worth the wait; `--fast` is for work on the runtime. */
const LEVEL = 19;
const FAST_LEVEL = 3;

async function main(args: readonly string[]): Promise<void> {
  const level = args.includes('--fast') ? FAST_LEVEL : LEVEL;
  if (await isUpToDate(level)) return;
  const say = reporter();
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(PYODIDE, 'package.json'), 'utf8')));

  say('Downloading Django, SQLAlchemy and what they need');
  const packageWheels = await wheels();
  say('Compiling the packages');
  const archives = await makeArchives(packageWheels, version);
  say('Warming an interpreter and taking its snapshot');
  const snapshot = await makeSnapshot(archives, version);
  const rest = await withoutLoaded(archives, snapshot.report.loaded);

  say('Compressing');
  const core = await readFile(join(PYODIDE, 'pyodide.asm.wasm'));
  const compressed = async (role: Output['role'], raw: Uint8Array): Promise<Output> => ({
    role, raw, stored: await zstd(role, raw, level), compression: 'zstd',
  });
  const outputs: Output[] = [
    await compressed('core', core),
    await compressed('snapshot', snapshot.memory),
    { role: 'stdlib-rest', raw: rest.stdlib, stored: rest.stdlib, compression: 'none' },
    { role: 'packages-rest', raw: rest.packages, stored: rest.packages, compression: 'none' },
    await compressed('stdlib', archives.stdlib),
    await compressed('packages', archives.packages),
    await compressed('engine-worker', await bundleEngineWorker()),
    await compressed('editor-worker', await bundleEditorWorker()),
  ];
  const manifest = await writeAssets(outputs, { ...snapshot.report.versions, pyodide: version });
  await collectLicences(packageWheels);
  await writeStamp(level);
  for (const { role, storedBytes, rawBytes } of manifest.assets) {
    console.error(`  ${role.padEnd(14)} ${megabytes(storedBytes)} MB stored, ${megabytes(rawBytes)} MB unpacked`);
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2).padStart(6);
}

/** Says each step on stderr as it starts, with the seconds since the first. */
function reporter(): (step: string) => void {
  const start = performance.now();
  return (step) => console.error(`[runtime ${((performance.now() - start) / 1000).toFixed(1)} s] ${step}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
