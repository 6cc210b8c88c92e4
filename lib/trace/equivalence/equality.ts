import type { Orm } from '../../orm/orm';

/**
 * Whether both sides came to the same, for one pair of cells or of statements. Counts are of `unit`:
 * a list or a result has rows, anything else is one value.
 */
export type Equality =
  | { readonly kind: 'same'; readonly unit: Unit; readonly count: number; readonly of: Extent }
  | { readonly kind: 'other-order'; readonly unit: Unit; readonly count: number; readonly of: Extent }
  | {
      readonly kind: 'other-types';
      readonly unit: Unit;
      readonly count: number;
      readonly of: Extent;
      readonly sameOrder: boolean;
      /** Each pair of types once, in the order of their finding. */
      readonly types: readonly TypePair[];
    }
  | {
      readonly kind: 'different';
      readonly unit: Unit;
      readonly of: Extent;
      /** How many rows are in one side only; a row that differs counts on both. */
      readonly only: Readonly<Record<Orm, number>>;
    }
  | { readonly kind: 'compared-as-text'; readonly same: boolean; readonly why: TextReason }
  | { readonly kind: 'nothing'; readonly why: Nothing };

export type Unit = 'row' | 'value';

/** `first`: only the first of them were recorded, on one side at least; the others were not compared. */
export type Extent = 'all' | 'first';

export type TypePair = Readonly<Record<Orm, string>>;

/** `cut`: a value is longer than what is recorded of it; `unreadable`: no literal; `objects`: it shows itself by a text of its own. */
export type TextReason = 'cut' | 'unreadable' | 'objects';

export type Nothing =
  | { readonly kind: 'only-in'; readonly orm: Orm }
  | { readonly kind: 'stopped'; readonly orm: Orm; readonly line: number | null }
  | { readonly kind: 'not-reached'; readonly orms: readonly Orm[] }
  | { readonly kind: 'running' }
  | { readonly kind: 'no-value'; readonly orms: readonly Orm[] };
