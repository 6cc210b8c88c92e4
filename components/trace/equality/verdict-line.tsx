import type { ComponentProps, ReactNode } from 'react';
import { Fold } from '@/components/trace/fold';
import { Icon } from '@/components/ui/icon';

interface VerdictLineProps {
  readonly icon: ComponentProps<typeof Icon>['of'];
  /** A sentence. */
  readonly verdict: string;
  readonly isStrong: boolean;
  /** What else there is to say. */
  readonly children?: ReactNode;
  /** What the verdict rests on: the line opens it. */
  readonly difference?: ReactNode;
}

/** A line between both sides that says how they compare. */
export function VerdictLine({ icon, verdict, isStrong, children, difference }: VerdictLineProps) {
  const Words = isStrong ? 'b' : 'span';
  const line = (
    <>
      <Icon of={icon} className="equality-icon" />
      <span>
        <Words className="equality-words">{verdict}</Words> {children}
      </span>
    </>
  );
  if (!difference) return <p className="equality">{line}</p>;
  return (
    <Fold className="equality-fold" isStatic={false} summary={<span className="equality">{line}</span>}>
      <div className="equality-difference">{difference}</div>
    </Fold>
  );
}
