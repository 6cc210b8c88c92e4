import type { Witness } from '../contract';
import { witnessKey } from '../witness-key';
import { functionOf, type Internals, InternalsError } from './internals';

/** `SQLITE_TRACE_STMT`: SQLite is about to run a statement (https://www.sqlite.org/c3ref/c_trace.html). */
const TRACE_STATEMENT = 1;
const SQLITE_OK = 0;

/** Different texts that one run's count holds; a trace shows fewer statements than this. */
const MOST_TEXTS = 50_000;

/** SQLite's own count of what it ran. */
export interface StatementWitness {
  /** Executions by `witnessKey` since the last call, which starts the next count. */
  readonly take: () => Witness;
}

/**
 * Lets SQLite itself report each statement that it runs, on every connection opened from now on.
 * Callback and counts are JavaScript: Python can neither see nor change them. A connection on which
 * Python sets its own trace callback takes the place of this one and is not counted from then on.
 *
 * Must be called after the interpreter was restored: the callbacks are entries of the WebAssembly
 * table, which a snapshot does not hold.
 */
export function witnessStatements({ module }: Internals): StatementWitness {
  const addFunction = functionOf<(callback: (...values: number[]) => number, signature: string) => number>(
    module,
    'addFunction',
  );
  const textAt = functionOf<(address: number) => string>(module, 'UTF8ToString');
  const sqlOf = functionOf<(statement: number) => number>(module, '_sqlite3_sql');
  const trace = functionOf<(db: number, mask: number, callback: number, context: number) => number>(
    module,
    '_sqlite3_trace_v2',
  );
  const onOpen = functionOf<(callback: number) => number>(module, '_sqlite3_auto_extension');

  let counts = new Map<string, number>();
  let texts = 0;
  const count = (sql: string): void => {
    const key = witnessKey(sql);
    const times = counts.get(key);
    if (times === undefined) {
      texts += 1;
      if (texts > MOST_TEXTS) return;
    }
    counts.set(key, (times ?? 0) + 1);
  };

  const onStatement = addFunction((_event = 0, _context = 0, statement = 0, reported = 0) => {
    const own = sqlOf(statement);
    if (own === reported) count(textAt(own));
    else if (isNested(textAt(reported), textAt(own))) count(textAt(own));
    return SQLITE_OK;
  }, 'iiiii');
  const attach = addFunction((db = 0) => trace(db, TRACE_STATEMENT, onStatement, 0), 'iiii');
  if (onOpen(attach) !== SQLITE_OK) throw new InternalsError('SQLite takes no witness of its statements.');

  return {
    take: () => {
      const taken = Object.fromEntries(counts);
      counts = new Map();
      return taken;
    },
  };
}

/**
 * A statement that runs inside another (in a function that SQL calls) is reported as a comment of its
 * text; so is each trigger, as `-- TRIGGER name`, which nobody sent and nobody counts.
 */
function isNested(reported: string, own: string): boolean {
  return reported === own || reported === `-- ${own}`;
}
