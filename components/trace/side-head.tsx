import clsx from 'clsx';
import type { ReactNode } from 'react';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { counted, whole } from '@/lib/trace/view/figures';
import type { Strip } from '@/lib/trace/view/strip';
import { ormClass } from './names';
import { StripView } from './strip-view';

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
  /**
   * Where there is room for one side only, a head is the switch to its side: radio buttons of this name, which
   * work without scripts.
   */
  readonly group: string;
  /** Set by an owner that keeps which side is shown; the first one is at the beginning else. */
  readonly isShown?: boolean;
  readonly onShow?: (orm: Orm) => void;
  /** Number of the run that is shown, 0 for a recording. */
  readonly run?: number;
  /** Takes the place of the strip where that would have too many ticks. */
  readonly map?: ReactNode;
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
  group,
  isShown,
  onShow,
  run = 0,
  map = null,
}: SideHeadProps) {
  return (
    <div className={clsx('side-head', ormClass(orm), isStale && 'side-stale')} data-side={orm} data-run={run}>
      <input
        type="radio"
        className="side-choice"
        name={group}
        value={orm}
        aria-label={`Show ${ORM_NAMES[orm]}`}
        {...(isShown === undefined || onShow === undefined
          ? { defaultChecked: orm === ORMS[0] }
          : { checked: isShown, onChange: () => onShow(orm) })}
      />
      <p className="side-name">
        <span className="orm-name">{ORM_NAMES[orm]}</span>
        <span className="side-version">{version}</span>
      </p>
      <p className="side-count">
        <b>{whole(count)}</b> {counted(count, 'statement').replace(/^\S+ /, '')}
        {was !== null && was !== count && `, was ${whole(was)}`}
      </p>
      {map || <StripView strip={strip} scale={scale} hasLabel className="side-strip" />}
    </div>
  );
}
