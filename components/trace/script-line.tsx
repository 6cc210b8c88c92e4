import type { Statement } from '@/lib/trace/schema';
import { SCRIPT } from '@/lib/trace/view/calls';

/** The person's line that sent a statement: of the script, and of the helper that did it where there is one. */
export function ScriptLine({ statement: { stack } }: { readonly statement: Statement }) {
  const [innermost] = stack;
  if (innermost === undefined) return <>no line of yours</>;
  const inScript = stack.find(({ span }) => span.file === SCRIPT);
  if (inScript === undefined || inScript === innermost) {
    const { file, startLine } = innermost.span;
    return <>{file === SCRIPT ? `line ${startLine}` : `${file}, line ${startLine}`}</>;
  }
  return (
    <>
      line {inScript.span.startLine}, by {innermost.span.file} {innermost.span.startLine}
    </>
  );
}
