const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The time of day where the person is: "10:42:07". @param at ms since 1970 */
export function timeOfDay(at: number): string {
  return CLOCK.format(new Date(at));
}
