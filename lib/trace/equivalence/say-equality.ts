import { ORMS } from '../../orm/orm';
import { assertNever } from '../../util/assert-never';
import type { Equality, Extent, Nothing, TextReason, TypePair, Unit } from './equality';
import { SHORT_NAMES } from './short-names';

/** Says a verdict in one line, without a full stop: "Same 20 rows". */
export function sayEquality(equality: Equality): string {
  switch (equality.kind) {
    case 'same':
      return `Same ${things(equality.unit, equality.count, equality.extent)}`;
    case 'other-order':
      return 'Same rows, other order';
    case 'other-types':
      return sayTypes(equality);
    case 'different':
      return sayDifferent(equality);
    case 'compared-as-text':
      return sayText(equality.isSame, equality.why);
    case 'nothing':
      return `Nothing to compare: ${sayNothing(equality.why)}`;
    default:
      return assertNever(equality);
  }
}

function things(unit: Unit, count: number, extent: Extent): string {
  if (unit === 'value') return 'value';
  const rows = count === 1 ? 'row' : 'rows';
  if (extent === 'first') return `first ${count === 1 ? '' : `${count} `}${rows}; no more were recorded`;
  return count === 0 ? 'result: no rows' : `${count === 1 ? '' : `${count} `}${rows}`;
}

function sayTypes({
  unit,
  count,
  extent,
  isSameOrder,
  types,
}: Extract<Equality, { kind: 'other-types' }>): string {
  const value = unit === 'value' ? 'Same value' : 'Same values';
  const pairs = types.map(({ django, sqlalchemy }: TypePair) => `${django}, ${sqlalchemy}`).join('; ');
  const order = isSameOrder ? '' : ', other order';
  const first = extent === 'first' ? ` in the first ${count} rows` : '';
  return `${value}${first}, other types (${pairs})${order}`;
}

function sayDifferent({ unit, extent, only }: Extract<Equality, { kind: 'different' }>): string {
  if (unit === 'value') return 'Different values';
  const sides = ORMS.filter((orm) => only[orm] > 0).map((orm) => `${only[orm]} only in ${SHORT_NAMES[orm]}`);
  return `Different rows${extent === 'first' ? ' among the first' : ''}: ${sides.join(', ')}`;
}

function sayText(isSame: boolean, why: TextReason): string {
  const verdict = isSame ? 'Same text' : 'Different text';
  switch (why) {
    case 'cut':
      return `${verdict}; it is longer than what was recorded`;
    case 'unreadable':
      return `${verdict}; compared as it is shown`;
    case 'objects':
      return `${verdict}; objects show themselves in their own words`;
    default:
      return assertNever(why);
  }
}

function sayNothing(why: Nothing): string {
  switch (why.kind) {
    case 'no-cell':
      return `${SHORT_NAMES[why.orm]} has no such cell`;
    case 'stopped':
      return ORMS.filter((orm) => why.at[orm] !== undefined)
        .map(
          (orm) =>
            `${SHORT_NAMES[orm]} stopped${typeof why.at[orm] === 'number' ? ` at line ${why.at[orm]}` : ''}`,
        )
        .join(', ');
    case 'running':
      return 'it has not run to its end';
    case 'no-value':
      return why.orms.length === ORMS.length
        ? 'neither shows a value'
        : `${why.orms.map((orm) => SHORT_NAMES[orm]).join()} shows no value`;
    default:
      return assertNever(why);
  }
}
