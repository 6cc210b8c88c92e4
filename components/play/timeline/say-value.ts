import type { Equality } from '@/lib/trace/equivalence/equality';
import { counted } from '@/lib/trace/view/figures';
import { assertNever } from '@/lib/util/assert-never';

/** What became of a value from one run of a side to another; null where there is nothing to compare. */
export function sayValue(equality: Equality): string | null {
  switch (equality.kind) {
    case 'same':
      return equality.unit === 'row' ? `same ${counted(equality.count, 'row')}` : 'same value';
    case 'other-order':
      return 'same rows, other order';
    case 'other-types':
      return 'same, other types';
    case 'different': {
      if (equality.unit === 'value') return 'other value';
      // The run before stands in Django's place.
      const { django: gone, sqlalchemy: come } = equality.only;
      return `other rows: ${gone} gone, ${come} new`;
    }
    case 'compared-as-text':
      return equality.isSame ? 'same text' : 'other text';
    case 'nothing':
      return null;
    default:
      return assertNever(equality);
  }
}
