import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers, writeAnswers } from './answer-text';
import { NO_ANSWERS, tidied, withChoice } from './answers';
import { uniformFrom } from './generator';
import { anyAnswers } from './sample-answers';

const TEXT = '1.cf-c-bbcb-cbb-.2-1-.spanner.-00';

function rewritten(text: string): string {
  const read = readAnswers(text);
  return read.kind === 'answers' ? writeAnswers(read.answers) : read.refusal.kind;
}

describe('answers as text', () => {
  it('says each part', () => {
    const read = readAnswers('1.afdcab?bca-bbb.2211.bigquery.d11');
    expect(read).toEqual({
      kind: 'answers',
      answers: {
        choices: {
          1: 'a',
          2: 'f',
          3: 'd',
          4: 'c',
          5: 'a',
          6: 'b',
          7: '?',
          8: 'b',
          9: 'c',
          10: 'a',
          11: '-',
          12: 'b',
          13: 'b',
          14: 'b',
        },
        ranks: { fit: 2, team: 2, time: 1, ops: 1 },
        database: 'bigquery',
        backends: { django: true, sqlalchemy: false },
        surrogateKey: true,
        acknowledged: true,
      },
    });
  });

  it('comes back from any answers as what they mean', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(readAnswers(writeAnswers(answers))).toEqual({ kind: 'answers', answers: tidied(answers) });
      }),
    );
  });

  it('is read with its question marks percent-encoded', () => {
    expect(rewritten('1.%3F%3f????????????.1234.-.-00')).toBe('1.??????????????.1234.-.-00');
  });

  it('has no gaps between ranks, and is read with them', () => {
    expect(rewritten('1.baaaaaaaaaaaaa.1133.-.-00')).toBe('1.baaaaaaaaaaaaa.1122.-.-00');
    expect(rewritten('1.baaaaaaaaaaaaa.4-4-.-.-00')).toBe('1.baaaaaaaaaaaaa.1-1-.-.-00');
  });

  it('drops follow-ups whose question no longer asks for them', () => {
    expect(rewritten('1.baaaaaaaaaaaaa.1234.bigquery.b11')).toBe('1.baaaaaaaaaaaaa.1234.-.-00');
    expect(rewritten('1.bfaaaaaaaaaaaa.1234.spanner.b00')).toBe('1.bfaaaaaaaaaaaa.1234.spanner.-00');
    expect(rewritten('1.bfaaaaaaaaaaaa.1234.other.b00')).toBe('1.bfaaaaaaaaaaaa.1234.other.b00');
  });

  it('can say that nothing was answered', () => {
    expect(writeAnswers(NO_ANSWERS)).toBe('1.--------------.----.-.-00');
    expect(writeAnswers(withChoice(NO_ANSWERS, 14, 'c'))).toBe('1.-------------c.----.-.-00');
  });
});

describe('a text that is not one', () => {
  it.each([
    ['', 'empty'],
    ['%', 'encoding'],
    ['1.%E0%A4%A.', 'encoding'],
    [TEXT.replace('1', '2'), 'version'],
    [TEXT.replace('1', '01'), 'version'],
    ['hello', 'version'],
    ['1', 'parts'],
    ['1.baaaaaaaaaaaaa.3214.-', 'parts'],
    [`${TEXT}.`, 'parts'],
    ['1.baaaaaaaaaaaa.3214.-.-00', 'length'],
    ['1.baaaaaaaaaaaaaa.3214.-.-00', 'length'],
    ['1.baaaaaaaaaaaaa.321.-.-00', 'length'],
    ['1.baaaaaaaaaaaaa.3214.-.-0', 'length'],
    ['1.Baaaaaaaaaaaaa.3214.-.-00', 'character'],
    ['1.baaaaaaadaaaaa.3214.-.-00', 'character'],
    ['1.baaaaaaaaaaaaa.3215.-.-00', 'character'],
    ['1.baaaaaaaaaaaaa.3214.-.x00', 'character'],
    ['1.baaaaaaaaaaaaa.3214.-.-20', 'character'],
    ['1.baaaaaaaaaaaaa.3214..-00', 'database'],
    ['1.bfaaaaaaaaaaaa.3214.toString.-00', 'database'],
    ['1.baaaaaaaaaaaaa.3214.-.-00 ', 'length'],
  ])('%s is refused', (text, kind) => {
    const read = readAnswers(text);
    if (read.kind !== 'refused') throw new Error('It was read.');
    expect(read.refusal.kind).toBe(kind);
    expect(read.refusal.message).toMatch(/^[A-Z“].*\.$/);
    expect(read.refusal.message).not.toContain('undefined');
  });

  it('names the question whose answer it does not know, and what it can be', () => {
    expect(readAnswers('1.baaaaaaadaaaaa.3214.-.-00')).toMatchObject({
      refusal: { message: '“d” is not the answer to question 9: it can be a, b, c, ?, -.' },
    });
  });

  it('names the other version', () => {
    expect(readAnswers('7.aa.12')).toMatchObject({
      refusal: {
        message: 'These answers belong to version “7” of the questions; only version 1 can be read.',
      },
    });
  });
});

it('meets 10,000 damaged texts with answers that say what stands there, or with a sentence', () => {
  const next = uniformFrom(7);
  const below = (limit: number) => Math.floor(next() * limit);
  const characters = [...'abcdefgh?-.%0123456789sdbxé😀 \u0000'];
  let refused = 0;
  for (let round = 0; round < 10_000; round += 1) {
    const damaged = [...TEXT];
    for (let times = below(3); times >= 0; times -= 1) {
      const with_ = characters[below(characters.length)] ?? '';
      damaged.splice(below(damaged.length + 1), below(3), ...(next() < 0.5 ? [with_] : []));
    }
    const text = damaged.join('');
    const read = readAnswers(text);
    if (read.kind === 'refused') {
      refused += 1;
      expect(read.refusal.message).toMatch(/\.$/);
    } else {
      const written = writeAnswers(read.answers);
      expect(written.split('.').map((part) => part.length)[1]).toBe(14);
      expect(text.slice(2, 16)).toBe(written.slice(2, 16));
    }
  }
  expect(refused).toBeGreaterThan(5_000);
  expect(refused).toBeLessThan(10_000);
});
