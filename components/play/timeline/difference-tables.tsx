import { DataTable } from '@/components/ui/data-table';
import { Each } from '@/components/ui/each';
import { ORM_NAMES } from '@/lib/orm/orm';
import { duration, whole } from '@/lib/trace/view/figures';
import type { Counts } from '@/lib/trace/view/side-view';
import type { CellDifference, SideDifference } from './run-difference';
import { sayValue } from './say-value';

interface TableProps {
  readonly side: SideDifference;
  readonly names: { readonly before: string; readonly after: string };
}

/** A value may be long; this much of it is shown, in characters. */
const MOST_SHOWN = 160;

/** Each cell of a side in both runs. */
export function CellsTable({ side: { orm, cells }, names }: TableProps) {
  return (
    <DataTable
      label={`Cells of ${ORM_NAMES[orm]}, ${names.before} and ${names.after}`}
      head={['Cell', 'Statements', 'Rows read', 'In SQLite', 'Value']}
    >
      <Each of={cells}>
        {({ title, before, after, ...value }) => (
          <tr>
            <th scope="row">{title === '' ? 'Code without a title' : title}</th>
            <Figure before={before} after={after} of={({ statements }) => whole(statements)} />
            <Figure before={before} after={after} of={({ rows }) => whole(rows)} />
            <Figure before={before} after={after} of={({ sqliteUs }) => duration(sqliteUs)} />
            <td>
              <ValueChange {...value} />
            </td>
          </tr>
        )}
      </Each>
    </DataTable>
  );
}

interface FigureProps {
  readonly before: Counts | null;
  readonly after: Counts | null;
  readonly of: (counts: Counts) => string;
}

/** "21, then 1"; what did not change stands once. */
function Figure({ before, after, of }: FigureProps) {
  const was = before === null ? 'not run' : of(before);
  const is = after === null ? 'not run' : of(after);
  return (
    <td className="figure-change">
      {was === is ? (
        is
      ) : (
        <>
          {was}
          <span className="sr-only">, then </span>
          <span aria-hidden="true"> → </span>
          <b>{is}</b>
        </>
      )}
    </td>
  );
}

function ValueChange({ value, texts }: Pick<CellDifference, 'value' | 'texts'>) {
  const words = sayValue(value);
  if (words === null) return texts.before === texts.after ? 'none' : 'not in both';
  const isOther = value.kind === 'different' || (value.kind === 'compared-as-text' && !value.isSame);
  if (!isOther) return words;
  return (
    <>
      <b>{words}</b>
      <code className="value-before">{cut(texts.before)}</code>
      <code className="value-after">{cut(texts.after)}</code>
    </>
  );
}

function cut(text: string | null): string {
  if (text === null) return 'no value';
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** SQL that was sent more often, or less, in one of the runs. */
export function StatementsTable({ side: { orm, statements }, names }: TableProps) {
  if (statements.length === 0) return <p className="play-note">The same SQL was sent, as often.</p>;
  return (
    <DataTable
      label={`SQL of ${ORM_NAMES[orm]} that was not sent as often`}
      head={['SQL, without its parameters', names.before, names.after]}
    >
      <Each of={statements}>
        {({ sql, before, after }) => (
          <tr>
            <td className="sql-changed">
              <code>{sql.length > MOST_SHOWN * 2 ? `${sql.slice(0, MOST_SHOWN * 2)}…` : sql}</code>
            </td>
            <td className="figure-change">{whole(before)}</td>
            <td className="figure-change">{whole(after)}</td>
          </tr>
        )}
      </Each>
    </DataTable>
  );
}
