import { describe, expect, it } from 'vitest';
import { createFrameThrottle } from './frame-throttle';

function throttled() {
  const frames: Array<() => void> = [];
  const ran: string[] = [];
  let time = 0;
  const { ask, cancel } = createFrameThrottle({ next: (callback) => frames.push(callback), now: () => time });
  return {
    ran,
    cancel,
    ask: (name: string, ms = 0, also = () => {}) =>
      ask(() => {
        time += ms;
        ran.push(name);
        also();
      }),
    /** One frame, 10 ms after the one before. */
    frame: async () => {
      time += 10;
      for (const callback of frames.splice(0)) callback();
      await Promise.resolve();
    },
    /** Takes time in a microtask that a task has asked for, as drawing does. */
    draw: (ms: number) =>
      queueMicrotask(() => {
        time += ms;
      }),
    asked: () => frames.length,
  };
}

describe('throttling to frames', () => {
  it('runs the newest task once in the next frame, and asks for no frame without one', async () => {
    const { ask, frame, ran, asked } = throttled();
    ask('one');
    ask('two');
    expect(asked()).toBe(1);
    await frame();
    expect(ran).toEqual(['two']);
    expect(asked()).toBe(0);
  });

  it('leaves time to others after a task that took long', async () => {
    const { ask, frame, ran } = throttled();
    ask('slow', 20);
    await frame();
    ask('next');
    for (let count = 0; count < 7; count += 1) await frame();
    expect(ran).toEqual(['slow']);
    await frame();
    expect(ran).toEqual(['slow', 'next']);
  });

  it('counts what is drawn because of a task', async () => {
    const { ask, draw, frame, ran } = throttled();
    ask('changes', 0, () => draw(20));
    await frame();
    ask('next');
    for (let count = 0; count < 7; count += 1) await frame();
    expect(ran).toEqual(['changes']);
    await frame();
    expect(ran).toEqual(['changes', 'next']);
  });

  it('lets the next task wait where it was told to', async () => {
    const { ask, cancel, frame, ran } = throttled();
    cancel(30);
    ask('one');
    for (let count = 0; count < 2; count += 1) await frame();
    expect(ran).toEqual([]);
    await frame();
    expect(ran).toEqual(['one']);
  });

  it('forgets a task that was cancelled', async () => {
    const { ask, cancel, frame, ran } = throttled();
    ask('one');
    cancel();
    await frame();
    expect(ran).toEqual([]);
  });
});
