import { type RefObject, useLayoutEffect } from 'react';
import { levelWithCalls } from './level-with-calls';

/**
 * Where code and what it sent stand beside each other, keeps each first statement of a call level with the call,
 * for all cells inside an element.
 */
export function useLevels(root: RefObject<HTMLElement | null>, isOn: boolean): void {
  // After every render: cells come and go with runs and edits.
  useLayoutEffect(() => {
    const cells = [...(root.current?.querySelectorAll<HTMLElement>('.cell') ?? [])];
    if (!isOn) return;
    const observer = new ResizeObserver((entries) => {
      const changed = new Set(entries.map(({ target }) => target.closest<HTMLElement>('.cell')));
      for (const cell of changed) if (cell !== null) levelWithCalls(cell);
    });
    for (const cell of cells) {
      levelWithCalls(cell);
      for (const part of cell.querySelectorAll('.cell-code, .cell-statements')) observer.observe(part);
    }
    return () => {
      observer.disconnect();
      for (const cell of cells) unlevel(cell);
    };
  });
}

function unlevel(cell: HTMLElement): void {
  for (const row of cell.querySelectorAll<HTMLElement>('.code > li, .statements > li')) {
    row.style.marginBlockStart = '';
  }
}
