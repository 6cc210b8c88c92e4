import ArrowUpDown from 'lucide-react/icons/arrow-up-down';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import Equal from 'lucide-react/icons/equal';
import EqualApproximately from 'lucide-react/icons/equal-approximately';
import EqualNot from 'lucide-react/icons/equal-not';
import type { ReactNode } from 'react';
import type { Equality } from '@/lib/trace/equivalence/equality';
import { sayEquality } from '@/lib/trace/equivalence/say-equality';
import { VerdictLine } from './equality/verdict-line';

const ICONS: Readonly<Record<Equality['kind'], typeof Equal>> = {
  same: Equal,
  'other-order': ArrowUpDown,
  'other-types': EqualApproximately,
  different: EqualNot,
  'compared-as-text': Equal,
  nothing: CircleDashed,
};

interface EqualityLineProps {
  readonly equality: Equality;
  /** What else there is to say. */
  readonly children?: ReactNode;
  /** The rows by which both sides differ: the line opens them. */
  readonly difference?: ReactNode;
}

/** Whether both sides of a row came to the same: a word and an icon in ink, never green or red. */
export function EqualityLine({ equality, children, difference }: EqualityLineProps) {
  const isOtherText = equality.kind === 'compared-as-text' && !equality.isSame;
  return (
    <VerdictLine
      icon={isOtherText ? EqualNot : ICONS[equality.kind]}
      verdict={`${sayEquality(equality)}.`}
      isStrong
      difference={difference}
    >
      {children}
    </VerdictLine>
  );
}
