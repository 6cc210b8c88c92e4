import * as z from '../../util/zod';

/** What a connection needs of a worker. */
export interface MessageChannelEnd {
  readonly post: (message: unknown, transfer?: ArrayBuffer[]) => void;
  /** Calls back with each message that comes. */
  readonly listen: (listener: (message: unknown) => void) => void;
  /** Calls back once it has failed: nothing comes from it any more. */
  readonly onDeath: (listener: (why: string) => void) => void;
}

/** The language server refused a request, or ended before it answered. */
class LanguageServerError extends Error {
  override readonly name = 'LanguageServerError';
}

/** JSON-RPC 2.0 with a language server. */
export interface Connection {
  /**
   * @returns what the server answers, as the schema reads it
   * @throws LanguageServerError when it refuses, ends, or answers in another form
   */
  readonly request: <T>(method: string, params: unknown, schema: z.ZodType<T>) => Promise<T>;
  readonly notify: (method: string, params: unknown) => void;
}

/** What the server asks of the page, and tells it. */
export interface ConnectionHandlers {
  readonly answer: (method: string, params: unknown) => unknown;
  readonly told: (method: string, params: unknown) => void;
}

const MessageSchema = z.object({
  id: z.union([z.number(), z.string()]).nullish(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/**
 * Makes a connection; what is no JSON-RPC is left to others. Once the worker has failed, all is refused that
 * is still open, and all that comes.
 */
export function connect(end: MessageChannelEnd, handlers: ConnectionHandlers): Connection {
  const open = new Map<
    number | string,
    { readonly settle: (result: unknown) => void; readonly refuse: (why: string) => void }
  >();
  let last = 0;
  let ended: string | null = null;

  end.listen((message) => {
    const parsed = MessageSchema.safeParse(message);
    if (!parsed.success) return;
    const { id, method, params, result, error } = parsed.data;
    if (method !== undefined) {
      if (id === undefined || id === null) handlers.told(method, params);
      else end.post({ jsonrpc: '2.0', id, result: handlers.answer(method, params) });
      return;
    }
    if (id === undefined || id === null) return;
    const waiting = open.get(id);
    open.delete(id);
    if (error !== undefined) waiting?.refuse(error.message);
    else waiting?.settle(result ?? null);
  });
  end.onDeath((why) => {
    ended = why;
    for (const { refuse } of open.values()) refuse(why);
    open.clear();
  });

  return {
    request: (method, params, schema) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(new LanguageServerError(ended));
          return;
        }
        last += 1;
        open.set(last, {
          settle: (result) => {
            const read = schema.safeParse(result);
            if (read.success) resolve(read.data);
            else reject(new LanguageServerError(`The answer to ${method} could not be read.`));
          },
          refuse: (why) => reject(new LanguageServerError(why)),
        });
        end.post({ jsonrpc: '2.0', id: last, method, params });
      }),
    notify: (method, params) => {
      if (ended === null) end.post({ jsonrpc: '2.0', method, params });
    },
  };
}
