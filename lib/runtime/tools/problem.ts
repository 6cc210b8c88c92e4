import { SpanSchema } from '../../trace/schema';
import * as z from '../../util/zod';

/** Something that is wrong, or questionable, with a person's files, found without running the script. */
export const ProblemSchema = z.object({
  file: z.string(),
  /** Null where only the file is known. */
  span: SpanSchema.nullable(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  /** What to do, where there is something to say. */
  hint: z.string().optional(),
  /** What it is called by its finder: `fields.E304`, `SyntaxError`, `sqlalchemy.exc.SAWarning`. */
  code: z.string(),
});
export type Problem = z.infer<typeof ProblemSchema>;

/** The answer of every question about models when the files cannot be loaded. */
export const NotLoadedSchema = z.object({ kind: z.literal('not-loaded'), problem: ProblemSchema });
