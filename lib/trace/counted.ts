import { assertNever } from '../util/assert-never';
import type { Statement } from './schema';

/**
 * Whether a statement counts in headlines: the person's code caused it, and it reads or changes data
 * or tables. Transaction control and PRAGMAs are shown, not counted, and so is what set up the run.
 */
export function isCounted(statement: Pick<Statement, 'kind' | 'setup'>): boolean {
  if (statement.setup) return false;
  switch (statement.kind) {
    case 'select':
    case 'insert':
    case 'update':
    case 'delete':
    case 'ddl':
    case 'other':
      return true;
    case 'begin':
    case 'commit':
    case 'rollback':
    case 'savepoint':
    case 'release':
    case 'rollback-to':
    case 'pragma':
      return false;
    default:
      return assertNever(statement.kind);
  }
}
