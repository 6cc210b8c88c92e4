import { ormClass } from '@/components/trace/names';
import { DataTable } from '@/components/ui/data-table';
import { Each } from '@/components/ui/each';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import type { ChangedRow, TableComparison, TableVerdict } from '@/lib/trace/equivalence/image';
import { sayTable } from '@/lib/trace/equivalence/say-table';
import { counted } from '@/lib/trace/view/figures';
import { ImageValueCell } from './image-value-cell';

type Different = Extract<TableVerdict, { kind: 'different' }>;

/** How one table differs between both sides, with its rows. */
export function TableDifference({ comparison }: { readonly comparison: TableComparison }) {
  const { table, otherName, verdict } = comparison;
  const isDifferent = verdict.kind === 'different';
  return (
    <div className="table-difference">
      <p>
        <code>{table}</code>
        {otherName !== undefined && (
          <>
            {' '}
            (<code>{otherName}</code> in {ORM_NAMES.sqlalchemy})
          </>
        )}
        : {sayTable(verdict)}.
      </p>
      {isDifferent && verdict.onlyRows.django.length + verdict.onlyRows.sqlalchemy.length > 0 && (
        <OnlyRows table={table} verdict={verdict} />
      )}
      {isDifferent && verdict.changed.length > 0 && <ChangedRows table={table} verdict={verdict} />}
      {isDifferent && <Rest verdict={verdict} />}
    </div>
  );
}

interface RowsProps {
  readonly table: string;
  readonly verdict: Different;
}

function OnlyRows({ table, verdict: { columns, onlyRows } }: RowsProps) {
  return (
    <DataTable
      label={`Rows of ${table} that one side has alone`}
      head={['Only in', ...columns]}
      className="statement-table"
    >
      {ORMS.map((orm) => (
        <Each key={orm} of={onlyRows[orm]}>
          {(row) => (
            <tr>
              <SideName orm={orm} />
              <Each of={row}>{(value) => <ImageValueCell value={value} />}</Each>
            </tr>
          )}
        </Each>
      ))}
    </DataTable>
  );
}

function ChangedRows({ table, verdict: { changed } }: RowsProps) {
  return (
    <DataTable
      label={`Rows of ${table} with other values`}
      head={['Key', 'Column', ...ORMS.map((orm) => ORM_NAMES[orm])]}
      className="statement-table"
    >
      <Each of={changed}>
        {(row) => (
          <Each of={row.cells}>
            {(cell) => (
              <tr>
                <th scope="row" className="value">
                  {sayKey(row)}
                </th>
                <td className="value">{cell.column}</td>
                {ORMS.map((orm) => (
                  <ImageValueCell key={orm} value={cell[orm]} />
                ))}
              </tr>
            )}
          </Each>
        )}
      </Each>
    </DataTable>
  );
}

/** What is not given of a large difference. */
function Rest({ verdict: { counts, onlyRows, changed } }: { readonly verdict: Different }) {
  const more =
    counts.django +
    counts.sqlalchemy +
    counts.changed -
    (onlyRows.django.length + onlyRows.sqlalchemy.length + changed.length);
  return more > 0 && <p className="statement-note">{counted(more, 'row')} more are not listed.</p>;
}

function SideName({ orm }: { readonly orm: Orm }) {
  return (
    <th scope="row" className={ormClass(orm)}>
      <span className="orm-name">{ORM_NAMES[orm]}</span>
    </th>
  );
}

function sayKey({ key }: ChangedRow): string {
  return key.map(String).join(', ');
}
