import { tokensOf } from '../../util/sql-tokens';
import {
  type AlignedClause,
  type AlignedPart,
  type Alignment,
  CLAUSE_NAMES,
  type ClauseName,
  type Piece,
} from './alignment';
import { type NormalPart, normalForm } from './normal-form';
import { isSlot, type ReadStatement, readSql, type SqlPart } from './read-sql';

/** Clauses whose parts mean the same in any order. */
const UNORDERED: ReadonlySet<ClauseName> = new Set([
  'columns',
  'set',
  'select',
  'where',
  'group-by',
  'having',
  'returning',
]);

/**
 * Compares two SQL texts clause by clause. What only quoting, aliases or the habits of an ORM make different
 * is the same; parameters are slots, whatever is in them. Texts that are not written as the two ORMs write
 * them are compared as texts.
 */
export function alignStatements(left: string, right: string): Alignment {
  const one = readSql(left);
  const other = readSql(right);
  if (one === null || other === null) return { kind: 'text', same: oneSpaced(left) === oneSpaced(right) };
  const names = CLAUSE_NAMES.filter((name) => one.clauses.has(name) || other.clauses.has(name));
  const isPlain = one.sources.length === 1 && other.sources.length === 1;
  const ours = normalised(one, left, isPlain);
  const theirs = normalised(other, right, isPlain);
  const clauses = names.map((name) => alignClause(name, ours(name), theirs(name)));
  const differences = clauses.flatMap(({ parts }) => parts).filter(({ state }) => state !== 'same').length;
  return { kind: 'clauses', clauses, differences };
}

interface Part extends NormalPart {
  readonly piece: Piece;
}

function normalised(
  statement: ReadStatement,
  sql: string,
  isPlain: boolean,
): (name: ClauseName) => readonly Part[] {
  const form = normalForm(statement, isPlain);
  return (name) =>
    (statement.clauses.get(name) ?? []).map((part) => ({ ...form(name, part), piece: pieceOf(part, sql) }));
}

function pieceOf({ tokens, firstSlot }: SqlPart, sql: string): Piece {
  const text = oneSpaced(sql.slice(tokens[0]?.start, tokens.at(-1)?.end));
  return { text, slots: tokens.filter(isSlot).map((_, index) => firstSlot + index) };
}

function alignClause(name: ClauseName, left: readonly Part[], right: readonly Part[]): AlignedClause {
  const partners = partnersOf(left, right, UNORDERED.has(name));
  const parts: AlignedPart[] = [];
  const taken = new Set(partners.values());
  const places = new Map(right.map((part, at) => [part, at]));
  let next = 0;
  const pushLonelyUntil = (end: number): void => {
    for (; next < end; next += 1) {
      const part = right[next];
      if (part !== undefined && !taken.has(part))
        parts.push({ state: 'only-right', left: null, right: part.piece });
    }
  };
  for (const part of left) {
    const partner = partners.get(part);
    if (partner === undefined) {
      parts.push({ state: 'only-left', left: part.piece, right: null });
      continue;
    }
    pushLonelyUntil(places.get(partner) ?? 0);
    const both = { left: part.piece, right: partner.piece };
    const isJoinKind = part.joined !== undefined && part.joined === partner.joined;
    parts.push(
      part.key === partner.key ? { state: 'same', ...both } : { state: 'changed', ...both, isJoinKind },
    );
  }
  pushLonelyUntil(right.length);
  return { name, differs: parts.some(({ state }) => state !== 'same'), parts };
}

/** For each part of the left that has one, its partner: the same first, then one of the same subject. */
function partnersOf(left: readonly Part[], right: readonly Part[], isUnordered: boolean): Map<Part, Part> {
  const partners = new Map<Part, Part>();
  if (isUnordered) {
    pairBy(left, right, partners, ({ key }) => key);
    pairBy(left, right, partners, ({ subject }) => subject);
  } else {
    pairInOrder(left, right, partners);
  }
  const [alone, other] = [left[0], right[0]];
  if (left.length === 1 && right.length === 1 && alone !== undefined && other !== undefined)
    partners.set(alone, other);
  return partners;
}

/** Pairs what both have in the same order, and between two such pairs what has the same subject. */
function pairInOrder(left: readonly Part[], right: readonly Part[], partners: Map<Part, Part>): void {
  let one = 0;
  let other = 0;
  for (const [ours, theirs] of [...commonInOrder(left, right), [left.length, right.length] as const]) {
    pairBy(left.slice(one, ours), right.slice(other, theirs), partners, ({ subject }) => subject);
    const [part, partner] = [left[ours], right[theirs]];
    if (part !== undefined && partner !== undefined) partners.set(part, partner);
    one = ours + 1;
    other = theirs + 1;
  }
}

/** Pairs what has no partner yet and is called the same, in order. */
function pairBy(
  left: readonly Part[],
  right: readonly Part[],
  partners: Map<Part, Part>,
  nameOf: (part: Part) => string,
): void {
  const taken = new Set(partners.values());
  const free = new Map<string, Part[]>();
  for (const part of right) {
    if (taken.has(part)) continue;
    const name = nameOf(part);
    const queue = free.get(name);
    if (queue === undefined) free.set(name, [part]);
    else queue.push(part);
  }
  for (const queue of free.values()) queue.reverse();
  for (const part of left) {
    if (partners.has(part)) continue;
    const partner = free.get(nameOf(part))?.pop();
    if (partner !== undefined) partners.set(part, partner);
  }
}

/** Above so many pairs of places, only what stands at the same place is paired: rows of a long INSERT. */
const MOST_PLACES = 250_000;

/** Places of the longest run of parts that both have in the same order. */
function commonInOrder(left: readonly Part[], right: readonly Part[]): (readonly [number, number])[] {
  if (left.length * right.length > MOST_PLACES)
    return left.flatMap((part, at) => (right[at]?.key === part.key ? [[at, at] as const] : []));
  const longest = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  const at = (one: number, other: number): number => longest[one]?.[other] ?? 0;
  for (let one = left.length - 1; one >= 0; one -= 1) {
    for (let other = right.length - 1; other >= 0; other -= 1) {
      const same = left[one]?.key === right[other]?.key;
      const length = same ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1));
      longest[one]?.fill(length, other, other + 1);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let one = 0, other = 0; one < left.length && other < right.length; ) {
    if (left[one]?.key === right[other]?.key) {
      pairs.push([one, other]);
      one += 1;
      other += 1;
    } else if (at(one + 1, other) >= at(one, other + 1)) one += 1;
    else other += 1;
  }
  return pairs;
}

/** The text with one space between its pieces where it had any space. */
function oneSpaced(sql: string): string {
  let end = 0;
  let text = '';
  for (const token of tokensOf(sql)) {
    text += token.start > end && text !== '' ? ` ${token.text}` : token.text;
    end = token.end;
  }
  return text;
}
