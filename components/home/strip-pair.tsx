import { ormClass } from '@/components/trace/names';
import { StripView } from '@/components/trace/strip-view';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import type { Strip } from '@/lib/trace/view/strip';

interface StripPairProps {
  readonly sides: Readonly<Record<Orm, { readonly strip: Strip; readonly figure: string }>>;
}

/** Both ORMs under each other: what each sent, and what it came to in a word or two. */
export function StripPair({ sides }: StripPairProps) {
  const scale = Math.max(1, ...ORMS.map((orm) => sides[orm].strip.ticks.length));
  return (
    <dl className="strip-pair">
      {ORMS.map((orm) => (
        <div key={orm} className={ormClass(orm)}>
          <dt className="orm-name">{ORM_NAMES[orm]}</dt>
          <dd>
            <StripView strip={sides[orm].strip} scale={scale} look="dense" />
          </dd>
          <dd>{sides[orm].figure}</dd>
        </div>
      ))}
    </dl>
  );
}
