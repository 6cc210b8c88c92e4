/** The first bytes of kinds of files that people take for data, or that name themselves so. */
const SIGNATURES: ReadonlyArray<readonly [start: string, words: string]> = [
  ['%PDF-', 'This is a PDF'],
  ['\x89PNG\r\n', 'This is a picture (PNG)'],
  ['\xff\xd8\xff', 'This is a picture (JPEG)'],
  ['GIF8', 'This is a picture (GIF)'],
  [
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'This is a file of an older Office, perhaps a spreadsheet; save it as CSV there',
  ],
  ['\x1f\x8b', 'This is compressed by gzip; unpack it first'],
  ['BZh', 'This is compressed by bzip2; unpack it first'],
  ['\xfd7zXZ\0', 'This is compressed by xz; unpack it first'],
  ['\x28\xb5\x2f\xfd', 'This is compressed by Zstandard; unpack it first'],
  ['7z\xbc\xaf\x27\x1c', 'This is a 7z archive; unpack it first'],
  ['Rar!', 'This is a RAR archive; unpack it first'],
  ['PGDMP', 'This is a dump of PostgreSQL in its own format; only SQLite can be opened'],
  ['PAR1', 'This is a Parquet file'],
  ['\x7fELF', 'This is a program'],
  ['MZ', 'This is a program'],
];
const LONGEST = 4_096;

/**
 * Says what a file is that is no database and no text, by its first bytes.
 * @returns the start of a sentence, or null when nothing speaks against its being text
 */
export function notDataBecause(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'This file is empty';
  const start = startOf(bytes);
  if (start.startsWith('PK\x03\x04')) return archive(bytes);
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) return known[1];
  if (/^\s*(<!doctype html|<html)/i.test(start)) return 'This is a web page';
  return null;
}

/** Office files are archives too, and say so in the names of what they hold. */
function archive(bytes: Uint8Array): string {
  const names = startOf(bytes, bytes.length);
  if (names.includes('xl/worksheets')) return 'This is an Excel file; save it as CSV there';
  if (names.includes('opendocument.spreadsheet')) return 'This is a spreadsheet; save it as CSV there';
  if (names.includes('word/document')) return 'This is a Word file';
  return 'This is a ZIP archive; unpack it first';
}

/** The first bytes, each as one character. */
function startOf(bytes: Uint8Array, length: number = LONGEST): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, length));
}
