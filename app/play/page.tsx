import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metadata } from 'next';
import { InspectorHost } from '@/components/inspector/inspector-host';
import { Play } from '@/components/play/play';
import { listScenarios, loadScenario } from '@/lib/scenarios/load';
import { DEFAULT_SCENARIO } from '@/lib/scenarios/types';
import { DeskProvider } from '@/lib/stores/desk-provider';
import { readManifest } from '../build-facts';

export const metadata: Metadata = {
  title: 'Play',
  description: 'Edit and run both ORMs in this tab. Every call stands beside the SQL that it sent.',
};

const VISIBLE = join(process.cwd(), 'lib', 'runtime', 'python', 'visible');

export default async function PlayPage() {
  const scenario = await loadScenario(DEFAULT_SCENARIO);
  const choices = (await listScenarios()).map(({ slug, name }) => ({ slug, name }));
  const { versions } = await readManifest();
  const setup = {
    django: { name: 'settings.py', text: await readFile(join(VISIBLE, 'settings.py'), 'utf8') },
    sqlalchemy: { name: 'database.py', text: await readFile(join(VISIBLE, 'database.py'), 'utf8') },
  };
  return (
    <DeskProvider scenario={scenario} own>
      <Play scenario={scenario} choices={choices} versions={versions} setup={setup} />
      <InspectorHost />
    </DeskProvider>
  );
}
