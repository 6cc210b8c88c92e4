import { describe, expect, it } from 'vitest';
import type { Runtime } from '../../runtime';
import { settle, testingRuntime } from '../testing-runtime';
import { createEnginesStore } from './engines-store';

const PROGRAM = { files: {}, image: null };

function engines() {
  const fake = testingRuntime();
  const loads: Array<{ arrive: () => void; fail: () => void }> = [];
  const store = createEnginesStore(
    () =>
      new Promise<Runtime>((resolve, reject) => {
        loads.push({ arrive: () => resolve(fake.runtime), fail: () => reject(new TypeError('chunk')) });
      }),
  );
  const kinds = () => Object.values(store.getState().states).map(({ kind }) => kind);
  return { ...fake, store, loads, kinds };
}

describe('the engines of a page', () => {
  it('load nothing before they are wanted, and their code only once', async () => {
    const { store, loads, started, kinds } = engines();
    expect(loads).toHaveLength(0);
    expect(kinds()).toEqual(['idle', 'idle']);
    store.getState().start();
    store.getState().start();
    void store.getState().runtime();
    expect(loads).toHaveLength(1);
    loads[0]?.arrive();
    await settle();
    expect(started).toContain('django');
    expect(started).toContain('sqlalchemy');
    expect(kinds()).toEqual(['booting', 'booting']);
  });

  it('show where each of them stands', async () => {
    const { store, loads, engines: each, kinds } = engines();
    store.getState().start();
    loads[0]?.arrive();
    await settle();
    each.sqlalchemy.show({ kind: 'failed', error: new Error('out of order') });
    expect(kinds()).toEqual(['booting', 'failed']);
  });

  it('say that their code did not arrive, and try again when asked to', async () => {
    const { store, loads, kinds } = engines();
    store.getState().start();
    loads[0]?.fail();
    await settle();
    expect(kinds()).toEqual(['failed', 'failed']);
    const [django] = Object.values(store.getState().states);
    expect(django?.kind === 'failed' && django.error.message).toContain('Check your connection');
    store.getState().start();
    loads[1]?.arrive();
    await settle();
    expect(kinds()).toEqual(['booting', 'booting']);
  });

  it('rehearse once, when both are ready', async () => {
    const { store, loads, ready, rehearsed } = engines();
    store.getState().rehearse('django', async () => PROGRAM);
    store.getState().rehearse('sqlalchemy', async () => PROGRAM);
    store.getState().start();
    loads[0]?.arrive();
    await settle();
    expect(rehearsed).toEqual([]);
    ready();
    await settle();
    expect(rehearsed).toEqual(['django']);
  });

  it('do not rehearse beside a run that has begun', async () => {
    const { store, loads, ready, rehearsed, given } = engines();
    store.getState().rehearse('django', async () => PROGRAM);
    const runtime = store.getState().runtime();
    loads[0]?.arrive();
    void (await runtime).django.run(PROGRAM);
    given[0]?.begin();
    await given[0]?.end(1);
    ready();
    await settle();
    expect(rehearsed).toEqual([]);
  });
});
