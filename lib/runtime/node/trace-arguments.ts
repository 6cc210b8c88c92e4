import { parseArgs } from 'node:util';
import { ORMS, type Orm, OrmSchema } from '../../orm/orm';
import { DEFAULT_LIMITS } from '../contract';
import type { Boot } from './run-in-node';

/** What `npm run trace -- --help` prints. */
export const TRACE_HELP = `Usage: npm run -s trace -- DIRECTORY [OPTIONS]

Runs the Django and the SQLAlchemy program in DIRECTORY and prints, as one JSON object, each of their
calls with the SQL it sent (JSON Schema: public/schema/trace-1.json).

DIRECTORY holds
  django/models.py, django/script.py           the program for Django; other *.py files can be imported
  sqlalchemy/models.py, sqlalchemy/script.py   the same for SQLAlchemy; one of the two may be missing
  data.sql                                     optional: the SQL script of the database both start from

Options
  --orm ORM          run one side only
  --timeout SECONDS  stop a side after so long (default ${DEFAULT_LIMITS.wallMs / 1000})
  --boot HOW         snapshot (default), or plain: import everything afresh, some seconds slower
  --help             print this text

The exit code is 0 also when a program failed: its outcome says so. It is 2 when DIRECTORY or an
option is wrong. Diagnostics go to stderr.

The programs run in CPython on WebAssembly, in a thread of Node from which the ways out are removed as
far as Node allows. That is no sandbox: trace only code that you trust.
`;

/** What the command line asks for. */
export type TraceCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }
  | {
      readonly kind: 'trace';
      readonly directory: string;
      readonly orms: readonly Orm[];
      readonly wallMs: number;
      readonly boot: Boot;
    };

/** Reads the arguments of `npm run trace`; a wrong one is a value with a sentence. */
export function parseTraceArguments(args: readonly string[]): TraceCommand {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [directory, second] = positionals;
  if (directory === undefined) return wrong('Say which directory to trace.');
  if (second !== undefined) return wrong(`One directory can be traced at a time, ${second} is one too many.`);
  const orm = OrmSchema.optional().safeParse(values.orm);
  if (!orm.success) return wrong(`--orm must be django or sqlalchemy, not ${values.orm}.`);
  const seconds = Number(values.timeout);
  if (!(seconds > 0 && Number.isFinite(seconds)))
    return wrong(`--timeout must be a number of seconds above 0, not ${values.timeout}.`);
  const { boot } = values;
  if (boot !== 'snapshot' && boot !== 'plain') return wrong(`--boot must be snapshot or plain, not ${boot}.`);
  return {
    kind: 'trace',
    directory,
    orms: orm.data === undefined ? ORMS : [orm.data],
    wallMs: Math.ceil(seconds * 1000),
    boot,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      orm: { type: 'string' },
      timeout: { type: 'string', default: String(DEFAULT_LIMITS.wallMs / 1000) },
      boot: { type: 'string', default: 'snapshot' },
      help: { type: 'boolean', default: false },
    },
  });
}

function wrong(message: string): TraceCommand {
  return { kind: 'wrong', message: `${message} See npm run -s trace -- --help.` };
}
