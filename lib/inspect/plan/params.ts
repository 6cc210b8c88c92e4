import type { BindParams, SqlValue } from 'sql.js';
import type { Value } from '../../trace/schema';

/** One set of parameters, as a trace has it. */
export type PlanParams = readonly Value[] | Readonly<Record<string, Value>>;

/** Parameters as sql.js takes them; names with each sign that SQLite lets stand before one. */
export function toBind(params: PlanParams): BindParams {
  if (isList(params)) return params.map(toSqlValue);
  const named = Object.entries(params).flatMap(([name, value]) =>
    [':', '@', '$'].map((sign) => [`${sign}${name}`, toSqlValue(value)] as const),
  );
  return Object.fromEntries(named);
}

function isList(params: PlanParams): params is readonly Value[] {
  return Array.isArray(params);
}

/** What Python's driver would have bound; a plan does not look closer. */
function toSqlValue(value: Value): SqlValue {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value.type === 'bytes'
    ? Uint8Array.from(atob(value.value), (character) => character.charCodeAt(0))
    : value.value;
}
