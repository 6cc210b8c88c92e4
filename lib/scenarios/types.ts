import type { Orm } from '../orm/orm';
import { TraceDocumentSchema } from '../trace/schema';
import * as z from '../util/zod';
import type { SideRun } from './side-run';

/** The nine rows of the comparison matrix that a scenario can speak to, in the matrix' order. */
export const FACTORS = [
  'pattern',
  'flexibility',
  'framework-integration',
  'learning-curve',
  'community',
  'development-speed',
  'performance-tuning',
  'migration-support',
  'security-defaults',
] as const;
export const FactorSchema = z.enum(FACTORS);
export type Factor = z.infer<typeof FactorSchema>;

/** How much of an ORM a reader should know already. */
export const LEVELS = ['beginner', 'intermediate', 'advanced'] as const;
const LevelSchema = z.enum(LEVELS);

/** Lower-case words joined by hyphens: a folder name that is also a part of an address. */
export const SlugSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** The scenario that the home page shows. */
export const DEFAULT_SCENARIO = 'n-plus-one';

/** What a scenario says about itself, as plain data: what may travel to the page. */
export const ScenarioFactsSchema = z.object({
  /** The short name in pickers and lists: a subject, "Books and their authors". */
  name: z.string().min(1).max(60),
  /** The heading: a finding or a question. */
  title: z.string().min(1).max(120),
  /** One or two sentences: what is done, and why it is worth seeing. */
  summary: z.string().min(1).max(400),
  factors: z.array(FactorSchema).min(1),
  /** ORM features that the code uses, in the words of both ORMs' documentation. */
  features: z.array(z.string().min(1)).min(1),
  level: LevelSchema,
  /** Name of a file in `datasets/` without `.sql`; null: the tables are created from the models, empty. */
  dataset: SlugSchema.nullable(),
  /** What the run cannot show, in a sentence. */
  limits: z.string().min(1).optional(),
});
export type ScenarioFacts = z.infer<typeof ScenarioFactsSchema>;

/** Both sides of one run, read cell by cell. */
export type ScenarioRun = Readonly<Record<Orm, SideRun>>;

/** What the trace of a cell must show, on any machine and at any time. */
export interface CellExpectation {
  /** The cell's title in `script.py`. */
  readonly title: string;
  /** Statements that count (no transaction control, no PRAGMA); null where this side has no such cell. */
  readonly statements: Readonly<Record<Orm, number | null>>;
  /** Whether both sides come to the same value. */
  readonly sameValue: boolean;
}

/** What a scenario says in words, each bound to the run that must bear it out. */
export interface Claim {
  /** A plain sentence. */
  readonly says: string;
  /** Reads the run, and tells whether the sentence is true of it. */
  readonly holds: (run: ScenarioRun) => boolean;
}

/** What `scenario.ts` of a scenario's folder exports by default. */
export interface ScenarioDefinition extends ScenarioFacts {
  /** Every cell of both scripts, in order. */
  readonly cells: readonly CellExpectation[];
  readonly claims: readonly Claim[];
  /** Two to four things to notice, with numbers taken from the run. */
  readonly notice: (run: ScenarioRun) => readonly string[];
}

/** Types a scenario's definition; nothing more. */
export function defineScenario(definition: ScenarioDefinition): ScenarioDefinition {
  return definition;
}

/** A trace that was recorded for a scenario, and the day (ISO date, UTC) on which it was. */
export const RecordingSchema = z.object({
  recordedOn: z.iso.date(),
  trace: TraceDocumentSchema.extend({
    django: TraceDocumentSchema.shape.django.unwrap(),
    sqlalchemy: TraceDocumentSchema.shape.sqlalchemy.unwrap(),
  }),
});
export type Recording = z.infer<typeof RecordingSchema>;

/** A trace document with both sides in it, as each scenario has. */
export type BothSides = Recording['trace'];

/** The person's files of one side by name: `models.py`, `script.py` and any other `*.py`. */
export type Files = Readonly<Record<string, string>>;

/** A scenario as the pages get it: plain data, fit to be sent to the browser. */
export interface Scenario extends ScenarioFacts {
  readonly slug: string;
  readonly files: Readonly<Record<Orm, Files>>;
  /** The dataset as an SQL script, null without one. */
  readonly datasetSql: string | null;
  /** Things to notice, with the recording's numbers. */
  readonly noticed: readonly string[];
  readonly recording: Recording;
}
