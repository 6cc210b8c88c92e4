import { DataTable } from '@/components/ui/data-table';
import { Each } from '@/components/ui/each';
import type { Statement } from '@/lib/trace/schema';
import { whole } from '@/lib/trace/view/figures';
import { ValueCell } from './value-cell';

/** The rows that a statement brought, as far as they were recorded. */
export function RowsTable({ statement }: { readonly statement: Statement }) {
  const { columns, rows, rowCount } = statement;
  if (columns === null || rows.length === 0) return <p className="statement-note">No row was read.</p>;
  return (
    <>
      <DataTable label="Rows" head={columns} className="statement-table">
        <Each of={rows}>
          {(row) => (
            <tr>
              <Each of={row}>{(value) => <ValueCell value={value} />}</Each>
            </tr>
          )}
        </Each>
      </DataTable>
      {rowCount !== null && rowCount > rows.length && (
        <p className="statement-note">
          The first {whole(rows.length)} of {whole(rowCount)} rows.
        </p>
      )}
    </>
  );
}
