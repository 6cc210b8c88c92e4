import type { Schema } from '../image/schema';
import type { PlanWork, SearchKey } from './plan';
import type { FindSource } from './sources';

const ACCESS =
  /^(SCAN|SEARCH) (.+?)(?: EXISTS)?(?: USING (.+?))?(?: VIRTUAL TABLE INDEX .*)?(?: LEFT-JOIN)?$/s;
const KEY =
  /^(INTEGER PRIMARY KEY|PRIMARY KEY|AUTOMATIC (?:PARTIAL )?COVERING INDEX|COVERING INDEX|INDEX)(?: (.+?))??(?: \((.*)\))?$/s;
const TEMPORARY = /^USE TEMP B-TREE FOR (.+)$/s;
const COMPOUND = /^(?:MERGE \((.+)\)|(COMPOUND QUERY)|(UNION ALL)|(.+) USING TEMP B-TREE)$/s;
const SUBQUERY =
  /^(?:REUSE )?(CORRELATED )?(?:(?:SCALAR|LIST) SUBQUERY \d+|(?:CO-ROUTINE|MATERIALIZE) (.+)|SUBQUERY.*)$/s;

/** Reads one line of SQLite's plan. @see https://sqlite.org/eqp.html */
export function classify(detail: string, schema: Schema, find: FindSource): PlanWork {
  if (/^SCAN (?:\d+ )?CONSTANT ROWS?$|^SCAN \d+-ROW VALUES CLAUSE$/.test(detail)) return { kind: 'constant' };
  const [access, verb, name = '', using = ''] = ACCESS.exec(detail) ?? [];
  if (access !== undefined) {
    const [, how = '', index = null] = KEY.exec(using) ?? [];
    const source = find(name, index);
    if (verb === 'SEARCH') return { kind: 'search', source, by: keyIn(using, schema) };
    const covering = how.includes('COVERING');
    return { kind: 'scan', source, index: index === null ? null : { name: index, covering } };
  }
  const purpose = TEMPORARY.exec(detail)?.[1];
  if (purpose !== undefined) return { kind: 'temporary-sort', purpose };
  if (detail === 'MULTI-INDEX OR') return { kind: 'or' };
  const compound = COMPOUND.exec(detail);
  if (compound !== null) {
    const sorted = compound[4];
    if (sorted !== undefined) return { kind: 'temporary-sort', purpose: sorted };
    return { kind: 'compound', operator: compound[1] ?? compound[3] ?? 'compound' };
  }
  const subquery = SUBQUERY.exec(detail);
  if (subquery !== null)
    return { kind: 'subquery', name: subquery[2] ?? null, correlated: subquery[1] !== undefined };
  return { kind: 'other' };
}

function keyIn(using: string, schema: Schema): SearchKey {
  const [, how = '', name, terms = null] = KEY.exec(using) ?? [];
  if (how === '') return { kind: 'end' };
  if (how.endsWith('PRIMARY KEY')) return { kind: 'primary-key' };
  if (how.startsWith('AUTOMATIC') || name === undefined) return { kind: 'automatic-index', terms };
  const known = schema.tables.flatMap(({ indexes }) => indexes).find((index) => index.name === name);
  if (known?.origin === 'primary-key') return { kind: 'primary-key' };
  return { kind: 'index', name, covering: how.startsWith('COVERING'), terms };
}
