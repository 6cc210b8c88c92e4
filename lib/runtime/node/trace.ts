import { BuildError } from '../build/build-error';
import { buildRuntime } from '../build/build-runtime';
import { DEFAULT_LIMITS } from '../contract';
import { loadRuntime } from './load-runtime';
import { parseTraceArguments, TRACE_HELP } from './trace-arguments';
import { readTraceDirectory, TraceDirectoryError, traceInput } from './trace-directory';

const WRONG_USE = 2;

/** The command line of `npm run trace`; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const command = parseTraceArguments(args);
  if (command.kind === 'help') {
    process.stdout.write(TRACE_HELP);
    return 0;
  }
  if (command.kind === 'wrong') return complain(command.message);
  try {
    const input = await readTraceDirectory(command.directory);
    await buildRuntime('full', 'fast');
    const limits = { ...DEFAULT_LIMITS, wallMs: command.wallMs };
    const document = await traceInput(await loadRuntime(), input, {
      orms: command.orms,
      limits,
      boot: command.boot,
    });
    process.stdout.write(`${JSON.stringify(document)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof TraceDirectoryError) return complain(error.message);
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function complain(message: string): number {
  console.error(message);
  return WRONG_USE;
}

process.exitCode = await main(process.argv.slice(2));
