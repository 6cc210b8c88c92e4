import { withoutTimes } from './normalise';
import type { TraceDocument } from './schema';

/** Where two documents part: a path as `django.trace.statements[3].sql`, and both values as JSON. */
export interface Difference {
  readonly path: string;
  readonly one: string;
  readonly other: string;
}

/**
 * Finds the first thing, times aside, in which two runs of one program differ.
 * @returns null when they are the same
 */
export function firstDifference(one: TraceDocument, other: TraceDocument): Difference | null {
  return compare(withoutTimes(one), withoutTimes(other), '');
}

/** Says a difference in one line. */
export function describeDifference({ path, one, other }: Difference): string {
  return `${path} is ${one} in the first and ${other} in the second`;
}

function compare(one: unknown, other: unknown, path: string): Difference | null {
  if (!isComposite(one) || !isComposite(other) || Array.isArray(one) !== Array.isArray(other)) {
    return Object.is(one, other) ? null : { path, one: written(one), other: written(other) };
  }
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  for (const key of keys) {
    const next = Array.isArray(one) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const found = compare(Reflect.get(one, key), Reflect.get(other, key), next);
    if (found !== null) return found;
  }
  return null;
}

function isComposite(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function written(value: unknown): string {
  return JSON.stringify(value) ?? 'missing';
}
