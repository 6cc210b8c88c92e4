import fc from 'fast-check';
import { type Answers, NO_ANSWERS, RANKS } from './answers';
import { DATABASE_CODES } from './databases';
import {
  type Choice,
  QUESTION_NUMBERS,
  type QuestionNumber,
  UNANSWERED,
  UNKNOWN,
} from './questions/question';
import { QUESTIONS } from './questions/questions';

/** For tests of properties: any answers that a person can give, open ones and follow-ups nobody asked for too. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .record({
    codes: fc.tuple(...QUESTION_NUMBERS.map(anyChoice)),
    ranks: fc.record({ fit: anyRank(), team: anyRank(), time: anyRank(), ops: anyRank() }),
    database: fc.option(fc.constantFrom(...DATABASE_CODES)),
    backends: fc.record({ django: fc.boolean(), sqlalchemy: fc.boolean() }),
    surrogateKey: fc.boolean(),
    acknowledged: fc.boolean(),
  })
  .map(({ codes, ...others }) => {
    const choices: Record<QuestionNumber, Choice> = { ...NO_ANSWERS.choices };
    QUESTION_NUMBERS.forEach((number, index) => {
      choices[number] = codes[index] ?? UNANSWERED;
    });
    return { choices, ...others };
  });

function anyChoice(number: QuestionNumber): fc.Arbitrary<Choice> {
  return fc.constantFrom<Choice>(...QUESTIONS[number].options.map(({ code }) => code), UNKNOWN, UNANSWERED);
}

function anyRank() {
  return fc.option(fc.constantFrom(...RANKS));
}
