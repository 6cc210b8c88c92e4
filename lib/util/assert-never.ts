/**
 * Ends a switch over a closed union: the compiler refuses it while a case is missing, and a value
 * that should not exist throws instead of passing silently.
 */
export function assertNever(value: never): never {
  throw new TypeError(`This value is none of the known ones: ${JSON.stringify(value)}`);
}
