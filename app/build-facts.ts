import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, parseManifest } from '@/lib/runtime/manifest';
import * as z from '@/lib/util/zod';

/** What `npm run build:runtime` put into `public/`, read while the pages are built. */
const PUBLIC = join(process.cwd(), 'public');

const LicenceSchema = z.object({ name: z.string(), version: z.string(), licence: z.string() });
export type ThirdParty = z.infer<typeof LicenceSchema>;

/** The runtime's files with their sizes, and the versions of what is in them. */
export async function readManifest(): Promise<Manifest> {
  return parseManifest(await readFile(join(PUBLIC, 'runtime', 'manifest.json'), 'utf8'));
}

/** The packages of others that the site contains, by name. */
export async function readThirdParties(): Promise<ThirdParty[]> {
  const text = await readFile(join(PUBLIC, 'licences', 'third-party.json'), 'utf8');
  return z.array(LicenceSchema).parse(JSON.parse(text));
}
