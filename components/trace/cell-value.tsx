import { Each } from '@/components/ui/each';
import type { Cell } from '@/lib/trace/schema';
import { counted, whole } from '@/lib/trace/view/figures';
import { valueViewOf } from '@/lib/trace/view/value-view';
import { Fold } from './fold';

const SHOWN = 3;
/** More items than this are not listed one by one. */
const MOST = 100;

interface CellValueProps {
  readonly cell: Pick<Cell, 'value' | 'valueType'>;
  readonly isStatic: boolean;
}

/** What a cell's last expression came to: type, size, the first items, and the rest on demand. */
export function CellValue({ cell, isStatic }: CellValueProps) {
  const view = valueViewOf(cell);
  if (view === null) return null;
  const { type, items, text, cut } = view;
  if (items === null) {
    return (
      <p className="outcome">
        <b>Value</b> <span>{type}: </span>
        <code>{text}</code>
      </p>
    );
  }
  const more = items.slice(SHOWN, MOST);
  return (
    <div className="outcome">
      <p>
        <b>Value</b>{' '}
        <span>
          {type} of {cut ? 'at least ' : ''}
          {whole(items.length)}
          {items.length > 0 ? ': ' : ''}
        </span>
        <Each of={items.slice(0, SHOWN)}>
          {(item, index) => (
            <>
              {index > 0 && ', '}
              <code>{item}</code>
            </>
          )}
        </Each>
      </p>
      {more.length > 0 && (
        <Fold className="outcome-more" isStatic={isStatic} summary={`${whole(items.length - SHOWN)} more`}>
          <ol start={SHOWN + 1}>
            <Each of={more}>
              {(item) => (
                <li>
                  <code>{item}</code>
                </li>
              )}
            </Each>
          </ol>
          {items.length > MOST && <p>{counted(items.length - MOST, 'item')} more are not listed.</p>}
        </Fold>
      )}
    </div>
  );
}
