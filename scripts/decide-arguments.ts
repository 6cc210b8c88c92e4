import { parseArgs } from 'node:util';

/** What `npm run decide -- --help` prints. */
export const DECIDE_HELP = `Usage: npm run -s decide -- TEXT
       npm run -s decide -- --stdin

Decides between Django ORM and SQLAlchemy from the answers to fifteen questions, and prints the whole
result as one JSON object (JSON Schema: public/schema/decision-1.json). The result page says the same.

TEXT is what stands in the link to a result, such as '1.baaaaaaaaaaaaa.3214.-.-00':
  1                the version of the questions
  baaaaaaaaaaaaa   the option chosen for questions 1 to 14; ? for "I do not know", - for no answer
  3214             the places of project fit, team, time & budget, operations; equal places are a tie
  -                another database, where question 2 asks which
  -00              the follow-ups: an accepted backend (d, s, b or -), a key that may be added, what
                   a second data layer loses

Options
  --stdin   read texts from the standard input, one a line, and print one object a line
  --help    print this text

A text that is refused gives {"error": {"kind", "message"}} in place of its result. The exit code is
then 1, with --stdin 0, and 2 when the command line is wrong.
`;

/** What the command line asks for. */
export type DecideCommand =
  | { readonly kind: 'help' | 'stdin' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads the arguments of `npm run decide`; a wrong one is a value with a sentence. */
export function parseDecideArguments(args: readonly string[]): DecideCommand {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [text, second] = positionals;
  if (values.stdin)
    return text === undefined ? { kind: 'stdin' } : wrong('Give a text or --stdin, not both.');
  if (text === undefined) return wrong('Say which answers to decide on.');
  if (second !== undefined) return wrong('Give one text, or --stdin for many.');
  return { kind: 'text', text };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      stdin: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

function wrong(message: string): DecideCommand {
  return { kind: 'wrong', message: `${message} See npm run -s decide -- --help.` };
}
