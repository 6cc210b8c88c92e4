import { ORMS, type Orm } from '../orm/orm';
import { createEngine, type Engine } from './engine';
import { createSupplier } from './supplier';

/** Device memory, in GiB, above which an interpreter waits as a spare for each engine (some 90 MB each). */
const SPARES_ABOVE_GIB = 4;

/** The engines of both ORMs, on the same files. */
export type Runtime = Readonly<Record<Orm, Engine>>;

/**
 * Makes the engines; nothing is loaded until one is started or asked to run.
 * @param base the folder of the runtime files, ending in a slash: `/runtime/`
 */
export function createRuntime(base: string): Runtime {
  const supplier = createSupplier({ base });
  const spares = deviceMemory() > SPARES_ABOVE_GIB ? 1 : 0;
  const engines = ORMS.map((orm) => [orm, createEngine({ orm, supplier, spares, whenIdle })] as const);
  return Object.fromEntries(engines) as Record<Orm, Engine>;
}

/** Memory of the device in GiB, rounded and capped by the browser; 0 where it does not tell. */
function deviceMemory(): number {
  const told: unknown = Reflect.get(navigator, 'deviceMemory');
  return typeof told === 'number' ? told : 0;
}

const IDLE_TIMEOUT_MS = 2_000;

function whenIdle(callback: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback, { timeout: IDLE_TIMEOUT_MS });
  else setTimeout(callback, IDLE_TIMEOUT_MS);
}
