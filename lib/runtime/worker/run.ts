import type { FromWorker, MissingState, RunRequest } from '../contract';
import type { Engine } from './boot';

/** Where `ormpilot` finds the image to start from, and leaves the one that a run ends with. */
const FOLDER = '/tmp/ormpilot';
const IMAGE_IN = `${FOLDER}/in.sqlite`;
const IMAGE_OUT = `${FOLDER}/out.sqlite`;
const IMAGE_STATE = `${FOLDER}/state.sqlite`;

/** What one run may send in all, in characters and in messages; the page refuses as much. */
const MOST_CHARS = 256 * 1024 * 1024;
const MOST_CHUNKS = 100_000;
const MOST_STATES = 1_001;
const MISSING: readonly MissingState[] = ['too-large', 'no-room', 'unreadable'];

const NO_REPORT =
  'The run ended without a readable report, or with far more of it than can be shown. ' +
  'Look for code that changes builtins or the recorder, then run it again.';

type FileSystem = Engine['interpreter']['python']['FS'];
export type Post = (message: FromWorker, transfer?: Transferable[]) => void;

/**
 * Runs one program and sends what it comes to; returns when the program has ended.
 * @throws what the interpreter throws when it dies: a program that fails does not throw here
 */
export function run(engine: Engine, request: RunRequest, image: ArrayBuffer | null, post: Post): void {
  const { interpreter, witness } = engine;
  const { FS } = interpreter.python;
  interpreter.heap.cap(request.limits.memoryBytes);
  placeImage(engine, image);

  let chars = 0;
  let chunks = 0;
  const isFlooded = (): boolean => chars > MOST_CHARS || chunks > MOST_CHUNKS;
  const emit = (json: unknown): void => {
    if (typeof json !== 'string') return;
    chars += json.length;
    chunks += 1;
    if (!isFlooded()) post({ type: 'chunk', json, witness: witness.take() });
  };

  const keep = stateSender(FS, request.limits, post);

  post({ type: 'started' });
  const end: unknown = engine.run(JSON.stringify(request), emit, keep);
  if (typeof end !== 'string' || end.length > MOST_CHARS || isFlooded()) {
    post({ type: 'fatal', phase: 'run', message: NO_REPORT, witness: witness.take() });
    return;
  }
  const left = leftImage(FS);
  post({ type: 'end', json: end, witness: witness.take(), image: left }, left === null ? [] : [left]);
}

/** Sends the states of the database that `ormpilot` tells of; what is beyond the limits is let go of. */
function stateSender(
  FS: FileSystem,
  { allStatesBytes }: RunRequest['limits'],
  post: Post,
): (cell: unknown, missing: unknown) => void {
  let left = allStatesBytes;
  let states = 0;
  return (given, why) => {
    states += 1;
    if (states > MOST_STATES) return;
    const cell = typeof given === 'number' ? given : null;
    const missing = MISSING.find((each) => each === why);
    if (missing !== undefined) post({ type: 'state', cell, database: missing });
    if (typeof why === 'string' || !FS.analyzePath(IMAGE_STATE).exists) return;
    const database = bytesOf(FS, IMAGE_STATE);
    left -= database.byteLength;
    if (left >= 0) post({ type: 'state', cell, database }, [database]);
  };
}

/** Puts the database to start from into its place, if there is one. */
export function placeImage({ interpreter }: Engine, image: ArrayBuffer | null): void {
  const { FS } = interpreter.python;
  FS.mkdirTree(FOLDER);
  if (image !== null) FS.writeFile(IMAGE_IN, new Uint8Array(image));
}

/** The database that the run left, in a buffer of its own, or null when it left none. */
function leftImage(FS: FileSystem): ArrayBuffer | null {
  return FS.analyzePath(IMAGE_OUT).exists ? bytesOf(FS, IMAGE_OUT) : null;
}

function bytesOf(FS: FileSystem, path: string): ArrayBuffer {
  const bytes: Uint8Array = FS.readFile(path);
  return new Uint8Array(bytes).buffer;
}
