'use client';

import { useMemo } from 'react';
import { Minimap } from '@/components/trace/minimap';
import { SideHead } from '@/components/trace/side-head';
import { ORMS, type Orm } from '@/lib/orm/orm';
import type { Versions } from '@/lib/trace/schema';
import { foundIn } from '@/lib/trace/view/read-once';
import type { SideView } from '@/lib/trace/view/side-view';
import type { Strip } from '@/lib/trace/view/strip';
import { placesOfCells, ranFiles } from './ran-code';
import type { PlaySide } from './use-sides';

interface SideHeadsProps {
  readonly sides: Readonly<Record<Orm, PlaySide>>;
  readonly versions: Versions;
  /** The side that a small screen shows. */
  readonly shown: Orm;
  readonly onShow: (orm: Orm) => void;
}

const NONE: Strip = { ticks: [], alike: [] };

/** With more ticks than this a strip is a map. */
const MOST_TICKS = 120;

/** The heads of both sides, with their counts and strips. */
export function SideHeads({ sides, versions, shown, onShow }: SideHeadsProps) {
  const scale = Math.max(1, ...ORMS.map((orm) => sides[orm].view?.strip.ticks.length ?? 0));
  return (
    <div className="side-pair side-pair-heads">
      {ORMS.map((orm) => {
        const { view, was, run } = sides[orm];
        const strip = view?.strip ?? NONE;
        return (
          <SideHead
            key={orm}
            group="play-side"
            orm={orm}
            version={versions[orm]}
            count={view?.counts.statements ?? 0}
            strip={strip}
            scale={scale}
            was={was}
            run={run}
            isShown={shown === orm}
            onShow={onShow}
            map={
              view !== null && strip.ticks.length > MOST_TICKS && <SideMap side={sides[orm]} view={view} />
            }
          />
        );
      })}
    </div>
  );
}

function SideMap({ side, view }: { readonly side: PlaySide; readonly view: SideView }) {
  const cells = useMemo(() => placesOfCells(side), [side]);
  const found = side.trace === null ? NOTHING : foundIn(side.orm, side.trace, ranFiles(side));
  return <Minimap view={view} found={found} cells={cells} />;
}

const NOTHING: ReadonlySet<number> = new Set();
