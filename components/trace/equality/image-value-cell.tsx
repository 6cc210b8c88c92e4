import { ValueCell } from '@/components/trace/value-cell';
import type { ImageValue } from '@/lib/trace/equivalence/image';
import { shownImageValue } from '@/lib/trace/equivalence/shown-image-value';

/** A value of a database in a table. */
export function ImageValueCell({ value }: { readonly value: ImageValue }) {
  return <ValueCell value={shownImageValue(value)} />;
}
