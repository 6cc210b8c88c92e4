import { counted } from '../view/figures';
import type { AlignedClause, Alignment, ClauseName } from './alignment';

const NAMES: Readonly<Record<ClauseName, string>> = {
  with: 'WITH',
  insert: 'INSERT INTO',
  columns: 'Columns',
  values: 'VALUES',
  update: 'UPDATE',
  delete: 'DELETE FROM',
  set: 'SET',
  select: 'SELECT list',
  from: 'FROM',
  join: 'JOIN',
  where: 'WHERE',
  'group-by': 'GROUP BY',
  having: 'HAVING',
  window: 'WINDOW',
  compound: 'Compound',
  'order-by': 'ORDER BY',
  limit: 'LIMIT',
  offset: 'OFFSET',
  conflict: 'ON CONFLICT',
  returning: 'RETURNING',
};

/** What people call a clause: "SELECT list". */
export function clauseName(name: ClauseName): string {
  return NAMES[name];
}

/** A sentence on what is different, without its full stop: "2 differences: JOIN, LIMIT". */
export function sayAlignment(alignment: Alignment): string {
  if (alignment.kind === 'text') return alignment.same ? 'The same text' : 'Other texts, compared as a whole';
  const { clauses, differences } = alignment;
  if (differences === 0) return 'The same but for quotes and aliases';
  const names = clauses.filter(({ differs }) => differs).map(({ name }) => NAMES[name]);
  return `${counted(differences, 'difference')}: ${names.join(', ')}`;
}

/** How a clause compares, in a few words: "same 3 columns", "only Django ORM". */
export function sayClause({ name, differs, parts }: AlignedClause, left: string, right: string): string {
  if (!differs) return name === 'select' && parts.length > 1 ? `same ${parts.length} columns` : 'same';
  if (parts.every(({ state }) => state === 'only-left')) return `only ${left}`;
  if (parts.every(({ state }) => state === 'only-right')) return `only ${right}`;
  if (parts.some((part) => part.state === 'changed' && part.isJoinKind)) return 'other kind';
  const count = parts.filter(({ state }) => state !== 'same').length;
  return parts.length === 1 ? 'differs' : `${count} of ${parts.length} differ`;
}
