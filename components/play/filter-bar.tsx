'use client';

import clsx from 'clsx';
import { useId, useMemo } from 'react';
import { Segmented } from '@/components/ui/segmented';
import type { Orm } from '@/lib/orm/orm';
import { counted, whole } from '@/lib/trace/view/figures';
import { findingsOf, foundIn } from '@/lib/trace/view/read-once';
import {
  countIn,
  filterItems,
  isFiltering,
  type Shown,
  type StatementFilter,
} from '@/lib/trace/view/statement-filter';
import { ranFiles } from './ran-code';
import type { PlaySide } from './use-sides';

interface FilterBarProps {
  /** The sides that are shown. */
  readonly orms: readonly Orm[];
  readonly sides: Readonly<Record<Orm, PlaySide>>;
  readonly filter: StatementFilter;
  /** What the lists show now: they follow the filter when there is time. */
  readonly applied: StatementFilter;
  readonly onFilter: (filter: StatementFilter) => void;
}

/** So few statements need no filter where there is little room. */
const FEW = 100;

/** Which statements are shown: by their verb, by findings, and by a text in SQL or values. */
export function FilterBar({ orms, sides, filter, applied, onFilter }: FilterBarProps) {
  const id = useId();
  const { reads, writes, findings } = useMemo(() => figuresOf(orms.map((orm) => sides[orm])), [orms, sides]);
  const words = useMemo(
    () =>
      isFiltering(applied)
        ? sayShown(
            orms.map((orm) => sides[orm]),
            applied,
          )
        : '',
    [orms, sides, applied],
  );
  const choices: readonly { readonly value: Shown; readonly label: string }[] = [
    { value: 'all', label: 'All' },
    { value: 'reads', label: `Reads ${whole(reads)}` },
    { value: 'writes', label: `Writes ${whole(writes)}` },
    { value: 'findings', label: `Findings ${whole(findings)}` },
  ];
  return (
    <search className={clsx('filter-bar', reads + writes <= FEW && !isFiltering(filter) && 'filter-few')}>
      <p role="status" className="filter-words">
        {words}
      </p>
      <label className="sr-only" htmlFor={id}>
        Find in SQL and values
      </label>
      <input
        id={id}
        type="search"
        placeholder="Find in SQL and values"
        spellCheck={false}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter.text === '') return;
          event.preventDefault();
          onFilter({ ...filter, text: '' });
        }}
      />
      <Segmented
        legend="Show"
        choices={choices}
        value={filter.shown}
        onChange={(shown) => onFilter({ ...filter, shown })}
      />
    </search>
  );
}

function figuresOf(sides: readonly PlaySide[]): { reads: number; writes: number; findings: number } {
  const figures = { reads: 0, writes: 0, findings: 0 };
  for (const side of sides) {
    const { orm, view, trace } = side;
    figures.reads += view?.counts.reads ?? 0;
    figures.writes += view?.counts.writes ?? 0;
    if (trace !== null) figures.findings += findingsOf(orm, trace, ranFiles(side)).length;
  }
  return figures;
}

/** "12 of 10,000 statements shown". */
function sayShown(sides: readonly PlaySide[], filter: StatementFilter): string {
  let [shown, all] = [0, 0];
  for (const side of sides) {
    const { orm, view, trace } = side;
    if (view === null || trace === null) continue;
    all += view.counts.statements;
    const found = foundIn(orm, trace, ranFiles(side));
    for (const { items } of view.cells) shown += countIn(filterItems(items, filter, found));
  }
  return `${whole(shown)} of ${counted(all, 'statement')} shown`;
}
