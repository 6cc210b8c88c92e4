import { SlugSchema } from '../../scenarios/types';
import * as z from '../../util/zod';
import type { Saving, Workspace } from '../workspace/workspace';

/** Bounds of what is read back: far above any work of a person's, and below what would stop the page. */
const MAX_FILES = 100;
const MAX_CHARS = 5_000_000;
const MAX_NAME = 200;

const FilesSchema = z
  .record(z.string().max(MAX_NAME), z.string().max(MAX_CHARS))
  .refine((files) => Object.keys(files).length <= MAX_FILES)
  .refine((files) => 'models.py' in files && 'script.py' in files);

const WorkspaceSchema = z.object({
  origin: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('scenario'), slug: SlugSchema }),
    z.object({ kind: z.literal('own') }),
  ]),
  name: z.string().max(MAX_NAME),
  files: z.object({ django: FilesSchema, sqlalchemy: FilesSchema }),
  database: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('empty') }),
    z.object({ kind: z.literal('dataset'), name: z.string().max(MAX_NAME), sql: z.string() }),
    z.object({ kind: z.literal('image'), name: z.string().max(MAX_NAME), bytes: z.instanceof(Uint8Array) }),
  ]),
});

/** What is said of a draft without reading all of it. */
export const DraftSummarySchema = z.object({
  format: z.literal('orm-pilot/draft@1'),
  id: z.string().min(1).max(MAX_NAME),
  name: z.string().max(MAX_NAME),
  origin: WorkspaceSchema.shape.origin,
  /** When it was saved last, in ms since 1970. */
  editedAt: z.number().int().nonnegative(),
});
export type DraftSummary = z.infer<typeof DraftSummarySchema>;

/** Work that differs from what was opened, as it is kept in the browser. */
export interface Draft {
  readonly summary: DraftSummary;
  readonly workspace: Workspace;
  /** What was opened, so that a draft can be reset when the site has changed since. */
  readonly opened: Workspace;
}
export const DraftSchema: z.ZodType<Draft> = z.object({
  summary: DraftSummarySchema,
  workspace: WorkspaceSchema,
  opened: WorkspaceSchema,
});

/** Why the browser keeps nothing. */
export type Refusal = Extract<Saving, { kind: 'refused' }>;

/** Where drafts are kept. Only `write` can fail: what cannot be read is as good as not there. */
export interface DraftStorage {
  /** All drafts, the newest first. */
  readonly list: () => Promise<readonly DraftSummary[]>;
  readonly read: (id: string) => Promise<Draft | null>;
  /** Keeps a draft under its id; gives back why it cannot. */
  readonly write: (draft: Draft) => Promise<Refusal | null>;
  readonly remove: (id: string) => Promise<void>;
}

/** In the order in which they are offered. */
export function newestFirst(summaries: readonly DraftSummary[]): DraftSummary[] {
  return [...summaries].sort((one, other) => other.editedAt - one.editedAt);
}
