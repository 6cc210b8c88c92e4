/**
 * Says in a sentence why an interpreter died. Everything that a program does inside Python is caught
 * there; what arrives here is what Python itself could not survive.
 */
export function sentenceOf(error: unknown): string {
  const text = describe(error);
  if (/Program terminated with exit/u.test(text)) {
    return (
      'The program ended the interpreter itself, as os._exit() does; nothing after that could run. ' +
      'Use sys.exit(), which ends a program and keeps its report.'
    );
  }
  if (/call stack|too much recursion|stack overflow/iu.test(text)) {
    return (
      'The interpreter ran out of stack and died: something is nested too deeply for it, such as a very ' +
      'deep list that is printed, or a recursion limit that was raised. Make it less deep.'
    );
  }
  if (/allocation failed|out of memory/iu.test(text)) {
    return 'The browser had no more memory for the interpreter. Use less data, or close other tabs, then run it again.';
  }
  if (/unreachable|Aborted|null function|indirect call|out of bounds/iu.test(text)) {
    return `The interpreter was aborted from within and died (${text}). Look for os.abort() or very deep nesting.`;
  }
  return `The interpreter died: ${text}. Run it again; if it happens again, please report it with your code.`;
}

const MOST_CHARS = 300;

/** The first line of an error, whatever was thrown. */
function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.trim().split('\n');
  // A Python traceback says what happened in its last line, everything else in its first.
  const line = (lines[0]?.startsWith('Traceback') ? lines.at(-1) : lines[0]) ?? '';
  return line.slice(0, MOST_CHARS);
}
