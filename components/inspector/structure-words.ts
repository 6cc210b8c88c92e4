import type { Column, ForeignKey, Index, Table } from '@/lib/inspect';

/** What a column is in the keys of its table: "primary key", "to author". */
export function keyWords({ columns, foreignKeys, indexes }: Table, { name, primaryKey }: Column): string {
  const wide = columns.filter((column) => column.primaryKey > 0).length;
  const words: string[] = [];
  if (primaryKey > 0) words.push(wide > 1 ? `primary key, part ${primaryKey} of ${wide}` : 'primary key');
  for (const key of foreignKeys) if (key.columns.includes(name)) words.push(`to ${key.table}`);
  const isUnique = indexes.some(
    (index) =>
      index.unique &&
      index.origin !== 'primary-key' &&
      index.columns.length === 1 &&
      index.columns[0]?.name === name,
  );
  if (isUnique) words.push('unique');
  return words.join(', ');
}

/** "author_id to author (id); on delete cascade". */
export function referenceWords({ columns, table, toColumns, onUpdate, onDelete }: ForeignKey): string {
  const rules = [
    onDelete === 'NO ACTION' ? null : `on delete ${onDelete.toLowerCase()}`,
    onUpdate === 'NO ACTION' ? null : `on update ${onUpdate.toLowerCase()}`,
  ].filter((rule) => rule !== null);
  return [`${columns.join(', ')} to ${table} (${toColumns.join(', ')})`, ...rules].join('; ');
}

/** "by_title on title descending, an expression; unique; only some rows". */
export function indexWords({ name, unique, origin, partial, columns }: Index): string {
  const places = columns.map(
    (column) =>
      `${column.name ?? 'an expression'}${column.collation === 'BINARY' ? '' : ` (${column.collation})`}${column.descending ? ' descending' : ''}`,
  );
  const more = [
    unique ? 'unique' : null,
    origin === 'unique' ? 'of a constraint' : origin === 'primary-key' ? 'of the primary key' : null,
    partial ? 'only some rows' : null,
  ].filter((word) => word !== null);
  return [`${name} on ${places.join(', ')}`, ...more].join('; ');
}
