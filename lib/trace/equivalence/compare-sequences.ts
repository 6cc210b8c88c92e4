import type { Orm } from '../../orm/orm';
import type { Equality, Extent, TypePair, Unit } from './equality';
import type { NormalValue } from './normal-value';

/** Rows of both sides as they are compared, and whether the trace holds all of them. */
export interface Sequences {
  readonly django: readonly NormalValue[];
  readonly sqlalchemy: readonly NormalValue[];
  readonly unit: Unit;
  readonly extent: Extent;
  /** Whether an order is meant: not for sets. */
  readonly isOrdered: boolean;
}

/** Compares rows: in their order first, then whatever their order, each time across types. */
export function compareSequences({ django, sqlalchemy, unit, extent, isOrdered }: Sequences): Equality {
  const count =
    extent === 'first'
      ? Math.min(django.length, sqlalchemy.length)
      : Math.max(django.length, sqlalchemy.length);
  const one = extent === 'first' ? django.slice(0, count) : django;
  const other = extent === 'first' ? sqlalchemy.slice(0, count) : sqlalchemy;
  const inOrder = pairsInOrder(one, other);
  if (inOrder !== null) return sameOrTypes(inOrder, true, { unit, count, extent });
  const { pairs, only } = pairsInAnyOrder(one, other);
  if (only.django + only.sqlalchemy === 0) {
    const found = sameOrTypes(pairs, false, { unit, count, extent });
    return found.kind === 'same' && isOrdered ? { kind: 'other-order', unit, count } : found;
  }
  if (only.django === only.sqlalchemy && hasLonelyObjects(one, other))
    return { kind: 'compared-as-text', isSame: false, why: 'objects' };
  return { kind: 'different', unit, extent, only };
}

type Pair = readonly [NormalValue, NormalValue];

function sameOrTypes(
  pairs: readonly Pair[],
  isSameOrder: boolean,
  of: { readonly unit: Unit; readonly count: number; readonly extent: Extent },
): Equality {
  const types = new Map<string, TypePair>();
  for (const [django, sqlalchemy] of pairs) collectTypes(django, sqlalchemy, types);
  if (types.size === 0) return { kind: 'same', ...of };
  return { kind: 'other-types', ...of, isSameOrder, types: [...types.values()] };
}

/** Adds the pairs of types by which two equal values differ, down to their parts. */
function collectTypes(django: NormalValue, sqlalchemy: NormalValue, types: Map<string, TypePair>): void {
  if (django.strict === sqlalchemy.strict) return;
  if (django.type !== sqlalchemy.type) {
    types.set(`${django.type} ${sqlalchemy.type}`, { django: django.type, sqlalchemy: sqlalchemy.type });
  }
  for (const [at, part] of django.parts.entries()) {
    const other = sqlalchemy.parts[at];
    if (other !== undefined) collectTypes(part, other, types);
  }
}

/** Whether two values are equal, their types aside: texts that only read as one moment are not. */
function isEqual(one: NormalValue, other: NormalValue): boolean {
  if (one.strict === other.strict) return true;
  if (one.loose !== other.loose || (one.type === other.type && one.parts.length === 0)) return false;
  return one.parts.every((part, at) => {
    const partner = other.parts[at];
    return partner !== undefined && isEqual(part, partner);
  });
}

function pairsInOrder(one: readonly NormalValue[], other: readonly NormalValue[]): Pair[] | null {
  if (one.length !== other.length) return null;
  const pairs: Pair[] = [];
  for (const [at, value] of one.entries()) {
    const partner = other[at];
    if (partner === undefined || !isEqual(value, partner)) return null;
    pairs.push([value, partner]);
  }
  return pairs;
}

/** Which rows of each side have no equal on the other, whatever their order: places counted from 0. */
export function lonelyPlaces(
  one: readonly NormalValue[],
  other: readonly NormalValue[],
): Readonly<Record<Orm, readonly number[]>> {
  const { pairs } = pairsInAnyOrder(one, other);
  const paired = new Set(pairs.flat());
  const lonely = (values: readonly NormalValue[]): number[] =>
    values.flatMap((value, place) => (paired.has(value) ? [] : [place]));
  return { django: lonely(one), sqlalchemy: lonely(other) };
}

function pairsInAnyOrder(
  one: readonly NormalValue[],
  other: readonly NormalValue[],
): {
  readonly pairs: readonly Pair[];
  readonly only: { readonly django: number; readonly sqlalchemy: number };
} {
  const free = new Map<string, NormalValue[]>();
  for (const value of other) {
    const queue = free.get(value.loose);
    if (queue === undefined) free.set(value.loose, [value]);
    else queue.push(value);
  }
  const pairs = one.flatMap((value): Pair[] => {
    const queue = free.get(value.loose) ?? [];
    const at = queue.findIndex((each) => isEqual(value, each));
    const [partner] = at < 0 ? [] : queue.splice(at, 1);
    return partner === undefined ? [] : [[value, partner]];
  });
  return {
    pairs,
    only: { django: one.length - pairs.length, sqlalchemy: other.length - pairs.length },
  };
}

/** Whether rows differ that hold objects on both sides: these may be equal, whatever their texts say. */
function hasLonelyObjects(one: readonly NormalValue[], other: readonly NormalValue[]): boolean {
  const texts = new Set(other.map(({ loose }) => loose));
  const ours = new Set(one.map(({ loose }) => loose));
  const isLonely = (value: NormalValue, others: ReadonlySet<string>): boolean =>
    value.hasObject && !others.has(value.loose);
  return one.some((value) => isLonely(value, texts)) || other.some((value) => isLonely(value, ours));
}
