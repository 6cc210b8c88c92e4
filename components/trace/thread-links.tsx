'use client';

import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { type CallRef, isSameRef } from '@/lib/trace/view/call-ref';
import { pressInTrace } from './thread-keys';
import { markThreads, openComparison, refOf } from './thread-marks';

export type ParamsPlace = 'inline' | 'apart';

interface ThreadLinksProps {
  /** Under the pointer, the caret or the focus. */
  readonly hovered: CallRef | null;
  /** What was clicked, until Escape. */
  readonly pinned: CallRef | null;
  readonly onHover: (ref: CallRef | null) => void;
  /** Called with what is clicked, also when that is pinned already. */
  readonly onPin: (ref: CallRef) => void;
  readonly onUnpin: () => void;
  /** Where parameters stand: in the SQL, or in a list behind it. */
  readonly params: ParamsPlace;
  /** Called by the control on a card, and by its key. */
  readonly onParams: (params: ParamsPlace) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * Sent to a cell when the chip of a call leads to a card that is not drawn, since its list is long; `detail` is
 * the number of the call.
 */
export const SEEK_CALL = 'seek-call';

/** A pointer that only passes by lights nothing. */
const DELAY_MS = 120;
/** What does something else when it is clicked. */
const CONTROLS = 'button, summary, input, select, textarea, label, .data-table, pre, .code-editor';

/**
 * Ties calls in the code to what they sent, for the parts of `components/trace` inside, whether they are drawn
 * in advance or by a run: it listens once, tells its owner what is looked at, and marks all parts of it.
 *
 * A chip leads to what its call sent, and a card's chip and line lead to the code. Chips of one block of code
 * are one stop of Tab, with arrows between them.
 */
export function ThreadLinks({
  hovered,
  pinned,
  onHover,
  onPin,
  onUnpin,
  params,
  onParams,
  className,
  children,
}: ThreadLinksProps) {
  const root = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const mark = useEffectEvent(() => {
    if (root.current !== null) markThreads(root.current, { hovered, pinned });
  });
  const hover = useEffectEvent((ref: CallRef | null, delay: number) => {
    clearTimeout(timer.current);
    if (isSameRef(ref, hovered)) return;
    timer.current = setTimeout(() => onHover(ref), delay);
  });
  const click = useEffectEvent((event: MouseEvent) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const part = target.closest('button[data-key]')?.getAttribute('data-key');
    if (part === 'params') onParams(params === 'inline' ? 'apart' : 'inline');
    if (part === 'columns') unfoldColumns(target);
    if (target.closest(CONTROLS) !== null) return;
    const ref = refOf(target);
    if (ref === null || isSelecting()) return;
    const link = target.closest<HTMLAnchorElement>('a[href^="#"]');
    if (link === null) {
      onPin(ref);
      return;
    }
    event.preventDefault();
    if (!isSameRef(ref, pinned)) onPin(ref);
    // A click by the keyboard counts no presses: the focus goes along then.
    if (!lead(link, event.detail === 0))
      link.closest('[data-cell]')?.dispatchEvent(new CustomEvent(SEEK_CALL, { detail: ref.call }));
  });
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && pinned !== null) onUnpin();
    if (!(event.target instanceof Node) || !root.current?.contains(event.target)) return;
    if (event.key === 'Enter') enter(event);
    if (pressInTrace(event)) event.preventDefault();
  });
  /** On a card that has the focus itself, Enter is a click. */
  const enter = (event: KeyboardEvent): void => {
    const card =
      event.target instanceof Element && event.target.matches('.statement, .boundary') ? event.target : null;
    const ref = card === null ? null : refOf(card);
    if (ref !== null) onPin(ref);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: marks follow what is looked at, and nothing else
  useLayoutEffect(() => mark(), [hovered, pinned]);

  useLayoutEffect(() => {
    if (root.current !== null && pinned !== null) openComparison(root.current, pinned);
  }, [pinned]);

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const stop = new AbortController();
    const { signal } = stop;
    const over = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') hover(refAt(event.target), DELAY_MS);
    };
    element.addEventListener('pointerover', over, { signal });
    element.addEventListener('pointerleave', () => hover(null, DELAY_MS), { signal });
    element.addEventListener('focusin', (event) => hover(refAt(event.target), 0), { signal });
    element.addEventListener('focusout', () => hover(null, 0), { signal });
    element.addEventListener('click', click, { signal });
    document.addEventListener('keydown', press, { signal });
    // What is added later, as a virtual list and a run do, is marked before it is painted.
    const observer = new MutationObserver(() => mark());
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      stop.abort();
      observer.disconnect();
      clearTimeout(timer.current);
    };
  }, []);

  return (
    <div ref={root} className={className} data-params={params}>
      {children}
    </div>
  );
}

function refAt(target: EventTarget | null): CallRef | null {
  return target instanceof Element ? refOf(target) : null;
}

/** Shows the columns that a long list leaves out; the button that said so goes with it. */
function unfoldColumns(button: Element): void {
  const columns = button.closest('.sql-columns');
  columns?.setAttribute('data-open', '');
  columns?.closest<HTMLElement>('.statement')?.focus({ preventScroll: true });
}

/** Whether text is being selected: that is no click on what is selected. */
function isSelecting(): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed;
}

/** Goes where a link within the page leads; tells whether that is there. */
function lead(link: HTMLAnchorElement, withFocus: boolean): boolean {
  const target = document.getElementById(link.hash.slice(1));
  if (target === null) return false;
  target.scrollIntoView({ block: 'nearest' });
  if (withFocus) target.focus({ preventScroll: true });
  return true;
}
