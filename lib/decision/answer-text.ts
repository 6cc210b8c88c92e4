import * as z from '../util/zod';
import { type Answers, NO_ANSWERS, RANKS, type Rank, tidied } from './answers';
import { type DatabaseCode, isDatabaseCode } from './databases';
import { GROUPS } from './groups';
import {
  type Choice,
  QUESTION_NUMBERS,
  type QuestionNumber,
  UNANSWERED,
  UNKNOWN,
} from './questions/question';
import { QUESTIONS } from './questions/questions';

/** The version of the model: of its questions, its numbers and its rules. */
export const MODEL_VERSION = 1;

/** Why a text is not a set of answers, with a sentence for the person who brought it. */
export const TextRefusalSchema = z.object({
  kind: z.enum(['empty', 'encoding', 'version', 'parts', 'length', 'character', 'database']),
  message: z.string(),
});
export type TextRefusal = z.infer<typeof TextRefusalSchema>;

export type ReadAnswers =
  | { readonly kind: 'answers'; readonly answers: Answers }
  | { readonly kind: 'refused'; readonly refusal: TextRefusal };

const SHAPE = '1.<14 answers>.<4 ranks>.<database or ->.<3 follow-ups>';
const LONGEST_QUOTE = 40;
const BACKENDS: Readonly<Record<string, Answers['backends']>> = {
  [UNANSWERED]: { django: false, sqlalchemy: false },
  d: { django: true, sqlalchemy: false },
  s: { django: false, sqlalchemy: true },
  b: { django: true, sqlalchemy: true },
};

/** Ends reading from within; never leaves this file. */
class Refused extends Error {
  constructor(
    readonly kind: TextRefusal['kind'],
    message: string,
  ) {
    super(message);
  }
}

/**
 * Writes answers as the text that stands in links and files, such as `1.baaaaaaaaaaaaa.3214.-.-00`. Answers
 * that mean the same give the same text.
 */
export function writeAnswers(answers: Answers): string {
  const { choices, ranks, database, backends, surrogateKey, acknowledged } = tidied(answers);
  const backend = Object.keys(BACKENDS).find(
    (code) =>
      BACKENDS[code]?.django === backends.django && BACKENDS[code]?.sqlalchemy === backends.sqlalchemy,
  );
  return [
    MODEL_VERSION,
    QUESTION_NUMBERS.map((number) => choices[number]).join(''),
    GROUPS.map((group) => ranks[group] ?? UNANSWERED).join(''),
    database ?? UNANSWERED,
    `${backend}${surrogateKey ? 1 : 0}${acknowledged ? 1 : 0}`,
  ].join('.');
}

/**
 * Reads a text that `writeAnswers` made, percent-encoded or not. Whatever is not exactly such a text is
 * refused: nothing is guessed, and nothing damaged is read as "I do not know".
 */
export function readAnswers(text: string): ReadAnswers {
  try {
    return { kind: 'answers', answers: tidied(parse(decoded(text))) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: 'refused', refusal: { kind: error.kind, message: error.message } };
  }
}

function decoded(text: string): string {
  if (text === '') throw new Refused('empty', `There are no answers here. They look like ${SHAPE}.`);
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new Refused('encoding', 'A character of this text that was written with % is damaged.');
  }
}

function parse(text: string): Answers {
  const [version = '', letters, digits, database, flags, ...rest] = text.split('.');
  if (version !== String(MODEL_VERSION))
    throw new Refused(
      'version',
      /^[1-9][0-9]*$/.test(version) && text.includes('.')
        ? `These answers belong to version ${quoted(version)} of the questions; only version ${MODEL_VERSION} can be read.`
        : `This does not begin with the version of the questions, ${MODEL_VERSION}. Answers look like ${SHAPE}.`,
    );
  if (letters === undefined || digits === undefined || database === undefined || flags === undefined)
    throw new Refused('parts', `Something is missing at the end: answers look like ${SHAPE}.`);
  if (rest.length > 0)
    throw new Refused('parts', `There is too much at the end: answers look like ${SHAPE}.`);
  return {
    choices: parseChoices(letters),
    ranks: parseRanks(digits),
    database: parseDatabase(database),
    ...parseFlags(flags),
  };
}

function parseChoices(letters: string): Answers['choices'] {
  const each = exactly(letters, QUESTION_NUMBERS.length, 'answers');
  const choices: Record<QuestionNumber, Choice> = { ...NO_ANSWERS.choices };
  QUESTION_NUMBERS.forEach((number, index) => {
    const found = each[index] ?? '';
    const codes: readonly Choice[] = QUESTIONS[number].options.map(({ code }) => code);
    choices[number] = oneOf(found, [...codes, UNKNOWN, UNANSWERED], `the answer to question ${number}`);
  });
  return choices;
}

function parseRanks(digits: string): Answers['ranks'] {
  const each = exactly(digits, GROUPS.length, 'ranks');
  const [fit, team, time, ops] = each.map((digit): Rank | null => {
    const code = oneOf(digit, [...RANKS.map(String), UNANSWERED], 'a rank');
    return RANKS.find((rank) => String(rank) === code) ?? null;
  });
  return { fit: fit ?? null, team: team ?? null, time: time ?? null, ops: ops ?? null };
}

function parseDatabase(text: string): DatabaseCode | null {
  if (text === UNANSWERED) return null;
  if (isDatabaseCode(text)) return text;
  throw new Refused('database', `No database is known here as ${quoted(text)}.`);
}

function parseFlags(flags: string): Pick<Answers, 'backends' | 'surrogateKey' | 'acknowledged'> {
  const [backend = '', surrogate = '', acknowledged = ''] = exactly(flags, 3, 'follow-ups');
  const code = oneOf(backend, Object.keys(BACKENDS), 'the follow-up on the backend');
  return {
    backends: BACKENDS[code] ?? NO_ANSWERS.backends,
    surrogateKey: oneOf(surrogate, ['0', '1'], 'the follow-up on keys') === '1',
    acknowledged: oneOf(acknowledged, ['0', '1'], 'the acknowledgement') === '1',
  };
}

/** The characters of a part, whose number must be right. */
function exactly(part: string, length: number, what: string): readonly string[] {
  const characters = [...part];
  if (characters.length !== length)
    throw new Refused('length', `There must be ${length} ${what} here, not ${characters.length}: ${SHAPE}.`);
  return characters;
}

function oneOf<Code extends string>(found: string, codes: readonly Code[], what: string): Code {
  const code = codes.find((known) => known === found);
  if (code !== undefined) return code;
  throw new Refused('character', `${quoted(found)} is not ${what}: it can be ${codes.join(', ')}.`);
}

function quoted(text: string): string {
  const characters = [...text];
  return `“${characters.slice(0, LONGEST_QUOTE).join('')}${characters.length > LONGEST_QUOTE ? '…' : ''}”`;
}
