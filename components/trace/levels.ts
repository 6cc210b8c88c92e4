/** A row of code or a card, as it would stand if nothing was moved. */
export interface Row {
  readonly top: number;
}

/** A card, and the row of code whose call sent it first; null where it is not the first of a call. */
export interface Card extends Row {
  readonly row: number | null;
}

/** How far each row of code and each card is moved away from the one before it, in px. */
export interface Levels {
  readonly rows: readonly number[];
  readonly cards: readonly number[];
}

/**
 * Puts cards level with the rows of code that sent them, by moving down whichever is higher, so that both stay in
 * their order. A card whose call stands above one that was dealt with follows the card before it.
 */
export function levelsOf(rows: readonly Row[], cards: readonly Card[]): Levels {
  const moved = { rows: rows.map(() => 0), cards: cards.map(() => 0) };
  let [byRows, byCards, last] = [0, 0, -1];
  for (const [index, card] of cards.entries()) {
    const row = card.row === null || card.row <= last ? undefined : rows[card.row];
    if (row === undefined || card.row === null) continue;
    last = card.row;
    const distance = row.top + byRows - (card.top + byCards);
    if (distance > 0) {
      moved.cards[index] = distance;
      byCards += distance;
    } else {
      moved.rows[last] = -distance;
      byRows -= distance;
    }
  }
  return moved;
}
