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
    ask: (name: string, ms = 0) =>
      ask(() => {
        time += ms;
        ran.push(name);
      }),
    /** One frame, 10 ms after the one before. */
    frame: () => {
      time += 10;
      for (const callback of frames.splice(0)) callback();
    },
    asked: () => frames.length,
  };
}

describe('throttling to frames', () => {
  it('runs the newest task once in the next frame, and asks for no frame without one', () => {
    const { ask, frame, ran, asked } = throttled();
    ask('one');
    ask('two');
    expect(asked()).toBe(1);
    frame();
    expect(ran).toEqual(['two']);
    expect(asked()).toBe(0);
  });

  it('leaves time to others after a task that took long', () => {
    const { ask, frame, ran } = throttled();
    ask('slow', 20);
    frame();
    ask('next');
    for (let count = 0; count < 7; count += 1) frame();
    expect(ran).toEqual(['slow']);
    frame();
    expect(ran).toEqual(['slow', 'next']);
  });

  it('forgets a task that was cancelled', () => {
    const { ask, cancel, frame, ran } = throttled();
    ask('one');
    cancel();
    frame();
    expect(ran).toEqual([]);
  });
});
