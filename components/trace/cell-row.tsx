import clsx from 'clsx';
import type { ReactNode } from 'react';
import { ORM_NAMES } from '@/lib/orm/orm';
import type { Counterparts } from '@/lib/trace/view/counterparts';
import { counted } from '@/lib/trace/view/figures';
import { type CellPlace, ormClass } from './names';

interface CellRowProps {
  /** The title that both cells share; null for code before the first title. */
  readonly title: string | null;
  /** Of its heading; 3 unless said. */
  readonly level?: 2 | 3;
  /** So that others can link to it. */
  readonly id?: string;
  /** How both sides compare: an `EqualityLine`. */
  readonly equality?: ReactNode;
  /** Stands at the end of the title's line. */
  readonly aside?: ReactNode;
  /** Two `CellSide`s, Django's first. */
  readonly children: ReactNode;
  /** What belongs to both, under them. */
  readonly footer?: ReactNode;
}

/** A row of the comparison: one cell of each side, like beginning opposite like. */
export function CellRow({ title, level = 3, id, equality, aside, children, footer }: CellRowProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="cell-row" id={id} aria-label={title ?? 'Code without a title'} data-region>
      <header className="cell-row-head">
        <Heading>{title ?? 'Before the first title'}</Heading>
        {equality}
        {aside}
      </header>
      <div className="cell-pair">{children}</div>
      {footer}
    </section>
  );
}

interface CellSideProps {
  readonly place: CellPlace;
  readonly title: string | null;
  /** Counted statements; null when it has not run. */
  readonly count: number | null;
  /** The five tracks of a cell. Whatever is left out leaves its track empty, so that both sides stay level. */
  readonly code: ReactNode;
  readonly findings?: ReactNode;
  readonly statements?: ReactNode;
  readonly output?: ReactNode;
  readonly value?: ReactNode;
  /** The cell of the other side, and which of its calls do the work of this one's. */
  readonly peers?: { readonly cell: number | null; readonly calls: Counterparts } | null;
  /** What is shown is from before the code was changed. */
  readonly isStale?: boolean;
}

/** One cell of one side. */
export function CellSide({
  place,
  title,
  count,
  code,
  findings,
  statements,
  output,
  value,
  peers = null,
  isStale = false,
}: CellSideProps) {
  const label = [
    title ?? 'Code without a title',
    ORM_NAMES[place.orm],
    ...(count === null ? [] : [counted(count, 'statement')]),
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    <div
      className={clsx(
        'cell',
        ormClass(place.orm),
        isStale && 'cell-stale',
        statements && 'cell-with-statements',
      )}
      role="group"
      aria-label={label.join(', ')}
      data-orm={place.orm}
      data-cell={place.cell ?? 'setup'}
      data-peer-cell={peers?.cell ?? undefined}
      data-peers={peers === null ? undefined : [...peers.calls].map((pair) => pair.join('=')).join('&')}
    >
      <div className="cell-code">{code}</div>
      <div className="cell-findings">{findings}</div>
      <div className="cell-statements">{statements}</div>
      <div className="cell-output">{output}</div>
      <div className="cell-value">{value}</div>
    </div>
  );
}
