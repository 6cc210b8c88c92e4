import fc from 'fast-check';
import type { PythonValue } from './python-value';

/** Writes a value as CPython's `repr` does; for tests, and on its own. */
export function repr(value: PythonValue): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
    case 'float':
    case 'object':
      return value.text;
    case 'str':
      return quoted(value.value, (character) => escaped(character, isPrintable(character)));
    case 'bytes':
      return `b${quoted(value.value, (character) => escaped(character, /^[ -~]$/.test(character)))}`;
    case 'list':
      return `[${value.items.map(repr).join(', ')}]`;
    case 'tuple':
      return `(${value.items.map(repr).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'set':
      return value.items.length === 0 ? 'set()' : `{${value.items.map(repr).join(', ')}}`;
    case 'frozenset':
      return value.items.length === 0 ? 'frozenset()' : `frozenset({${value.items.map(repr).join(', ')}})`;
    case 'QuerySet':
      return `<QuerySet [${value.items.map(repr).join(', ')}]>`;
    case 'dict':
      return `{${value.entries.map(([key, each]) => `${repr(key)}: ${repr(each)}`).join(', ')}}`;
    case 'call': {
      const named = value.named.map(([key, each]) => `${key}=${repr(each)}`);
      return `${value.name}(${[...value.args.map(repr), ...named].join(', ')})`;
    }
  }
}

function quoted(text: string, write: (character: string) => string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = [...text]
    .map((character) => (character === quote ? `\\${quote}` : write(character)))
    .join('');
  return `${quote}${inner}${quote}`;
}

function isPrintable(character: string): boolean {
  return /^[^\p{C}\p{Z}]$|^ $/u.test(character);
}

function escaped(character: string, isPlain: boolean): string {
  const short: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  if (short[character] !== undefined) return short[character];
  if (isPlain) return character;
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
  return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const leaf: fc.Arbitrary<PythonValue> = fc.oneof(
  fc.constant<PythonValue>({ kind: 'none' }),
  fc.boolean().map((value): PythonValue => ({ kind: 'bool', value })),
  whole.map((value): PythonValue => ({ kind: 'int', text: String(value) })),
  fc
    .constantFrom('0.0', '-1.5', '1e-07', '1.5e+300', 'inf', '-inf', 'nan', '0.1')
    .map((text): PythonValue => ({ kind: 'float', text })),
  fc.string({ unit: 'binary' }).map((value): PythonValue => ({ kind: 'str', value })),
  fc
    .string({
      unit: fc.constantFrom("'", '"', '\\', '\n', '[', ']', ',', ' ', 'é', '…', '\u{1f600}', '\x00'),
    })
    .map((value): PythonValue => ({ kind: 'str', value })),
  fc
    .uint8Array({ maxLength: 8 })
    .map((bytes): PythonValue => ({ kind: 'bytes', value: String.fromCharCode(...bytes) })),
  fc
    .string()
    .map((text): PythonValue => ({ kind: 'object', text: `<Book: ${text.replaceAll(/[<>]/g, '')}>` })),
  whole.map((value): PythonValue => call('Decimal', [{ kind: 'str', value: `${value}.50` }])),
  fc.constant(
    call(
      'datetime.date',
      [2026, 1, 15].map((each): PythonValue => ({ kind: 'int', text: String(each) })),
    ),
  ),
  fc.constant<PythonValue>({
    kind: 'call',
    name: 'datetime.timedelta',
    args: [],
    named: [['days', { kind: 'int', text: '3' }]],
  }),
);

/** Values of Python, nested. */
export const pythonValue: fc.Arbitrary<PythonValue> = fc.letrec<{ value: PythonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('list', 'tuple', 'set', 'frozenset', 'QuerySet'),
        fc.array(tie('value'), { maxLength: 4 }),
      )
      .map(([kind, items]): PythonValue => ({ kind, items, isCut: false })),
    fc
      .array(fc.tuple(tie('value'), tie('value')), { maxLength: 3 })
      .map((entries): PythonValue => ({ kind: 'dict', entries })),
  ),
})).value;

function call(name: string, args: readonly PythonValue[]): PythonValue {
  return { kind: 'call', name, args, named: [] };
}
