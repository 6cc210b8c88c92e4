'use client';

import { useState } from 'react';
import { ORM_NAMES, ORMS } from '@/lib/orm/orm';
import type { EngineState } from '@/lib/runtime';
import type { ServerState } from '@/lib/stores/help/help';
import { useHelp } from '@/lib/stores/help/use-help';
import { useEngines } from '@/lib/stores/use-engines';
import { useLoadedFiles } from '@/lib/stores/use-loaded-files';
import type { Versions } from '@/lib/trace/schema';
import { size } from '@/lib/trace/view/figures';
import { assertNever } from '@/lib/util/assert-never';
import { loadedParts, sum } from './loaded-parts';
import { LoadedTable } from './loaded-table';

/** Where each engine stands, what runs in it, and what this page has loaded for it. */
export function EngineLine({ versions: built }: { readonly versions: Versions }) {
  const states = useEngines((state) => state.states);
  const start = useEngines((state) => state.start);
  const help = helpWords(useHelp((state) => state.server));
  const files = useLoadedFiles();
  const [isOpen, setOpen] = useState(false);
  const isFailed = ORMS.some((orm) => states[orm].kind === 'failed');
  const versions = ORMS.map((orm) => versionsOf(states[orm])).find((each) => each !== null) ?? built;
  const parts = loadedParts(files);
  return (
    <section className="engine-line" aria-label="Engines and what is loaded" data-region>
      <ul aria-label="Engines">
        {ORMS.map((orm) => (
          <li key={orm} data-engine={orm} data-state={states[orm].kind}>
            {ORM_NAMES[orm]} {versions[orm]}: {wordsOf(states[orm])}
          </li>
        ))}
        {help !== null && <li>Help while writing: {help}</li>}
        <li>
          Python {versions.python}, SQLite {versions.sqlite}, Pyodide {versions.pyodide}
        </li>
      </ul>
      {parts.length > 0 && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>Loaded beside the page: {size(sum(files.map(({ storedBytes }) => storedBytes)))}</summary>
          {isOpen && <LoadedTable parts={parts} />}
        </details>
      )}
      {isFailed && (
        <button type="button" className="button" onClick={start}>
          Start the engines again
        </button>
      )}
    </section>
  );
}

/** Where the language server stands; null before somebody edits. */
function helpWords(state: ServerState): string | null {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'starting':
      return 'loading';
    case 'ready':
      return `ready, started in ${(state.startMs / 1000).toFixed(1)} s`;
    case 'failed':
      return state.sentence;
    default:
      return assertNever(state);
  }
}

function versionsOf(state: EngineState): Versions | null {
  return state.kind === 'ready' || state.kind === 'running' ? state.versions : null;
}

function wordsOf(state: EngineState): string {
  switch (state.kind) {
    case 'idle':
      return 'not loaded yet';
    case 'booting':
      return state.step === 'download' ? 'downloading' : 'starting';
    case 'ready':
      return `ready, ${howOf(state)}`;
    case 'running':
      return `running, ${howOf(state)}`;
    case 'failed':
      return state.error.message;
    default:
      return assertNever(state);
  }
}

function howOf({ boot }: Extract<EngineState, { kind: 'ready' | 'running' }>): string {
  return boot.how === 'snapshot' ? 'from the snapshot' : `started the slow way (${boot.why})`;
}
