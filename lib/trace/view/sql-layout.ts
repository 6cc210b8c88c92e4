import { type Token, tokensOf } from '../../util/sql-tokens';
import { isPlaceholder, placeholderNumbers } from './placeholders';
import { beginsClause, closingsOf, makesTable, rowEndsOf, wordAt } from './sql-clauses';
import { type ColumnFold, columnFoldOf } from './sql-columns';
import { SQL_KEYWORDS } from './sql-keywords';

/** A piece of a line of SQL. Pieces of one line, joined, are the SQL with single spaces. */
export type SqlPiece =
  | { readonly kind: 'text' | 'keyword' | 'comment'; readonly text: string }
  /** `number` counts as SQLite does, from 1. */
  | { readonly kind: 'placeholder'; readonly text: string; readonly number: number }
  /** So many values of a list, or rows of a VALUES, are not shown. */
  | { readonly kind: 'more'; readonly unit: 'value' | 'row'; readonly count: number }
  /** The last columns of a long list, which may be folded away. */
  | { readonly kind: 'columns'; readonly count: number; readonly pieces: readonly SqlPiece[] };

/** A clause, which may be wrapped where it is drawn. */
export interface SqlLine {
  /** In levels. */
  readonly indent: number;
  readonly pieces: readonly SqlPiece[];
}

/** SQL above this is not laid out: its head is shown as it is. Characters. */
export const LAYOUT_LIMIT = 20_000;

/** A statement that fits into one line is left in one; characters. */
const SHORT = 60;
/** A subquery that is this short stays within its line; characters. */
const SHORT_SUBQUERY = 40;
/** Lists with more values than this show the first few. */
const LONG_LIST = 200;
/** A VALUES with more rows than this shows the first few. */
const MANY_ROWS = 8;
const SHOWN = 3;

/**
 * Lays SQL out clause by clause: each begins a line, subqueries are set in, tables have a line for each
 * column. Takes time in proportion to the text, and only moves space: what is written stays as written.
 * @returns null for SQL above {@link LAYOUT_LIMIT}
 */
export function layoutSql(sql: string): readonly SqlLine[] | null {
  if (sql.length > LAYOUT_LIMIT) return null;
  return new Layout(sql).lines();
}

/** What an opening parenthesis begins. */
type Level = 'clauses' | 'columns' | 'inline';

class Layout {
  readonly #sql: string;
  readonly #tokens: readonly Token[];
  /** For each opening parenthesis, the place of the closing one among the tokens. */
  readonly #closing: ReadonlyMap<number, number>;
  readonly #rowFolds: ReturnType<typeof rowFolds>;
  readonly #levels: Level[] = ['clauses'];
  readonly #lines: { indent: number; pieces: SqlPiece[] }[] = [{ indent: 0, pieces: [] }];
  readonly #numberOf = placeholderNumbers();
  readonly #isShort: boolean;
  /** What is folded away of the list of columns that was begun last. */
  #columns: ColumnFold | null = null;

  constructor(sql: string) {
    this.#sql = sql;
    this.#tokens = tokensOf(sql);
    this.#closing = closingsOf(this.#tokens);
    this.#rowFolds = rowFolds(this.#tokens, this.#closing);
    this.#isShort = sql.replaceAll(/\s+/g, ' ').trim().length <= SHORT;
  }

  lines(): readonly SqlLine[] {
    for (let index = 0; index < this.#tokens.length; ) index = this.#take(index);
    const [last] = this.#tokens.slice(-1);
    this.#comment(this.#sql.slice(last?.end ?? 0));
    return this.#lines.filter(({ pieces }) => pieces.length > 0);
  }

  /** Draws the token at `index`, and gives the index of the next one to draw. */
  #take(index: number): number {
    const token = this.#tokens[index];
    if (token === undefined) return index + 1;
    const gap = this.#sql.slice(this.#tokens[index - 1]?.end ?? 0, token.start);
    if (index === this.#columns?.start) return this.#foldColumns(this.#columns);
    this.#comment(gap);
    if (token.text === ')') return this.#close(index, gap);
    const isClause =
      index > 0 && !this.#isShort && this.#level === 'clauses' && beginsClause(this.#tokens, index);
    if (isClause) this.#newLine();
    this.#add(this.#pieceOf(index, token), gap !== '');
    if (this.#level === 'clauses' && !this.#isShort && wordAt(this.#tokens, index) === 'SELECT')
      this.#columns = this.#columnFold(index);
    if (token.text === '(') return this.#open(index);
    if (token.text === ',' && this.#level === 'columns') this.#newLine();
    return index + 1;
  }

  #open(index: number): number {
    const end = this.#closing.get(index);
    if (end === undefined) {
      this.#levels.push('inline');
      return index + 1;
    }
    const level = this.#levelAt(index, end);
    this.#levels.push(level);
    if (level !== 'inline') this.#newLine();
    if (level === 'inline' && this.#isLongList(index, end)) return this.#foldList(index, end);
    return index + 1;
  }

  #close(index: number, gap: string): number {
    const level = this.#levels.length > 1 ? this.#levels.pop() : 'inline';
    if (level !== 'inline') this.#newLine();
    this.#add({ kind: 'text', text: ')' }, gap !== '' && level === 'inline');
    return this.#foldRows(index) ?? index + 1;
  }

  get #level(): Level {
    return this.#levels.at(-1) ?? 'clauses';
  }

  get #indent(): number {
    return this.#levels.filter((level) => level !== 'inline').length - 1;
  }

  #levelAt(index: number, end: number): Level {
    if (this.#isShort) return 'inline';
    if (/^(?:SELECT|WITH|VALUES)$/.test(wordAt(this.#tokens, index + 1))) {
      const length = (this.#tokens[end]?.start ?? 0) - (this.#tokens[index]?.end ?? 0);
      return length > SHORT_SUBQUERY ? 'clauses' : 'inline';
    }
    return this.#levels.length === 1 && makesTable(this.#tokens) ? 'columns' : 'inline';
  }

  #pieceOf(index: number, token: Token): SqlPiece {
    if (isPlaceholder(token))
      return { kind: 'placeholder', text: token.text, number: this.#numberOf(token.text) };
    const isKeyword =
      SQL_KEYWORDS.has(wordAt(this.#tokens, index)) &&
      token.kind === 'word' &&
      this.#tokens[index + 1]?.text !== '.';
    return { kind: isKeyword ? 'keyword' : 'text', text: token.text };
  }

  /** Whether between two parentheses there are very many values, and nothing else. */
  #isLongList(index: number, end: number): boolean {
    if ((end - index) / 2 <= LONG_LIST) return false;
    for (let at = index + 1; at < end; at += 1) {
      const token = this.#tokens[at];
      if (token === undefined || !(token.text === ',' || isValue(token))) return false;
    }
    return true;
  }

  #foldList(index: number, end: number): number {
    let values = 0;
    for (let at = index + 1; at < end; at += 1) {
      const token = this.#tokens[at];
      if (token === undefined) continue;
      const gap = this.#sql.slice(this.#tokens[at - 1]?.end ?? 0, token.start);
      const piece = this.#pieceOf(at, token);
      if (values < SHOWN || (values === SHOWN && token.text === ',')) this.#add(piece, gap !== '');
      if (token.text !== ',') values += 1;
    }
    this.#add({ kind: 'more', unit: 'value', count: values - SHOWN }, true);
    return end;
  }

  /** A comment up to the end of its line would swallow what stands behind it. */
  #columnFold(index: number): ColumnFold | null {
    const fold = columnFoldOf(this.#tokens, this.#closing, index);
    if (fold === null) return null;
    const from = this.#tokens[fold.start - 1]?.end ?? 0;
    const to = this.#tokens[fold.end]?.start ?? this.#sql.length;
    return this.#sql.slice(from, to).includes('--') ? null : fold;
  }

  #foldColumns({ end, count, start }: ColumnFold): number {
    this.#columns = null;
    this.#newLine();
    let index = start;
    while (index < end) index = this.#take(index);
    const pieces = this.#lines.pop()?.pieces ?? [];
    this.#add({ kind: 'columns', count, pieces }, true);
    return index;
  }

  /** At the end of the last row of a VALUES that is shown: draws that there are more; null elsewhere. */
  #foldRows(index: number): number | null {
    const fold = this.#rowFolds.get(index);
    if (fold === undefined) return null;
    for (let at = index + 1; at <= fold.end; at += 1) {
      const token = this.#tokens[at];
      if (token !== undefined && isPlaceholder(token)) this.#numberOf(token.text);
    }
    this.#add({ kind: 'text', text: ',' }, false);
    this.#add({ kind: 'more', unit: 'row', count: fold.count }, true);
    return fold.end + 1;
  }

  #newLine(): void {
    this.#lines.push({ indent: this.#indent, pieces: [] });
  }

  #comment(gap: string): void {
    const text = gap.trim();
    if (text === '') return;
    this.#add({ kind: 'comment', text }, true);
    if (text.includes('--')) this.#newLine();
  }

  #add(piece: SqlPiece, isApart: boolean): void {
    const line = this.#lines.at(-1);
    if (line === undefined) return;
    const last = line.pieces.at(-1);
    const space = isApart && last !== undefined ? ' ' : '';
    if (last?.kind === 'text' && piece.kind === 'text') {
      line.pieces[line.pieces.length - 1] = { kind: 'text', text: last.text + space + piece.text };
    } else if (last?.kind === 'keyword' && piece.kind === 'keyword') {
      line.pieces[line.pieces.length - 1] = { kind: 'keyword', text: last.text + space + piece.text };
    } else {
      if (space !== '') line.pieces.push({ kind: 'text', text: space });
      line.pieces.push(piece);
    }
  }
}

function isValue(token: Token): boolean {
  if (isPlaceholder(token)) return true;
  if (token.kind === 'quoted') return token.text.startsWith("'");
  return token.kind === 'other' ? /^[\d.xX]/.test(token.text) : /^(?:null|true|false)$/i.test(token.text);
}

/** For the end of the last row that is shown of a VALUES with many: where its last one ends, and how many are between. */
function rowFolds(
  tokens: readonly Token[],
  closings: ReadonlyMap<number, number>,
): ReadonlyMap<number, { readonly end: number; readonly count: number }> {
  const found = new Map<number, { end: number; count: number }>();
  tokens.forEach((_token, index) => {
    if (wordAt(tokens, index) !== 'VALUES') return;
    const ends = rowEndsOf(tokens, closings, index);
    const [shown, last] = [ends[SHOWN - 1], ends.at(-1)];
    if (ends.length > MANY_ROWS && shown !== undefined && last !== undefined)
      found.set(shown, { end: last, count: ends.length - SHOWN });
  });
  return found;
}
