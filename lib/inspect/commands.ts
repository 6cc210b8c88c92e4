import type { AnswerMessage, AskMessage, Commands } from './contract';
import { ImageError } from './sqlite/image-error';
import { imageFromSql } from './sqlite/image-from-sql';
import type { Sqlite } from './sqlite/sqlite';

/** All that the inspector can do, on one SQLite. */
export function createCommands(sqlite: Sqlite): Commands {
  return {
    imageFromSql: (sql) => imageFromSql(sqlite, sql),
  };
}

/** Carries out one question; never throws. */
export function answer(commands: Commands, { id, name, args }: AskMessage): AnswerMessage {
  try {
    return { id, kind: 'value', value: commands[name](...args) };
  } catch (error) {
    if (error instanceof ImageError) return { id, kind: 'image-error', why: error.why };
    return fault(id, error);
  }
}

/** The answer to a question that could not be dealt with at all. */
export function fault(id: number, error: unknown): AnswerMessage {
  return { id, kind: 'fault', message: error instanceof Error ? error.message : String(error) };
}
