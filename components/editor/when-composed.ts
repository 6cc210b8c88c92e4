/** On a text area while a character is composed in it. */
export const COMPOSING = 'data-composing';

/** Waits until no character is being composed: nothing may take the text area's place meanwhile. */
export function whenComposed(area: HTMLTextAreaElement | null): Promise<void> {
  if (area === null || !area.hasAttribute(COMPOSING)) return Promise.resolve();
  return new Promise((resolve) => area.addEventListener('compositionend', () => resolve(), { once: true }));
}
