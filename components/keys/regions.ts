/** The parts of a page between which F6 goes, in their order; a page without parts of its own is one. */
const REGIONS = '.site-header, [data-region], main:not(:has([data-region])), main ~ footer';

/**
 * Moves the focus to the part of the page after (or before) the one that has it, around the ends. The part
 * itself is focused: Tab goes to its first control.
 */
export function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(isShown);
  const focused = document.activeElement;
  const here = regions.findLastIndex((region) => region.contains(focused));
  const from = here === -1 && step === -1 ? 0 : here;
  const next = regions[(from + step + regions.length) % regions.length];
  if (next === undefined) return;
  if (!next.hasAttribute('tabindex')) next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility() && element.closest('[inert]') === null;
}
