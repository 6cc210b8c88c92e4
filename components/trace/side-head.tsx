import clsx from 'clsx';
import type { ReactNode } from 'react';
import { ORM_NAMES, type Orm } from '@/lib/orm/orm';
import { counted, whole } from '@/lib/trace/view/figures';
import type { Strip } from '@/lib/trace/view/strip';
import { ormClass } from './names';
import './side-head.css';
import { StripView } from './strip-view';
import './threads.css';

interface SideHeadProps {
  readonly orm: Orm;
  readonly version: string;
  readonly count: number;
  readonly strip: Strip;
  /** Ticks of the longer of both strips. */
  readonly scale: number;
  /** Statements of the run before, when there was one. */
  readonly was?: number | null;
  /** The figures are about to be replaced. */
  readonly isStale?: boolean;
  /** What stands at the end: filters, a menu. */
  readonly children?: ReactNode;
}

/** The head of a side: which ORM, how many statements, and their shape. */
export function SideHead({
  orm,
  version,
  count,
  strip,
  scale,
  was = null,
  isStale = false,
  children,
}: SideHeadProps) {
  return (
    <div className={clsx('side-head', ormClass(orm), isStale && 'side-stale')} data-side={orm}>
      <p className="side-name">
        <span className="orm-name">{ORM_NAMES[orm]}</span>
        <span className="side-version">{version}</span>
      </p>
      <p className="side-count">
        <b>{whole(count)}</b> {counted(count, 'statement').replace(/^\S+ /, '')}
        {was !== null && was !== count && `, was ${whole(was)}`}
      </p>
      <StripView strip={strip} scale={scale} hasLabel className="side-strip" />
      {children}
    </div>
  );
}
