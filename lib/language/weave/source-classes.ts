import { linesInsideStrings } from '../../cells/string-lines';

/** A class at the top level of a Python text, as far as it can be told without a parser; offsets in UTF-16 code units. */
export interface SourceClass {
  readonly name: string;
  /** Where its line begins. */
  readonly start: number;
  /** What stands between the name and the colon, parentheses included; empty without. */
  readonly bases: string;
  /** Where the bases begin. */
  readonly basesAt: number;
  /** Where its first statement begins, documentation left aside; null where it has none yet. */
  readonly bodyAt: number | null;
  /** White space before its statements. */
  readonly indent: string;
  readonly members: readonly SourceMember[];
}

/** A name that a class gives a value, a type, or both. */
export interface SourceMember {
  readonly name: string;
  readonly kind: 'assigned' | 'annotated' | 'method' | 'class';
  /** Where its line begins. */
  readonly start: number;
  /** Just behind the name; of a method just before the colon, null where that stands on another line. */
  readonly end: number | null;
}

const HEAD = /^class[ \t]+(\w+)[ \t]*(\(.*\))?[ \t]*:/;
const MEMBER = /^(\w+)[ \t]*(:(?!=)|=(?!=))/;
const METHOD = /^(?:async[ \t]+)?def[ \t]+(\w+)[ \t]*\(.*\)[ \t]*(->.*)?:/;
const INNER_CLASS = /^class[ \t]+(\w+)/;

interface Line {
  readonly text: string;
  readonly start: number;
  readonly isInside: boolean;
}

/** Finds the classes of a text that may be half written. Heads over several lines are not found. */
export function sourceClasses(source: string): SourceClass[] {
  const lines = linesOf(source);
  const heads = lines.flatMap(({ text, isInside }, index) => (!isInside && HEAD.test(text) ? [index] : []));
  return heads.flatMap((index) => {
    const next = lines.findIndex(
      ({ text, isInside }, at) => at > index && !isInside && /^[^\s#)\]}]/.test(text),
    );
    const line = lines[index];
    const head = HEAD.exec(line?.text ?? '');
    if (line === undefined || head === null) return [];
    const bases = head[2] ?? '';
    const body = lines.slice(index + 1, next === -1 ? undefined : next);
    const first = body.find(({ text, isInside }) => !isInside && isCode(text));
    const indent = /^\s*/.exec(first?.text ?? '')?.[0] ?? '    ';
    const statements = body.filter(
      ({ text, isInside }) =>
        !isInside && text.startsWith(indent) && /^[^\s#]/.test(text.slice(indent.length)),
    );
    const begin = statements.find(({ text }) => !/^[rRuU]?("|')/.test(text.slice(indent.length)));
    return [
      {
        name: head[1] ?? '',
        start: line.start,
        bases,
        basesAt: line.start + line.text.indexOf(bases, 'class '.length + (head[1]?.length ?? 0)),
        bodyAt: begin === undefined || indent === '' ? null : begin.start + indent.length,
        indent,
        members: statements.flatMap((statement) => memberOf(statement, indent.length)),
      },
    ];
  });
}

function memberOf({ text, start }: Line, indent: number): SourceMember[] {
  const code = text.slice(indent);
  const method = METHOD.exec(code);
  if (method?.[1] !== undefined) {
    const isTyped = method[2] !== undefined;
    const end = isTyped ? null : start + indent + code.lastIndexOf(':', method[0].length);
    return [{ name: method[1], kind: 'method', start, end }];
  }
  const inner = INNER_CLASS.exec(code)?.[1];
  if (inner !== undefined) return [{ name: inner, kind: 'class', start, end: null }];
  const member = MEMBER.exec(code);
  if (member?.[1] === undefined) return [];
  const end = start + indent + member[1].length;
  return [{ name: member[1], kind: member[2] === '=' ? 'assigned' : 'annotated', start, end }];
}

function linesOf(source: string): Line[] {
  const inside = linesInsideStrings(source);
  let start = 0;
  return source.split('\n').map((text, index) => {
    const line = { text, start, isInside: inside?.has(index + 1) === true };
    start += text.length + 1;
    return line;
  });
}

function isCode(text: string): boolean {
  return /^\s+[^\s#]/.test(text);
}

/** Where imports may be added: before the first line that is neither documentation, a remark, nor from the future. */
export function importsAt(source: string): number {
  const first = linesOf(source).find(
    ({ text, isInside }) =>
      !isInside && /^[A-Za-z_@]/.test(text) && !/^from[ \t]+__future__\b|^[rRuU]?["']/.test(text),
  );
  return first?.start ?? source.length;
}
