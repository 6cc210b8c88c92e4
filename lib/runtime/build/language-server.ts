import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { BuildError } from './build-error';
import { bundleLanguageServerStart } from './bundle';
import { sha256Of } from './hash';
import { BUILD_PYTHON, LANGUAGE_REQUIREMENTS, PYTHON_SOURCES, ROOT } from './paths';
import { buildInterpreter } from './python-host';
import { cached } from './step-cache';
import { type Wheels, wheels } from './wheels';

const PUBLISHED = join(ROOT, 'node_modules', 'browser-basedpyright', 'dist', 'pyright.worker.js');

/** The module in which the published script keeps all files of typeshed, up to where they begin. */
const TYPESHED = /\b\d+\(e\)\{e\.exports=(?=\{"\/typeshed\/)/;
/** What follows them: the next module of the script. */
const NEXT_MODULE = /^\},\d+\(/;
/** Sentences in other languages than the page's. */
const OTHER_LANGUAGES =
  /JSON\.parse\('\{"CodeAction":\{"createTypeStub":(?!"Create Type Stub"|\{)(?:\\.|[^'\\])*'\)/g;
/** Where it would ask for a second worker, to analyse in; one is quick enough and takes half of the memory. */
const SECOND_WORKER =
  /createBackgroundAnalysis\(e,n\)\{const t=new \w+\(n,this\.serviceProvider\);return this\._initialFiles&&t\.initializeFileSystem\(this\._initialFiles\),t\}/;
/** Of the standard library what no program on the page can import, or has a use for. */
const UNUSED =
  /^\/typeshed\/(stubs|tests)\/|^\/typeshed\/stdlib\/(curses|distutils|ensurepip|lib2to3|msilib|pydoc_data|tkinter|turtle|venv|wsgiref|xmlrpc|_curses|_tkinter|_win|win|msvcrt|nis|ossaudiodev)/;

const FilesSchema = z.record(z.string(), z.string());

/** The language server as it is published. */
export interface LanguageServer {
  /** The script of its worker, a classic script. */
  readonly script: Uint8Array;
  /** JSON: the text of each file of the standard library, Django and SQLAlchemy, by its path. */
  readonly files: Uint8Array;
}

/**
 * Makes the language server of what npm and the wheels deliver: its code without the types of hundreds of
 * packages that nobody can import here, and with those of both ORMs.
 * @throws BuildError when the published script is not cut as it was in the version that this was written for
 */
export async function makeLanguageServer(packageWheels: Wheels): Promise<LanguageServer> {
  const published = await readFile(PUBLISHED, 'utf8');
  const { code, typeshed } = splitPublished(published);
  const start = await bundleLanguageServerStart();
  const packages = await packageFiles(packageWheels);
  return {
    script: Buffer.concat([start, Buffer.from(`\n${code}`)]),
    files: Buffer.from(JSON.stringify({ ...typeshed, ...packages, ...(await setupFiles()) })),
  };
}

/** The wheels that only the language server has a use for. */
export function languageWheels(): Promise<Wheels> {
  return wheels(LANGUAGE_REQUIREMENTS);
}

interface Split {
  readonly code: string;
  readonly typeshed: Readonly<Record<string, string>>;
}

function splitPublished(published: string): Split {
  const found = TYPESHED.exec(published);
  if (found === null) throw changed('the files of typeshed');
  const start = found.index + found[0].length;
  const { end, files } = objectAt(published, start);
  const typeshed = Object.fromEntries(Object.entries(files).filter(([path]) => !UNUSED.test(path)));
  const bare = `${published.slice(0, start)}{}${published.slice(end)}`;
  if (!SECOND_WORKER.test(bare)) throw changed('where it starts a second worker');
  if (!OTHER_LANGUAGES.test(bare)) throw changed('its sentences in other languages');
  const code = bare
    .replace(SECOND_WORKER, 'createBackgroundAnalysis(){}')
    .replaceAll(OTHER_LANGUAGES, '({})')
    .replace(/^\/\/# sourceMappingURL.*$/m, '');
  return { code, typeshed };
}

/** Reads the object literal that begins at a place; strings in it may hold anything, so it is evaluated. */
function objectAt(
  text: string,
  start: number,
): { readonly end: number; readonly files: Readonly<Record<string, string>> } {
  for (let at = text.indexOf('}},', start); at !== -1; at = text.indexOf('}},', at + 1)) {
    if (!NEXT_MODULE.test(text.slice(at + 1, at + 16))) continue;
    try {
      const files: unknown = runInNewContext(`(${text.slice(start, at + 1)})`);
      return { end: at + 1, files: FilesSchema.parse({ ...(files as object) }) };
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'SyntaxError') throw error;
    }
  }
  throw changed('the end of typeshed');
}

function changed(what: string): BuildError {
  return new BuildError(
    `In browser-basedpyright ${publishedVersion()}, ${what} could not be found. ` +
      'See lib/runtime/build/language-server.ts, and go back to the version before.',
  );
}

function publishedVersion(): string {
  const about: unknown = createRequire(import.meta.url)('browser-basedpyright/package.json');
  return z.object({ version: z.string() }).parse(about).version;
}

/** The set-up file of each side, which a person's code may import; in the folder of that side's project. */
async function setupFiles(): Promise<Readonly<Record<string, string>>> {
  const read = (name: string) => readFile(join(PYTHON_SOURCES, 'visible', name), 'utf8');
  return {
    '/django/settings.py': await read('settings.py'),
    '/sqlalchemy/database.py': await read('database.py'),
  };
}

/** The types of both ORMs, made by `python/language_files.py`. */
async function packageFiles(packageWheels: Wheels): Promise<Readonly<Record<string, string>>> {
  const own = await languageWheels();
  const program = await readFile(join(BUILD_PYTHON, 'language_files.py'));
  const key = sha256Of(packageWheels.key, own.key, program);
  const json = await cached('language-packages', key, async () => {
    const python = await buildInterpreter();
    const paths: string[] = [];
    for (const file of [...packageWheels.files, ...own.files]) {
      const path = `/build/${basename(file)}`;
      python.FS.writeFile(path, await readFile(file));
      paths.push(path);
    }
    const collected = python.pyimport('language_files').collect(python.toPy(paths));
    return Buffer.from(String(collected));
  });
  return FilesSchema.parse(JSON.parse(Buffer.from(json).toString('utf8')));
}
