import { describe, expect, it, vi } from 'vitest';
import { createHeadStart } from './head-start';
import type { Host, Hosted } from './host';

/** A host that remembers its workers, and lets them die. */
function fakes() {
  const spawned: Array<{ readonly hosted: Hosted; readonly die: (why: string) => void }> = [];
  const host: Host = {
    spawn: (onDeath) => {
      const hosted: Hosted = { port: {} as MessagePort, terminate: vi.fn() };
      spawned.push({ hosted, die: onDeath });
      return hosted;
    },
  };
  return { host, spawned };
}

const SCRIPT = new Uint8Array(1);
const ignore = (): void => {};

describe('a head start', () => {
  it('gives the workers that it has started, then starts one for each who asks', () => {
    const { host, spawned } = fakes();
    const early = createHeadStart(() => host, 2).begin(SCRIPT);
    expect(spawned).toHaveLength(2);
    expect(early.spawn(ignore)).toBe(spawned[0]?.hosted);
    expect(early.spawn(ignore)).toBe(spawned[1]?.hosted);
    expect(early.spawn(ignore)).toBe(spawned[2]?.hosted);
    expect(spawned).toHaveLength(3);
  });

  it('tells of a death to who has the worker', () => {
    const { host, spawned } = fakes();
    const early = createHeadStart(() => host, 1).begin(SCRIPT);
    const onDeath = vi.fn();
    early.spawn(onDeath);
    spawned[0]?.die('no memory');
    expect(onDeath).toHaveBeenCalledExactlyOnceWith('no memory');
  });

  it('gives nobody a worker that is dead already', () => {
    const { host, spawned } = fakes();
    const early = createHeadStart(() => host, 2).begin(SCRIPT);
    spawned[0]?.die('no memory');
    expect(early.spawn(ignore)).toBe(spawned[1]?.hosted);
    expect(spawned[0]?.hosted.terminate).toHaveBeenCalledOnce();
  });

  it('ends those that nobody took, and no others', () => {
    const { host, spawned } = fakes();
    const early = createHeadStart(() => host, 2);
    early.begin(SCRIPT).spawn(ignore);
    early.dismiss();
    expect(spawned[0]?.hosted.terminate).not.toHaveBeenCalled();
    expect(spawned[1]?.hosted.terminate).toHaveBeenCalledOnce();
  });
  it('begins once, however often it is told to', () => {
    const { host, spawned } = fakes();
    const early = createHeadStart(() => host, 2);
    expect(early.begin(SCRIPT)).toBe(early.begin(SCRIPT));
    expect(spawned).toHaveLength(2);
  });

  it('starts none when its script arrives after they were dismissed', () => {
    const { host, spawned } = fakes();
    const early = createHeadStart(() => host, 2);
    early.dismiss();
    early.begin(SCRIPT);
    expect(spawned).toEqual([]);
  });
});
