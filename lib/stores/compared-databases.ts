import type { TableComparison } from '../trace/equivalence/image';
import { pageInspector } from './page-stores';

/** The same two databases follow many cells: they are compared once. Whatever holds them keeps what came of it. */
const known = new WeakMap<Uint8Array, WeakMap<Uint8Array, Promise<readonly TableComparison[]>>>();

const IDLE_TIMEOUT_MS = 1_000;

/**
 * Compares the databases of both sides in an idle moment, in the inspector's worker.
 * @throws InspectorError, as a rejection, when one of them cannot be read; RuntimeError when the inspector cannot be had
 */
export function compareDatabases(
  django: Uint8Array,
  sqlalchemy: Uint8Array,
): Promise<readonly TableComparison[]> {
  const others = known.get(django) ?? new WeakMap<Uint8Array, Promise<readonly TableComparison[]>>();
  known.set(django, others);
  const before = others.get(sqlalchemy);
  if (before !== undefined) return before;
  const compared = idleMoment()
    .then(pageInspector)
    .then((inspector) => inspector.compareImages(django, sqlalchemy));
  others.set(sqlalchemy, compared);
  compared.catch(() => others.delete(sqlalchemy));
  return compared;
}

function idleMoment(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: IDLE_TIMEOUT_MS });
    else setTimeout(resolve, 0);
  });
}
