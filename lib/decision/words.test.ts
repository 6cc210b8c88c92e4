import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORMS } from '../orm/orm';
import { readAnswers } from './answer-text';
import { CONSTRAINT_TEXTS } from './constraints';
import { decide } from './decide';
import { NOTE_TEXTS } from './notes';
import { QUESTION_NUMBERS } from './questions/question';
import { QUESTIONS } from './questions/questions';
import { anyAnswers } from './sample-answers';
import { otherwiseSentences, reasonSentence, settlingNames, verdictSentence } from './words';

function decided(text: string) {
  const read = readAnswers(text);
  if (read.kind !== 'answers') throw new Error(read.refusal.message);
  return decide(read.answers);
}

describe('the verdict in words', () => {
  it.each([
    ['1.baaaaaaaaaaaaa.3214.-.-00', 'Clear lean to Django ORM.'],
    ['1.faabbbcbbbbbab.1234.-.-00', 'Leans to SQLAlchemy; confirm with the pilot.'],
    ['1.aadcbaabababba.1324.-.-00', 'A constraint decides: SQLAlchemy.'],
    ['1.??????????????.1234.-.-00', 'Not enough known.'],
    ['1.bfaabbbcbbbbab.1234.other.-00', 'Neither passes: use the vendor driver or pilot.'],
    ['1.faaaaacccccaac.1234.-.-00', 'No single best. Run the pilot on these 3 factors.'],
  ])('%s: %s', (text, sentence) => {
    expect(verdictSentence(decided(text))).toBe(sentence);
  });

  it('says why, with the number and its bound', () => {
    expect(decided('1.faabbbcbbbbbab.1234.-.-00').reasons.map(reasonSentence)).toEqual([
      'The leader wins 91 % of the draws; less than 95 %.',
    ]);
    expect(decided('1.??????????????.1234.-.-00').reasons.map(reasonSentence)).toEqual([
      '14 of the 14 questions are open; more than 6.',
    ]);
    expect(decided('1.aadcbaabababba.1324.-.-00').reasons.map(reasonSentence)).toEqual([
      'A hard constraint excludes one of the two.',
    ]);
  });

  it('says what would make the other the choice', () => {
    const decision = decided('1.faabbbcbbbbbab.1234.-.-00');
    expect(otherwiseSentences('django', decision)).toEqual([
      'You would choose Django ORM if your weights were about Project fit 48 %, Team 25 %, Time & budget 18 %, Operations 9 %.',
      'The result turns where Time & budget counts 40 of 100, not 15.',
    ]);
    expect(otherwiseSentences('sqlalchemy', decided('1.baaaaaaaaaaaaa.3214.-.-00'))).toEqual([
      'No weights in your order put SQLAlchemy first.',
      'No single weight turns the result.',
    ]);
    expect(settlingNames(decision)).toEqual(['Flexibility', 'Framework integration', 'Development speed']);
  });

  it('is made of whole sentences for any answers, and calls no ORM the best', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const decision = decide(answers, { draws: 100 });
        const sentences = [
          verdictSentence(decision),
          ...decision.reasons.map(reasonSentence),
          ...ORMS.flatMap((orm) => otherwiseSentences(orm, decision)),
        ];
        for (const sentence of sentences) {
          expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
          expect(sentence).not.toMatch(/undefined|NaN|null|Infinity|−0\b/);
          expect(sentence.replace('No single best', '')).not.toMatch(/\bbest\b/);
        }
      }),
    );
  });
});

it('names an ORM in the options of three questions only', () => {
  const naming = QUESTION_NUMBERS.filter((number) =>
    QUESTIONS[number].options.some(({ text }) => /django|sqlalchemy/i.test(text)),
  );
  expect(naming).toEqual([1, 7, 9]);
});

it('quotes a few words of the article, never a sentence', () => {
  for (const number of QUESTION_NUMBERS)
    for (const quote of QUESTIONS[number].article) expect(quote.split(' ').length).toBeLessThan(12);
  expect(Object.keys(CONSTRAINT_TEXTS)).toHaveLength(4);
  expect(Object.keys(NOTE_TEXTS)).toHaveLength(4);
});
