const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const SECOND = 1_000;
const UNITS = [
  ['day', 86_400 * SECOND],
  ['hour', 3_600 * SECOND],
  ['minute', 60 * SECOND],
] as const;

/** The time of day where the person is: "10:42:07". @param at ms since 1970 */
export function timeOfDay(at: number): string {
  return CLOCK.format(new Date(at));
}

/** How long ago something was, in whole units: "2 hours ago", "just now". @param at ms since 1970, as `now` */
export function timeAgo(at: number, now: number): string {
  const passed = Math.max(0, now - at);
  for (const [unit, length] of UNITS)
    if (passed >= length) return AGO.format(-Math.floor(passed / length), unit);
  return 'just now';
}
