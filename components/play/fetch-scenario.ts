import { OrmSchema } from '@/lib/orm/orm';
import { RecordingSchema, type Scenario, ScenarioFactsSchema, SlugSchema } from '@/lib/scenarios/types';
import * as z from '@/lib/util/zod';

const FilesSchema = z.record(z.string(), z.string());
const ScenarioSchema: z.ZodType<Scenario> = z.object({
  ...ScenarioFactsSchema.shape,
  slug: SlugSchema,
  files: z.record(OrmSchema, FilesSchema),
  datasetSql: z.nullable(z.string()),
  noticed: z.array(z.string()),
  recording: RecordingSchema,
});

/** A scenario could not be had; the message is a sentence. */
class ScenarioUnreachableError extends Error {
  override readonly name = 'ScenarioUnreachableError';
}

/**
 * Fetches a shipped scenario.
 * @throws ScenarioUnreachableError when there is none of that name, or the network does not give it
 */
export async function fetchScenario(slug: string): Promise<Scenario> {
  if (!SlugSchema.safeParse(slug).success) throw unknown(slug);
  const base = process.env.NEXT_PUBLIC_BASE_PATH ?? '';
  const response = await fetch(`${base}/scenarios/${slug}/scenario.json`).catch(() => null);
  if (response === null)
    throw new ScenarioUnreachableError(
      'The example could not be fetched. Check your connection and open it again.',
    );
  if (!response.ok) throw unknown(slug);
  const parsed = ScenarioSchema.safeParse(await response.json().catch(() => null));
  if (!parsed.success)
    throw new ScenarioUnreachableError('The example arrived damaged. Reload the page to fetch it again.');
  return parsed.data;
}

function unknown(slug: string): ScenarioUnreachableError {
  return new ScenarioUnreachableError(
    `There is no example “${slug}”. Your own work is untouched; choose one from the list.`,
  );
}
