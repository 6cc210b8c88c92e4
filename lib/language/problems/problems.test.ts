import { describe, expect, it } from 'vitest';
import { weaveText } from '../weave/woven-text';
import { annotatedNames } from './annotated-names';
import { checkedProblems, mergeProblems } from './checked-problems';
import { serverProblems } from './server-problems';

const RANGE = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

describe('problems of the language server', () => {
  it('stand in the text as the person has it', () => {
    const source = 'x = 1\ny = zz\n';
    const woven = weaveText(source, [{ at: 0, text: 'import a\n' }]);
    const found = serverProblems(
      woven,
      [{ range: RANGE(2, 4, 6), severity: 1, message: '"zz" is not defined' }],
      new Set(),
    );
    expect(found).toEqual([
      {
        startLine: 2,
        startColumn: 4,
        endLine: 2,
        endColumn: 6,
        severity: 'error',
        message: '"zz" is not defined',
      },
    ]);
  });

  it('leave out what is about that which was woven in, hints, and names that a query gave', () => {
    const woven = weaveText('a = f()\n', [{ at: 1, text: ': int' }]);
    const found = serverProblems(
      woven,
      [
        { range: RANGE(0, 2, 5), severity: 1, message: 'within' },
        { range: RANGE(0, 9, 12), severity: 1, code: 'reportAssignmentType', message: 'not an int' },
        { range: RANGE(0, 9, 10), severity: 4, message: 'a hint' },
        {
          range: RANGE(0, 9, 10),
          severity: 1,
          message: 'Cannot access attribute "total" for class "Author"',
        },
      ],
      new Set(['total']),
    );
    expect(found).toEqual([]);
  });
});

describe('names that queries give to objects', () => {
  it('are those of annotate and of to_attr, and none of the calls within', () => {
    const text =
      'Author.objects.annotate(\n    total=Count("books", filter=Q(a=1)),\n    most=Max("x"),\n)\nPrefetch("books", to_attr="cheap")\nf(other=1)';
    expect([...annotatedNames(text)].sort()).toEqual(['cheap', 'most', 'total']);
  });
});

describe('problems that the engine found', () => {
  const problem = {
    file: 'models.py',
    span: { file: 'models.py', startLine: 2, startColumn: 4, endLine: 2, endColumn: 8 },
    severity: 'error' as const,
    message: 'Wrong.',
    hint: 'Do it right.',
    code: 'fields.E120',
  };
  const checked = { 'models.py': 'a\n    name = 1\n' };

  it('move with their line', () => {
    const found = checkedProblems([problem], checked, { 'models.py': 'a\nb\nc\n    name = 1\n' });
    expect(found['models.py']).toEqual([
      {
        startLine: 4,
        startColumn: 4,
        endLine: 4,
        endColumn: 8,
        severity: 'error',
        message: 'Wrong.\nDo it right.',
      },
    ]);
  });

  it('are left out while their line is another one', () => {
    expect(checkedProblems([problem], checked, { 'models.py': 'a\n    name = 2\n' })).toEqual({});
  });

  it('give way to what the server says of the same line', () => {
    const at = (startLine: number, message: string) => ({
      startLine,
      startColumn: 0,
      endLine: startLine,
      endColumn: 1,
      severity: 'error' as const,
      message,
    });
    const merged = mergeProblems([at(1, 'newer')], [at(1, 'older'), at(2, 'other')]);
    expect(merged.map(({ message }) => message)).toEqual(['newer', 'other']);
  });
});
