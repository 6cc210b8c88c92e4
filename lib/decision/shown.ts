import { TOLERANCE } from './tolerance';

/**
 * A number as it is shown: whole, half away from zero, never −0. Where the whole number would stand on the other
 * side of a threshold than the number itself, one decimal is shown, cut so that it does not.
 * @param thresholds those that the number is compared with, by its absolute value
 */
export function shownNumber(value: number, thresholds: readonly number[] = []): string {
  const size = Math.abs(value);
  const whole = Math.floor(size + 0.5 + TOLERANCE);
  const isBelow = (number: number, threshold: number) => number < threshold - TOLERANCE;
  const misleads = (number: number) =>
    thresholds.some((threshold) => isBelow(number, threshold) !== isBelow(size, threshold));
  if (!misleads(whole)) return signed(value, String(whole));
  const tenth = Math.floor(size * 10 + 0.5 + TOLERANCE) / 10;
  const shown = misleads(tenth) ? tenth + (tenth > size ? -0.1 : 0.1) : tenth;
  return signed(value, shown.toFixed(1));
}

/**
 * A share of draws as it is shown, in percent: never "100 %" or "0 %" unless it is exactly all or none.
 * @param thresholds as shares, 0 to 1
 */
export function shownShare(share: number, thresholds: readonly number[] = []): string {
  const shown = shownNumber(
    share * 100,
    thresholds.map((threshold) => threshold * 100),
  );
  if (shown === '100' && share < 1) return '>99 %';
  if (shown === '0' && share > 0) return '<1 %';
  return `${shown} %`;
}

function signed(value: number, size: string): string {
  return value < 0 && Number(size) !== 0 ? `−${size}` : size;
}
