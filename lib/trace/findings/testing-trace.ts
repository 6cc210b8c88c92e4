import type { Cell, Frame, Span, Statement, Trace } from '../schema';

/** Files of a made-up program, by name. */
export type Files = Readonly<Record<string, string>>;

/** One statement of a made-up run. */
export interface Sent {
  /** The person's expressions that were being evaluated, innermost first: texts of the files, `helpers.py: book.author`. */
  readonly at: readonly string[];
  readonly sql: string;
  readonly more?: Partial<Statement>;
}

/** Makes the trace of a run with one cell; spans are looked up in the files. */
export function traceOf(files: Files, sent: readonly Sent[]): Trace {
  const calls = new Map<string, Trace['calls'][number]>();
  const statements = sent.map(({ at, sql, more = {} }, id): Statement => {
    const cell = more.cell ?? 0;
    const stack = at.map((text): Frame => ({ function: '<module>', span: spanIn(files, text) }));
    const key = `${cell} ${at[0]}`;
    const [innermost] = stack;
    const call =
      innermost && (calls.get(key) ?? { id: calls.size, cell, span: innermost.span, statements: [] });
    if (call !== undefined) calls.set(key, call);
    call?.statements.push(id);
    return {
      id,
      kind: kindOf(sql),
      sql,
      dialect: 'sqlite',
      params: null,
      many: null,
      rowCount: 1,
      columns: null,
      rows: [],
      startUs: id,
      durationUs: 1,
      call: call?.id ?? null,
      cell,
      setup: false,
      reason: 'explicit',
      stack,
      connection: 0,
      ...more,
    };
  });
  const cell: Cell = {
    title: 'One',
    startLine: 1,
    endLine: 9,
    value: null,
    valueType: null,
    stdout: '',
    state: 'done',
    durationUs: 1,
  };
  const last = Math.max(0, ...statements.map((statement) => statement.cell ?? 0));
  return {
    cells: Array.from({ length: last + 1 }, () => cell),
    calls: [...calls.values()],
    statements,
    timing: { totalUs: 1, ormUs: 1, sqliteUs: 0, harnessUs: 0 },
    notices: [],
  };
}

/** `count` statements like one, with what `more` gives for each. */
export function times(count: number, one: Sent, more: (index: number) => Partial<Statement>): Sent[] {
  return Array.from({ length: count }, (_, index) => ({ ...one, more: { ...one.more, ...more(index) } }));
}

/** The span of a text that stands in one of the files: `book.author`, or `helpers.py: book.author`. */
export function spanIn(files: Files, place: string): Span {
  const [, file = 'script.py', text = place] = /^(\w+\.py): (.*)$/s.exec(place) ?? [];
  const before = (files[file] ?? '').split(text)[0]?.split('\n') ?? [];
  if (!files[file]?.includes(text)) throw new Error(`${file} does not hold ${text}.`);
  const startColumn = before.at(-1)?.length ?? 0;
  const lines = text.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return {
    file,
    startLine: before.length,
    startColumn,
    endLine: before.length + lines.length - 1,
    endColumn: lines.length === 1 ? startColumn + last : last,
  };
}

function kindOf(sql: string): Statement['kind'] {
  const word = sql.split(' ')[0]?.toLowerCase();
  switch (word) {
    case 'insert':
    case 'update':
    case 'delete':
    case 'begin':
    case 'commit':
    case 'savepoint':
      return word;
    default:
      return 'select';
  }
}
