import { cardsIn, chipsIn } from './thread-marks';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
/** Letters act only on a card that has the focus itself; each presses what the card says. */
const LETTERS: Readonly<Record<string, string>> = {
  p: 'params',
  r: 'rows',
  e: 'plan',
  s: 'sent',
  a: 'all',
  c: 'copy',
};
const CARDS = '.statement, .boundary';

/**
 * Does what a key does in a trace. In a block of code arrows go from call to call. In a list Up and Down go from
 * card to card; on a card Right opens what it folds away, then goes into its actions, and Left leads back and
 * folds; letters press its parts.
 * @returns whether it did something
 */
export function pressInTrace(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  const step = STEPS[event.key];
  if (target.matches('.code a.chip')) return step !== undefined && moveToChip(target, step);
  if (!target.matches(CARDS)) return step !== undefined && moveInActions(target, event.key, step);
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      return step !== undefined && moveToCard(target, step);
    case 'ArrowRight':
      return unfold(target) || focusFirst(actionsOf(target));
    case 'ArrowLeft':
      return fold(target);
    default: {
      const part = LETTERS[event.key.toLowerCase()];
      return part !== undefined && press(target, part);
    }
  }
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
  const cards = list === null ? [] : cardsIn(list);
  const next = cards[cards.indexOf(card) + step];
  if (next === undefined) return false;
  for (const each of cards) each.tabIndex = each === next ? 0 : -1;
  next.focus();
  return true;
}

/** Goes along a card's actions, and from the first of them back to the card. */
function moveInActions(target: HTMLElement, key: string, step: number): boolean {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false;
  const card = target.closest<HTMLElement>('.statement');
  if (card === null || !target.matches('summary, button')) return false;
  const actions = actionsOf(card);
  const at = actions.indexOf(target);
  if (at === -1) return false;
  if (at === 0 && step === -1) card.focus();
  else actions[at + step]?.focus();
  return true;
}

function actionsOf(card: HTMLElement): HTMLElement[] {
  return [
    ...card.querySelectorAll<HTMLElement>('.statement-actions :is(summary[data-key], button[data-key])'),
  ].filter((action) => action.checkVisibility());
}

function focusFirst([first]: readonly HTMLElement[]): boolean {
  first?.focus();
  return first !== undefined;
}

/** Opens the first thing that a card folds away; false when all is open. */
function unfold(card: HTMLElement): boolean {
  const closed = [...card.querySelectorAll('details:not([open])')].find(
    (details) => details.closest('.statement-actions') === null,
  );
  const columns = card.querySelector<HTMLElement>('.sql-columns:not([data-open]) > [data-key="columns"]');
  const control = columns ?? closed?.querySelector<HTMLElement>('summary') ?? null;
  control?.click();
  return control !== null;
}

/** Folds all that is open on a card. */
function fold(card: HTMLElement): boolean {
  const open = [...card.querySelectorAll('details[open]')];
  const columns = [...card.querySelectorAll('.sql-columns[data-open]')];
  for (const details of open) details.removeAttribute('open');
  for (const each of columns) each.removeAttribute('data-open');
  return open.length + columns.length > 0;
}

/** Presses the part of a card that has this name, and keeps the focus on the card. */
function press(card: HTMLElement, part: string): boolean {
  const control = card.querySelector<HTMLElement>(`[data-key="${part}"]`);
  control?.click();
  return control !== null;
}
