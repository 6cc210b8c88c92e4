import { describe, expect, it } from 'vitest';
import { readAnswers } from './answer-text';
import { CONSTRAINT_TEXTS, CONSTRAINTS, constraintsHit, excludedBy } from './constraints';
import { DATABASE_CODES, otherDatabase } from './databases';
import { decide } from './decide';

/** Which constraints a text hits, whom they exclude, and what comes of it. */
function outcome(text: string): string {
  const read = readAnswers(text);
  if (read.kind !== 'answers') throw new Error(read.refusal.message);
  const hits = constraintsHit(read.answers);
  const { verdict } = decide(read.answers, { draws: 100 });
  const codes = hits.map(({ code }) => code).join(' ') || 'none';
  const kind = verdict.kind === 'constraint' || verdict.kind === 'neither' ? verdict.kind : 'weighed';
  return `${codes} | ${excludedBy(hits).join(' ')} | ${kind} ${kind === 'constraint' ? verdict.choice : ''}`.trim();
}

describe('hard constraints', () => {
  it.each([
    ['1.bababbbcbbbbab.1234.-.-00', 'none |  | weighed', 'nothing'],
    ['1.aababbbcbbbbab.1234.-.-00', 'HC-A |  | weighed', 'an existing Django project excludes nobody'],
    ['1.daaabbbcbbbbab.1234.-.-00', 'HC-B | django | constraint sqlalchemy', 'Django is not allowed'],
    ['1.cfaabbbcbbbbab.1234.-.-00', 'none |  | weighed', 'a database that is not named'],
    ['1.cfaabbbcbbbbab.1234.spanner.-00', 'none |  | weighed', 'both are documented'],
    ['1.cfaabbbcbbbbab.1234.bigquery.-00', 'HC-C | django | constraint sqlalchemy', 'one is documented'],
    [
      '1.cfaabbbcbbbbab.1234.bigquery.s00',
      'HC-C | django | constraint sqlalchemy',
      'a backend for the other',
    ],
    ['1.cfaabbbcbbbbab.1234.bigquery.d00', 'none |  | weighed', 'a backend is accepted'],
    ['1.cfaabbbcbbbbab.1234.other.-00', 'HC-C | django sqlalchemy | neither', 'neither is documented'],
    ['1.cfaabbbcbbbbab.1234.other.d00', 'HC-C | sqlalchemy | constraint django', 'only Django’s is accepted'],
    ['1.cfaabbbcbbbbab.1234.other.s00', 'HC-C | django | constraint sqlalchemy', 'only SQLAlchemy’s is'],
    ['1.cfaabbbcbbbbab.1234.other.b00', 'none |  | weighed', 'both are accepted'],
    [
      '1.cadabbbcbbbbab.1234.-.-00',
      'HC-D | django | constraint sqlalchemy',
      'keys that Django cannot point to',
    ],
    ['1.cadabbbcbbbbab.1234.-.-10', 'none |  | weighed', 'a key may be added'],
    ['1.dfdabbbcbbbbab.1234.other.d00', 'HC-B HC-C HC-D | django sqlalchemy | neither', 'all that combine'],
    ['1.afdabbbcbbbbab.1234.other.s01', 'HC-A HC-C HC-D | django | constraint sqlalchemy', 'A, C and D'],
    ['1.???abbbcbbbbab.1234.-.-00', 'none |  | weighed', 'what is not known hits nothing'],
  ])('%s: %s (%s)', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });

  it('all say what would lift them', () => {
    for (const code of CONSTRAINTS) expect(CONSTRAINT_TEXTS[code].lift).toMatch(/\.$/);
  });

  it('know seventeen other databases', () => {
    expect(DATABASE_CODES).toHaveLength(17);
    const documented = (orm: 'django' | 'sqlalchemy') =>
      DATABASE_CODES.filter((code) => otherDatabase(code).backends[orm]).length;
    expect([documented('django'), documented('sqlalchemy')]).toEqual([6, 16]);
  });
});
