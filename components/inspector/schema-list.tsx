'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { Schema, Table } from '@/lib/inspect';
import { pageInspectorView } from '@/lib/stores/page-stores';
import { counted } from '@/lib/trace/view/figures';
import { keyWords, referenceWords } from './structure-words';

interface SchemaListProps {
  readonly schema: Schema;
  /** Whose database it is. */
  readonly name: string;
  readonly chosen: string | null;
  readonly onChoose: (table: string) => void;
}

/** All that the drawing shows, as a list: tables, their columns, and what refers to what. */
export function SchemaList({ schema, name, chosen, onChoose }: SchemaListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (chosen !== null) list.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <ul ref={list} className="schema-list" aria-label={`Tables, ${name}`}>
      {schema.tables
        .filter(({ kind }) => kind !== 'shadow')
        .map((table) => (
          <li key={table.name} data-chosen={table.name === chosen || undefined}>
            <div className="schema-item">
              <button type="button" aria-pressed={table.name === chosen} onClick={() => onChoose(table.name)}>
                <b>{table.name}</b> {table.rows === null ? table.kind : counted(table.rows, 'row')}
              </button>
              {table.name === chosen && (
                <Button
                  size="small"
                  look="quiet"
                  onClick={() => pageInspectorView.getState().set({ tab: 'tables', table: table.name })}
                >
                  Show rows
                </Button>
              )}
            </div>
            <Columns table={table} />
            {referrers(schema, table).map((words) => (
              <p key={words} className="schema-refers">
                {words}
              </p>
            ))}
          </li>
        ))}
    </ul>
  );
}

function Columns({ table }: { readonly table: Table }) {
  return (
    <ul>
      {table.columns
        .filter(({ kind }) => kind !== 'hidden')
        .map((column) => {
          const key = keyWords(table, column);
          return (
            <li key={column.name}>
              <code>{column.name}</code> <span>{column.type === '' ? 'any type' : column.type}</span>
              {key !== '' && <span>, {key}</span>}
              {column.notNull && column.primaryKey === 0 && <span>, not NULL</span>}
            </li>
          );
        })}
    </ul>
  );
}

/** "Referred to by book: author_id to author (id)". */
function referrers({ tables }: Schema, table: Table): string[] {
  return tables.flatMap((other) =>
    other.foreignKeys
      .filter((key) => key.table.toLowerCase() === table.name.toLowerCase())
      .map((key) => `Referred to by ${other.name}: ${referenceWords(key)}`),
  );
}
