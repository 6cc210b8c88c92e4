'use client';

import { Button } from '@/components/ui/button';
import { reportChanges } from '@/lib/inspect';
import { ORM_NAMES, ORMS } from '@/lib/orm/orm';
import { perform } from '@/lib/stores/actions/page-actions';
import type { InspectedSource } from '@/lib/stores/inspector-view';
import { useRuns } from '@/lib/stores/use-desk';
import { saySchemaChanges, sayTable } from './change-words';
import { ChangedTable } from './changed-table';
import { type SideReports, useChanges } from './use-changes';

/** What the last run changed, table by table: rows before and after, and what was set without a change. */
export function ChangesPanel({ source }: { readonly source: InspectedSource }) {
  const last = useRuns((state) => state.last);
  const reports = { django: useChanges(last.django), sqlalchemy: useChanges(last.sqlalchemy) };
  const wanted: SideReports = ORMS.filter((orm) => source === 'both' || source === orm).map((orm) => ({
    orm,
    report: reports[orm],
  }));
  const compared = wanted.flatMap(({ orm, report }) =>
    report.kind === 'compared' ? [{ orm, changes: report.changes, writes: report.writes }] : [],
  );
  if (wanted.every(({ report }) => report.kind === 'none')) return <NotRun source={source} />;
  const tables = reportChanges(compared);
  const sides = compared.map(({ orm }) => orm);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it with the arrow keys
    <section className="changes" aria-label="What the last run changed" tabIndex={0}>
      {wanted.map(({ orm, report }) => (
        <Missing key={orm} name={ORM_NAMES[orm]} report={report} />
      ))}
      {compared.length > 0 && (
        <p className="changes-lead">
          {tables.length === 0 ? (
            <b>No row was changed, added or removed.</b>
          ) : (
            tables.map((table) => (
              <span key={table.table}>
                <b>{sayTable(table, sides)}</b>{' '}
              </span>
            ))
          )}
        </p>
      )}
      {tables.map((table) => (
        <ChangedTable key={table.table} report={table} sides={sides} />
      ))}
      {compared.map(({ orm, changes }) => (
        <ul key={orm} className="changes-notes">
          {saySchemaChanges(changes).map((sentence) => (
            <li key={sentence}>
              {ORM_NAMES[orm]}: {sentence}
            </li>
          ))}
        </ul>
      ))}
    </section>
  );
}

function NotRun({ source }: { readonly source: InspectedSource }) {
  return (
    <div className="inspector-empty">
      <p>
        {source === 'both' || source === 'start'
          ? 'Nothing has run here yet, so there is nothing to compare.'
          : `${ORM_NAMES[source]} has not run here yet, so there is nothing to compare.`}
      </p>
      <Button onClick={() => perform('run')}>Run both</Button>
    </div>
  );
}

function Missing({
  name,
  report,
}: {
  readonly name: string;
  readonly report: SideReports[number]['report'];
}) {
  switch (report.kind) {
    case 'none':
      return <p className="inspector-note">{name} has left no database yet.</p>;
    case 'comparing':
      return <p className="inspector-note">Comparing what {name} left …</p>;
    case 'failed':
      return (
        <p className="inspector-note" role="alert">
          {name}: {report.message}
        </p>
      );
    case 'compared':
      return null;
  }
}
