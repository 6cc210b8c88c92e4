import type { Locator, Page } from '@playwright/test';

/** More stops than any page has. */
const MOST_STOPS = 400;

/** What has the focus, in a few words; empty when nothing has. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    if (at === null || at === document.body) return '';
    const name = at.getAttribute('aria-label') ?? at.textContent ?? '';
    return `${at.tagName.toLowerCase()} ${name.replaceAll(/\s+/g, ' ').trim().slice(0, 60)}`;
  });
}

/** Presses Tab until this has the focus; throws when it never does. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${place}.`);
}

/** What is wrong with how the focus is shown; empty when it can be seen, or nothing has it. */
export async function focusProblem(page: Page): Promise<string> {
  const shown = await page.evaluate(focusShown);
  if (shown === null) return '';
  if (!shown.hasSize) return `${shown.name} has no size`;
  if (!shown.isInWindow) return `${shown.name} is not in the window`;
  if (!shown.hasRing) return `${shown.name} has no ring`;
  return shown.above === '' ? '' : `${shown.name} lies under ${shown.above}`;
}

/** How the focus is shown; runs in the page. */
function focusShown() {
  const { activeElement: at } = document;
  if (at === null || at === document.body) return null;
  // A radio button, or the field under an editor, is drawn by what stands around it.
  const isRadio = at instanceof HTMLInputElement && at.type === 'radio';
  const editor = at.closest('.monaco-editor');
  const drawn = editor ?? (isRadio ? at.closest('label, .side-head') : null) ?? at;
  const { top, left, bottom, right, width, height } = drawn.getBoundingClientRect();
  const rings = [drawn, at, at.nextElementSibling, at.parentElement];
  // Something may lie over it: the bar at the top, or the one at the bottom of a phone.
  const x = Math.min(Math.max(left + width / 2, 1), innerWidth - 1);
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const above = document.elementFromPoint(x, y);
  const isCovered = above !== null && !drawn.contains(above) && !above.contains(drawn);
  return {
    name: `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent?.slice(0, 40)}`,
    hasSize: width > 0 && height > 0,
    isInWindow: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    hasRing:
      editor !== null ||
      rings.some((element) => element !== null && getComputedStyle(element).outlineStyle !== 'none'),
    above: isCovered ? above.className.toString() || above.tagName : '',
  };
}

/** What makes the page, or a part of it that is no table, scroll sideways. */
export function sidewaysScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names: string[] = [];
    const { documentElement: root } = document;
    if (root.scrollWidth > root.clientWidth)
      names.push(`the page, by ${root.scrollWidth - root.clientWidth}`);
    for (const element of document.querySelectorAll('body *')) {
      const { overflowX } = getComputedStyle(element);
      const scrolls = overflowX === 'auto' || overflowX === 'scroll';
      const isWider = element.scrollWidth > element.clientWidth + 1;
      const isTable = element.querySelector('table') !== null || element.closest('.monaco-editor') !== null;
      if (scrolls && isWider && !isTable) names.push(`${element.tagName}.${element.className}`);
    }
    return names;
  });
}
