import type { Host, Hosted } from './host';

/** A host some of whose workers were started before anybody asked for one. */
export interface EarlyHost extends Host {
  /** Ends those that nobody took. */
  readonly dismiss: () => void;
}

interface Early {
  readonly hosted: Hosted;
  /** Why it died before it was taken. */
  death: string | null;
  onDeath: ((why: string) => void) | null;
}

/**
 * Starts workers at once: they read their script while what they boot from is still on its way.
 * @param count how many; once they are taken, further ones are started when they are asked for
 */
export function withHeadStart(host: Host, count: number): EarlyHost {
  const start = (): Early => {
    const early: Early = {
      hosted: host.spawn((why) => {
        if (early.onDeath === null) early.death = why;
        else early.onDeath(why);
      }),
      death: null,
      onDeath: null,
    };
    return early;
  };
  const waiting = Array.from({ length: count }, start);
  return {
    spawn: (onDeath) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if (next.death === null) {
          next.onDeath = onDeath;
          return next.hosted;
        }
        next.hosted.terminate();
      }
      return host.spawn(onDeath);
    },
    dismiss: () => {
      for (const { hosted } of waiting.splice(0)) hosted.terminate();
    },
  };
}
