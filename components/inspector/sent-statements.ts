import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import type { Statement, Trace } from '@/lib/trace/schema';
import { paramSetsOf, runnableSql } from '@/lib/trace/view/placeholders';

/** A statement of the last run that can be planned. */
export interface SentStatement {
  /** "Django ORM, line 8: SELECT … ×20". */
  readonly words: string;
  /** With its values in their places. */
  readonly sql: string;
}

const PLANNED: ReadonlySet<Statement['kind']> = new Set(['select', 'insert', 'update', 'delete']);
const LONGEST_WORDS = 90;
/** More of them than this nobody looks through. */
const MOST_LISTED = 200;

/** The different statements that runs sent, each once, by side and in order. */
export function sentStatements(traces: Readonly<Partial<Record<Orm, Trace>>>): SentStatement[] {
  return ORMS.flatMap((orm) => {
    const kinds = new Map<string, { readonly first: Statement; count: number }>();
    for (const statement of traces[orm]?.statements ?? []) {
      if (!PLANNED.has(statement.kind) || statement.setup || statement.sqlLength !== undefined) continue;
      const kind = kinds.get(statement.sql);
      if (kind === undefined) kinds.set(statement.sql, { first: statement, count: 1 });
      else kind.count += 1;
    }
    return [...kinds.values()].slice(0, MOST_LISTED).map(({ first, count }) => {
      const line = first.stack[0]?.span.startLine;
      const where = line === undefined ? ORM_NAMES[orm] : `${ORM_NAMES[orm]}, line ${line}`;
      const text = first.sql.replaceAll(/\s+/g, ' ').slice(0, LONGEST_WORDS);
      return { words: `${where}: ${text}${count > 1 ? ` ×${count}` : ''}`, sql: firstOf(first) };
    });
  });
}

/** One that was sent for many rows is planned for the first of them. */
function firstOf({ sql, params, paramTypes, many }: Statement): string {
  const [first] = paramSetsOf({ params, many });
  const types = paramTypes === undefined ? {} : { paramTypes };
  return runnableSql({ sql, params: (first ?? null) as Statement['params'], many: null, ...types }).sql;
}
