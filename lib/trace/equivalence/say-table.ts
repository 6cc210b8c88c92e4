import { ORMS, type Orm } from '../../orm/orm';
import { assertNever } from '../../util/assert-never';
import { counted } from '../view/figures';
import type { TableVerdict } from './image';
import { SHORT_NAMES } from './short-names';

/** Says how a table compares, without a capital and a full stop: "same", "2 rows only in Django". */
export function sayTable(verdict: TableVerdict): string {
  switch (verdict.kind) {
    case 'same':
    case 'other-order':
      return verdict.otherForm === 0
        ? 'same'
        : `same, ${counted(verdict.otherForm, 'value')} stored in another form`;
    case 'only-in':
      return `only in ${SHORT_NAMES[verdict.orm]}, ${counted(verdict.rows, 'row')}`;
    case 'different': {
      const { counts, onlyColumns } = verdict;
      return [
        ...ORMS.filter((orm) => counts[orm] > 0).map(
          (orm) => `${counted(counts[orm], 'row')} only in ${SHORT_NAMES[orm]}`,
        ),
        ...(counts.changed > 0 ? [`${counted(counts.changed, 'row')} with other values`] : []),
        ...ORMS.flatMap((orm) => sayColumns(orm, onlyColumns[orm])),
      ].join(', ');
    }
    default:
      return assertNever(verdict);
  }
}

function sayColumns(orm: Orm, columns: readonly string[]): string[] {
  if (columns.length === 0) return [];
  return [`${columns.length === 1 ? 'column' : 'columns'} ${columns.join(', ')} only in ${SHORT_NAMES[orm]}`];
}
