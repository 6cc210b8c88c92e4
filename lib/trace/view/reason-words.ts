import { assertNever } from '../../util/assert-never';
import type { Statement } from '../schema';
import { whole } from './figures';
import { pythonTokens } from './python-tokens';

/**
 * Why a statement was sent, in a few words that stand behind its verb.
 * @param expression the text of the person's expression that was being evaluated, null when it is not known
 */
export function reasonWords(statement: Statement, expression: string | null): string {
  const words = wordsOf(statement, expression);
  if (statement.many === null) return words;
  return `${words}, ${statement.many === 1 ? 'one set' : `${whole(statement.many)} sets`} of values`;
}

function wordsOf({ reason, reasonDetail: detail }: Statement, expression: string | null): string {
  switch (reason) {
    case 'explicit':
      return expression === null ? 'sent by the code' : explicitWords(expression);
    case 'lazy-load':
      return detail === undefined ? 'lazy load' : `lazy load of ${detail}`;
    case 'deferred-column':
      return detail === undefined ? 'load of a deferred column' : `load of the deferred column ${detail}`;
    case 'flush':
      if (detail === 'commit') return 'flush, on commit';
      return detail === 'savepoint' ? 'flush, before the savepoint' : 'flush';
    case 'autoflush':
      return 'autoflush, before a query';
    case 'refresh':
      return 'refresh of an object';
    case 'prefetch':
      return detail === undefined ? 'prefetch' : `prefetch from ${detail}`;
    case 'transaction':
      return 'transaction';
    case 'setup':
      return 'set-up';
    case 'migration':
      return 'migration';
    default:
      return assertNever(reason);
  }
}

/** What an expression does, by its last part: the method that it calls, or that it is read. */
function explicitWords(expression: string): string {
  const text = expression.trim();
  const call = lastCall(text);
  if (call !== null) return `${call}()`;
  if (text.endsWith(']')) return 'one item, or a slice, was read';
  const name = /(?:^|\.)\s*([\p{L}_][\p{L}\p{N}_]*)$/u.exec(text)?.[1];
  return name === undefined ? 'sent by the code' : `${name} was read`;
}

/** The name that is called last, on the outside: `get` of `Book.objects.get(id=f(1))`. */
function lastCall(text: string): string | null {
  if (!text.endsWith(')')) return null;
  const bare = withoutStrings(text);
  let depth = 0;
  for (let at = bare.length - 1; at >= 0; at -= 1) {
    const char = bare[at] ?? '';
    if (')]}'.includes(char)) depth += 1;
    else if ('([{'.includes(char)) depth -= 1;
    if (depth === 0) return /([\p{L}_][\p{L}\p{N}_]*)\s*$/u.exec(bare.slice(0, at))?.[1] ?? null;
  }
  return null;
}

/** The same text with spaces for what stands in strings and comments. */
function withoutStrings(text: string): string {
  let bare = '';
  let at = 0;
  for (const { kind, start, end } of pythonTokens(text)) {
    if (kind === 'keyword') continue;
    bare += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return bare + text.slice(at);
}
