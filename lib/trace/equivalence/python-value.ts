/** A Python value, read from its repr. Numbers are kept as text: JavaScript's are neither exact nor long enough. */
export type PythonValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int' | 'float'; readonly text: string }
  | { readonly kind: 'str'; readonly value: string }
  /** One character for each byte. */
  | { readonly kind: 'bytes'; readonly value: string }
  | PythonSequence
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [PythonValue, PythonValue])[] }
  /** `Decimal('1.50')`, `datetime.date(2026, 1, 15)`: a call that would make it again. */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly PythonValue[];
      readonly named: readonly (readonly [string, PythonValue])[];
    }
  /** `<Book: Emma>`: no literal at all. */
  | { readonly kind: 'object'; readonly text: string };

export interface PythonSequence {
  readonly kind: 'list' | 'tuple' | 'set' | 'frozenset' | 'QuerySet';
  readonly items: readonly PythonValue[];
  /** Whether more items follow that the repr does not show. */
  readonly isCut: boolean;
}

/** What became of reading a repr. */
export type Parsed =
  | { readonly kind: 'value'; readonly value: PythonValue }
  | { readonly kind: 'cut' }
  | { readonly kind: 'unreadable' };
