'use client';

import { useCallback, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Each } from '@/components/ui/each';
import type { OpenImage, Position, QueryResult, Refused, StatementResult } from '@/lib/inspect';
import { counted, whole } from '@/lib/trace/view/figures';
import { RowsGrid } from './rows-grid';
import { useAnswer } from './use-answer';

interface QueryResultsProps {
  readonly image: OpenImage;
  /** What was run last; the object is another for each time. */
  readonly asked: { readonly sql: string } | null;
  /** Whose database it is. */
  readonly name: string;
  readonly onGoTo: (position: Position) => void;
}

/** What statements gave on a copy of one database. */
export function QueryResults({ image, asked, name, onGoTo }: QueryResultsProps) {
  const answer = useAnswer<QueryResult>([image, asked], asked === null ? null : () => image.query(asked.sql));
  if (asked === null) return <p className="inspector-note">What your statements give is shown here.</p>;
  if (answer === null) return <p className="inspector-note">Running …</p>;
  if (answer.kind === 'failed') return <p role="alert">{answer.message}</p>;
  const { statements, refused } = answer.value;
  return (
    <div className="query-results" data-count={statements.length}>
      <p role="status" className="sr-only">
        {refused?.message ?? `${name}: ${statements.map(sayResult).join(' ')}`}
      </p>
      <Each of={statements}>
        {(result, at) => <OneResult result={result} label={`Result ${at + 1}, ${name}`} />}
      </Each>
      {refused !== null && <RefusedWords refused={refused} onGoTo={onGoTo} />}
      {statements.length === 0 && refused === null && <p>There is no statement in this text.</p>}
    </div>
  );
}

function OneResult({ result, label }: { readonly result: StatementResult; readonly label: string }) {
  const words = <p className="query-words">{sayResult(result)}</p>;
  if (result.kind !== 'rows' || result.rows.length === 0) return words;
  return (
    <div className="query-result">
      {words}
      <ResultRows result={result} label={label} />
    </div>
  );
}

interface ResultRowsProps {
  readonly result: Extract<StatementResult, { kind: 'rows' }>;
  readonly label: string;
}

function ResultRows({ result: { rows, columns: names }, label }: ResultRowsProps) {
  const columns = useMemo(() => names.map((name) => ({ name, type: '' })), [names]);
  const rowAt = useCallback((index: number) => rows[index], [rows]);
  return <RowsGrid label={label} columns={columns} count={rows.length} rowAt={rowAt} />;
}

function sayResult(result: StatementResult): string {
  switch (result.kind) {
    case 'rows':
      return result.more
        ? `The first ${whole(result.rows.length)} rows; there are more.`
        : `${counted(result.rows.length, 'row')}.`;
    case 'changed':
      return `${counted(result.rows, 'row')} changed, in this copy only.`;
    case 'done':
      return 'Done, in this copy only.';
  }
}

function RefusedWords({
  refused,
  onGoTo,
}: {
  readonly refused: Refused;
  readonly onGoTo: QueryResultsProps['onGoTo'];
}) {
  const { message, position } = refused;
  return (
    <p className="query-refused">
      <span>{message}</span>
      {position !== null && (
        <Button size="small" onClick={() => onGoTo(position)}>
          Go to line {position.line}, column {position.column}
        </Button>
      )}
    </p>
  );
}
