import clsx from 'clsx';
import type { Value } from '@/lib/trace/schema';
import { shownValue } from '@/lib/trace/view/value-view';

/** A value in a table: NULL and an empty text look different, numbers stand at the end, other types say theirs. */
export function ValueCell({ value }: { readonly value: Value }) {
  const { text, kind, type, cut } = shownValue(value);
  return (
    <td className={clsx('value', `value-${kind}`)}>
      {kind === 'text' && text === '' ? <i className="value-empty">empty text</i> : text}
      {cut && ' …'}
      {type !== null && <span className="value-type"> {type}</span>}
    </td>
  );
}
