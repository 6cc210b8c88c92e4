import { type CallRef, isSameRef } from '@/lib/trace/view/call-ref';

/** What is looked at. */
export interface Looked {
  readonly hovered: CallRef | null;
  readonly pinned: CallRef | null;
}

/** Parts of a call in the code, and what was sent; `components/trace` marks them so. */
const PARTS = '[data-call], [data-statement]';

/** The call or statement that an element is in; null outside of any. */
export function refOf(element: Element): CallRef | null {
  const part = element.closest<HTMLElement>(PARTS);
  const cell = part?.closest<HTMLElement>('[data-cell]');
  const orm = cell?.dataset.orm;
  if (part === null || cell === null || cell === undefined) return null;
  // Compared here, since what parses it would be too large for a page that is only read.
  if (orm !== 'django' && orm !== 'sqlalchemy') return null;
  return {
    orm,
    cell: numberOf(cell.dataset.cell),
    call: numberOf(part.dataset.call),
    statement: numberOf(part.dataset.statement),
  };
}

/**
 * Marks every part under `root` by what is looked at: `data-lit` (`hovered`, `pinned`) on the call and what it
 * sent, `data-dim` on what else its cell sent, `data-peer` on what does the work of a pinned call on the other
 * side.
 */
export function markThreads(root: Element, looked: Looked): void {
  const peer = peerOf(root, looked.pinned);
  for (const part of root.querySelectorAll<HTMLElement>(PARTS)) {
    const ref = refOf(part);
    if (ref !== null) markPart(part, ref, looked, peer);
  }
  for (const code of root.querySelectorAll('.code')) oneTabStop(chipsIn(code));
  for (const list of root.querySelectorAll('.statements')) oneTabStop(cardsIn(list));
}

/** Unfolds how a pinned call compares with that of the other side, where it was drawn in advance; folds the others. */
export function openComparison(root: Element, { orm, cell, call }: CallRef): void {
  const own = root.querySelector(`[data-orm="${orm}"][data-cell="${cell ?? 'setup'}"]`)?.closest('.cell-row');
  for (const fold of root.querySelectorAll<HTMLDetailsElement>('details.compare-fold'))
    fold.open = fold.closest('.cell-row') === own && fold.matches(`[data-compare-${orm}="${call}"]`);
}

function markPart(part: HTMLElement, ref: CallRef, { hovered, pinned }: Looked, peer: CallRef | null): void {
  const inThisCell = [hovered, pinned].find((looked) => isInCellOf(ref, looked)) ?? null;
  const isSent = part.dataset.statement !== undefined;
  const isDim = inThisCell !== null && isSent && !isPartOf(ref, inThisCell);
  let lit: 'pinned' | 'hovered' | null = null;
  if (isPartOf(ref, pinned)) lit = 'pinned';
  else if (isPartOf(ref, hovered)) lit = 'hovered';
  setMark(part, 'data-lit', isDim ? null : lit);
  setMark(part, 'data-dim', isDim ? '' : null);
  setMark(part, 'data-peer', lit === null && isPartOf(ref, peer) ? '' : null);
}

/** Cards of one list, in its order. */
export function cardsIn(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.statement, .boundary')];
}

/** Chips of one block of code, in its order. */
export function chipsIn(code: Element): HTMLElement[] {
  return [...code.querySelectorAll<HTMLElement>('a.chip')];
}

/** The call that does the work of a call on the other side, as its cell says; null without one. */
function peerOf(root: Element, ref: CallRef | null): CallRef | null {
  if (ref === null || ref.call === null) return null;
  const cell = [...root.querySelectorAll<HTMLElement>(`[data-orm="${ref.orm}"]`)].find(
    ({ dataset }) => numberOf(dataset.cell) === ref.cell,
  );
  const peers = new URLSearchParams(cell?.dataset.peers);
  const call = numberOf(peers.get(String(ref.call)) ?? undefined);
  if (call === null) return null;
  const orm = ref.orm === 'django' ? 'sqlalchemy' : 'django';
  return { orm, cell: numberOf(cell?.dataset.peerCell), call, statement: null };
}

/** Whether a part belongs to what is looked at: to that call, or to the one statement of it. */
function isPartOf(part: CallRef, looked: CallRef | null): boolean {
  if (looked === null || !isInCellOf(part, looked)) return false;
  if (part.statement === null || looked.statement === null)
    return part.call !== null && part.call === looked.call;
  return isSameRef(part, looked);
}

function isInCellOf(part: CallRef, looked: CallRef | null): boolean {
  return looked !== null && part.orm === looked.orm && part.cell === looked.cell;
}

/**
 * Chips of a block of code are one stop of Tab, and so are the cards of a list: the one that had the focus
 * last, or the first.
 */
function oneTabStop(parts: readonly HTMLElement[]): void {
  const stop =
    parts.find((part) => part === part.ownerDocument.activeElement) ??
    parts.find((part) => part.getAttribute('tabindex') === '0') ??
    parts[0];
  for (const part of parts) setMark(part, 'tabindex', part === stop ? '0' : '-1');
}

function setMark(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || !/^\d+$/.test(text) ? null : Number(text);
}
