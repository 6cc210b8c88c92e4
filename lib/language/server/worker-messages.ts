/** Page → worker, the first message: the files that the server reads, as JSON. All after it is JSON-RPC, but for `FileQuestion`. */
export interface StartMessage {
  readonly type: 'start';
  readonly files: ArrayBuffer;
}

/** Page → worker: the text of a file of a package. */
export interface FileQuestion {
  readonly type: 'file';
  readonly path: string;
}

/** Worker → page. */
export interface FileAnswer {
  readonly type: 'file';
  readonly path: string;
  /** Null: there is no such file. */
  readonly text: string | null;
}
