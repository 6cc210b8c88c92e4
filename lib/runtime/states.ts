import type { DatabaseState, FromWorker, Limits } from './contract';

type StateMessage = Extract<FromWorker, { type: 'state' }>;

/** Collects the states of one run's database, in the order in which they come. */
export interface StateCollector {
  /** Takes a state. One above the limits, which the interpreter keeps as well, is let go of; so are wrong orders. */
  readonly take: (message: StateMessage) => void;
  readonly all: () => readonly DatabaseState[];
}

/** Makes the collector of a run that starts from `image`. */
export function createStateCollector(
  image: Uint8Array | null,
  { stateBytes, allStatesBytes }: Pick<Limits, 'stateBytes' | 'allStatesBytes'>,
): StateCollector {
  let first: DatabaseState['database'] = image ?? new Uint8Array();
  const later: DatabaseState[] = [];
  let bytes = 0;
  const bounded = (database: StateMessage['database']): DatabaseState['database'] => {
    if (typeof database === 'string') return database;
    if (database.byteLength > stateBytes) return 'too-large';
    if (bytes + database.byteLength > allStatesBytes) return 'no-room';
    bytes += database.byteLength;
    return new Uint8Array(database);
  };
  return {
    take: ({ cell, database }) => {
      const before = later.at(-1)?.cell ?? -1;
      if (cell === null) {
        if (later.length === 0) first = bounded(database);
      } else if (cell > before) later.push({ cell, database: bounded(database) });
    },
    all: () => [{ cell: null, database: first }, ...later],
  };
}
