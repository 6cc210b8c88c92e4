import type { Orm } from '@/lib/orm/orm';
import type { Places, Stretch } from '@/lib/trace/view/places';

/**
 * Which statements of a side are in sight: those whose cards are, and all of a cell where it shows them by kind.
 * @param cells for each cell of the run, which cell of the page shows it
 */
export function stretchInSight(
  orm: Orm,
  { cells: stretches, indexOf }: Places,
  cells: ReadonlyMap<number, number>,
): Stretch | null {
  const top = Math.max(0, document.querySelector('.side-pair-heads')?.getBoundingClientRect().bottom ?? 0);
  const isInSight = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return box.height > 0 && box.bottom > top && box.top < innerHeight;
  };
  let [from, to] = [Number.POSITIVE_INFINITY, -1];
  const add = (stretch: Stretch): void => {
    if (stretch.to > stretch.from) [from, to] = [Math.min(from, stretch.from), Math.max(to, stretch.to)];
  };
  for (const [index, stretch] of stretches.entries()) {
    const sent = document.querySelector(
      `.cell[data-orm="${orm}"][data-cell="${cells.get(index) ?? 'none'}"] .cell-statements`,
    );
    if (sent === null || !isInSight(sent)) continue;
    const rows = [...sent.querySelectorAll<HTMLElement>('.statements > li')];
    const kinds = sent.querySelector('.long-kinds');
    if (kinds !== null && isInSight(kinds)) add(stretch);
    for (const row of rows) {
      if (!isInSight(row)) continue;
      const first = row.querySelector<HTMLElement>('[data-statement]')?.dataset.statement;
      const begin = indexOf.get(Number(first));
      const end = indexOf.get(Number(row.dataset.last));
      if (begin !== undefined && end !== undefined) add({ from: begin, to: end + 1 });
    }
  }
  return to === -1 ? null : { from, to };
}
