import { openVerifiedFiles } from '../runtime/assets/verified-files';
import * as z from '../util/zod';
import { startWorker } from './browser-worker';
import type { FormatAnswer, FormatMessage } from './formatter-messages';

/** What became of a text that was to be formatted. */
export type Formatted =
  | { readonly kind: 'formatted'; readonly text: string }
  /** It does not compile, in ruff's words. */
  | { readonly kind: 'refused'; readonly message: string };

/** Lays out Python as ruff does. */
export interface Formatter {
  readonly format: (text: string) => Promise<Formatted>;
}

/** The longest line, as the shipped examples have it. */
const LINE_LENGTH = 100;

const AnswerSchema: z.ZodType<FormatAnswer> = z.discriminatedUnion('kind', [
  z.object({ id: z.number(), kind: z.literal('formatted'), text: z.string() }),
  z.object({ id: z.number(), kind: z.literal('refused'), message: z.string() }),
]);

/**
 * Downloads ruff, some 3 MB, checks it, and starts it in a worker of its own.
 * @param base the folder of the runtime files, ending in a slash
 * @throws AssetMissingError, AssetDamagedError, ManifestError
 */
export async function startFormatter(base: string): Promise<Formatter> {
  const { load } = await openVerifiedFiles(base);
  const [script, module] = await Promise.all([
    load('formatter-worker'),
    load('formatter').then((code) => WebAssembly.compile(code)),
  ]);
  const waiting = new Map<number, { give: (formatted: Formatted) => void; refuse: (error: Error) => void }>();
  let dead: Error | null = null;
  const worker = startWorker(script, { type: 'module', name: 'formatter' });
  worker.onDeath((why) => {
    dead = new Error(`The formatter stopped: ${why}`);
    for (const { refuse } of waiting.values()) refuse(dead);
    waiting.clear();
  });
  const post = (message: FormatMessage): void => worker.post(message);
  worker.listen((message) => {
    const { id, ...answer } = AnswerSchema.parse(message);
    waiting.get(id)?.give(answer);
    waiting.delete(id);
  });
  post({ type: 'start', module, lineLength: LINE_LENGTH });
  let last = 0;
  return {
    format: (text) =>
      new Promise((give, refuse) => {
        if (dead !== null) {
          refuse(dead);
          return;
        }
        last += 1;
        waiting.set(last, { give, refuse });
        post({ type: 'format', id: last, text });
      }),
  };
}
