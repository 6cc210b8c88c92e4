import { ORMS, type Orm } from '../../orm/orm';
import type { Cell } from '../schema';
import { compareSequences } from './compare-sequences';
import type { Equality, Nothing, TextReason } from './equality';
import { normalise } from './normal-value';
import { parsePython } from './parse-python';
import type { PythonSequence, PythonValue } from './python-value';

/** What a cell came to; any cell of a trace is one. */
export type CellResult = Pick<Cell, 'value' | 'valueType' | 'state'>;

/** The line of script.py at which a side's run stopped, where it did. */
export type StoppedAt = Readonly<Partial<Record<Orm, number | null>>>;

/**
 * Compares what two cells came to. A list, a QuerySet or a set is compared row by row, anything else as one
 * value. Null stands for a cell that a side does not have; `stoppedAt` names the line of a side's error.
 */
export function compareValues(
  django: CellResult | null,
  sqlalchemy: CellResult | null,
  stoppedAt: StoppedAt = {},
): Equality {
  const cells = { django, sqlalchemy };
  const why = nothingBetween(cells, stoppedAt);
  if (why !== null) return { kind: 'nothing', why };
  const one = django?.value ?? '';
  const other = sqlalchemy?.value ?? '';
  const left = parsePython(one);
  const right = parsePython(other);
  if (left.kind === 'value' && right.kind === 'value')
    return compareParsed(left.value, right.value, one === other);
  const reason: TextReason = left.kind === 'cut' || right.kind === 'cut' ? 'cut' : 'unreadable';
  return asText(one === other, reason);
}

function nothingBetween(
  cells: Readonly<Record<Orm, CellResult | null>>,
  stoppedAt: StoppedAt,
): Nothing | null {
  const missing = ORMS.find((orm) => cells[orm] === null);
  if (missing !== undefined) return { kind: 'no-cell', orm: missing };
  const stopped = ORMS.filter(
    (orm) => cells[orm]?.state === 'failed' || isCutOff(cells[orm], orm, stoppedAt),
  );
  if (stopped.length > 0)
    return { kind: 'stopped', at: Object.fromEntries(stopped.map((orm) => [orm, stoppedAt[orm] ?? null])) };
  if (ORMS.some((orm) => cells[orm]?.state !== 'done')) return { kind: 'running' };
  const empty = ORMS.filter((orm) => cells[orm]?.value === null);
  return empty.length === 0 ? null : { kind: 'no-value', orms: empty };
}

/** A cell that was not reached: because its side stopped before, or because it is still on its way. */
function isCutOff(cell: CellResult | null, orm: Orm, stoppedAt: StoppedAt): boolean {
  return cell?.state === 'not-reached' && stoppedAt[orm] !== undefined;
}

function compareParsed(django: PythonValue, sqlalchemy: PythonValue, isSameText: boolean): Equality {
  const left = rowsOf(django);
  const right = rowsOf(sqlalchemy);
  if (left === null || right === null) {
    if (isPart(django) || isPart(sqlalchemy)) return asText(isSameText, 'cut');
    return compareSequences({
      django: [normalise(django)],
      sqlalchemy: [normalise(sqlalchemy)],
      unit: 'value',
      extent: 'all',
      isOrdered: true,
    });
  }
  if (isPart(...left.items) || isPart(...right.items)) return asText(isSameText, 'cut');
  const isCut = left.isCut || right.isCut;
  const isOrdered = !isSet(left) && !isSet(right);
  // Rows of which only the first are known can be compared one by one; which ones are missing, nobody knows.
  if (isCut && Math.min(left.items.length, right.items.length) === 0) return asText(isSameText, 'cut');
  const [more, fewer] = left.items.length > right.items.length ? [left, right] : [right, left];
  const isTooShort = !fewer.isCut && more.items.length > fewer.items.length;
  const found = compareSequences({
    django: left.items.map(normalise),
    sqlalchemy: right.items.map(normalise),
    unit: 'row',
    extent: isCut ? 'first' : 'all',
    isOrdered,
  });
  const isKnown = found.kind === 'same' || (found.kind === 'other-types' && found.isSameOrder);
  if (!isCut || (isOrdered && isKnown && !isTooShort)) return found;
  return asText(isSameText, 'cut');
}

function asText(isSame: boolean, why: TextReason): Equality {
  return { kind: 'compared-as-text', isSame, why };
}

/** The rows of a value, null when it is one value: a tuple is one row, not several. */
export function rowsOf(value: PythonValue): PythonSequence | null {
  return value.kind === 'list' || value.kind === 'QuerySet' || isSet(value) ? value : null;
}

function isSet(value: PythonValue): value is PythonSequence {
  return value.kind === 'set' || value.kind === 'frozenset';
}

/** Whether some value shows only its beginning, at any depth. */
function isPart(...values: readonly PythonValue[]): boolean {
  return values.some((value) => {
    switch (value.kind) {
      case 'list':
      case 'tuple':
      case 'set':
      case 'frozenset':
      case 'QuerySet':
        return value.isCut || isPart(...value.items);
      case 'dict':
        return value.entries.some((entry) => isPart(...entry));
      case 'call':
        return isPart(...value.args, ...value.named.map(([, each]) => each));
      default:
        return false;
    }
  });
}
