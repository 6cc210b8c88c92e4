import type { ToWorker } from '../contract';
import type { Engine } from './boot';
import { type Post, placeImage } from './run';

/** What one answer may have, in characters; the page has no use for more. */
const MOST_CHARS = 32 * 1024 * 1024;

/**
 * Answers one question about a person's code.
 * @throws what the interpreter throws when it dies, or when the answer is none: code that fails does not throw here
 */
export function ask(engine: Engine, asked: Extract<ToWorker, { type: 'ask' }>, post: Post): void {
  placeImage(engine, asked.image);
  const json: unknown = engine.answer(asked.tool, asked.json);
  if (typeof json !== 'string' || json.length > MOST_CHARS) throw new Error('it gave no readable answer');
  post({ type: 'answer', json });
}
