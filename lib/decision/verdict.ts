import { ORMS, type Orm } from '../orm/orm';
import { isBelow, leaderOf } from './tolerance';

/** The bounds between the kinds of verdict: conventions of ours, printed where they are used. */
export const THRESHOLDS = {
  /** With more questions open than this, nothing is said. */
  mostOpen: 6,
  /** A smaller difference than this is too close to call, in points of 100. */
  leastDelta: 5,
  /** So is a leader who wins a smaller share of the draws than this. */
  leastAcceptability: 0.8,
  /** And so is a result that a weight turns which changes by less than this, in weight points. */
  leastFlip: 5,
  /** A clear verdict needs this much of each. */
  clearDelta: 10,
  clearAcceptability: 0.95,
  clearMostOpen: 3,
} as const;

export type Verdict =
  | { readonly kind: 'neither' | 'unknown' | 'pilot'; readonly choice: null }
  | { readonly kind: 'constraint' | 'clear' | 'lean'; readonly choice: Orm };

/** What a verdict is made from. */
export interface Findings {
  readonly excluded: readonly Orm[];
  /** How many of questions 1 to 14 are open. */
  readonly unknown: number;
  /** The value of SQLAlchemy minus that of Django. */
  readonly delta: number;
  /** The leader's share of the draws (see `acceptabilityOf`). */
  readonly acceptability: number;
  /** In weight points; null when no single weight turns the result. */
  readonly nearestFlip: number | null;
  /** Whether the reader still has to acknowledge what HC-A says. */
  readonly unacknowledged: boolean;
}

/** One thing that was measured against a bound and led to the verdict. */
export interface Reason {
  readonly test:
    | 'excluded'
    | 'open-questions'
    | 'no-leader'
    | 'delta'
    | 'acceptability'
    | 'nearest-flip'
    | 'acknowledgement';
  /** null where nothing is measured, or no flip exists. */
  readonly value: number | null;
  readonly threshold: number | null;
  /** Whether the bound was met; one that was not made the verdict weaker. */
  readonly isMet: boolean;
}

/** A verdict, the number of the rule that gave it (0 to 5), and why that rule holds. */
export interface Ruling {
  readonly verdict: Verdict;
  readonly rule: 0 | 1 | 2 | 3 | 4 | 5;
  readonly reasons: readonly Reason[];
}

/** The share of draws that stands for the result: that of the leader, without one the larger. */
export function acceptabilityOf(delta: number, shares: Readonly<Record<Orm, number>>): number {
  const leader = leaderOf(delta);
  return leader === null ? Math.max(shares.django, shares.sqlalchemy) : shares[leader];
}

/**
 * The verdict: constraints first, then how much is known, then how firm the result is. The first rule that
 * holds decides.
 */
export function rule(findings: Findings): Ruling {
  const { excluded, unknown, delta } = findings;
  const [one, other] = excluded;
  const excludes: Reason = { test: 'excluded', value: excluded.length, threshold: 0, isMet: false };
  if (one !== undefined && other !== undefined)
    return { verdict: { kind: 'neither', choice: null }, rule: 0, reasons: [excludes] };
  if (one !== undefined)
    return { verdict: { kind: 'constraint', choice: otherThan(one) }, rule: 1, reasons: [excludes] };
  if (unknown > THRESHOLDS.mostOpen) {
    const open: Reason = {
      test: 'open-questions',
      value: unknown,
      threshold: THRESHOLDS.mostOpen,
      isMet: false,
    };
    return { verdict: { kind: 'unknown', choice: null }, rule: 2, reasons: [open] };
  }
  const leader = leaderOf(delta);
  const close = reasonsToPilot(findings);
  if (leader === null || close.length > 0)
    return { verdict: { kind: 'pilot', choice: null }, rule: 3, reasons: close };
  const tests = testsOfClarity(findings, leader);
  const failed = tests.filter(({ isMet }) => !isMet);
  return failed.length === 0
    ? { verdict: { kind: 'clear', choice: leader }, rule: 4, reasons: tests }
    : { verdict: { kind: 'lean', choice: leader }, rule: 5, reasons: failed };
}

/** The ORM that is not this one. */
function otherThan(orm: Orm): Orm {
  const [first, second] = ORMS;
  return orm === first ? second : first;
}

function reasonsToPilot({ delta, acceptability, nearestFlip }: Findings): readonly Reason[] {
  const { leastDelta, leastAcceptability, leastFlip } = THRESHOLDS;
  const reasons: Reason[] = [
    { test: 'no-leader', value: delta, threshold: null, isMet: leaderOf(delta) !== null },
    { test: 'delta', value: delta, threshold: leastDelta, isMet: !isBelow(Math.abs(delta), leastDelta) },
    {
      test: 'acceptability',
      value: acceptability,
      threshold: leastAcceptability,
      isMet: !isBelow(acceptability, leastAcceptability),
    },
    {
      test: 'nearest-flip',
      value: nearestFlip,
      threshold: leastFlip,
      isMet: nearestFlip === null || !isBelow(nearestFlip, leastFlip),
    },
  ];
  return reasons.filter(({ isMet }) => !isMet);
}

function testsOfClarity(findings: Findings, leader: Orm): readonly Reason[] {
  const { acceptability, delta, unknown, unacknowledged } = findings;
  const { clearAcceptability, clearDelta, clearMostOpen } = THRESHOLDS;
  const tests: Reason[] = [
    {
      test: 'acceptability',
      value: acceptability,
      threshold: clearAcceptability,
      isMet: !isBelow(acceptability, clearAcceptability),
    },
    { test: 'delta', value: delta, threshold: clearDelta, isMet: !isBelow(Math.abs(delta), clearDelta) },
    {
      test: 'open-questions',
      value: unknown,
      threshold: clearMostOpen,
      isMet: unknown <= clearMostOpen,
    },
  ];
  return leader === 'sqlalchemy' && unacknowledged
    ? [...tests, { test: 'acknowledgement', value: null, threshold: null, isMet: false }]
    : tests;
}
