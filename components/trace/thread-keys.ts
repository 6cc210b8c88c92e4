import { chipsIn } from './thread-marks';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
/** Letters act only on a card that has the focus itself; each presses what the card says. */
const LETTERS: Readonly<Record<string, string>> = { r: 'rows', s: 'sent', a: 'all', c: 'copy' };

/**
 * Does what a key does in a trace: arrows go from call to call in a block of code, and from card to card in a
 * list; on a card letters open its parts.
 * @returns whether it did something
 */
export function pressInTrace(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  const step = STEPS[event.key];
  if (target.matches('.code a.chip')) return step !== undefined && moveToChip(target, step);
  if (!target.matches('.statement, .boundary')) return false;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
    return step !== undefined && moveToCard(target, step);
  const part = LETTERS[event.key.toLowerCase()];
  return part !== undefined && press(target, part);
}

function moveToChip(chip: HTMLElement, step: number): boolean {
  const code = chip.closest('.code');
  const chips = code === null ? [] : chipsIn(code);
  const next = chips[chips.indexOf(chip) + step];
  if (next === undefined) return false;
  for (const each of chips) each.tabIndex = each === next ? 0 : -1;
  next.focus();
  return true;
}

function moveToCard(card: HTMLElement, step: number): boolean {
  const list = card.closest('.statements');
  const cards = [...(list?.querySelectorAll<HTMLElement>('.statement, .boundary') ?? [])];
  const next = cards[cards.indexOf(card) + step];
  next?.focus();
  return next !== undefined;
}

/** Presses the part of a card that has this name, and keeps the focus on the card. */
function press(card: HTMLElement, part: string): boolean {
  const control = card.querySelector<HTMLElement>(`[data-key="${part}"]`);
  control?.click();
  return control !== null;
}
