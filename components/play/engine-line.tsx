'use client';

import { ORM_NAMES, ORMS } from '@/lib/orm/orm';
import type { EngineState } from '@/lib/runtime';
import { useEngines } from '@/lib/stores/use-engines';
import type { Versions } from '@/lib/trace/schema';
import { assertNever } from '@/lib/util/assert-never';

/** Where each engine stands, and what runs in it. */
export function EngineLine({ versions }: { readonly versions: Versions }) {
  const states = useEngines((state) => state.states);
  const start = useEngines((state) => state.start);
  const isFailed = ORMS.some((orm) => states[orm].kind === 'failed');
  return (
    <footer className="engine-line">
      <ul aria-label="Engines">
        {ORMS.map((orm) => (
          <li key={orm} data-engine={orm} data-state={states[orm].kind}>
            {ORM_NAMES[orm]}: {wordsOf(states[orm])}
          </li>
        ))}
        <li>
          Python {versions.python}, SQLite {versions.sqlite}, Pyodide {versions.pyodide}
        </li>
      </ul>
      {isFailed && (
        <button type="button" className="button" onClick={start}>
          Start the engines again
        </button>
      )}
    </footer>
  );
}

function wordsOf(state: EngineState): string {
  switch (state.kind) {
    case 'idle':
      return 'not loaded yet';
    case 'booting':
      return state.step === 'download' ? 'downloading' : 'starting';
    case 'ready':
      return state.boot.how === 'snapshot' ? 'ready' : `ready, started the slow way (${state.boot.why})`;
    case 'running':
      return 'running';
    case 'failed':
      return state.error.message;
    default:
      return assertNever(state);
  }
}
