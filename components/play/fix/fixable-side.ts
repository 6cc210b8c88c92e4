import type { Orm } from '@/lib/orm/orm';
import type { Files } from '@/lib/scenarios/types';
import type { Trace } from '@/lib/trace/schema';

/** What fixes need of one side: its cells as they are now, and what is shown under them. */
export interface FixableSide {
  readonly orm: Orm;
  /** Whether a run is looked back at: its code cannot be changed. */
  readonly isPast: boolean;
  readonly cells: readonly {
    readonly code: { readonly title: string };
    readonly result: { readonly files: Files; readonly trace: Trace; readonly cell: number } | null;
    readonly freshness: 'now' | 'before-edit' | 'earlier';
  }[];
}
