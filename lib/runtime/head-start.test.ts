import { describe, expect, it, vi } from 'vitest';
import { withHeadStart } from './head-start';
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

const ignore = (): void => {};

describe('a head start', () => {
  it('gives the workers that it has started, then starts one for each who asks', () => {
    const { host, spawned } = fakes();
    const early = withHeadStart(host, 2);
    expect(spawned).toHaveLength(2);
    expect(early.spawn(ignore)).toBe(spawned[0]?.hosted);
    expect(early.spawn(ignore)).toBe(spawned[1]?.hosted);
    expect(early.spawn(ignore)).toBe(spawned[2]?.hosted);
    expect(spawned).toHaveLength(3);
  });

  it('tells of a death to who has the worker', () => {
    const { host, spawned } = fakes();
    const early = withHeadStart(host, 1);
    const onDeath = vi.fn();
    early.spawn(onDeath);
    spawned[0]?.die('no memory');
    expect(onDeath).toHaveBeenCalledExactlyOnceWith('no memory');
  });

  it('gives nobody a worker that is dead already', () => {
    const { host, spawned } = fakes();
    const early = withHeadStart(host, 2);
    spawned[0]?.die('no memory');
    expect(early.spawn(ignore)).toBe(spawned[1]?.hosted);
    expect(spawned[0]?.hosted.terminate).toHaveBeenCalledOnce();
  });

  it('ends those that nobody took, and no others', () => {
    const { host, spawned } = fakes();
    const early = withHeadStart(host, 2);
    early.spawn(ignore);
    early.dismiss();
    expect(spawned[0]?.hosted.terminate).not.toHaveBeenCalled();
    expect(spawned[1]?.hosted.terminate).toHaveBeenCalledOnce();
  });
});
