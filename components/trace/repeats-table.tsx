import { DataTable } from '@/components/ui/data-table';
import type { Statement } from '@/lib/trace/schema';
import { duration, whole } from '@/lib/trace/view/figures';
import { type ParamSet, paramSetsOf } from '@/lib/trace/view/placeholders';
import { slotValue } from '@/lib/trace/view/sql-view';
import { Fold } from './fold';
import { ScriptLine } from './script-line';

interface RepeatsTableProps {
  readonly statements: readonly Statement[];
  readonly isRepeat: readonly boolean[];
}

/** Rows of one table: thousands of them are drawn 500 at a time, when they are asked for. */
const MOST_ROWS = 500;

/** Every one of the statements that a card stands for: what differs between them, and never the SQL again. */
export function RepeatsTable(props: RepeatsTableProps) {
  const { statements } = props;
  if (statements.length <= MOST_ROWS) return <Rows {...props} first={0} />;
  const parts = Array.from(
    { length: Math.ceil(statements.length / MOST_ROWS) },
    (_, part) => part * MOST_ROWS,
  );
  return parts.map((first) => (
    <Fold
      key={first}
      className="statement-fold"
      isStatic={false}
      summary={`${whole(first + 1)} to ${whole(Math.min(first + MOST_ROWS, statements.length))}`}
    >
      <Rows {...props} first={first} />
    </Fold>
  ));
}

function Rows({ statements, isRepeat, first }: RepeatsTableProps & { readonly first: number }) {
  const hasRepeats = isRepeat.some(Boolean);
  const head = ['No.', 'Values', 'Rows', 'Time', 'Line', ...(hasRepeats ? ['Exact repeat'] : [])];
  return (
    <DataTable label="Each of them" head={head} className="statement-table">
      {statements.slice(first, first + MOST_ROWS).map((statement, index) => (
        <tr key={statement.id}>
          <td className="value-number">{whole(first + index + 1)}</td>
          <td className="value">
            {paramSetsOf(statement)
              .map((set) => valuesOf(set, statement.paramTypes))
              .join('; ')}
          </td>
          <td className="value-number">{statement.rowCount === null ? '' : whole(statement.rowCount)}</td>
          <td className="value-number">{duration(statement.durationUs)}</td>
          <td>
            <ScriptLine statement={statement} />
          </td>
          {hasRepeats && <td>{isRepeat[first + index] === true ? 'yes' : ''}</td>}
        </tr>
      ))}
    </DataTable>
  );
}

function valuesOf(set: ParamSet, types: readonly string[] | undefined): string {
  return Object.values(set)
    .map((value, index) => slotValue({ value, type: types?.[index] }).text)
    .join(', ');
}
