/** Longer texts are known by length and hash, so that counting them costs no memory. */
const PLAIN_LIMIT = 4_096;

/**
 * The name under which an execution of a SQL text is counted, the same for the text a driver was
 * given and for the text SQLite reports: SQLite stops at the statement's semicolon and drops what
 * follows it, so trailing white space and semicolons do not count.
 *
 * @param sql one statement's text
 * @returns the text itself, or `#<length in UTF-16 units>:<FNV-1a hash>` above 4,096 characters
 */
export function witnessKey(sql: string): string {
  const text = sql.replace(/[\s;]+$/u, '');
  return text.length <= PLAIN_LIMIT ? text : `#${text.length}:${fnv1a(text)}`;
}

/** 32-bit FNV-1a over UTF-16 units, as eight hexadecimal digits (Fowler, Noll, Vo). */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
