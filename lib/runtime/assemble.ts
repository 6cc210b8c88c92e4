import type { Call, Cell, Notice, Outcome, OutcomeKind, RunError, Statement, Timing } from '../trace/schema';
import type * as z from '../util/zod';
import { type RunEnd, RunEndSchema, type TraceChunk, TraceChunkSchema, type Witness } from './contract';
import { findInterference } from './interference';

/** Text that one run may send in all, in characters; what is above it is dropped and said. */
const MAX_TOTAL_CHARS = 256 * 1024 * 1024;

/**
 * Puts one run's trace together from what its interpreter streams: the one door through which a
 * worker's words enter. A message that does not parse is left out and said in a notice; nothing here throws.
 */
export interface Assembler {
  /** Takes a chunk's JSON text and the executions that SQLite counted since the last message. */
  readonly chunk: (json: string, witness: Witness) => void;
  /** Takes the run's last word; returns how it ended. */
  readonly end: (json: string, witness: Witness) => Outcome;
  /** How a run ended that had no last word: stopped, timed out, out of memory or crashed. */
  readonly cutShort: (kind: OutcomeKind, message?: string, witness?: Witness) => Outcome;
  /** The trace as it stands, for showing while the run goes on; not yet checked against SQLite's count. */
  readonly current: () => Outcome['trace'];
}

/** Makes the assembler of one run; `now` is only asked for the run time of one that had no last word. */
export function createAssembler(now: () => number = () => performance.now()): Assembler {
  const cells: Cell[] = [];
  const calls = new Map<number, Call>();
  const statements = new Map<number, Statement>();
  const witness = new Map<string, number>();
  const damage: string[] = [];
  const startedAt = now();
  let received = 0;

  const count = (delta: Witness) => {
    for (const [key, times] of Object.entries(delta)) witness.set(key, (witness.get(key) ?? 0) + times);
  };
  const add = (chunk: TraceChunk) => {
    for (const { index, cell } of chunk.cells) cells[index] = cell;
    for (const call of chunk.calls) calls.set(call.id, call);
    for (const statement of chunk.statements) statements.set(statement.id, statement);
  };
  const trace = (timing: Timing, notices: readonly Notice[]): Outcome['trace'] => ({
    cells: Array.from(cells, (cell) => cell ?? UNSEEN_CELL),
    calls: [...calls.values()].sort(byId),
    statements: [...statements.values()].sort(byId),
    timing,
    notices: [...notices, ...damageNotice(damage)],
  });
  const checked = (timing: Timing, notices: readonly Notice[]): Outcome['trace'] => {
    const whole = trace(timing, notices);
    const interference = findInterference(whole.statements, witness);
    return interference === null ? whole : { ...whole, notices: [...whole.notices, interference] };
  };
  const elapsed = (): Timing => {
    const totalUs = Math.max(0, Math.round((now() - startedAt) * 1_000));
    let sqliteUs = 0;
    for (const { durationUs } of statements.values()) sqliteUs += durationUs;
    return { totalUs, ormUs: Math.max(0, totalUs - sqliteUs), sqliteUs, harnessUs: 0 };
  };
  const cutShort: Assembler['cutShort'] = (kind, message, delta = {}) => {
    count(delta);
    const error: RunError | undefined =
      message === undefined ? undefined : { type: kind, message, cell: null, frames: [] };
    return { kind, ...(error === undefined ? {} : { error }), trace: checked(elapsed(), []) };
  };

  return {
    chunk(json, delta) {
      count(delta);
      received += json.length;
      if (received > MAX_TOTAL_CHARS) {
        damage.push('it sent more than the page takes from one run');
        return;
      }
      const parsed = parse(json, TraceChunkSchema);
      if (typeof parsed === 'string') damage.push(parsed);
      else add(parsed);
    },
    end(json, delta) {
      const parsed = parse<RunEnd>(json, RunEndSchema);
      if (typeof parsed === 'string') {
        return cutShort(
          'crashed',
          `The run ended, but its report could not be read: ${parsed}. Run it again.`,
          delta,
        );
      }
      count(delta);
      const { kind, error, timing, notices } = parsed;
      return { kind, ...(error === undefined ? {} : { error }), trace: checked(timing, notices) };
    },
    cutShort,
    current: () => trace(elapsed(), []),
  };
}

const UNSEEN_CELL: Cell = {
  title: '',
  startLine: 1,
  endLine: 1,
  value: null,
  valueType: null,
  stdout: '',
  state: 'not-reached',
  durationUs: 0,
};

function byId(a: { id: number }, b: { id: number }): number {
  return a.id - b.id;
}

/** The parsed value, or why it is not one. */
function parse<T>(json: string, schema: z.ZodType<T>): T | string {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return 'a message was not JSON';
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  return `a message had a wrong ${issue?.path.join('.') || 'shape'}`;
}

function damageNotice(damage: readonly string[]): Notice[] {
  if (damage.length === 0) return [];
  return [
    {
      kind: 'incomplete',
      message: `Part of this run's report could not be read (${[...new Set(damage)].join('; ')}), so the trace has gaps.`,
    },
  ];
}
