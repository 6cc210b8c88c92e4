/** A value of a row: a number may be given as the text to write, so that 12.50 stays 12.50. */
export type SqlValue = string | number | null | { readonly number: string };

/** Writes a value as an SQLite literal. */
function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return value.number;
}

/** Writes one INSERT for all rows of a table, a line each. Table and columns must be plain names. */
export function insertSql(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): string {
  const lines = rows.map((row) => `    (${row.map(literal).join(', ')})`);
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES\n${lines.join(',\n')};`;
}
