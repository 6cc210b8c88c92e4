import { VersionsSchema } from '../trace/schema';
import * as z from '../util/zod';

/**
 * What `npm run build:runtime` wrote to `public/runtime/`: one entry per file, with the hashes by
 * which every reader (the page, the command line, the tests) checks what it loaded.
 */

/** The file that lists all others; the only one whose name holds no content hash. */
export const MANIFEST_FILE = 'manifest.json';

/**
 * What a file is for:
 * - `core`: CPython compiled to WebAssembly (`pyodide.asm.wasm`);
 * - `snapshot`: the memory of a warmed interpreter that serves either ORM;
 * - `stdlib-rest`, `packages-rest`: the modules that the snapshot does not hold in memory already, two
 *   zips; with `core` and `snapshot` all that a boot from the snapshot needs;
 * - `stdlib`: the whole standard library, a zip;
 * - `packages`: both ORMs, what they need and our own `ormpilot`, whole, a zip; with `core` and `stdlib`
 *   all that a plain boot needs, fetched only for one;
 * - `engine-worker`: the script of an engine's worker, one ES module;
 * - `unpack-worker`: the script of the worker that unpacks the others, one ES module, itself not packed;
 * - `editor-worker`: the script of the editor's own worker, a classic script;
 * - `inspector`: SQLite compiled to WebAssembly (`sql-wasm-browser.wasm`), with which the page itself reads databases;
 * - `inspector-worker`: the script of the worker in which that runs, one ES module;
 * - `language-server`: the script of the language server's worker, a classic script;
 * - `language-files`: the types of the standard library and of both ORMs that it reads, JSON;
 * - `formatter`: ruff compiled to WebAssembly, which lays out Python;
 * - `formatter-worker`: the script of the worker in which that runs, one ES module.
 */
export const AssetRoleSchema = z.enum([
  'core',
  'snapshot',
  'stdlib-rest',
  'packages-rest',
  'stdlib',
  'packages',
  'engine-worker',
  'unpack-worker',
  'editor-worker',
  'inspector',
  'inspector-worker',
  'language-server',
  'language-files',
  'formatter',
  'formatter-worker',
]);
export type AssetRole = z.infer<typeof AssetRoleSchema>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.number().int().positive();

/** One file: `stored` lies on the host, `raw` is what it unpacks to; sizes in bytes, SHA-256 in hex. */
export const AssetSchema = z.object({
  role: AssetRoleSchema,
  /** Name beside the manifest; it holds the first 16 digits of `storedSha256`. */
  file: z.string().regex(/^[a-z0-9.-]+$/),
  compression: z.enum(['none', 'gzip', 'zstd']),
  storedBytes: size,
  storedSha256: sha256,
  rawBytes: size,
  rawSha256: sha256,
});
export type Asset = z.infer<typeof AssetSchema>;

export const ManifestSchema = z
  .object({
    format: z.literal('orm-pilot/runtime@1'),
    versions: VersionsSchema,
    assets: z.array(AssetSchema),
  })
  .refine((manifest) => AssetRoleSchema.options.every((role) => ofRole(manifest.assets, role).length === 1), {
    message: 'each role must have exactly one file',
  });
export type Manifest = z.infer<typeof ManifestSchema>;

/** The manifest is missing a part, damaged, or of another format. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/**
 * Reads the text of a manifest.
 * @returns the checked manifest
 * @throws ManifestError with a sentence that says what is wrong and what to do
 */
export function parseManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ManifestError(
      'The list of runtime files is not readable JSON. Rebuild it with `npm run build:runtime`.',
    );
  }
  const parsed = ManifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0];
  const detail = where === undefined ? '' : ` (${[...where.path, where.message].join(': ')})`;
  throw new ManifestError(
    `The list of runtime files does not have the form that this version of the site reads${detail}. ` +
      'Rebuild it with `npm run build:runtime`.',
  );
}

/**
 * Finds the file of a role.
 * @throws ManifestError when there is none; a parsed manifest always has one
 */
export function assetOf(manifest: Manifest, role: AssetRole): Asset {
  const [asset] = ofRole(manifest.assets, role);
  if (asset === undefined) throw new ManifestError(`The list of runtime files has no file for "${role}".`);
  return asset;
}

function ofRole(assets: readonly Asset[], role: AssetRole): Asset[] {
  return assets.filter((asset) => asset.role === role);
}
