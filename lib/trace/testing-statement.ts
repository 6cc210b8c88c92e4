import type { Statement } from './schema';

/** For tests: an explicit statement of the first cell that took no time and gave nothing, but for `changes`. */
export function statementWith(changes: Partial<Statement> = {}): Statement {
  return {
    id: 0,
    kind: 'select',
    sql: '',
    dialect: 'sqlite',
    params: null,
    many: null,
    rowCount: null,
    columns: null,
    rows: [],
    startUs: 0,
    durationUs: 0,
    call: null,
    cell: 0,
    setup: false,
    reason: 'explicit',
    stack: [],
    connection: 0,
    ...changes,
  };
}
