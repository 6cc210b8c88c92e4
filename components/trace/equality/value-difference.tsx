import { ormClass } from '@/components/trace/names';
import { DataTable } from '@/components/ui/data-table';
import { Each } from '@/components/ui/each';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import type { LonelyRow } from '@/lib/trace/equivalence/lonely-rows';
import { counted, whole } from '@/lib/trace/view/figures';

const MOST = 100;

interface ValueDifferenceProps {
  readonly rows: Readonly<Record<Orm, readonly LonelyRow[]>>;
}

/** The rows of two values that one side has alone. */
export function ValueDifference({ rows }: ValueDifferenceProps) {
  const more = ORMS.reduce((sum, orm) => sum + Math.max(0, rows[orm].length - MOST), 0);
  return (
    <>
      <DataTable
        label="Rows of one side alone"
        head={['Only in', 'Row', 'Value']}
        className="statement-table"
      >
        {ORMS.map((orm) => (
          <Each key={orm} of={rows[orm].slice(0, MOST)}>
            {({ place, text }) => (
              <tr>
                <th scope="row" className={ormClass(orm)}>
                  <span className="orm-name">{ORM_NAMES[orm]}</span>
                </th>
                <td className="value value-number">{whole(place)}</td>
                <td className="value">{text}</td>
              </tr>
            )}
          </Each>
        ))}
      </DataTable>
      {more > 0 && <p className="statement-note">{counted(more, 'row')} more are not listed.</p>}
    </>
  );
}
