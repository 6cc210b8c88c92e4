import type { Finding } from '@/lib/trace/findings/finding';
import { assertNever } from '@/lib/util/assert-never';

/** What a finding is called, on its mark. */
export function findingName(kind: Finding['kind']): string {
  switch (kind) {
    case 'n-plus-one':
      return 'N+1';
    case 'query-in-loop':
      return 'Query in a loop';
    case 'row-by-row-writes':
      return 'Row by row';
    case 'duplicate':
      return 'Sent again';
    case 'similar':
      return 'Alike';
    case 'unused-eager-load':
      return 'Never read';
    default:
      return assertNever(kind);
  }
}
