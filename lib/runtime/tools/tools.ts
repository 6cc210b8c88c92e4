import type { Orm } from '../../orm/orm';
import * as z from '../../util/zod';
import { type CheckAnswer, CheckAnswerSchema } from './check';
import { type DescribeAnswer, DescribeAnswerSchema } from './describe';
import { type FixAnswer, FixAnswerSchema, type FixDetails } from './fix';
import { type SkeletonAnswer, SkeletonAnswerSchema } from './skeleton';

/** Questions about a person's code that only Python can answer; each is a module of `ormpilot/tools`. */
export const ToolSchema = z.enum(['check', 'describe', 'fix', 'skeleton']);
export type Tool = z.infer<typeof ToolSchema>;

/** The code that a question is about. It is loaded, but `script.py` is not run. */
export interface Code {
  /** The person's files: `models.py`, `script.py` and any other `*.py`. */
  readonly files: Readonly<Record<string, string>>;
  /** The SQLite database that it would start from, or null; models may be read off its tables. It is copied. */
  readonly image: Uint8Array | null;
}

/** What each tool is asked. */
export interface Questions {
  readonly check: Code;
  readonly describe: Code;
  readonly fix: Code & FixDetails;
  readonly skeleton: Code;
}

/** What each tool answers. */
export interface Answers {
  readonly check: CheckAnswer;
  readonly describe: DescribeAnswer;
  readonly fix: FixAnswer;
  readonly skeleton: SkeletonAnswer;
}

/** A question on its way to an interpreter. */
export interface Asked {
  readonly tool: Tool;
  /** The question but for the image, as JSON. */
  readonly json: string;
  readonly image: Uint8Array | null;
}

/** What came back: the answer's JSON, or a sentence that says why there is none. */
export type Reply =
  | { readonly kind: 'answer'; readonly json: string }
  | { readonly kind: 'failed'; readonly message: string };

/** An answer that was read, or a sentence that says why there is none. */
export type Answer<T extends Tool> =
  | { readonly kind: 'answer'; readonly answer: Answers[T] }
  | { readonly kind: 'failed'; readonly message: string };

const SCHEMAS: { readonly [T in Tool]: z.ZodType<Answers[T]> } = {
  check: CheckAnswerSchema,
  describe: DescribeAnswerSchema,
  fix: FixAnswerSchema,
  skeleton: SkeletonAnswerSchema,
};

const UNREADABLE =
  'The answer of the interpreter could not be read. Look for code in models.py that changes builtins.';

/** Writes a question down for an interpreter. */
export function writeQuestion<T extends Tool>(tool: T, orm: Orm, question: Questions[T]): Asked {
  const { image, ...rest } = question;
  return { tool, image, json: JSON.stringify({ orm, hasImage: image !== null, ...rest }) };
}

/** Reads what an interpreter replied; it is foreign data, and parsed here, once. */
export function readReply<T extends Tool>(tool: T, reply: Reply): Answer<T> {
  if (reply.kind === 'failed') return reply;
  let data: unknown;
  try {
    data = JSON.parse(reply.json);
  } catch {
    return { kind: 'failed', message: UNREADABLE };
  }
  const parsed = SCHEMAS[tool].safeParse(data);
  return parsed.success ? { kind: 'answer', answer: parsed.data } : { kind: 'failed', message: UNREADABLE };
}
