import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';
import { z } from 'zod';
import { VersionsSchema } from '../../trace/schema';
import { BuildError } from './build-error';
import { withExactHeap } from './exact-heap';
import { sha256Of } from './hash';
import type { Archives } from './packages';
import { BUILD, BUILD_PYTHON, PYODIDE } from './paths';
import { cached } from './step-cache';

const ReportSchema = z.object({
  /** Paths of the modules that the snapshot holds, as their loaders gave them. */
  loaded: z.array(z.string()),
  /** What the warm-up left behind, in words. */
  residue: z.array(z.string()),
  versions: VersionsSchema.omit({ pyodide: true }),
});

/** The memory of an interpreter that has imported and warmed what a run of either ORM needs. */
export interface Snapshot {
  readonly memory: Uint8Array;
  readonly report: z.infer<typeof ReportSchema>;
}

/**
 * Makes the snapshot, or takes it from the cache.
 * @throws BuildError when the warm-up left something behind: every run would then start with it
 */
export async function makeSnapshot(archives: Archives, pyodideVersion: string): Promise<Snapshot> {
  const program = await readFile(join(BUILD_PYTHON, 'warm_up.py'), 'utf8');
  const maker = await readFile(join(BUILD, 'snapshot.ts'));
  const key = sha256Of(archives.stdlib, archives.packages, pyodideVersion, program, maker);
  const stored = await cached('snapshot', key, () => make(archives, program));
  const length = new DataView(stored.buffer, stored.byteOffset).getUint32(0, true);
  const report = ReportSchema.parse(JSON.parse(new TextDecoder().decode(stored.subarray(4, 4 + length))));
  return { report, memory: stored.subarray(4 + length) };
}

async function make(archives: Archives, program: string): Promise<Uint8Array> {
  const directory = await mkdtemp(join(tmpdir(), 'orm-pilot-'));
  try {
    const stdLibURL = join(directory, 'stdlib.zip');
    await writeFile(stdLibURL, archives.stdlib);
    const python = await loadPyodide({
      indexURL: PYODIDE,
      stdLibURL,
      _makeSnapshot: true,
      jsglobals: Object.create(null) as object,
      env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' },
      createPyodideModule: withExactHeap,
    });
    python.FS.writeFile('/lib/packages.zip', archives.packages);
    const namespace = python.toPy({});
    python.runPython(program, { globals: namespace });
    const report = String(namespace.get('report'));
    namespace.destroy();
    python.runPython('import gc; gc.collect(); gc.freeze()', { globals: python.toPy({}) });
    const { residue } = ReportSchema.parse(JSON.parse(report));
    if (residue.length > 0) {
      throw new BuildError(
        `The warm-up left something behind in the snapshot: ${residue.join('; ')}. See ormpilot/warm.py.`,
      );
    }
    return joined(report, python.makeMemorySnapshot());
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** The report's length, the report and the memory, one after the other. */
function joined(report: string, memory: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(report);
  const whole = new Uint8Array(4 + text.length + memory.length);
  new DataView(whole.buffer).setUint32(0, text.length, true);
  whole.set(text, 4);
  whole.set(memory, 4 + text.length);
  return whole;
}
