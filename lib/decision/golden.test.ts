import { describe, expect, it } from 'vitest';
import { readAnswers } from './answer-text';
import { type Decision, decide } from './decide';
import { GROUPS } from './groups';

interface Golden {
  readonly name: string;
  readonly text: string;
  readonly v: readonly [django: number, sqlalchemy: number];
  readonly delta: number;
  readonly acceptability: number;
  readonly flip: number | null;
  readonly flips: Readonly<Record<string, number>>;
  readonly literalDelta: number;
  readonly confidence: readonly [django: number | null, sqlalchemy: number | null];
  readonly verdict: Decision['verdict'];
  readonly unknown: number;
  readonly hits: readonly string[];
  /** Django/SQLAlchemy · points/points of the group, in the order of the factors. */
  readonly factors: string;
  /** In 48ths: fit, team, time, ops. */
  readonly weights: readonly number[];
  readonly doubled: readonly string[];
}

/** Worked out by two programs of other make, in NumPy and in plain JavaScript. */
const GOLDEN: readonly Golden[] = [
  {
    name: 'G1, a first version by a Django team',
    text: '1.baaaaaaaaaaaaa.3214.-.-00',
    v: [98.828125, 35],
    delta: -63.828125,
    acceptability: 1,
    flip: null,
    flips: {},
    literalDelta: -37.1875,
    confidence: [1, null],
    verdict: { kind: 'clear', choice: 'django' },
    unknown: 0,
    hits: [],
    factors: '5/4 1/4, 4/4 1/4, 5/3 2/4, 5/2 3/5, 5/3 2/5, 5/2 3/3, 4/4 1/6, 5/3 2/6, 5/3 3/6',
    weights: [7, 13, 25, 3],
    doubled: [],
  },
  {
    name: 'G2, FastAPI services by a SQLAlchemy team',
    text: '1.caabccbbbbbcbb.1342.-.-00',
    v: [40.513392857, 87.351190476],
    delta: 46.837797619,
    acceptability: 1,
    flip: 61.124,
    flips: { time: 0.673744 },
    literalDelta: 3.459821,
    confidence: [null, 1],
    verdict: { kind: 'clear', choice: 'sqlalchemy' },
    unknown: 0,
    hits: [],
    factors: '2/5 2/7, 4/4 2/7, 1/5 3/7, 2/5 2/4, 3/5 2/4, 4/3 2/2, 3/5 3/7, 3/4 2/7, 4/3 2/7',
    weights: [25, 7, 3, 13],
    doubled: [],
  },
  {
    name: 'G3, undecided with a mixed team',
    text: '1.faabbbcbbbbbab.1234.-.-00',
    v: [62.934027778, 73.697916667],
    delta: 10.763888889,
    acceptability: 0.9088,
    flip: 25.708,
    flips: { time: 0.402913, ops: 0.43038 },
    literalDelta: 3.211806,
    confidence: [0.1107, 0.934],
    verdict: { kind: 'lean', choice: 'sqlalchemy' },
    unknown: 0,
    hits: [],
    factors: '3/3 0/3, 4/4 2/3, 2/4 1/3, 4/4 2/4, 3/5 2/4, 4/3 2/2, 3/4 2/6, 5/3 2/6, 4/3 2/6',
    weights: [25, 13, 7, 3],
    doubled: [],
  },
  {
    name: 'G4, a data platform with newcomers',
    text: '1.fabcccdcbcccbc.2341.-.-00',
    v: [46.701388889, 84.548611111],
    delta: 37.847222222,
    acceptability: 1,
    flip: null,
    flips: {},
    literalDelta: 5.46875,
    confidence: [null, 1],
    verdict: { kind: 'clear', choice: 'sqlalchemy' },
    unknown: 0,
    hits: [],
    factors: '2/5 2/6, 3/5 3/6, 1/5 1/6, 4/2 1/3, 3/5 2/3, 3/3 1/1, 3/5 3/6, 3/4 2/6, 3/3 1/6',
    weights: [13, 7, 3, 25],
    doubled: [],
  },
  {
    name: 'G5, Django with a composite foreign key',
    text: '1.aadcbaabababba.1324.-.-00',
    v: [72.172619048, 48.80952381],
    delta: -23.363095238,
    acceptability: 0.959,
    flip: 31.215,
    flips: { fit: 0.832988 },
    literalDelta: -1.041667,
    confidence: [1, 0.3416],
    verdict: { kind: 'constraint', choice: 'sqlalchemy' },
    unknown: 0,
    hits: ['HC-A', 'HC-D'],
    factors: '3/3 0/6, 1/5 3/6, 5/2 3/6, 5/2 2/4, 5/3 2/4, 5/2 2/2, 3/4 2/7, 3/4 2/7, 5/3 3/7',
    weights: [25, 7, 13, 3],
    doubled: [],
  },
  {
    name: 'G6, all unknown',
    text: '1.??????????????.1234.-.-00',
    v: [61.458333333, 61.458333333],
    delta: 0,
    acceptability: 0.5159,
    flip: 0,
    flips: { fit: 0.520833, team: 0.270833, time: 0.145833, ops: 0.0625 },
    literalDelta: -0.173611,
    confidence: [0.5523, 0.5505],
    verdict: { kind: 'unknown', choice: null },
    unknown: 14,
    hits: [],
    factors: '3/3 0/3, 3/4 2/3, 3/3 1/3, 4/3 2/3, 4/4 1/3, 4/3 2/2, 3/4 1/3, 4/3 1/3, 4/3 1/3',
    weights: [25, 13, 7, 3],
    doubled: [
      'pattern',
      'flexibility',
      'framework-integration',
      'learning-curve',
      'community',
      'development-speed',
      'performance-tuning',
      'migration-support',
      'security-defaults',
    ],
  },
  {
    name: 'G7, services with two tied pairs',
    text: '1.eecbcbcabbbbca.1122.-.-00',
    v: [50.357142857, 84.6875],
    delta: 34.330357143,
    acceptability: 1,
    flip: 51.836,
    flips: { time: 0.622523, ops: 0.670227 },
    literalDelta: -14.6875,
    confidence: [null, 1],
    verdict: { kind: 'clear', choice: 'sqlalchemy' },
    unknown: 0,
    hits: [],
    factors: '2/5 2/7, 3/5 2/7, 1/5 3/7, 4/4 3/5, 3/5 2/5, 4/3 2/2, 3/4 2/5, 4/4 0/5, 5/3 3/5',
    weights: [19, 19, 5, 5],
    doubled: [],
  },
  {
    name: 'G8, four open and all four tied',
    text: '1.ba?ca?d?a?bcab.1111.-.-00',
    v: [74.107142857, 59.523809524],
    delta: -14.583333333,
    acceptability: 0.8706,
    flip: 35,
    flips: { fit: 0.6 },
    literalDelta: -14.434524,
    confidence: [0.9996, 0.5072],
    verdict: { kind: 'lean', choice: 'django' },
    unknown: 4,
    hits: [],
    factors: '5/4 1/6, 2/5 3/6, 5/3 2/6, 4/2 2/4, 5/3 2/4, 4/3 2/2, 3/5 3/7, 5/3 2/7, 4/3 2/7',
    weights: [12, 12, 12, 12],
    doubled: ['flexibility', 'framework-integration'],
  },
  {
    name: 'G9, partly answered and partly ranked',
    text: '1.cf-c-bbcb-cbb-.2-1-.spanner.-00',
    v: [39.496527778, 70.833333333],
    delta: 31.336805556,
    acceptability: 0.9921,
    flip: null,
    flips: {},
    literalDelta: -19.010417,
    confidence: [0.1527, 1],
    verdict: { kind: 'lean', choice: 'sqlalchemy' },
    unknown: 4,
    hits: [],
    factors: '3/3 0/6, 2/5 3/6, 1/5 3/6, 2/5 1/3, 3/5 2/3, 3/3 2/2, 3/4 2/5, 3/4 2/5, 4/3 1/5',
    weights: [13, 5, 25, 5],
    doubled: ['pattern', 'flexibility', 'security-defaults'],
  },
];

function decided(text: string): Decision {
  const read = readAnswers(text);
  if (read.kind !== 'answers') throw new Error(read.refusal.message);
  return decide(read.answers);
}

function near(actual: number | null | undefined, expected: number | null, within: number): void {
  if (expected === null || actual === null || actual === undefined) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected), `${actual} should be ${expected}`).toBeLessThanOrEqual(within);
}

describe.each(GOLDEN)('$name', (golden) => {
  const decision = decided(golden.text);

  it('has the points, scores, doubts and weights of the table', () => {
    const { factors, sum } = decision;
    const points = (group: string) =>
      factors.reduce((total, factor) => total + (factor.group === group ? factor.points : 0), 0);
    const written = factors.map(
      ({ scores, points: own, group }) => `${scores.django}/${scores.sqlalchemy} ${own}/${points(group)}`,
    );
    expect(written.join(', ')).toBe(golden.factors);
    expect(factors.filter(({ doubt }) => doubt === 1).map(({ factor }) => factor)).toEqual(golden.doubled);
    GROUPS.forEach((group, index) => {
      near(sum.groupWeights[group] * 48, golden.weights[index] ?? null, 1e-12);
    });
  });

  it('has its values and their difference', () => {
    near(decision.sum.values.django, golden.v[0], 1e-9);
    near(decision.sum.values.sqlalchemy, golden.v[1], 1e-9);
    near(decision.sum.delta, golden.delta, 1e-9);
    near(decision.article.delta, golden.literalDelta, 5e-7);
  });

  it('is as firm, to the last draw', () => {
    expect(decision.acceptability).toBe(golden.acceptability);
    near(decision.robustness.confidence.django, golden.confidence[0], 1e-12);
    near(decision.robustness.confidence.sqlalchemy, golden.confidence[1], 1e-12);
  });

  it('turns at its flip points', () => {
    const flips = Object.fromEntries(decision.flips.map(({ group, at }) => [group, at]));
    expect(Object.keys(flips)).toEqual(Object.keys(golden.flips));
    for (const [group, at] of Object.entries(golden.flips)) near(flips[group], at, 5e-7);
    near(decision.nearestFlip?.distance ?? null, golden.flip, 5e-4);
  });

  it('comes to its verdict', () => {
    expect(decision.verdict).toEqual(golden.verdict);
    expect(decision.unknown).toBe(golden.unknown);
    expect(decision.hits.map(({ code }) => code)).toEqual(golden.hits);
  });
});

it('finds the central weights of G3', () => {
  const { django, sqlalchemy } = decided('1.faabbbcbbbbbab.1234.-.-00').robustness.centralWeights;
  GROUPS.forEach((group, index) => {
    near(django?.[group], [0.4792, 0.2546, 0.1797, 0.0865][index] ?? null, 5e-5);
    near(sqlalchemy?.[group], [0.5243, 0.2731, 0.1422, 0.0604][index] ?? null, 5e-5);
  });
});

it('finds the tornado of G3, and what would settle it', () => {
  const { tornado, settling } = decided('1.faabbbcbbbbbab.1234.-.-00');
  const expected = [
    ['flexibility', 2.083, 19.444],
    ['framework-integration', 6.424, 15.104],
    ['development-speed', 7.118, 14.41],
    ['learning-curve', 7.378, 14.149],
    ['community', 7.378, 12.457],
  ] as const;
  expected.forEach(([factor, low, high], index) => {
    expect(tornado[index]?.factor).toBe(factor);
    near(tornado[index]?.low, low, 5e-4);
    near(tornado[index]?.high, high, 5e-4);
  });
  expect(settling).toEqual(['flexibility', 'framework-integration', 'development-speed']);
});

it('names the questions of G6 that are most worth an answer', () => {
  const { toFindOut } = decided('1.??????????????.1234.-.-00');
  const expected = [
    [1, -26.91, 19.965],
    [3, -8.681, 26.042],
    [7, -9.028, 18.056],
  ] as const;
  expect(toFindOut).toHaveLength(3);
  expected.forEach(([question, low, high], index) => {
    expect(toFindOut[index]?.question).toBe(question);
    near(toFindOut[index]?.low, low, 5e-4);
    near(toFindOut[index]?.high, high, 5e-4);
  });
});

it('would call G5 clear for Django, a schema that it cannot relate, were it not for the constraint', () => {
  const { verdict } = decided('1.aadcbaabababba.1324.-.-10');
  expect(verdict).toEqual({ kind: 'clear', choice: 'django' });
});
