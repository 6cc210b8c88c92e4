import clsx from 'clsx';
import { isCut, type ShownValue } from '@/lib/inspect';
import { kindOf, startOf } from './value-words';

/** A value as SQLite stores it: NULL and an empty text look different, and a text never like a number. */
export function StoredValue({ value }: { readonly value: ShownValue }) {
  const kind = kindOf(value);
  const { text, isWhole } = startOf(value, 80);
  return (
    <span className={clsx('stored', `stored-${kind}`)}>
      {kind === 'null' ? 'NULL' : kind === 'text' && text === '' ? <i>empty text</i> : text}
      {(!isWhole || isCut(value)) && ' …'}
    </span>
  );
}
