'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { OpenImage } from '@/lib/inspect';
import { useWorkspace } from '@/lib/stores/use-desk';
import { messageOf } from './message-of';
import { saveFile } from './save-file';
import type { Inspected } from './use-inspected';

interface ExportButtonsProps {
  readonly image: OpenImage;
  readonly source: Inspected['key'];
  /** The table that is shown. */
  readonly table: string | null;
}

/** Saves the database as a file, as an SQL script, or the table as CSV. */
export function ExportButtons({ image, source, table }: ExportButtonsProps) {
  const name = useWorkspace((state) => state.name);
  const [problem, setProblem] = useState<string | null>(null);
  const base = `${fileName(name)}-${source}`;
  const save = (what: () => Promise<void>): void => {
    setProblem(null);
    what().catch((error: unknown) => setProblem(messageOf(error)));
  };
  return (
    <fieldset className="export">
      <legend className="sr-only">Save</legend>
      <span aria-hidden="true">Save</span>
      <Button
        size="small"
        look="quiet"
        aria-label="Save the database as a .sqlite file"
        onClick={() =>
          save(async () => saveFile(`${base}.sqlite`, 'application/vnd.sqlite3', image.bytes.slice()))
        }
      >
        .sqlite
      </Button>
      <Button
        size="small"
        look="quiet"
        aria-label="Save the database as an .sql script"
        onClick={() => save(async () => saveFile(`${base}.sql`, 'application/sql', await image.dump()))}
      >
        .sql
      </Button>
      {table !== null && (
        <Button
          size="small"
          look="quiet"
          aria-label={`Save the table ${table} as .csv`}
          onClick={() =>
            save(async () => saveFile(`${fileName(table)}.csv`, 'text/csv', await image.csv(table)))
          }
        >
          .csv
        </Button>
      )}
      {problem !== null && <span role="alert">{problem}</span>}
    </fieldset>
  );
}

/** A name that every file system takes. */
function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? 'database' : plain;
}
