import type { Metadata } from 'next';
import { ScenarioList } from '@/components/scenario/scenario-list';
import { listScenarios } from '@/lib/scenarios/load';

export const metadata: Metadata = {
  title: 'Scenarios',
  description: 'Examples that run in both ORMs: what each is about, and how many statements each side sends.',
};

export default async function ScenariosPage() {
  const scenarios = await listScenarios();
  return (
    <div className="page pt-8">
      <h1>{scenarios.length} scenarios</h1>
      <p className="mt-2 max-w-prose text-lead text-ink-2">
        Each does the same in both ORMs, on one database. A tick is a statement: a short one reads, a tall one
        writes, a hollow one repeats a read exactly, or was undone.
      </p>
      <ScenarioList scenarios={scenarios} />
    </div>
  );
}
