import { OrmSchema } from '../orm/orm';
import {
  CallSchema,
  CellSchema,
  NoticeSchema,
  type Outcome,
  OutcomeKindSchema,
  RunErrorSchema,
  StatementSchema,
  TimingSchema,
  type Versions,
  VersionsSchema,
} from '../trace/schema';
import * as z from '../util/zod';
import { ALL_STATES_BYTES, STATE_BYTES } from './state-limits';
import type { Tool } from './tools/tools';

/**
 * The contract between the page (or the command line) and an interpreter that runs one program, or
 * answers one question about one. Everything that comes out of a worker is somebody else's data: it is
 * parsed by these schemas at one door, `lib/runtime/assemble.ts` (answers: `tools/tools.ts`).
 */

/** Bounds of one run. Times are milliseconds, sizes bytes unless said otherwise. */
export const LimitsSchema = z.object({
  /** Wall time, counted from the moment Python starts on the person's code. */
  wallMs: z.number().int().positive(),
  /** Heap of the interpreter. */
  memoryBytes: z.number().int().positive(),
  /** Captured stdout and stderr over all cells, in characters. */
  outputChars: z.number().int().positive(),
  statements: z.number().int().positive(),
  /** Rows kept per statement. */
  rows: z.number().int().positive(),
  /** Kept characters of one SQL text, and of one text value or repr. */
  sqlChars: z.number().int().positive(),
  valueChars: z.number().int().positive(),
  /** Size of a database up to which its state after a cell is kept, and of all those states together. */
  stateBytes: z.number().int().nonnegative(),
  allStatesBytes: z.number().int().nonnegative(),
});
export type Limits = z.infer<typeof LimitsSchema>;

export const DEFAULT_LIMITS: Limits = {
  wallMs: 30_000,
  memoryBytes: 400 * 1024 * 1024,
  outputChars: 200_000,
  statements: 20_000,
  rows: 100,
  sqlChars: 100_000,
  valueChars: 2_000,
  stateBytes: STATE_BYTES,
  allStatesBytes: ALL_STATES_BYTES,
};

const DatabaseSchema = z.enum(['sqlite']);

/** One run of one ORM. `files` are the person's own: `models.py`, `script.py` and any other `*.py`. */
export const RunRequestSchema = z.object({
  orm: OrmSchema,
  files: z.record(z.string(), z.string()),
  database: DatabaseSchema,
  limits: LimitsSchema,
  /** Whether a SQLite image comes with the request: both sides then start from it and map its tables. */
  hasImage: z.boolean(),
});
export type RunRequest = z.infer<typeof RunRequestSchema>;

/** Cells that one script may have; more are one cell to the trace. */
const MAX_CELLS = 1_000;
const CellIndexSchema = z
  .number()
  .int()
  .nonnegative()
  .max(MAX_CELLS - 1);

/**
 * What a run streams while it goes on: each entry replaces the one with the same id (cells: the
 * same index). The trace is the sum of all chunks, so a run that never ends still leaves its trace.
 */
export const TraceChunkSchema = z.object({
  cells: z
    .array(
      z.object({
        index: CellIndexSchema,
        cell: CellSchema,
      }),
    )
    .default([]),
  calls: z.array(CallSchema).default([]),
  statements: z.array(StatementSchema).default([]),
});
export type TraceChunk = z.infer<typeof TraceChunkSchema>;

/** The last word of a run that ended by itself. */
export const RunEndSchema = z.object({
  kind: OutcomeKindSchema.extract(['done', 'python-error', 'out-of-memory']),
  error: RunErrorSchema.optional(),
  timing: TimingSchema,
  notices: z.array(NoticeSchema),
});
export type RunEnd = z.infer<typeof RunEndSchema>;

/**
 * What SQLite itself says it executed, counted outside Python (`sqlite3_trace_v2` from JavaScript):
 * number of executions by `witnessKey` of the SQL text. Each message carries what came since the
 * message before it, so the trace of a run that never ends is checked as well.
 */
export const WitnessSchema = z.record(z.string(), z.number().int().positive());
export type Witness = z.infer<typeof WitnessSchema>;

/**
 * Why a state of the database is not there: it has more than `stateBytes`; `allStatesBytes` are used up; SQLite
 * could not read it, because a transaction held it locked, or it was damaged or gone.
 */
export const MissingStateSchema = z.enum(['too-large', 'no-room', 'unreadable']);
export type MissingState = z.infer<typeof MissingStateSchema>;

/** Page → worker, over the private port. `boot` is the first; after `booted`, one `run` or one `ask` comes. */
export type ToWorker =
  | {
      type: 'boot';
      /** `on-request`: it comes when the worker says `snapshot-wanted`. Null: a plain boot, without. */
      snapshot: ArrayBuffer | 'on-request' | null;
      module: WebAssembly.Module;
      stdlib: ArrayBuffer;
      packages: ArrayBuffer;
      memoryBytes: number;
    }
  | { type: 'snapshot'; snapshot: ArrayBuffer }
  | { type: 'run'; request: RunRequest; image: ArrayBuffer | null }
  /** A question to `ormpilot.tools`. */
  | { type: 'ask'; tool: Tool; json: string; image: ArrayBuffer | null };

/** Worker → page, over the private port. JSON travels as text and is parsed once, at the page's door. */
export const FromWorkerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('booted'),
    versions: VersionsSchema,
    memoryBytes: z.number(),
    how: z.enum(['snapshot', 'plain']),
  }),
  /** The interpreter is there, but for its memory: the answer is `snapshot`. */
  z.object({ type: z.literal('snapshot-wanted') }),
  /** The snapshot's bytes, handed back as soon as the heap holds them. */
  z.object({ type: z.literal('snapshot-back'), snapshot: z.instanceof(ArrayBuffer) }),
  /** Python starts on the person's code: the wall clock starts. */
  z.object({ type: z.literal('started') }),
  z.object({ type: z.literal('chunk'), json: z.string(), witness: WitnessSchema }),
  /** What a cell that changed the database left committed; without a cell: what the set-up did. */
  z.object({
    type: z.literal('state'),
    cell: CellIndexSchema.nullable(),
    database: z.union([z.instanceof(ArrayBuffer), MissingStateSchema]),
  }),
  z.object({
    type: z.literal('end'),
    json: z.string(),
    witness: WitnessSchema,
    image: z.instanceof(ArrayBuffer).nullable(),
  }),
  /** The one message after an `ask`. */
  z.object({ type: z.literal('answer'), json: z.string() }),
  /** The interpreter is dead, or could not start. */
  z.object({
    type: z.literal('fatal'),
    phase: z.enum(['boot', 'run', 'ask']),
    message: z.string(),
    witness: WitnessSchema,
  }),
]);
export type FromWorker = z.infer<typeof FromWorkerSchema>;

/** The database as it was committed after a cell that changed it, and after all later ones that did not. */
export interface DatabaseState {
  /** Null: before the first cell. */
  readonly cell: number | null;
  /** The bytes of a database file; none at all is an empty database. */
  readonly database: Uint8Array | MissingState;
}

/** What a person's program came to, and the database it left behind. */
export interface RunResult {
  readonly outcome: Outcome;
  readonly image: Uint8Array | null;
  /** In the order of the cells, the one before the first cell always first. */
  readonly states: readonly DatabaseState[];
  readonly versions: Versions;
}
