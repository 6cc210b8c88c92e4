/** A place where one interpreter lives: a worker of the page's, or one inside a frame. */
export interface Hosted {
  /** The private way to it; nothing else of it is listened to. */
  readonly port: MessagePort;
  /** Ends it at once, whatever it does. */
  readonly terminate: () => void;
}

/** Makes places for interpreters. */
export interface Host {
  /**
   * Starts an empty worker.
   * @param onDeath told when its script fails or cannot be started; never after `terminate`
   */
  readonly spawn: (onDeath: (why: string) => void) => Hosted;
}
