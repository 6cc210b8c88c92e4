import ArrowUpDown from 'lucide-react/icons/arrow-up-down';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import Equal from 'lucide-react/icons/equal';
import EqualApproximately from 'lucide-react/icons/equal-approximately';
import EqualNot from 'lucide-react/icons/equal-not';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Equality } from '@/lib/trace/equivalence/equality';
import './equality-line.css';

const ICONS: Readonly<Record<Equality['kind'], typeof Equal>> = {
  same: Equal,
  'other-order': ArrowUpDown,
  'other-types': EqualApproximately,
  different: EqualNot,
  'compared-as-text': Equal,
  nothing: CircleDashed,
};

interface EqualityLineProps {
  readonly kind: Equality['kind'];
  /** The verdict in two or three words: "Same 20 rows." */
  readonly verdict: string;
  /** What else there is to say, and what to open. */
  readonly children?: ReactNode;
}

/** Whether both sides of a row came to the same: a word and an icon in ink, never green or red. */
export function EqualityLine({ kind, verdict, children }: EqualityLineProps) {
  return (
    <p className="equality">
      <Icon of={ICONS[kind]} className="equality-icon" />
      <span>
        <b>{verdict}</b> {children}
      </span>
    </p>
  );
}
