/** What the page asks the inspector's worker, by name; each is answered in turn. */
export interface Commands {
  readonly imageFromSql: (sql: string) => Uint8Array;
}

export type CommandName = keyof Commands;

/** The first message over the port: SQLite's code, compiled by the page once for all workers. */
export interface StartMessage {
  readonly module: WebAssembly.Module;
}

/** One question. */
export interface AskMessage<Name extends CommandName = CommandName> {
  readonly id: number;
  readonly name: Name;
  readonly args: Parameters<Commands[Name]>;
}

/** Its answer: what the command gives; what it refuses, as the words of an `ImageError`; or a fault of our own. */
export type AnswerMessage =
  | { readonly id: number; readonly kind: 'value'; readonly value: ReturnType<Commands[CommandName]> }
  | { readonly id: number; readonly kind: 'image-error'; readonly why: string }
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };
