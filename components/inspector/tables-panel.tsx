'use client';

import { useState } from 'react';
import { type Choice, Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import type { OpenImage, Schema, Table } from '@/lib/inspect';
import { pageInspectorView } from '@/lib/stores/page-stores';
import { useInspectorView } from '@/lib/stores/use-inspector-view';
import { counted, whole } from '@/lib/trace/view/figures';
import { ExportButtons } from './export-buttons';
import { Panes } from './panes';
import { StartingData } from './starting-data';
import { TableRows } from './table-rows';
import { TableStructure } from './table-structure';
import type { Inspected } from './use-inspected';
import type { OpenedFile } from './use-open-file';

type Part = 'rows' | 'structure';

const PARTS: readonly Choice<Part>[] = [
  { value: 'rows', label: 'Rows' },
  { value: 'structure', label: 'Columns' },
];

interface TablesPanelProps {
  readonly inspected: readonly Inspected[];
  readonly file: OpenedFile;
}

/** The tables, and one of them: its rows, or how it is made. */
export function TablesPanel({ inspected, file }: TablesPanelProps) {
  const chosen = useInspectorView((state) => state.table);
  const [part, setPart] = useState<Part>('rows');
  const schemas = inspected.flatMap(({ state }) => (state.kind === 'open' ? [state.image.schema] : []));
  const names = namesIn(schemas);
  const shown = chosen !== null && names.includes(chosen) ? chosen : (names[0] ?? null);
  const choose = (table: string): void => pageInspectorView.getState().set({ table });
  return (
    <div className="tables">
      <div className="tables-side">
        <nav aria-label="Tables">
          <ul className="tables-list">
            {names.map((name) => (
              <li key={name}>
                <button type="button" aria-current={name === shown || undefined} onClick={() => choose(name)}>
                  <span>{name}</span>
                  <span className="tables-count">{countsOf(schemas, name)}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {shown !== null && (
          <Select
            className="tables-select"
            aria-label="Table"
            value={shown}
            onChange={({ target }) => choose(target.value)}
          >
            {names.map((name) => (
              <option key={name} value={name}>
                {name}, {countsOf(schemas, name)}
              </option>
            ))}
          </Select>
        )}
        <StartingData file={file} />
      </div>
      <Panes inspected={inspected}>
        {(image, each) => {
          const table = image.schema.tables.find(({ name }) => name === shown);
          return (
            <>
              <div className="table-head">
                <h3>{shown ?? 'No tables'}</h3>
                {table !== undefined && <span className="table-count">{extentOf(table)}</span>}
                <Segmented
                  legend={`What of ${shown}, ${each.name}`}
                  choices={PARTS}
                  value={part}
                  onChange={setPart}
                />
                <ExportButtons image={image} source={each.key} table={table?.name ?? null} />
              </div>
              <OneTable image={image} shown={shown} table={table} name={each.name} part={part} />
            </>
          );
        }}
      </Panes>
    </div>
  );
}

interface OneTableProps {
  readonly image: OpenImage;
  readonly shown: string | null;
  readonly table: Table | undefined;
  /** Whose database it is in. */
  readonly name: string;
  readonly part: Part;
}

function OneTable({ image, shown, table, name, part }: OneTableProps) {
  if (table === undefined)
    return (
      <p className="inspector-note">
        {shown === null
          ? 'This database is empty. Models make their tables when the code runs.'
          : `There is no table ${shown} here.`}
      </p>
    );
  if (table.problem !== null)
    return <p className="inspector-note">SQLite cannot read it: {table.problem}.</p>;
  if (part === 'structure') return <TableStructure table={table} />;
  return <TableRows key={table.name} image={image} table={table} name={name} />;
}

function namesIn(schemas: readonly Schema[]): string[] {
  const tables = schemas.flatMap((schema) => schema.tables).filter(({ kind }) => kind !== 'shadow');
  return [...new Set(tables.map(({ name }) => name))];
}

/** "20", or "20 and 21" where sides differ; a view is not counted. */
function countsOf(schemas: readonly Schema[], name: string): string {
  const counts = schemas.map(({ tables }) => {
    const table = tables.find((each) => each.name === name);
    if (table === undefined) return 'not there';
    return table.rows === null ? table.kind : whole(table.rows);
  });
  return [...new Set(counts)].join(' and ');
}

function extentOf({ rows, kind, columns }: Table): string {
  const wide = counted(columns.length, 'column');
  return rows === null ? `${kind}, ${wide}` : `${counted(rows, 'row')}, ${wide}`;
}
