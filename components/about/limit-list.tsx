import { DEFAULT_LIMITS } from '@/lib/runtime/contract';
import { size, whole } from '@/lib/trace/view/figures';

const { wallMs, memoryBytes, statements, rows, outputChars } = DEFAULT_LIMITS;

const LIMITS: readonly (readonly [name: string, words: string])[] = [
  [
    'Other databases',
    'Only SQLite runs. PostgreSQL, MySQL and Oracle get other SQL from the same code, plan it differently and lock differently.',
  ],
  [
    'Times of production',
    'Times are those of WebAssembly on your machine, in microseconds inside SQLite. There is no network between the code and its database here: twenty statements that cost nothing in a tab wait twenty times for a server. Compare counts, not times; a bar compares within one run.',
  ],
  [
    'Many people at once',
    'One program, one process, mostly one connection: no waiting for locks, no deadlocks, no isolation levels to choose.',
  ],
  ['Threads', 'WebAssembly has none here. Starting one ends the run with a sentence that says so.'],
  [
    'SQLAlchemy’s asyncio',
    'It needs greenlet, which switches between stacks of the processor; WebAssembly has no way to do that. Django’s async methods do work.',
  ],
  [
    'Programs without end',
    `A run may take ${whole(wallMs / 1_000)} seconds and ${size(memoryBytes)} of memory. ${whole(statements)} statements are recorded, the first ${whole(rows)} rows of each, and ${whole(outputChars)} characters of output. When a limit is reached the page says which, and keeps what was recorded until then.`,
  ],
];

/** What no run on this site can tell. */
export function LimitList() {
  return (
    <dl className="limits">
      {LIMITS.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
