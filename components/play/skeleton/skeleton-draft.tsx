'use client';

import { useEffect, useRef } from 'react';
import { CodeBlock } from '@/components/trace/code-block';
import { Button } from '@/components/ui/button';
import { ORM_NAMES, type Orm } from '@/lib/orm/orm';
import { codeLines } from '@/lib/trace/view/code-view';
import type { Draft } from './use-skeleton';

interface SkeletonDraftProps {
  readonly draft: Draft;
  /** Whether the side has models, whose place it would take. */
  readonly hasModels: boolean;
  readonly onUse: () => void;
  readonly onCancel: () => void;
}

/** Models that were drafted, to be reviewed before anything is changed. */
export function SkeletonDraft({ draft, hasModels, onUse, onCancel }: SkeletonDraftProps) {
  const { to, text, notCarried } = draft;
  const from: Orm = to === 'django' ? 'sqlalchemy' : 'django';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = `Draft of ${ORM_NAMES[to]} models, made from ${ORM_NAMES[from]}`;
  return (
    <section className="skeleton" aria-label={name}>
      <h2 ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <p>
        Review it: nothing was changed yet.
        {hasModels && ` It would take the place of ${ORM_NAMES[to]}'s models.py, which can be undone.`}
      </p>
      {notCarried.length === 0 ? (
        <p>Nothing had to be left out.</p>
      ) : (
        <>
          <h3 id="not-carried">Not carried over, or said in another way</h3>
          <ul aria-labelledby="not-carried">
            {notCarried.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      <section
        className="skeleton-code"
        aria-label={`${name}, code`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it with the arrow keys
        tabIndex={0}
      >
        <CodeBlock
          lines={codeLines(text, 1, [])}
          place={{ orm: to, cell: null }}
          label={`${name}, read only`}
        />
      </section>
      <p className="skeleton-actions">
        <Button onClick={onUse}>Use this draft</Button> <Button onClick={onCancel}>Cancel</Button>
      </p>
    </section>
  );
}
