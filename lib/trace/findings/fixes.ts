import { assertNever } from '../../util/assert-never';
import type { Finding, Fix } from './finding';

/** How a relation is loaded with its parents: in the same statement, or by one more for all of them. */
export type Manner = 'joined' | 'batched';

/** The ways in which a finding's relation can be loaded, the usual one first; empty for other findings. */
export function mannersOf(finding: Finding): readonly Manner[] {
  if (finding.kind !== 'n-plus-one') return [];
  return [finding.fix, finding.alternative].flatMap((fix) =>
    fix?.kind === 'eager-load' ? [fix.manner] : [],
  );
}

/** The fix of a finding in a manner, where it has that choice; else the one that it has. */
export function fixIn(manner: Manner | null, finding: Finding): Fix {
  if (finding.kind !== 'n-plus-one' || manner === null) return finding.fix;
  const { fix, alternative } = finding;
  return alternative?.kind === 'eager-load' && alternative.manner === manner ? alternative : fix;
}

/** Whether a program can try to write a fix into the code; the others depend on what the code is for. */
export function isWritable(fix: Fix): boolean {
  switch (fix.kind) {
    case 'eager-load':
      return fix.path.every(({ relation, model }) => relation !== null && model !== null);
    case 'write-together':
      return fix.model !== null;
    case 'load-column':
    case 'one-query':
    case 'keep-result':
    case 'leave-out':
      return false;
    default:
      return assertNever(fix);
  }
}

/** What a fix is called on a button: what is written into the code, or in two words what it does. */
export function fixName(fix: Fix): string {
  switch (fix.kind) {
    case 'eager-load':
    case 'load-column':
      return fix.method;
    case 'write-together':
      return WRITES[fix.method];
    case 'one-query':
      return fix.method === 'in' ? 'one query' : 'one query with groups';
    case 'keep-result':
      return 'keep the result';
    case 'leave-out':
      return 'leave it out';
    default:
      return assertNever(fix);
  }
}

const WRITES: Readonly<Record<Extract<Fix, { kind: 'write-together' }>['method'], string>> = {
  bulk_create: 'bulk_create',
  bulk_update: 'bulk_update',
  update: 'one update()',
  delete: 'one delete()',
  'one-flush': 'one commit',
  'insert-many': 'one insert()',
  'update-many': 'one update()',
  'update-where': 'one update()',
  'delete-where': 'one delete()',
};
