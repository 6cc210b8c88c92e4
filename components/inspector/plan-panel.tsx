'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { suggestIndex } from '@/lib/inspect';
import { pageInspectorView } from '@/lib/stores/page-stores';
import { useRuns } from '@/lib/stores/use-desk';
import { useInspectorView } from '@/lib/stores/use-inspector-view';
import { Panes } from './panes';
import { PlanResult } from './plan-result';
import { sentStatements } from './sent-statements';
import { useAnswer } from './use-answer';
import type { Inspected } from './use-inspected';
import { useSettled } from './use-settled';

/** How SQLite would carry out a statement, and how with an index that it does not have. */
export function PlanPanel({ inspected }: { readonly inspected: readonly Inspected[] }) {
  const sql = useInspectorView((state) => state.statement);
  const indexSql = useInspectorView((state) => state.index);
  const last = useRuns((state) => state.last);
  const sent = useMemo(
    () =>
      sentStatements({
        ...(last.django === null ? {} : { django: last.django.outcome.trace }),
        ...(last.sqlalchemy === null ? {} : { sqlalchemy: last.sqlalchemy.outcome.trace }),
      }),
    [last],
  );
  const { set } = pageInspectorView.getState();
  const asked = useSettled(sql);
  const tried = useSettled(indexSql);
  const suggestion = useSuggestion(inspected, asked);
  return (
    <div className="query">
      <div className="query-side">
        {sent.length > 0 && (
          <Select
            className="plan-sent"
            aria-label="Statements of the last run"
            value={sent.findIndex((each) => each.sql === sql)}
            onChange={({ target }) => {
              const chosen = sent[Number(target.value)];
              if (chosen !== undefined) set({ statement: chosen.sql });
            }}
          >
            <option value={-1}>
              {sql === '' ? 'Choose a statement of the last run' : 'A statement of your own'}
            </option>
            {sent.map(({ words }, at) => (
              <option key={words} value={at}>
                {words}
              </option>
            ))}
          </Select>
        )}
        <textarea
          className="sql-field"
          aria-label="Statement to plan"
          placeholder="SELECT …"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          value={sql}
          onChange={({ target }) => set({ statement: target.value })}
        />
        <label className="plan-index">
          <span>Try an index</span>
          <input
            className="sql-field"
            placeholder="CREATE INDEX …"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            value={indexSql}
            onChange={({ target }) => set({ index: target.value })}
          />
        </label>
        {suggestion !== null && suggestion !== indexSql && (
          <Button size="small" className="plan-suggestion" onClick={() => set({ index: suggestion })}>
            Try <code>{suggestion}</code>
          </Button>
        )}
        <p className="inspector-note">Neither is run: SQLite only says what it would do.</p>
      </div>
      <Panes inspected={inspected}>
        {(image, { name }) => <PlanResult image={image} sql={asked} indexSql={tried} name={name} />}
      </Panes>
    </div>
  );
}

/** An index for the first database whose plan reads a table whole. */
function useSuggestion(inspected: readonly Inspected[], sql: string): string | null {
  const images = inspected.flatMap(({ state }) => (state.kind === 'open' ? [state.image] : []));
  const answer = useAnswer<{ readonly index: string | null }>(
    [images[0], images[1], sql],
    sql.trim() === ''
      ? null
      : async () => {
          for (const image of images) {
            const index = suggestIndex(sql, await image.explain(sql), image.schema);
            if (index !== null) return { index };
          }
          return { index: null };
        },
  );
  return answer?.kind === 'answer' ? answer.value.index : null;
}
