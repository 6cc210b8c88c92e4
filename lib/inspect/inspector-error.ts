/** The inspector itself failed or was stopped. The message is a sentence for the person at the screen. */
export class InspectorError extends Error {
  override readonly name = 'InspectorError';
}
