/** Runs the newest of many tasks, at most once a frame, and seldomer where tasks take long. */
export interface FrameThrottle {
  /** Runs a task in one of the next frames, unless another one takes its place before. */
  readonly ask: (task: () => void) => void;
  /** Forgets the task that waits; the next one has to wait for so many ms from now on. */
  readonly cancel: (ms?: number) => void;
}

/** What throttling needs of a page. */
export interface Frames {
  /** Calls back before the next picture is drawn. */
  readonly next: (callback: () => void) => void;
  /** Ms, from any moment on. */
  readonly now: () => number;
}

/** The part of the time, in percent, that tasks may take: the rest belongs to who types and scrolls. */
const SHARE_PERCENT = 20;

/** Makes a throttle. */
export function createFrameThrottle({ next, now }: Frames): FrameThrottle {
  let waiting: (() => void) | null = null;
  let isAsked = false;
  let notBefore = 0;

  const frame = (): void => {
    isAsked = false;
    if (waiting === null) return;
    const start = now();
    if (start < notBefore) {
      askFrame();
      return;
    }
    const task = waiting;
    waiting = null;
    task();
    // React draws what a task has changed in a microtask: that is the greater part of what it takes.
    queueMicrotask(() => {
      const end = now();
      notBefore = end + ((end - start) * (100 - SHARE_PERCENT)) / SHARE_PERCENT;
    });
  };
  const askFrame = (): void => {
    if (isAsked) return;
    isAsked = true;
    next(frame);
  };
  return {
    ask: (task) => {
      waiting = task;
      askFrame();
    },
    cancel: (ms = 0) => {
      waiting = null;
      notBefore = now() + ms;
    },
  };
}
