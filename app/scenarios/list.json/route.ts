import { listScenarios } from '@/lib/scenarios/load';

export const dynamic = 'force-static';

/** Name and sentence of every scenario, for search: a page that is only read does not carry them along. */
export async function GET(): Promise<Response> {
  return Response.json((await listScenarios()).map(({ slug, name, title }) => ({ slug, name, title })));
}
