import { SlugSchema } from '@/lib/scenarios/types';
import * as z from '@/lib/util/zod';

const ExamplesSchema = z.array(z.object({ slug: SlugSchema, name: z.string(), title: z.string() }));
export type Example = z.infer<typeof ExamplesSchema>[number];

let fetched: Promise<readonly Example[] | null> | null = null;

/** The shipped examples by name; null when they cannot be had, and then asked for anew the next time. */
export function fetchExamples(): Promise<readonly Example[] | null> {
  fetched ??= load().then((examples) => {
    if (examples === null) fetched = null;
    return examples;
  });
  return fetched;
}

async function load(): Promise<readonly Example[] | null> {
  try {
    const response = await fetch(`${process.env.NEXT_PUBLIC_BASE_PATH ?? ''}/scenarios/list.json`);
    return ExamplesSchema.parse(await response.json());
  } catch {
    return null;
  }
}
