'use client';

import { useMemo, useState } from 'react';
import type { OpenImage, RowsWanted, Table } from '@/lib/inspect';
import { RowsGrid } from './rows-grid';
import { useRows } from './use-rows';

interface TableRowsProps {
  readonly image: OpenImage;
  readonly table: Table;
  /** Whose database it is in. */
  readonly name: string;
}

/** The rows of a table, sorted by any column. */
export function TableRows({ image, table, name }: TableRowsProps) {
  const [sort, setSort] = useState<RowsWanted['sort']>(null);
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const columns = useMemo(() => table.columns.filter(({ kind }) => kind !== 'hidden'), [table]);
  const read = useRows(image, table.name, table.rows, sort, sight);
  if (read === null) return <p className="inspector-note">Reading …</p>;
  if (read.problem !== null) return <p className="inspector-note">{read.problem}</p>;
  return (
    <>
      <RowsGrid
        label={`Rows of ${table.name}, ${name}`}
        columns={columns}
        count={read.count}
        rowAt={read.rowAt}
        sorting={{ sort, onSort: setSort }}
        onSight={(first, last) => setSight({ first, last })}
      />
      {read.count === 0 && <p className="inspector-note">No rows.</p>}
    </>
  );
}
