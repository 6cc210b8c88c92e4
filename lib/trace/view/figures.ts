/** Numbers and times in words, the same on a page built in advance and in the browser. */
const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A whole number with its thousands apart: "10,000". */
export function whole(value: number): string {
  return WHOLE.format(value);
}

/** "1 row", "20 rows". */
export function counted(value: number, one: string, more = `${one}s`): string {
  return `${whole(value)} ${value === 1 ? one : more}`;
}

/** A time given in µs, to three figures at most: "84 µs", "2.6 ms", "1.24 s". */
export function duration(us: number): string {
  if (us < 1_000) return `${whole(us)} µs`;
  if (us < 1_000_000) return `${figures(us / 1_000)} ms`;
  return `${figures(us / 1_000_000)} s`;
}

/** A size in bytes: "850 kB", "11.8 MB". */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${whole(Math.max(1, bytes / 1_000))} kB` : `${figures(bytes / 1_000_000)} MB`;
}

/** An ISO date as people say it: "25 Nov 2026". */
export function day(isoDate: string): string {
  return DATE.format(new Date(isoDate));
}

function figures(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
}
