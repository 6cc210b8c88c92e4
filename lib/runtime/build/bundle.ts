import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { BuildError } from './build-error';
import { ROOT } from './paths';

/** The script of an engine's worker: one ES module with Pyodide's own scripts in it. */
export async function bundleEngineWorker(): Promise<Uint8Array> {
  const entry = join(ROOT, 'lib', 'runtime', 'worker', 'engine.worker.ts');
  const code = await bundle(entry, 'esm');
  const left = new TextDecoder().decode(code).match(/\bimport\s*\(/);
  if (left !== null)
    throw new BuildError(
      'The engine worker can still import a script at run time. See lib/runtime/build/bundle.ts.',
    );
  return code;
}

/** The script that audits a stripped worker; for tests, never published. */
export function bundleAuditWorker(): Promise<Uint8Array> {
  return bundle(join(ROOT, 'lib', 'runtime', 'worker', 'audit.worker.ts'), 'esm');
}

/** The script of the worker that unpacks what is downloaded: one ES module. */
export function bundleUnpackWorker(): Promise<Uint8Array> {
  return bundle(join(ROOT, 'lib', 'runtime', 'worker', 'unpack.worker.ts'), 'esm');
}

/** The script of the inspector's worker: one ES module with sql.js' own script in it. */
export function bundleInspectorWorker(): Promise<Uint8Array> {
  return bundle(join(ROOT, 'lib', 'inspect', 'worker', 'inspector.worker.ts'), 'esm');
}

/** What stands before the language server's script in its worker, a classic script. */
export function bundleLanguageServerStart(): Promise<Uint8Array> {
  return bundle(join(ROOT, 'lib', 'language', 'worker', 'start.worker.ts'), 'iife');
}

/** The script of the formatter's worker: one ES module with ruff's own script in it. */
export function bundleFormatterWorker(): Promise<Uint8Array> {
  return bundle(join(ROOT, 'lib', 'language', 'worker', 'formatter.worker.ts'), 'esm');
}

/** The script of Monaco's own worker, a classic script. */
export function bundleEditorWorker(): Promise<Uint8Array> {
  return bundle(
    join(ROOT, 'node_modules', 'monaco-editor', 'esm', 'vs', 'editor', 'editor.worker.js'),
    'iife',
  );
}

async function bundle(entry: string, format: 'esm' | 'iife'): Promise<Uint8Array> {
  if (!existsSync(entry)) throw new BuildError(`The source of a worker is missing: ${entry}.`);
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: ROOT,
    bundle: true,
    format,
    minify: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    plugins: [withoutNode, withoutDynamicImport],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new BuildError(`esbuild wrote nothing for ${entry}.`);
  return file.contents;
}

/** Pyodide's scripts ask for Node's modules when they run in Node; in a worker there are none. */
const withoutNode: Plugin = {
  name: 'without-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:.*|ws)$/ }, ({ path }) => ({ path, namespace: 'none' }));
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default undefined;' }));
  },
};

/** A dynamic import of an address that is only known at run time; those of Node's modules name them. */
const DYNAMIC_IMPORT = /\bimport\s*\((?!\s*["'])/g;

/**
 * Pyodide can load further scripts from any address. Nothing here needs it, so no such call is left:
 * a script in the worker could otherwise reach it through objects that Pyodide keeps.
 */
const withoutDynamicImport: Plugin = {
  name: 'without-dynamic-import',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pyodide[\\/]pyodide(\.asm)?\.mjs$/ }, async ({ path }) => ({
      contents: `const noImport = async () => { throw new Error('This worker loads no further scripts.'); };
${(await readFile(path, 'utf8')).replace(DYNAMIC_IMPORT, 'noImport(')}`,
      loader: 'js',
    }));
  },
};
