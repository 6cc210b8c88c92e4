import { DataTable } from '@/components/ui/data-table';
import type { Statement } from '@/lib/trace/schema';
import { duration, whole } from '@/lib/trace/view/figures';
import { type ParamSet, paramSetsOf } from '@/lib/trace/view/placeholders';
import { slotValue } from '@/lib/trace/view/sql-view';
import { ScriptLine } from './script-line';

interface RepeatsTableProps {
  readonly statements: readonly Statement[];
  readonly isRepeat: readonly boolean[];
}

/** Every one of the statements that a card stands for: what differs between them, and never the SQL again. */
export function RepeatsTable({ statements, isRepeat }: RepeatsTableProps) {
  const hasRepeats = isRepeat.some(Boolean);
  const head = ['No.', 'Values', 'Rows', 'Time', 'Line', ...(hasRepeats ? ['Exact repeat'] : [])];
  return (
    <DataTable label="Each of them" head={head} className="statement-table">
      {statements.map((statement, index) => (
        <tr key={statement.id}>
          <td className="value-number">{whole(index + 1)}</td>
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
          {hasRepeats && <td>{isRepeat[index] === true ? 'yes' : ''}</td>}
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
