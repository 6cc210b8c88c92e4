import * as z from '../../util/zod';
import { ProblemSchema } from './problem';

/**
 * All that compiling the files, loading the models and the ORM's own checks complain about: of a file that
 * does not compile, its first error; the models are looked at only where they load.
 */
export const CheckAnswerSchema = z.object({ kind: z.literal('checked'), problems: z.array(ProblemSchema) });
export type CheckAnswer = z.infer<typeof CheckAnswerSchema>;
