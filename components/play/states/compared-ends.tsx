'use client';

import Database from 'lucide-react/icons/database';
import { DatabaseDifference } from '@/components/trace/equality/database-difference';
import { VerdictLine } from '@/components/trace/equality/verdict-line';
import { DataTable } from '@/components/ui/data-table';
import { ORMS, type Orm } from '@/lib/orm/orm';
import type { FinishedRun } from '@/lib/stores/runs/run';
import { databaseEquality, isCounted } from '@/lib/trace/equivalence/database-equality';
import type { TableComparison } from '@/lib/trace/equivalence/image';
import { sayDatabaseEquality } from '@/lib/trace/equivalence/say-database';
import { sayTable } from '@/lib/trace/equivalence/say-table';
import { SHORT_NAMES } from '@/lib/trace/equivalence/short-names';
import { whole } from '@/lib/trace/view/figures';
import { sayNotCompared } from './say-not-compared';
import { useCompared } from './use-compared';

/** Whether the databases that two runs left agree, table by table and row by row. */
export function ComparedEnds(runs: Readonly<Record<Orm, FinishedRun>>) {
  const why = whyNot(runs);
  const image = (orm: Orm): Uint8Array | null => (why === null ? runs[orm].image : null);
  const compared = useCompared(image('django'), image('sqlalchemy'));
  if (why === null && compared === null) return null;
  return (
    <section className="cell-row final-tables" aria-label="Databases at the end">
      <header className="cell-row-head">
        <h3>Databases at the end</h3>
        {why !== null && <VerdictLine icon={Database} verdict={`${why}.`} isStrong />}
        {compared?.kind === 'failed' && (
          <VerdictLine icon={Database} verdict={`Databases not compared. ${compared.why}`} isStrong />
        )}
        {compared?.kind === 'compared' && (
          <VerdictLine
            icon={Database}
            verdict={`${sayDatabaseEquality(databaseEquality(compared.tables))}.`}
            isStrong
            difference={compared.tables.length > 0 && <Tables tables={compared.tables} />}
          />
        )}
      </header>
    </section>
  );
}

function Tables({ tables }: { readonly tables: readonly TableComparison[] }) {
  return (
    <>
      <DataTable
        label="Rows of each table in both databases"
        head={['Table', ...ORMS.map((orm) => SHORT_NAMES[orm]), 'Verdict']}
        className="final-table"
      >
        {tables.map((each) => (
          <tr key={each.table}>
            <th scope="row">
              <code>{each.table}</code>
              {each.otherName !== undefined && (
                <>
                  , <code>{each.otherName}</code>
                </>
              )}
            </th>
            {ORMS.map((orm) => (
              <td key={orm} className="final-count">
                {each.rows[orm] === null ? 'none' : whole(each.rows[orm])}
              </td>
            ))}
            <td className="final-verdict">
              {sayTable(each.verdict)}
              {!isCounted(each) && ', of its own: not counted'}
            </td>
          </tr>
        ))}
      </DataTable>
      <DatabaseDifference tables={tables} />
    </>
  );
}

/** Why what the runs left is not compared, without a full stop; null when it can be. */
function whyNot(runs: Readonly<Record<Orm, FinishedRun>>): string | null {
  const left = (orm: Orm) => ({
    database: runs[orm].image ?? ('unreadable' as const),
    startedFrom: runs[orm].ran.database,
  });
  if (runs.django.upTo !== runs.sqlalchemy.upTo)
    return 'Databases not compared: the sides ran to different cells';
  return sayNotCompared({ django: left('django'), sqlalchemy: left('sqlalchemy') });
}
