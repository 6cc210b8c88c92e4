import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { BuildError } from './build-error';
import { BUILD, LICENCES_OUTPUT, ROOT } from './paths';
import { buildInterpreter } from './python-host';
import type { Wheels } from './wheels';

/** Somebody else's work that the site ships, and the terms it comes under. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** Name of the licence, as its package states it. */
  readonly licence: string;
  /** The licence's text, also notices where a package has them. */
  readonly text: string;
}

const LockSchema = z.object({
  packages: z.record(z.string(), z.object({ dependencies: z.record(z.string(), z.string()).optional() })),
});
const PackageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default('see its text'),
  homepage: z.string().optional(),
});
const IndexSchema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), file: z.string() }),
);
const WheelSchema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);
const TEXT_FILE = /^(licen[cs]e|copying|notice)/i;

/**
 * Writes `public/licences/`: `third-party.json` (the list) and `third-party.txt` (all texts).
 * Comprises the npm packages that the site ships, what the wheels hold, and what is inside the interpreter.
 * @throws BuildError for a wheel without a licence text
 */
export async function collectLicences(wheels: readonly Wheels[]): Promise<void> {
  const supplied = await suppliedTexts();
  const all = [
    ...supplied,
    ...(await npmLicences(new Set(supplied.map(({ name }) => name)))),
    ...(await wheelLicences(wheels.flatMap(({ files }) => files))),
  ];
  all.sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }));
  await mkdir(LICENCES_OUTPUT, { recursive: true });
  const list = all.map(({ name, version, licence }) => ({ name, version, licence }));
  await writeFile(join(LICENCES_OUTPUT, 'third-party.json'), `${JSON.stringify(list, null, 2)}\n`);
  await writeFile(join(LICENCES_OUTPUT, 'third-party.txt'), all.map(asText).join('\n'));
}

function asText({ name, version, licence, text }: Licence): string {
  const title = `${name} ${version} (${licence})`;
  return `${title}\n${'='.repeat(title.length)}\n\n${text.trim()}\n\n`;
}

/** Texts that no package carries along: `build/licences/index.json` says which file is whose. */
async function suppliedTexts(): Promise<Licence[]> {
  const directory = join(BUILD, 'licences');
  const index = IndexSchema.parse(JSON.parse(await readFile(join(directory, 'index.json'), 'utf8')));
  return Promise.all(
    index.map(async ({ file, ...rest }) => ({
      ...rest,
      text: await readFile(join(directory, file), 'utf8'),
    })),
  );
}

/** The packages that `package.json` needs at run time, and what those need in turn; types are not shipped. */
async function npmLicences(supplied: ReadonlySet<string>): Promise<Licence[]> {
  const { packages } = LockSchema.parse(JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')));
  const found = new Map<string, Licence>();
  const visit = async (path: string): Promise<void> => {
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
      const target = installedPath(packages, path, name);
      if (target === undefined || found.has(target) || name.startsWith('@types/')) continue;
      const licence = await npmLicence(target);
      if (!supplied.has(name)) found.set(target, licence);
      await visit(target);
    }
  };
  await visit('');
  return [...found.values()];
}

/** Where npm put a package that another one needs: the nearest `node_modules` upwards. */
function installedPath(
  packages: Readonly<Record<string, unknown>>,
  from: string,
  name: string,
): string | undefined {
  const places = from
    .split('/node_modules/')
    .map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
  const candidates = [
    ...places
      .reverse()
      .filter((place) => place !== '')
      .map((place) => `${place}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
  return candidates.find((candidate) => candidate in packages);
}

async function npmLicence(path: string): Promise<Licence> {
  const about = PackageSchema.parse(JSON.parse(await readFile(join(ROOT, path, 'package.json'), 'utf8')));
  const names = (await readdir(join(ROOT, path))).filter((name) => TEXT_FILE.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(ROOT, path, name), 'utf8')));
  const home = about.homepage ?? about.name;
  const none = `The package says that it comes under this licence and carries no text of it: ${home}`;
  return {
    name: about.name,
    version: about.version,
    licence: about.license,
    text: texts.join('\n\n') || none,
  };
}

async function wheelLicences(files: readonly string[]): Promise<Licence[]> {
  const python = await buildInterpreter();
  const paths: string[] = [];
  for (const file of files) {
    const path = `/build/${basename(file)}`;
    python.FS.writeFile(path, await readFile(file));
    paths.push(path);
  }
  const found = WheelSchema.parse(
    JSON.parse(String(python.pyimport('wheel_licences').collect(python.toPy(paths)))),
  );
  const without = found.find(({ text }) => text === '');
  if (without !== undefined)
    throw new BuildError(
      `The wheel of ${without.name} holds no licence text. Add one to lib/runtime/build/licences/.`,
    );
  return found;
}
