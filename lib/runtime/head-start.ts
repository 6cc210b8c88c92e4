import type { Host, Hosted } from './host';

type Script = Uint8Array<ArrayBuffer>;

/** Workers that are started before anybody asks for one. */
export interface HeadStart {
  /**
   * Starts them at the first call, unless they were dismissed before; each call gives the same host, which
   * gives them away first.
   * @param script the workers' script
   */
  readonly begin: (script: Script) => Host;
  /** Ends those that nobody took, and starts no others early. */
  readonly dismiss: () => void;
}

interface Early {
  readonly hosted: Hosted;
  /** Why it died before it was taken. */
  death: string | null;
  onDeath: ((why: string) => void) | null;
}

/**
 * Makes a head start: workers read their script while what they boot from is still on its way.
 * @param makeHost makes what starts workers, once their script is there
 * @param count how many; once they are taken, further ones are started when they are asked for
 */
export function createHeadStart(makeHost: (script: Script) => Host, count: number): HeadStart {
  const waiting: Early[] = [];
  let begun: Host | null = null;
  let isDismissed = false;

  const hostFor = (script: Script): Host => {
    const host = makeHost(script);
    if (!isDismissed) waiting.push(...Array.from({ length: count }, () => startEarly(host)));
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
    };
  };

  return {
    begin: (script) => {
      begun ??= hostFor(script);
      return begun;
    },
    dismiss: () => {
      isDismissed = true;
      for (const { hosted } of waiting.splice(0)) hosted.terminate();
    },
  };
}

function startEarly(host: Host): Early {
  const early: Early = {
    hosted: host.spawn((why) => {
      if (early.onDeath === null) early.death = why;
      else early.onDeath(why);
    }),
    death: null,
    onDeath: null,
  };
  return early;
}
