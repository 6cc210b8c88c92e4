import { ImportRefused } from './imported';

/**
 * Reads bytes as text: UTF-8, or UTF-16 where a byte order mark says so.
 * @throws ImportRefused when they are no text
 */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportRefused(
      bytes.includes(0)
        ? 'This is neither a SQLite database nor text.'
        : 'This text is not in UTF-8. Save it in UTF-8, then open it again.',
    );
  }
}
