import { marksFrom } from '../python/marks';

const GIVES_NAMES = /\.(?:annotate|aannotate|alias|extra)\s*\(/g;
const TO_ATTRIBUTE = /\bto_attr\s*=\s*['"](\w+)['"]/g;
const KEYWORD = /^\s*(\w+)\s*=(?!=)/;

/**
 * The names that a text's queries put on objects, of which no type knows: `annotate(total=…)`,
 * `Prefetch(…, to_attr="cheap")`.
 */
export function annotatedNames(text: string): Set<string> {
  const names = new Set([...text.matchAll(TO_ATTRIBUTE)].map(([, name = '']) => name));
  for (const { index, 0: call } of text.matchAll(GIVES_NAMES)) {
    for (const start of argumentStarts(text, index + call.length)) {
      const name = KEYWORD.exec(text.slice(start))?.[1];
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}

/** Where the arguments of a call begin, from behind its parenthesis on. */
function argumentStarts(text: string, start: number): number[] {
  const starts = [start];
  let depth = 0;
  for (const { kind, at } of marksFrom(text, start)) {
    if (kind === 'open') depth += 1;
    else if (kind === 'close') depth -= 1;
    else if (kind === 'comma' && depth === 0) starts.push(at + 1);
    if (depth < 0) break;
  }
  return starts;
}
