import type { Finding, Fix, FixFacts } from '../../trace/findings/finding';
import { type Span, SpanSchema } from '../../trace/schema';
import * as z from '../../util/zod';

/** Which change is wanted, and where what it is about stands in the files. */
export interface FixDetails {
  readonly fix: FixFacts;
  /** The expression that sent the statements: `place.span` of the finding. */
  readonly span: Span;
  /** The expression that sent the query of the parents, where the trace shows it (`source.span`). */
  readonly source: Span | null;
}

/** What is asked for one of a finding's fixes. */
export function fixDetails(finding: Finding, fix: Fix): FixDetails {
  const source = finding.kind === 'n-plus-one' ? (finding.source?.span ?? null) : null;
  return { fix, span: finding.place.span, source };
}

/** One replacement in a file as it was: the text at `span`, and what stands there now. */
export const EditSchema = z.object({ span: SpanSchema, before: z.string(), after: z.string() });
export type Edit = z.infer<typeof EditSchema>;

/** The files with the change in them, or in a sentence why the code is better left to its author. */
export const FixAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changed'),
    /** All files, changed or not. */
    files: z.record(z.string(), z.string()),
    /** In order of files and places; they do not overlap. */
    edits: z.array(EditSchema),
    /** Sentences: what is different from before beyond the number of statements, or from what was asked. */
    notes: z.array(z.string()),
  }),
  z.object({ kind: z.literal('not-safe'), why: z.string() }),
]);
export type FixAnswer = z.infer<typeof FixAnswerSchema>;
