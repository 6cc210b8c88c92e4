import { OrmSchema } from '../../orm/orm';
import * as z from '../../util/zod';
import { NotLoadedSchema } from './problem';

/** A draft of the other side's `models.py`, made from what this side has loaded. */
export const SkeletonAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('drafted'),
    /** The side that the draft is for. */
    orm: OrmSchema,
    text: z.string(),
    /** Sentences: what the draft lacks, or says in another way. */
    notCarried: z.array(z.string()),
  }),
  NotLoadedSchema,
]);
export type SkeletonAnswer = z.infer<typeof SkeletonAnswerSchema>;
