import { CopyButton } from '@/components/ui/copy-button';
import { DataTable } from '@/components/ui/data-table';
import { Each } from '@/components/ui/each';
import type { Column, Table } from '@/lib/inspect';
import { indexWords, keyWords, referenceWords } from './structure-words';

/** How a table is made: columns with types and keys, what they refer to, indexes, triggers, and its own SQL. */
export function TableStructure({ table }: { readonly table: Table }) {
  const { name, columns, foreignKeys, indexes, triggers, sql } = table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it with the arrow keys
    <section className="structure" aria-label={`Columns and keys of ${name}`} tabIndex={0}>
      <DataTable label={`Columns of ${name}`} head={['Column', 'Type', 'Key', 'NULL', 'Default']}>
        {columns.map((column) => (
          <tr key={column.name}>
            <th scope="row">
              <code>{column.name}</code>
            </th>
            <td>
              <code>{column.type === '' ? 'any' : column.type}</code>
              {generated(column)}
            </td>
            <td>{keyWords(table, column)}</td>
            <td>{column.notNull ? 'not allowed' : 'allowed'}</td>
            <td>{column.defaultSql === null ? 'none' : <code>{column.defaultSql}</code>}</td>
          </tr>
        ))}
      </DataTable>
      <h4>{foreignKeys.length === 0 ? 'It refers to no other table' : 'Refers to'}</h4>
      <ul>
        <Each of={foreignKeys}>{(key) => <li>{referenceWords(key)}</li>}</Each>
      </ul>
      <h4>{indexes.length === 0 ? 'No indexes' : 'Indexes'}</h4>
      <ul>
        <Each of={indexes}>{(index) => <li>{indexWords(index)}</li>}</Each>
      </ul>
      {triggers.length > 0 && (
        <>
          <h4>Triggers</h4>
          <ul>
            <Each of={triggers}>
              {(trigger) => (
                <li>
                  <code>{trigger.name}</code>
                  <pre>{trigger.sql}</pre>
                </li>
              )}
            </Each>
          </ul>
        </>
      )}
      <h4>
        Made by <CopyButton name="Copy the SQL" text={sql} />
      </h4>
      <pre>{sql}</pre>
    </section>
  );
}

function generated({ kind }: Column): string {
  return kind === 'generated-stored'
    ? ', computed and stored'
    : kind === 'generated-virtual'
      ? ', computed'
      : '';
}
