import { MessageChannel, Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildRuntime } from '../build/build-runtime';
import { DEFAULT_LIMITS, type FromWorker, type Limits, type ToWorker } from '../contract';
import { loadRuntime, type Runtime } from '../node/load-runtime';

/** The worker's script itself, in a thread of Node that looks to it like a browser's worker. */

const BUILD_MS = 600_000;
const RUN_MS = 60_000;

let runtime: Runtime;
beforeAll(async () => {
  await buildRuntime('full', 'fast');
  runtime = await loadRuntime();
}, BUILD_MS);

/** All that a worker says of one program. */
async function conversation(script: string, limits: Partial<Limits> = {}): Promise<FromWorker[]> {
  const copy = async (role: Parameters<Runtime['bytes']>[0]) =>
    new Uint8Array(await runtime.bytes(role)).buffer;
  const workerData = new TextDecoder().decode(await runtime.bytes('engine-worker'));
  const thread = new Worker(new URL('../node/engine-thread.mjs', import.meta.url), {
    workerData,
    env: {},
    execArgv: [],
  });
  const { port1: port, port2: theirs } = new MessageChannel();
  const send = (message: ToWorker): void => port.postMessage(message);
  const request = {
    orm: 'django',
    files: { 'models.py': '', 'script.py': script },
    database: 'sqlite',
    limits: { ...DEFAULT_LIMITS, ...limits },
    hasImage: false,
  } as const;
  const said: FromWorker[] = [];
  const snapshot = await copy('snapshot');
  const boot: ToWorker = {
    type: 'boot',
    snapshot: 'on-request',
    module: await runtime.core(),
    stdlib: await copy('stdlib-rest'),
    packages: await copy('packages-rest'),
    memoryBytes: DEFAULT_LIMITS.memoryBytes,
  };
  try {
    return await new Promise((resolve, reject) => {
      thread.once('error', reject);
      port.on('message', (message: FromWorker) => {
        said.push(message);
        if (message.type === 'snapshot-wanted') send({ type: 'snapshot', snapshot });
        if (message.type === 'booted') send({ type: 'run', request, image: null });
        if (message.type === 'end' || message.type === 'fatal') resolve(said);
      });
      thread.postMessage({ type: 'port', port: theirs }, [theirs]);
      send(boot);
    });
  } finally {
    port.close();
    await thread.terminate();
  }
}

/** What SQLite counted over all messages. */
function witnessed(said: readonly FromWorker[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const message of said) {
    if (!('witness' in message)) continue;
    for (const [sql, times] of Object.entries(message.witness)) counts[sql] = (counts[sql] ?? 0) + times;
  }
  return counts;
}

/** The type of the error that a program ended with, or the sentence about the death of its interpreter. */
function ending(said: readonly FromWorker[]): string {
  const last = said.at(-1);
  if (last?.type === 'fatal') return last.message;
  if (last?.type !== 'end') return 'it never ended';
  const end: { kind: string; error?: { type: string } } = JSON.parse(last.json);
  return end.error?.type ?? end.kind;
}

const BIG_DATABASE = `
import sqlite3
c = sqlite3.connect("/tmp/big.db")
c.execute("create table t(a)")
for _ in range(400):
    c.execute("insert into t values (zeroblob(1000000))")
c.commit()
`;

const STATEMENTS = `
import sqlite3
c = sqlite3.connect("/tmp/x.db")
c.execute("create table t(a)")
c.execute("create table log(a)")
c.execute("create trigger tr after insert on t begin insert into log values (new.a); end")
c.executemany("insert into t values (?)", [(1,), (2,), (3,)])
c.commit()
c.isolation_level = None
c.execute("insert into t values (7) returning a").fetchall()
c.execute("explain select * from t").fetchall()
c.execute("select 'é漢😀'")
try:
    c.execute("select * from nope")
except sqlite3.OperationalError:
    pass
c.create_function("f", 1, lambda x: c.execute("select 42").fetchone()[0])
c.execute("select f(1)").fetchall()
c.execute("select '" + "x" * 5000 + "'")
c.set_trace_callback(lambda sql: None)
c.execute("select 'unwitnessed'")
d = sqlite3.connect("/tmp/x.db")
d.execute("select 'second connection'")
`;

/** Each line is asked twice: the second time the folder is known. */
const MISSING_FILES = `
import os

def there(path):
    try:
        os.stat(path)
    except FileNotFoundError:
        return False
    return True

def check(path, expected):
    assert (there(path), there(path)) == (expected, expected), (path, expected)

os.makedirs("/tmp/a/b")
check("/tmp/a/b/x", False)
open("/tmp/a/b/x", "w").close()
check("/tmp/a/b/x", True)
check("/tmp/a/b/.", True)
check("/tmp/a/b/..", True)
check("/tmp/a//b/x", True)
check("/tmp/a/b/toString", False)
os.remove("/tmp/a/b/x")
check("/tmp/a/b/x", False)

# Another folder in the place of one that is known, and the known one elsewhere.
check("/tmp/a/b/y", False)
os.rename("/tmp/a/b", "/tmp/a/c")
os.makedirs("/tmp/a/b")
open("/tmp/a/b/y", "w").close()
check("/tmp/a/b/y", True)
check("/tmp/a/c/y", False)
open("/tmp/a/c/y", "w").close()
check("/tmp/a/c/y", True)
os.rename("/tmp/a", "/tmp/d")
check("/tmp/a/b/y", False)
check("/tmp/d/b/y", True)

# A link is followed to where it leads now.
os.symlink("/tmp/d/b", "/tmp/link")
check("/tmp/link/y", True)
check("/tmp/link/z", False)
os.remove("/tmp/link")
os.makedirs("/tmp/e")
open("/tmp/e/z", "w").close()
os.symlink("/tmp/e", "/tmp/link")
check("/tmp/link/z", True)
check("/tmp/link/y", False)

# What is missing in a folder that may not be searched is not said.
os.makedirs("/tmp/f")
check("/tmp/f/x", False)
os.chmod("/tmp/f", 0o600)
try:
    os.stat("/tmp/f/x")
except OSError as error:
    assert type(error) is PermissionError, error
else:
    raise AssertionError("it was found")
check("/dev/null", True)
check("/tmp/d/b/é", False)
open("/tmp/d/b/é", "w").close()
check("/tmp/d/b/é", True)
`;

describe('the worker of an engine', () => {
  it(
    'asks for the snapshot, hands it back, boots, starts, tells what the set-up left and ends, in this order',
    async () => {
      const said = await conversation('x = 1\n');
      const types = said.map(({ type }) => type).filter((type) => type !== 'chunk');
      expect(types).toEqual(['snapshot-wanted', 'snapshot-back', 'booted', 'started', 'state', 'end']);
      const back = said.find((message) => message.type === 'snapshot-back');
      expect(back?.snapshot.byteLength).toBe((await runtime.bytes('snapshot')).length);
    },
    RUN_MS,
  );

  it(
    'counts what SQLite runs, outside Python',
    async () => {
      const said = await conversation(STATEMENTS);
      expect(ending(said)).toBe('done');
      expect(witnessed(said)).toMatchObject({
        'create table t(a)': 1,
        'insert into t values (?)': 3,
        'insert into t values (7) returning a': 1,
        'select f(1)': 1,
        'select 42': 1,
        "select 'é漢😀'": 1,
        "select 'second connection'": 1,
        BEGIN: 1,
        COMMIT: 1,
      });
      const keys = Object.keys(witnessed(said));
      expect(keys.filter((key) => key.startsWith('#'))).toEqual([
        expect.stringMatching(/^#5009:[0-9a-f]{8}$/u),
      ]);
      // Not run, not sent by anyone, or on a connection whose trace callback Python has taken.
      expect(keys.join('\n')).not.toMatch(/^(insert into log|explain)|nope|unwitnessed/mu);
    },
    RUN_MS,
  );

  it.each([
    ['heap', 'rows = []\nwhile True:\n    rows.append(bytearray(10**6))\n', /MemoryError|out-of-memory/u],
    [
      'files',
      'with open("/tmp/x", "wb") as f:\n    while True:\n        f.write(bytes(10**6))\n',
      /OSError/u,
    ],
    ['a sparse file', 'open("/tmp/x", "wb").truncate(10**9)\n', /OSError/u],
    ['a database', BIG_DATABASE, /OperationalError/u],
    ['nesting', 'a = []\nfor _ in range(10**6):\n    a = [a]\nstr(a)\n', /ran out of stack/u],
    ['an abort', 'import os\nos.abort()\n', /aborted from within/u],
    ['os._exit', 'import os\nos._exit(0)\n', /sys\.exit\(\)/u],
  ])(
    'has a limit or a sentence for %s',
    async (_what, script, words) => {
      expect(ending(await conversation(script))).toMatch(words);
    },
    RUN_MS,
  );

  it(
    'tells which files are there, whatever became of the folder since it was last asked',
    async () => {
      const said = await conversation(MISSING_FILES);
      const last = said.at(-1);
      expect(last?.type === 'end' ? JSON.parse(last.json).error : last).toBeUndefined();
    },
    RUN_MS,
  );

  it(
    'lets a program write and delete as often as it likes',
    async () => {
      const script =
        'import os\nfor _ in range(600):\n    with open("/tmp/x", "wb") as f:\n        f.write(bytes(10**6))\n    os.remove("/tmp/x")\n';
      expect(ending(await conversation(script))).toBe('done');
    },
    RUN_MS,
  );

  it(
    'takes the heap limit of the run',
    async () => {
      const script = 'x = bytearray(80 * 2**20)\n';
      expect(ending(await conversation(script))).toBe('done');
      expect(ending(await conversation(script, { memoryBytes: 100 * 2 ** 20 }))).toMatch(
        /MemoryError|out-of-memory/u,
      );
    },
    RUN_MS,
  );
});
