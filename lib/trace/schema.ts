import { DialectSchema } from '../orm/orm';
import * as z from '../util/zod';

/**
 * The trace of one run: what a person's code did, and what SQLite was sent because of it.
 * Lines count from 1. Columns count from 0 in UTF-16 code units, ends are exclusive (what Monaco
 * and JavaScript strings use). Times are microseconds; `startUs` counts from the start of the run.
 */

/**
 * A value as Python had it. What JSON can hold without loss is itself; everything else says its
 * Python type: `{type:'decimal', value:'12.50'}`, `date`, `datetime`, `time`, `timedelta`, `uuid`,
 * `bytes` (base64), `int` beyond ±2^53, `float` for non-finite floats (`nan`, `inf`), and `str` for a text that was cut (`length` = full length in characters; for `bytes`, in bytes).
 * Any other type: its qualified name with a safe repr.
 */
export const ValueSchema = z.union([
  z.null(),
  z.boolean(),
  z.number(),
  z.string(),
  z.object({ type: z.string(), value: z.string(), length: z.number().int().optional() }),
]);
export type Value = z.infer<typeof ValueSchema>;

const count = z.number().int().nonnegative();

export const SpanSchema = z.object({
  file: z.string(),
  startLine: z.number().int().positive(),
  startColumn: count,
  endLine: z.number().int().positive(),
  endColumn: count,
});
export type Span = z.infer<typeof SpanSchema>;

/** One of the person's own frames, innermost first wherever a list of them stands. */
export const FrameSchema = z.object({ function: z.string(), span: SpanSchema });
export type Frame = z.infer<typeof FrameSchema>;

export const StatementKindSchema = z.enum([
  'select',
  'insert',
  'update',
  'delete',
  'ddl',
  'begin',
  'commit',
  'rollback',
  'savepoint',
  'release',
  'rollback-to',
  'pragma',
  'other',
]);
export type StatementKind = z.infer<typeof StatementKindSchema>;

/** Why a statement was sent, read off the ORM's own frames between it and the person's code. */
export const ReasonSchema = z.enum([
  'explicit',
  'lazy-load',
  'deferred-column',
  'flush',
  'autoflush',
  'refresh',
  'prefetch',
  'transaction',
  'setup',
  'migration',
]);
export type Reason = z.infer<typeof ReasonSchema>;

const PositionalSchema = z.array(ValueSchema);
const NamedSchema = z.record(z.string(), ValueSchema);
/** `null`: none were passed. For executemany: a list with one set for each of its first rounds. */
const ParamsSchema = z.union([
  z.null(),
  PositionalSchema,
  NamedSchema,
  z.array(z.union([PositionalSchema, NamedSchema])),
]);

export const StatementSchema = z.object({
  id: count,
  kind: StatementKindSchema,
  /** Exactly as the driver received it; cut only above the limit, then `sqlLength` says the full length. */
  sql: z.string(),
  sqlLength: count.optional(),
  dialect: DialectSchema,
  params: ParamsSchema,
  /** Python type names of the parameters, in order; only where JSON does not tell them (a whole float reads like an int). */
  paramTypes: z.array(z.string()).optional(),
  /** executemany: how many parameter sets were consumed; otherwise null. */
  many: count.nullable(),
  /** Rows read so far for a reading statement, rows affected for a writing one, null when the driver does not know. */
  rowCount: count.nullable(),
  columns: z.array(z.string()).nullable(),
  /** The first rows that the ORM itself fetched; nothing is fetched for the trace's sake. */
  rows: z.array(z.array(ValueSchema)),
  startUs: count,
  /** Time inside SQLite: execute plus fetches. */
  durationUs: count,
  /** Id of the call that sent it, null when no frame of the person's was on the stack. */
  call: count.nullable(),
  /** Index in `cells`, null during setup. */
  cell: count.nullable(),
  setup: z.boolean(),
  reason: ReasonSchema,
  /** What was loaded, where the reason knows it: `author`, `Book.tags`. */
  reasonDetail: z.string().optional(),
  /** The person's frames, innermost first. */
  stack: z.array(FrameSchema),
  /** Which connection, counted from 0 in the order of opening. */
  connection: count,
  /** Set when SQLite or the driver refused the statement. */
  error: z.object({ type: z.string(), message: z.string() }).optional(),
});
export type Statement = z.infer<typeof StatementSchema>;

/** One expression of the person's code, in one cell, that reached the ORM; `statements` is empty when it sent nothing. */
export const CallSchema = z.object({
  id: count,
  cell: count.nullable(),
  span: SpanSchema,
  statements: z.array(count),
});
export type Call = z.infer<typeof CallSchema>;

export const CellSchema = z.object({
  title: z.string(),
  /** First and last line of the cell in script.py. */
  startLine: z.number().int().positive(),
  endLine: z.number().int().positive(),
  /** Safe repr of the last expression, null when the cell ends in a statement, or did not finish. */
  value: z.string().nullable(),
  /** Qualified Python type of that value. */
  valueType: z.string().nullable(),
  stdout: z.string(),
  state: z.enum(['done', 'failed', 'not-reached', 'running']),
  durationUs: count,
});
export type Cell = z.infer<typeof CellSchema>;

/** Where the time of the cells went; `harnessUs` is the tracer's own and is taken out of `ormUs`. */
export const TimingSchema = z.object({
  totalUs: count,
  ormUs: count,
  sqliteUs: count,
  harnessUs: count,
});
export type Timing = z.infer<typeof TimingSchema>;

/** A limit that was reached, or anything else a reader must know to read the trace rightly. */
export const NoticeSchema = z.object({
  kind: z.enum([
    'statement-limit',
    'output-limit',
    'interference',
    'unwitnessed',
    'open-cursor',
    'open-transaction',
    'attached-database',
    'incomplete',
  ]),
  message: z.string(),
});
export type Notice = z.infer<typeof NoticeSchema>;

export const TraceSchema = z.object({
  cells: z.array(CellSchema),
  calls: z.array(CallSchema),
  statements: z.array(StatementSchema),
  timing: TimingSchema,
  notices: z.array(NoticeSchema),
});
export type Trace = z.infer<typeof TraceSchema>;

export const RunErrorSchema = z.object({
  /** Qualified Python type: `ImportError`, `sqlalchemy.exc.IntegrityError`. */
  type: z.string(),
  message: z.string(),
  /** What it means here and what to do, when there is something to say beyond the message. */
  hint: z.string().optional(),
  /** The innermost expression of the person's that was running. */
  span: SpanSchema.optional(),
  cell: count.nullable(),
  frames: z.array(FrameSchema),
});
export type RunError = z.infer<typeof RunErrorSchema>;

export const OutcomeKindSchema = z.enum([
  'done',
  'python-error',
  'timed-out',
  'stopped',
  'out-of-memory',
  'crashed',
]);
export type OutcomeKind = z.infer<typeof OutcomeKindSchema>;

/** How one side's run ended, with everything captured until then. */
export const OutcomeSchema = z.object({
  kind: OutcomeKindSchema,
  error: RunErrorSchema.optional(),
  trace: TraceSchema,
});
export type Outcome = z.infer<typeof OutcomeSchema>;

export const VersionsSchema = z.object({
  python: z.string(),
  sqlite: z.string(),
  pyodide: z.string(),
  django: z.string(),
  sqlalchemy: z.string(),
  alembic: z.string(),
});
export type Versions = z.infer<typeof VersionsSchema>;

/** What `npm run trace` prints and a recording holds. */
export const TraceDocumentSchema = z.object({
  schema: z.literal('orm-pilot/trace@1'),
  versions: VersionsSchema,
  django: OutcomeSchema.optional(),
  sqlalchemy: OutcomeSchema.optional(),
});
export type TraceDocument = z.infer<typeof TraceDocumentSchema>;
