'use client';

import { lazy, Suspense } from 'react';
import { Button } from '@/components/ui/button';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { useRuns, useWorkspace } from '@/lib/stores/use-desk';
import { MODELS, useSkeleton } from './use-skeleton';

const SkeletonDraft = lazy(async () => ({ default: (await import('./skeleton-draft')).SkeletonDraft }));

interface SkeletonOfferProps {
  /** The file that is shown. */
  readonly shown: string;
  readonly onShow: (name: string) => void;
}

const WHOSE: Readonly<Record<Orm, string>> = { django: "Django's", sqlalchemy: "SQLAlchemy's" };

/**
 * Offers to start one side's models from the other's: beside the models, and wherever one side has none. What comes of it
 * is a draft to review.
 */
export function SkeletonOffer({ shown, onShow }: SkeletonOfferProps) {
  const { state, ask, use, undo, cancel } = useSkeleton();
  const models = {
    django: useWorkspace(({ files }) => files.django[MODELS] ?? ''),
    sqlalchemy: useWorkspace(({ files }) => files.sqlalchemy[MODELS] ?? ''),
  };
  const isPast = useRuns((runs) => runs.looked !== null);
  const has = (orm: Orm): boolean => models[orm].trim() !== '';
  const offered = isPast ? [] : ORMS.filter((to) => has(otherOf(to)) && (shown === MODELS || !has(to)));
  const draft = state.kind === 'drafted' ? state.draft : null;
  const used = state.kind === 'used' && models[state.draft.to] === state.draft.text ? state.draft : null;
  const isQuiet = offered.length === 0 && used === null && state.kind !== 'asking' && state.kind !== 'failed';
  return (
    <>
      <div className="skeleton-offer" hidden={isQuiet}>
        {offered.map((to) => (
          <Button key={to} size="small" disabled={state.kind === 'asking'} onClick={() => ask(to)}>
            Start {WHOSE[to]} models from {WHOSE[otherOf(to)]}
          </Button>
        ))}
        <p role="status" className="skeleton-said">
          {state.kind === 'asking' && `Reading the models of ${ORM_NAMES[otherOf(state.to)]}.`}
          {used !== null && (
            <>
              {ORM_NAMES[used.to]}’s models are the draft now.{' '}
              <Button size="small" onClick={undo}>
                Undo
              </Button>
            </>
          )}
        </p>
        {state.kind === 'failed' && (
          <p role="alert" className="play-problem skeleton-said">
            No draft of {ORM_NAMES[state.to]}’s models could be made. {state.why}{' '}
            <Button size="small" onClick={cancel}>
              Close
            </Button>
          </p>
        )}
      </div>
      {draft !== null && (
        <Suspense fallback={null}>
          <SkeletonDraft
            draft={draft}
            hasModels={has(draft.to)}
            onUse={() => {
              use(draft);
              onShow(MODELS);
            }}
            onCancel={cancel}
          />
        </Suspense>
      )}
    </>
  );
}

function otherOf(orm: Orm): Orm {
  return orm === 'django' ? 'sqlalchemy' : 'django';
}
