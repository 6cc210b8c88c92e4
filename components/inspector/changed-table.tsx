import EqualNot from 'lucide-react/icons/equal-not';
import type { ReactNode } from 'react';
import { ormClass } from '@/components/trace/names';
import { DataTable } from '@/components/ui/data-table';
import { Each } from '@/components/ui/each';
import { Icon } from '@/components/ui/icon';
import type { CellReport, CodeLine, RowReport, ShownValue, TableReport, WholeRow } from '@/lib/inspect';
import { ORM_NAMES, type Orm } from '@/lib/orm/orm';
import { sayLines } from './change-words';
import { StoredValue } from './stored-value';

interface ChangedTableProps {
  readonly report: TableReport;
  readonly sides: readonly Orm[];
}

/** What became of one table: each changed value before and after, then rows that came and went. */
export function ChangedTable({ report, sides }: ChangedTableProps) {
  const { table, changed, inserted, deleted } = report;
  const after = sides.map((orm) => (sides.length === 1 ? 'After' : `After ${ORM_NAMES[orm]}`));
  return (
    <>
      {changed.length > 0 && (
        <DataTable
          className="changes-table"
          label={`Rows changed in ${table}`}
          head={['Table, row', 'Column', 'Before', ...after, 'Set by']}
        >
          <Each of={changed}>{(row) => <ChangedRow table={table} row={row} sides={sides} />}</Each>
        </DataTable>
      )}
      <WholeRows title={`Added to ${table}`} rows={inserted} report={report} sides={sides} />
      <WholeRows title={`Removed from ${table}`} rows={deleted} report={report} sides={sides} />
      {report.isCut && (
        <p className="inspector-note">
          Only the first rows of each kind are listed; all of them are counted.
        </p>
      )}
    </>
  );
}

interface ChangedRowProps {
  readonly table: string;
  readonly row: RowReport;
  readonly sides: readonly Orm[];
}

function ChangedRow({ table, row: { name, cells, setAgain }, sides }: ChangedRowProps) {
  const lines = cells.length + setAgain.length;
  const head = (at: number): ReactNode =>
    at === 0 && (
      <th scope="rowgroup" rowSpan={lines}>
        {table}, {name}
      </th>
    );
  return (
    <>
      <Each of={cells}>
        {(cell, at) => (
          <tr>
            {head(at)}
            <td>
              <code>{cell.column}</code>
            </td>
            <td>
              <Value value={cell.before} />
            </td>
            {sides.map((orm) => (
              <AfterCell key={orm} cell={cell} orm={orm} isLast={orm === sides.at(-1)} />
            ))}
            <td>
              <SetBy by={cell.by} />
            </td>
          </tr>
        )}
      </Each>
      <Each of={setAgain}>
        {({ columns, by }, at) => (
          <tr className="changes-again">
            {head(cells.length + at)}
            <td>
              <code>{columns.join(', ')}</code>
            </td>
            <td colSpan={1 + sides.length}>
              Set again to the value {columns.length === 1 ? 'it' : 'they'} had
            </td>
            <td>
              <SetBy by={by} />
            </td>
          </tr>
        )}
      </Each>
    </>
  );
}

interface AfterCellProps {
  readonly cell: CellReport;
  readonly orm: Orm;
  readonly isLast: boolean;
}

function AfterCell({ cell: { after, isSame }, orm, isLast }: AfterCellProps) {
  return (
    <td className="changes-after">
      <Value value={after[orm]} />
      {!isSame && isLast && (
        <span className="changes-differs">
          <Icon of={EqualNot} /> not the same
        </span>
      )}
    </td>
  );
}

interface WholeRowsProps extends ChangedTableProps {
  readonly title: string;
  readonly rows: readonly WholeRow[];
}

function WholeRows({ title, rows, report: { columns }, sides }: WholeRowsProps) {
  if (rows.length === 0) return null;
  const isShared = sides.length > 1;
  return (
    <>
      <h3>{title}</h3>
      <DataTable className="changes-table" label={title} head={isShared ? [...columns, 'In'] : columns}>
        <Each of={rows}>
          {(row) => (
            <tr>
              <Each of={row.values}>
                {(value) => (
                  <td>
                    <Value value={value} />
                  </td>
                )}
              </Each>
              {isShared && (
                <td>
                  {row.in.length === sides.length
                    ? 'both'
                    : row.in.map((orm) => (
                        <span key={orm} className={ormClass(orm)}>
                          <b className="changes-orm">{ORM_NAMES[orm]}</b> only
                        </span>
                      ))}
                </td>
              )}
            </tr>
          )}
        </Each>
      </DataTable>
    </>
  );
}

function Value({ value }: { readonly value: ShownValue | undefined }) {
  if (value === undefined) return <i className="changes-none">no such column</i>;
  return <StoredValue value={value} />;
}

function SetBy({ by }: { readonly by: Readonly<Partial<Record<Orm, readonly CodeLine[]>>> }) {
  return Object.entries(by).map(([orm, lines]) =>
    lines.length === 0 ? null : (
      <span key={orm} className={`changes-by orm-${orm}`}>
        <b className="changes-orm">{orm === 'django' ? 'Django' : 'SQLAlchemy'}</b> {sayLines(lines)}
      </span>
    ),
  );
}
