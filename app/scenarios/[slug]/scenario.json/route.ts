import { loadScenario, scenarioSlugs } from '@/lib/scenarios/load';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams(): { slug: string }[] {
  return scenarioSlugs().map((slug) => ({ slug }));
}

interface Context {
  readonly params: Promise<{ readonly slug: string }>;
}

/** A scenario as one file, for the page that runs code: it asks for the one that somebody opens. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return Response.json(await loadScenario((await params).slug));
}
