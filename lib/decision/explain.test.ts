import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNever } from '../util/assert-never';
import type { Answers } from './answers';
import { decide } from './decide';
import { everyNode, explain } from './explain';
import type { ExplanationNode } from './explanation';
import { anyAnswers } from './sample-answers';

/** What a node's number must be, worked out anew from nothing but the nodes that it is made from. */
function recomputed(node: ExplanationNode): unknown {
  switch (node.kind) {
    case 'answer':
    case 'rank':
    case 'edit':
    case 'cell':
    case 'verdict':
    case 'acceptability':
    case 'constraint':
      return node.value;
    case 'points': {
      const [source] = node.from;
      return source.kind === 'edit' ? source.value : source.effect.points;
    }
    case 'share': {
      const total = node.from.reduce((sum, { value }) => sum + value, 0);
      return total === 0 ? 0 : node.from[0].value / total;
    }
    case 'group-weight': {
      const places = node.from.map(({ value }) => value ?? 5);
      const own = places[0] ?? 5;
      const centroids = [25, 13, 7, 3].map((part) => part / 48);
      const above = places.filter((place) => place < own).length;
      const tied = places.filter((place) => place === own).length;
      return centroids.slice(above, above + tied).reduce((sum, weight) => sum + weight, 0) / tied;
    }
    case 'weight':
      return node.from[0].value * node.from[1].value;
    case 'score': {
      const [set, shift] = node.from;
      if (set.kind !== 'answer') return set.value;
      const shifted = (set.effect.scores?.[node.orm] ?? 0) + (shift?.effect.shift?.[node.orm] ?? 0);
      return Math.min(5, Math.max(1, shifted));
    }
    case 'contribution':
      return node.from[0].value * (node.from[1].value - 1) * 25;
    case 'value':
      return node.from.reduce((sum, { value }) => sum + value, 0);
    case 'delta':
      return node.from[0].value - node.from[1].value;
    case 'flip':
      return node.from[0].value + (node.value > node.from[0].value ? 1 : -1) * (node.distance / 100);
    case 'nearest-flip':
      return node.from.length === 0 ? null : Math.min(...node.from.map(({ distance }) => distance));
    case 'unknown':
      return node.from.length;
    case 'swing':
    case 'range':
      return node.high - node.low;
    default:
      return assertNever(node);
  }
}

function nodesOf(answers: Answers): readonly ExplanationNode[] {
  const { verdict, swings, ranges, article } = explain(decide(answers, { draws: 50 }));
  return everyNode([verdict, ...swings, ...ranges, article]);
}

describe('the explanation', () => {
  it('has every number as what it is made from gives it', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const node of nodesOf(answers)) {
          const value = recomputed(node);
          if (typeof value === 'number' && typeof node.value === 'number')
            expect(Math.abs(value - node.value), node.kind).toBeLessThan(1e-9);
          else expect(value, node.kind).toEqual(node.value);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('goes down to answers, ranks, the article’s cells and a person’s own numbers, and to nothing else', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const ends = nodesOf(answers).filter(({ from }) => from.length === 0);
        const kinds = new Set(ends.map(({ kind }) => kind));
        for (const kind of ['nearest-flip', 'unknown'] as const) kinds.delete(kind);
        expect([...kinds].sort()).toEqual(['answer', 'cell', 'rank']);
      }),
      { numRuns: 20 },
    );
  });

  it('has a person’s own number stand for itself, with the reason', () => {
    const reason = 'the only maintainer left';
    const edits = [{ factor: 'community', points: 3, scores: { django: 1 }, reason }] as const;
    const [answers] = fc.sample(anyAnswers, { numRuns: 1, seed: 5 });
    if (answers === undefined) throw new Error('There is one.');
    const { verdict } = explain(decide(answers, { draws: 50, edits }));
    const own = everyNode([verdict]).filter((node) => node.kind === 'edit');
    expect(new Set(own.map(({ value }) => value))).toEqual(new Set([1, 3]));
    expect(own.every((node) => node.reason === reason)).toBe(true);
  });
});
