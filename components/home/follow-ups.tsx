import Link from 'next/link';
import { ormClass } from '@/components/trace/names';
import type { RecordedRow } from '@/components/trace/read-recorded';
import { StripView } from '@/components/trace/strip-view';
import { ORM_NAMES, ORMS } from '@/lib/orm/orm';
import { whole } from '@/lib/trace/view/figures';

interface FollowUpsProps {
  readonly rows: readonly RecordedRow[];
  readonly slug: string;
}

/** How the same run went on: each further cell with what it sent, on one scale. */
export function FollowUps({ rows, slug }: FollowUpsProps) {
  const scale = Math.max(
    1,
    ...rows.flatMap(({ cells }) => ORMS.map((orm) => cells[orm]?.view.strip.ticks.length ?? 0)),
  );
  return (
    <div className="follow-ups" id="follow-ups">
      <h3>The same run, mended</h3>
      <ol>
        {rows.map(({ title, cells }, index) => (
          <li key={title}>
            <Link href={`/scenarios/${slug}/#cell-${index + 2}`}>{title}</Link>
            {ORMS.map((orm) => {
              const cell = cells[orm];
              return (
                <span key={orm} className={ormClass(orm)}>
                  <span className="sr-only">{ORM_NAMES[orm]}: </span>
                  {cell === null ? (
                    <span className="follow-none">not in {ORM_NAMES[orm]}</span>
                  ) : (
                    <>
                      <b>{whole(cell.view.counts.statements)}</b>
                      <StripView strip={cell.view.strip} scale={scale} look="dense" />
                    </>
                  )}
                </span>
              );
            })}
          </li>
        ))}
      </ol>
    </div>
  );
}
