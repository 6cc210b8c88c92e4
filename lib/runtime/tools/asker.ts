import type { Orm } from '../../orm/orm';
import type { Supplied } from '../supplier';
import { type Answer, type Questions, readReply, type Tool, writeQuestion } from './tools';

/** Asks one engine; see `Engine.ask`. */
export type Ask = <T extends Tool>(tool: T, question: Questions[T]) => Promise<Answer<T> | null>;

/**
 * Makes the way to ask about code of one ORM: one interpreter at a time, whatever is asked, so that questions
 * cost the memory of one.
 *
 * @param supply gives an interpreter that no run will want
 */
export function createAsker(orm: Orm, supply: () => Promise<Supplied>): Ask {
  /** The newest question for each tool. */
  const newest = new Map<Tool, object>();
  let turn: Promise<unknown> = Promise.resolve();
  let current: { readonly tool: Tool; readonly stop: () => void } | null = null;
  /** One that came up for a question which was dropped meanwhile. */
  let unused: Supplied | null = null;

  const take = async (): Promise<Supplied> => {
    const kept = unused;
    unused = null;
    return kept?.interpreter.isAlive() ? kept : supply();
  };

  return (tool, question) => {
    const mine = {};
    newest.set(tool, mine);
    if (current?.tool === tool) current.stop();
    const isNewest = (): boolean => newest.get(tool) === mine;

    const answer = async (): Promise<Answer<typeof tool> | null> => {
      if (!isNewest()) return null;
      const supplied = await take();
      if (!isNewest()) {
        unused = supplied;
        return null;
      }
      const { interpreter } = supplied;
      current = { tool, stop: interpreter.stop };
      try {
        const reply = await interpreter.ask(writeQuestion(tool, orm, question));
        return isNewest() ? readReply(tool, reply) : null;
      } finally {
        current = null;
      }
    };
    const answered = turn.then(answer);
    turn = answered.catch(() => {});
    return answered;
  };
}
