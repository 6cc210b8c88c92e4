import { createInterface } from 'node:readline';
import { resultOfText } from '../lib/decision/result-document';
import { assertNever } from '../lib/util/assert-never';
import { DECIDE_HELP, parseDecideArguments } from './decide-arguments';

const REFUSED = 1;
const WRONG_USE = 2;

/** The command line of `npm run decide`; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const command = parseDecideArguments(args);
  switch (command.kind) {
    case 'help':
      process.stdout.write(DECIDE_HELP);
      return 0;
    case 'wrong':
      console.error(command.message);
      return WRONG_USE;
    case 'text': {
      const result = resultOfText(command.text);
      process.stdout.write(`${JSON.stringify(result)}\n`);
      return 'error' in result ? REFUSED : 0;
    }
    case 'stdin':
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
        process.stdout.write(`${JSON.stringify(resultOfText(line))}\n`);
      return 0;
    default:
      return assertNever(command);
  }
}

process.exitCode = await main(process.argv.slice(2));
