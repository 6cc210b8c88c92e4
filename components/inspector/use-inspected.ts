'use client';

import { useEffect, useState } from 'react';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import type { InspectedSource } from '@/lib/stores/inspector-view';
import { imageOf } from '@/lib/stores/page-stores';
import { useRuns, useWorkspace } from '@/lib/stores/use-desk';
import { messageOf } from './message-of';
import { type ImageState, useImage } from './use-image';

/** A database that is looked at. */
export interface Inspected {
  readonly key: 'start' | Orm;
  /** "Django ORM", "Starting data". */
  readonly name: string;
  /** What has to be known of it, as a sentence. */
  readonly note: string | null;
  readonly state: ImageState;
}

const EMPTY = new Uint8Array();

/** Opens the databases that are chosen: one, or both sides'. */
export function useInspected(source: InspectedSource): readonly Inspected[] {
  const last = useRuns((state) => state.last);
  const left = { django: last.django?.image ?? null, sqlalchemy: last.sqlalchemy?.image ?? null };
  const wanted = ORMS.filter((orm) => source === orm || source === 'both');
  const needsStart = source === 'start' || wanted.some((orm) => left[orm] === null);
  const start = useStart(needsStart);
  const opened = {
    django: useImage(wanted.includes('django') ? left.django : null),
    sqlalchemy: useImage(wanted.includes('sqlalchemy') ? left.sqlalchemy : null),
  };
  const sides = wanted.filter((orm) => left[orm] !== null);
  const atStart = (key: Inspected['key'], name: string, note: string | null): Inspected => ({
    key,
    name,
    note,
    state: start,
  });
  if (source === 'start') return [atStart('start', 'Starting data', null)];
  if (sides.length === 0) {
    const who = source === 'both' ? 'both sides start' : `${ORM_NAMES[source]} starts`;
    return [
      atStart('start', 'Starting data', `Nothing has run here yet: this is the database that ${who} from.`),
    ];
  }
  return wanted.map((orm) =>
    left[orm] === null
      ? atStart(
          orm,
          ORM_NAMES[orm],
          `${ORM_NAMES[orm]} has left no database yet: this is the one that it starts from.`,
        )
      : { key: orm, name: ORM_NAMES[orm], note: null, state: opened[orm] ?? { kind: 'opening' } },
  );
}

/** The database that code starts from, as it is now. */
function useStart(isNeeded: boolean): ImageState {
  const database = useWorkspace((state) => state.database);
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!isNeeded) return;
    let isWanted = true;
    imageOf(database).then(
      (image) => {
        if (!isWanted) return;
        setBytes(image ?? EMPTY);
        setProblem(null);
      },
      (error: unknown) => {
        if (isWanted) setProblem(messageOf(error));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [database, isNeeded]);
  const state = useImage(isNeeded ? bytes : null);
  if (problem !== null) return { kind: 'failed', message: problem };
  return state ?? { kind: 'opening' };
}
