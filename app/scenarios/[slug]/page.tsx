import type { Metadata } from 'next';
import { ScenarioArticle } from '@/components/scenario/scenario-article';
import { listScenarios, loadScenario, scenarioSlugs } from '@/lib/scenarios/load';

interface ScenarioPageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export const dynamicParams = false;

export function generateStaticParams(): { slug: string }[] {
  return scenarioSlugs().map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: ScenarioPageProps): Promise<Metadata> {
  const { title, summary } = await loadScenario((await params).slug);
  return { title, description: summary };
}

export default async function ScenarioPage({ params }: ScenarioPageProps) {
  const { slug } = await params;
  const scenarios = await listScenarios();
  const index = scenarios.findIndex((scenario) => scenario.slug === slug);
  return (
    <ScenarioArticle
      scenario={await loadScenario(slug)}
      previous={scenarios[index - 1] ?? null}
      next={scenarios[index + 1] ?? null}
    />
  );
}
