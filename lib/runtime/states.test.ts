import { describe, expect, it } from 'vitest';
import { createStateCollector } from './states';

const LIMITS = { stateBytes: 4, allStatesBytes: 6 };
const bytes = (...values: number[]): ArrayBuffer => new Uint8Array(values).buffer;
const state = (cell: number | null, database: ArrayBuffer | 'unreadable') =>
  ({ type: 'state', cell, database }) as const;

describe('the states of a run', () => {
  it('begin with what it started from, or with nothing', () => {
    const image = new Uint8Array([1]);
    expect(createStateCollector(image, LIMITS).all()).toEqual([{ cell: null, database: image }]);
    expect(createStateCollector(null, LIMITS).all()).toEqual([{ cell: null, database: new Uint8Array() }]);
  });

  it('begin with what the set-up made of it, and go on with what cells did', () => {
    const states = createStateCollector(new Uint8Array([1]), LIMITS);
    states.take(state(null, bytes(2)));
    states.take(state(0, bytes(3)));
    states.take(state(4, 'unreadable'));
    expect(states.all()).toEqual([
      { cell: null, database: new Uint8Array([2]) },
      { cell: 0, database: new Uint8Array([3]) },
      { cell: 4, database: 'unreadable' },
    ]);
  });

  it('are within the limits, whatever comes', () => {
    const states = createStateCollector(null, LIMITS);
    states.take(state(0, bytes(1, 2, 3, 4, 5)));
    states.take(state(1, bytes(1, 2, 3, 4)));
    states.take(state(2, bytes(1, 2, 3)));
    states.take(state(3, bytes(1, 2)));
    expect(
      states.all().map(({ database }) => (typeof database === 'string' ? database : database.length)),
    ).toEqual([0, 'too-large', 4, 'no-room', 2]);
  });

  it('come in the order of the cells, each once', () => {
    const states = createStateCollector(null, LIMITS);
    states.take(state(1, bytes(1)));
    states.take(state(null, bytes(2)));
    states.take(state(1, bytes(3)));
    states.take(state(0, bytes(4)));
    expect(states.all()).toEqual([
      { cell: null, database: new Uint8Array() },
      { cell: 1, database: new Uint8Array([1]) },
    ]);
  });
});
