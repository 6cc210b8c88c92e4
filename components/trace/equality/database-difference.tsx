import { isCounted } from '@/lib/trace/equivalence/database-equality';
import type { TableComparison } from '@/lib/trace/equivalence/image';
import { TableDifference } from './table-difference';

/** All tables by which two databases differ, with their rows. */
export function DatabaseDifference({ tables }: { readonly tables: readonly TableComparison[] }) {
  return tables
    .filter((each) => isCounted(each) && each.verdict.kind !== 'same' && each.verdict.kind !== 'other-order')
    .map((each) => <TableDifference key={each.table} comparison={each} />);
}
