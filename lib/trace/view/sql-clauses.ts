import type { Token } from '../../util/sql-tokens';

/** The bare word at `index` in capitals, or the sign that stands there; empty for quoted names and parts of names. */
export function wordAt(tokens: readonly Token[], index: number): string {
  const token = tokens[index];
  if (token === undefined || token.kind === 'quoted' || tokens[index - 1]?.text === '.') return '';
  return token.text.toUpperCase();
}

/** Whether the token at `index` begins a clause, outside of parentheses. */
export function beginsClause(tokens: readonly Token[], index: number): boolean {
  const before = wordAt(tokens, index - 1);
  const next = wordAt(tokens, index + 1);
  switch (wordAt(tokens, index)) {
    case 'SELECT':
      return before !== '(' && before !== 'EXPLAIN' && before !== 'PLAN';
    case 'FROM':
      return before !== 'DELETE' && before !== 'DISTINCT';
    case 'SET':
      return !(before === 'UPDATE' && wordAt(tokens, index - 2) === 'DO');
    case 'GROUP':
    case 'ORDER':
      return next === 'BY';
    case 'ON':
      return next === 'CONFLICT';
    case 'WHERE':
    case 'HAVING':
    case 'WINDOW':
    case 'LIMIT':
    case 'VALUES':
    case 'RETURNING':
    case 'UNION':
    case 'INTERSECT':
    case 'EXCEPT':
      return true;
    case 'NATURAL':
    case 'LEFT':
    case 'RIGHT':
    case 'FULL':
    case 'INNER':
    case 'CROSS':
    case 'JOIN':
      return !JOIN_WORD.test(before) && leadsToJoin(tokens, index);
    default:
      return false;
  }
}

/** Whether a statement makes a table. */
export function makesTable(tokens: readonly Token[]): boolean {
  return wordAt(tokens, 0) === 'CREATE' && [1, 2, 3, 4].some((index) => wordAt(tokens, index) === 'TABLE');
}

/** For each opening parenthesis, the index of the closing one; those without a partner are left out. */
export function closingsOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach(({ text }, index) => {
    if (text === '(') open.push(index);
    const start = text === ')' ? open.pop() : undefined;
    if (start !== undefined) found.set(start, index);
  });
  return found;
}

/** Where the rows of a VALUES end, by the index of the word; empty when something else follows it. */
export function rowEndsOf(
  tokens: readonly Token[],
  closings: ReadonlyMap<number, number>,
  index: number,
): number[] {
  const ends: number[] = [];
  for (let open = index + 1; tokens[open]?.text === '('; open += 2) {
    const end = closings.get(open);
    if (end === undefined) break;
    ends.push(end);
    if (tokens[end + 1]?.text !== ',') break;
    open = end;
  }
  return ends;
}

const JOIN_WORD = /^(?:NATURAL|LEFT|RIGHT|FULL|INNER|CROSS|OUTER|JOIN)$/;

function leadsToJoin(tokens: readonly Token[], index: number): boolean {
  for (let at = index; JOIN_WORD.test(wordAt(tokens, at)); at += 1)
    if (wordAt(tokens, at) === 'JOIN') return true;
  return false;
}
