import type { MessageChannelEnd } from './connection';

/** A worker that says and answers nothing of its own. */
export function testingChannel() {
  const posted: unknown[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  const mourners: ((why: string) => void)[] = [];
  const end: MessageChannelEnd = {
    post: (message) => posted.push(message),
    listen: (listener) => listeners.push(listener),
    onDeath: (listener) => mourners.push(listener),
  };
  return {
    end,
    posted,
    say: (message: unknown): void => {
      for (const listener of listeners) listener(message);
    },
    die: (why: string): void => {
      for (const listener of mourners) listener(why);
    },
  };
}
