import { ORMS, type Orm } from '@/lib/orm/orm';
import type { Strip } from '@/lib/trace/view/strip';
import { SideHead } from './side-head';

interface SideHeadsProps {
  /** A name that no other comparison of the page has. */
  readonly group: string;
  readonly sides: Readonly<
    Record<Orm, { readonly version: string; readonly count: number; readonly strip: Strip }>
  >;
}

/** The heads of both sides, their strips on one scale. */
export function SideHeads({ group, sides }: SideHeadsProps) {
  const scale = Math.max(1, ...ORMS.map((orm) => sides[orm].strip.ticks.length));
  return (
    <div className="side-pair side-pair-heads">
      {ORMS.map((orm) => (
        <SideHead key={orm} group={group} orm={orm} scale={scale} {...sides[orm]} />
      ))}
    </div>
  );
}
