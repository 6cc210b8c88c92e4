'use client';

import { useEffect, useState } from 'react';
import { type Changes, writesOf } from '@/lib/inspect';
import type { Orm } from '@/lib/orm/orm';
import { imageOf, pageInspector } from '@/lib/stores/page-stores';
import type { FinishedRun } from '@/lib/stores/runs/run';
import { messageOf } from './message-of';

/** What one side's last run changed. */
export type SideReport =
  /** It has not run, or left no database behind. */
  | { readonly kind: 'none' }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'compared'; readonly changes: Changes; readonly writes: ReturnType<typeof writesOf> }
  | { readonly kind: 'failed'; readonly message: string };

const EMPTY = new Uint8Array();

/** Compares what a run left with what it started from; what was compared stays until that is done. */
export function useChanges(run: FinishedRun | null): SideReport {
  const [report, setReport] = useState<SideReport>({ kind: 'comparing' });
  useEffect(() => {
    if (run?.image == null) return;
    const { image, ran, outcome } = run;
    let isWanted = true;
    const compare = async (): Promise<Changes> => {
      const before = (await imageOf(ran.database)) ?? EMPTY;
      return (await pageInspector()).changesBetween(before, image);
    };
    compare().then(
      (changes) => {
        if (isWanted) setReport({ kind: 'compared', changes, writes: writesOf(outcome.trace) });
      },
      (error: unknown) => {
        if (isWanted) setReport({ kind: 'failed', message: messageOf(error) });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [run]);
  return run?.image == null ? { kind: 'none' } : report;
}

/** The report of each side that is looked at. */
export type SideReports = readonly { readonly orm: Orm; readonly report: SideReport }[];
