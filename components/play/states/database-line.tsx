'use client';

import Database from 'lucide-react/icons/database';
import { DatabaseDifference } from '@/components/trace/equality/database-difference';
import { VerdictLine } from '@/components/trace/equality/verdict-line';
import { ORMS, type Orm } from '@/lib/orm/orm';
import { databaseEquality } from '@/lib/trace/equivalence/database-equality';
import { sayDatabaseEquality, sayUncommitted } from '@/lib/trace/equivalence/say-database';
import type { DatabaseAfter } from './database-after';
import { sayNotCompared } from './say-not-compared';
import { useCompared } from './use-compared';

interface DatabaseLineProps {
  readonly after: Readonly<Record<Orm, DatabaseAfter>>;
}

/** Whether both sides' databases are the same after a row, and what of it is not committed yet. */
export function DatabaseLine({ after }: DatabaseLineProps) {
  const { django, sqlalchemy } = after;
  const why = sayNotCompared(after);
  const bytes = ({ database }: DatabaseAfter): Uint8Array | null =>
    why === null && typeof database !== 'string' ? database : null;
  const compared = useCompared(bytes(django), bytes(sqlalchemy));
  const open = sayUncommitted({ django: django.uncommitted, sqlalchemy: sqlalchemy.uncommitted });
  const rest = open === null ? null : `${open}.`;
  if (why !== null) {
    return (
      <VerdictLine icon={Database} verdict={`${why}.`} isStrong={false}>
        {rest}
      </VerdictLine>
    );
  }
  if (compared === null) return null;
  if (compared.kind === 'failed') {
    return (
      <VerdictLine icon={Database} verdict={`Databases not compared. ${compared.why}`} isStrong={false} />
    );
  }
  const equality = databaseEquality(compared.tables);
  const isChanged = ORMS.some((orm) => after[orm].isChanged);
  const isDifferent = equality.kind === 'different';
  const verdict =
    isChanged || equality.kind === 'no-table-in-common'
      ? sayDatabaseEquality(equality)
      : UNCHANGED[equality.kind];
  return (
    <VerdictLine
      icon={Database}
      verdict={`${verdict}.`}
      isStrong={isDifferent && isChanged}
      difference={isDifferent && <DatabaseDifference tables={compared.tables} />}
    >
      {rest}
    </VerdictLine>
  );
}

/** In short, where neither side wrote anything: it is said in full where it came to be. */
const UNCHANGED = { same: 'Same database', different: 'Databases still differ' } as const;
