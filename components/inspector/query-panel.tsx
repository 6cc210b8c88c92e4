'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { KeyNames } from '@/components/ui/key-names';
import { Select } from '@/components/ui/select';
import { useIsMac } from '@/components/ui/use-is-mac';
import type { Position } from '@/lib/inspect';
import { keyNames } from '@/lib/stores/actions/chord';
import { pageInspectorView } from '@/lib/stores/page-stores';
import { useInspectorView } from '@/lib/stores/use-inspector-view';
import { Panes } from './panes';
import { QueryResults } from './query-results';
import type { Inspected } from './use-inspected';

/** SQL of one's own, on a copy of the databases that are looked at. */
export function QueryPanel({ inspected }: { readonly inspected: readonly Inspected[] }) {
  const sql = useInspectorView((state) => state.query);
  const history = useInspectorView((state) => state.history);
  const [asked, setAsked] = useState<{ readonly sql: string } | null>(null);
  const isMac = useIsMac();
  const field = useRef<HTMLTextAreaElement>(null);
  const { set, remember } = pageInspectorView.getState();
  const run = (): void => {
    if (sql.trim() === '') return;
    remember(sql);
    setAsked({ sql });
  };
  const goTo = ({ offset }: Position): void => {
    field.current?.focus();
    field.current?.setSelectionRange(offset, offset);
  };
  const example = `SELECT * FROM ${exampleTable(inspected)} LIMIT 20`;
  return (
    <div className="query">
      <div className="query-side">
        <textarea
          ref={field}
          className="sql-field"
          aria-label="SQL to run on a copy"
          placeholder={example}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          value={sql}
          onChange={({ target }) => set({ query: target.value })}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
            // The page would run the code of both sides.
            event.preventDefault();
            run();
          }}
        />
        <div className="query-actions">
          <Button size="small" onClick={run} aria-keyshortcuts="Control+Enter Meta+Enter">
            Run on a copy <KeyNames ways={[keyNames({ key: 'Enter', mod: true }, isMac)]} />
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => set({ tab: 'plan', statement: sql.trim() === '' ? example : sql })}
          >
            Plan
          </Button>
          {history.length > 0 && (
            <Select
              className="query-history"
              aria-label="Statements run before"
              value=""
              onChange={({ target }) => {
                const before = history[Number(target.value)];
                if (before !== undefined) set({ query: before });
                field.current?.focus();
              }}
            >
              <option value="">History</option>
              {history.map((each, at) => (
                <option key={each} value={at}>
                  {each.replaceAll(/\s+/g, ' ').slice(0, 80)}
                </option>
              ))}
            </Select>
          )}
        </div>
        <p className="inspector-note">Your statements don’t change the run.</p>
      </div>
      <Panes inspected={inspected}>
        {(image, { name }) => <QueryResults image={image} asked={asked} name={name} onGoTo={goTo} />}
      </Panes>
    </div>
  );
}

function exampleTable(inspected: readonly Inspected[]): string {
  for (const { state } of inspected) {
    const [table] = state.kind === 'open' ? state.image.schema.tables : [];
    if (table !== undefined) return table.name;
  }
  return 'book';
}
