'use client';

import { useState } from 'react';
import { Panes } from './panes';
import { SchemaDiagram } from './schema-diagram';
import { SchemaList } from './schema-list';
import type { Inspected } from './use-inspected';

/** How tables hang together: a list, and the same as a drawing. */
export function SchemaPanel({ inspected }: { readonly inspected: readonly Inspected[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Panes inspected={inspected}>
      {({ schema }, { name }) =>
        schema.tables.length === 0 ? (
          <p className="inspector-note">
            This database is empty. Models make their tables when the code runs.
          </p>
        ) : (
          <div className="schema">
            <SchemaList schema={schema} name={name} chosen={chosen} onChoose={setChosen} />
            <SchemaDiagram schema={schema} name={name} chosen={chosen} onChoose={setChosen} />
          </div>
        )
      }
    </Panes>
  );
}
