import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../lib/runtime/build/paths';

/** What must not be written where; each is written there on purpose, and the linter must refuse it. */
const VIOLATIONS: readonly (readonly [file: string, line: string])[] = [
  ['components/play/a.ts', "import x from '@/app/play/page';"],
  ['components/play/b.ts', "import x from '@/components/scenario/x';"],
  ['components/play/c.ts', "import x from '../scenario/x';"],
  ['components/play/d.ts', "import x from '@/lib/runtime/worker/boot';"],
  ['components/ui/a.ts', "import x from '@/lib/stores/run';"],
  ['components/ui/b.ts', "import x from '@/components/play/x';"],
  ['components/ui/c.ts', "import x from '@/lib/inspect';"],
  ['components/editor/a.ts', "import x from '@/components/play/x';"],
  ['components/editor/b.ts', "import x from '@/lib/stores/run';"],
  ['components/trace/a.ts', "import x from '@/components/play/x';"],
  ['components/trace/b.ts', "import x from '@/lib/stores/run';"],
  ['components/trace/c.ts', "import x from '@/lib/runtime';"],
  ['components/trace/d.ts', "import x from '@/components/editor/x';"],
  ['app/a.ts', "import x from '@/lib/runtime/worker/boot';"],
  ['app/b.ts', "console.log('x');"],
  ['lib/stores/a.ts', "import x from '@/components/play/x';"],
  ['lib/stores/b.ts', "import x from '../../app/play/page';"],
  ['lib/stores/c.ts', "import x from '../runtime/worker/boot';"],
  ['lib/runtime/a.ts', "import x from '../stores/run';"],
  ['lib/runtime/b.ts', "import x from './worker/boot';"],
  ['lib/runtime/assets/c.ts', "import x from '../worker/boot';"],
  ['lib/runtime/d.ts', "import x from 'react';"],
  ['lib/runtime/e.ts', "import x from '../../components/ui/x';"],
  ['lib/runtime/node/a.ts', "import x from '../../stores/run';"],
  ['lib/inspect/a.ts', "import x from '../stores/run';"],
  ['lib/trace/a.ts', "import x from '../runtime/contract';"],
  ['lib/trace/b.ts', "import x from 'react';"],
  ['lib/trace/c.ts', "import x from 'zustand/vanilla';"],
  ['lib/trace/d.ts', 'export const x = document.title;'],
  ['lib/trace/e.ts', "import x from '@/lib/stores/run';"],
  ['lib/cells/a.ts', "import x from '../stores/run';"],
  ['lib/cells/b.ts', "import x from 'react';"],
  ['lib/share/a.ts', "export const x = localStorage.getItem('x');"],
  ['lib/share/b.ts', "import x from 'next/link';"],
  ['lib/decision/a.ts', "export const x = fetch('/x');"],
  ['lib/decision/b.ts', "import x from '../inspect/x';"],
  ['lib/scenarios/load.ts', "import x from '../runtime/node/run-in-node';"],
  ['lib/scenarios/record.ts', "import x from '../stores/run';"],
  ['lib/orm/a.ts', "import x from '../../components/ui/x';"],
  ['lib/util/a.ts', "import x from '../trace/schema';"],
  ['lib/util/b.ts', "import x from '@/lib/orm/orm';"],
  ['lib/trace/f.ts', 'export const x: any = 1;'],
];

/** What the same walls must let through. */
const ALLOWED: readonly (readonly [file: string, line: string])[] = [
  ['components/play/ok.ts', "import x from '@/components/ui/x';"],
  ['components/play/ok2.ts', "import x from '@/components/editor/x';"],
  ['components/home/ok.ts', "import x from '@/components/trace/x';"],
  ['components/trace/ok.ts', "import x from '@/components/ui/x';"],
  ['components/play/ok3.ts', "import x from './rows';"],
  ['components/play/ok4.ts', "import x from '@/lib/stores/run';"],
  ['app/ok.ts', "import x from '@/components/play/x';"],
  ['lib/stores/ok.ts', "import x from '../runtime';"],
  ['lib/runtime/worker/ok.ts', "import x from './boot';"],
  ['lib/runtime/build/ok.ts', "import x from '../worker/boot';"],
  ['lib/runtime/node/ok.ts', "import x from '../worker/boot';"],
  ['lib/runtime/ok.ts', "import x from '../trace/schema';"],
  ['lib/scenarios/record.ts', "import x from '../runtime/node/run-in-node';"],
  ['lib/trace/ok.ts', "import x from '../util/assert-never';"],
];

const WALLS = ['noRestrictedImports', 'noRestrictedGlobals', 'noConsole', 'noExplicitAny'];

const ReportSchema = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

/** Lints files of one line each in a copy of nothing but the configuration; gives those that a wall refuses. */
async function refused(files: readonly (readonly [file: string, line: string])[]): Promise<Set<string>> {
  const directory = await mkdtemp(join(tmpdir(), 'orm-pilot-walls-'));
  try {
    await cp(join(ROOT, 'biome.json'), join(directory, 'biome.json'));
    await symlink(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
    for (const [file, line] of files) {
      await mkdir(dirname(join(directory, file)), { recursive: true });
      await writeFile(join(directory, file), `${line}\n`);
    }
    const report = ReportSchema.parse(JSON.parse(await lint(directory)));
    return new Set(
      report.diagnostics
        .filter(({ category }) => WALLS.some((rule) => category.endsWith(`/${rule}`)))
        .map(({ location }) => location.path),
    );
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** The linter's report; that it exits with an error is what is wanted here. */
function lint(directory: string): Promise<string> {
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: directory }, (_error, stdout) => resolve(stdout));
  });
}

describe('the walls between the parts', () => {
  let found: Set<string>;
  let wrongly: Set<string>;
  beforeAll(async () => {
    found = await refused(VIOLATIONS);
    wrongly = await refused(ALLOWED);
  }, 60_000);

  it.each(VIOLATIONS)('%s may not say: %s', (file) => {
    expect(found).toContain(file);
  });

  it.each(ALLOWED)('%s may say: %s', (file) => {
    expect(wrongly).not.toContain(file);
  });
});
