import { levelsOf } from './levels';

/** The words of a card begin so far below its top, in px: those stand level with the code. */
const CARD_PADDING = 8;

/** Moves the rows of a cell's code and its cards so that a call and the first card of what it sent stand level. */
export function levelWithCalls(cell: HTMLElement): void {
  const lines = [...cell.querySelectorAll<HTMLElement>('.code > li')];
  const cards = [...cell.querySelectorAll<HTMLElement>('.statements:not(.long-statements) > li')];
  if (lines.length === 0 || cards.length === 0) return;
  const before = [...lines, ...cards].map(({ style }) => Number.parseFloat(style.marginBlockStart) || 0);
  /** Where a row would be without what it and those before it were moved by. */
  const unmoved = (list: readonly HTMLElement[], margins: readonly number[]): number[] => {
    let sum = 0;
    return list.map((element, index) => {
      sum += margins[index] ?? 0;
      return element.getBoundingClientRect().top - sum;
    });
  };
  const tops = unmoved(lines, before.slice(0, lines.length));
  const cardTops = unmoved(cards, before.slice(lines.length));
  const moved = levelsOf(
    tops.map((top) => ({ top })),
    cards.map((card, index) => ({
      top: (cardTops[index] ?? 0) + CARD_PADDING,
      row: rowOf(card, cell, lines),
    })),
  );
  for (const [index, line] of lines.entries()) move(line, moved.rows[index]);
  for (const [index, card] of cards.entries()) move(card, moved.cards[index]);
}

/** The row of code in which the call begins whose chip leads to a card; null where none does. */
function rowOf(card: HTMLElement, cell: HTMLElement, lines: readonly HTMLElement[]): number | null {
  const call = card.querySelector<HTMLElement>('[id][data-call]')?.dataset.call;
  const line = cell
    .querySelector(`.code [data-call="${call ?? 'none'}"]`)
    ?.closest<HTMLElement>('.code > li');
  const row = line === null || line === undefined ? -1 : lines.indexOf(line);
  return row === -1 ? null : row;
}

function move(element: HTMLElement, by: number | undefined): void {
  element.style.marginBlockStart = by === undefined || by < 1 ? '' : `${Math.round(by)}px`;
}
