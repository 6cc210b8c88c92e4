import { ErrorBlock } from '@/components/trace/error-block';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import type { PlaySide } from './use-sides';

/** Errors that belong to no cell: of the models, and runs that had no last word. */
export function RunFailureBlock({ sides }: { readonly sides: Readonly<Record<Orm, PlaySide>> }) {
  return ORMS.map((orm) => {
    const error = sides[orm].outcome?.error;
    if (error === undefined || error.cell !== null) return null;
    return (
      <section key={orm} aria-label={`${ORM_NAMES[orm]}, why it ended`}>
        <p>
          <b>{ORM_NAMES[orm]}</b>
        </p>
        <ErrorBlock error={error} isNew={sides[orm].run > 0 && !sides[orm].isPast} />
      </section>
    );
  });
}
