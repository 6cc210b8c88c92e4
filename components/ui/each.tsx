import { Fragment, type ReactNode } from 'react';

interface EachProps<T> {
  readonly of: readonly T[];
  readonly children: (item: T, index: number) => ReactNode;
}

/** Draws a list whose items have no identity but their place, and no state. */
export function Each<T>({ of, children }: EachProps<T>) {
  // biome-ignore lint/suspicious/noArrayIndexKey: their place is what they are
  return of.map((item, index) => <Fragment key={index}>{children(item, index)}</Fragment>);
}
