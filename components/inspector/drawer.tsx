'use client';

import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { MAX_HEIGHT_PERCENT, MIN_HEIGHT_PERCENT, USUAL_HEIGHT_PERCENT } from '@/lib/stores/inspector-view';
import { pageInspectorView } from '@/lib/stores/page-stores';
import { useInspectorView } from '@/lib/stores/use-inspector-view';
import { useIsPhone } from './use-is-phone';

interface DrawerProps {
  readonly label: string;
  readonly onClose: () => void;
  /** What is dropped on it from outside of the page. */
  readonly onDropFile: (file: File) => void;
  readonly children: ReactNode;
}

/**
 * A drawer at the foot of the window, beside which the page can still be used; on a phone a sheet over all of
 * it. Escape in it closes it, and the focus goes back to where it was.
 */
export function Drawer({ label, onClose, onDropFile, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isPhone = useIsPhone();
  const heightPercent = useInspectorView((state) => state.heightPercent);
  const asks = useInspectorView((state) => state.asks);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (isPhone) element?.showModal();
    else element?.show();
    return () => {
      element?.close();
      const focused = document.activeElement;
      if (focused === null || focused === document.body)
        document.querySelector<HTMLElement>('[data-opens="inspector"]')?.focus({ preventScroll: true });
    };
  }, [isPhone]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked for, and each time it is opened
  useLayoutEffect(() => {
    dialog.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }, [asks, isPhone]);
  useEffect(() => {
    // The page ends above the drawer, so that its end can be scrolled to.
    const { style } = document.documentElement;
    style.setProperty('--drawer-size', isPhone ? '0px' : `max(${heightPercent}dvh, ${LEAST_HEIGHT})`);
    return () => {
      style.removeProperty('--drawer-size');
    };
  }, [heightPercent, isPhone]);
  return (
    <dialog
      ref={dialog}
      className="inspector"
      aria-label={label}
      data-region
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        const [file] = event.dataTransfer.files;
        if (file === undefined) return;
        event.preventDefault();
        onDropFile(file);
      }}
    >
      {!isPhone && <HeightGrip />}
      {children}
    </dialog>
  );
}

/** In a low window, as when it is zoomed in far, there is still room for a few rows. */
const LEAST_HEIGHT = '220px';

/** One press of an arrow key, in percent of the window's height. */
const STEP_PERCENT = 5;

/** The upper edge, by which the drawer is made higher or lower. */
function HeightGrip() {
  const height = useInspectorView((state) => state.heightPercent);
  const set = (heightPercent: number): void => pageInspectorView.getState().set({ heightPercent });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is no <hr>
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the inspector"
      aria-valuenow={Math.round(height)}
      aria-valuemin={MIN_HEIGHT_PERCENT}
      aria-valuemax={MAX_HEIGHT_PERCENT}
      aria-valuetext={`${Math.round(height)} percent of the window`}
      tabIndex={0}
      className="inspector-grip"
      onKeyDown={(event) => {
        const to = heightAfter(event.key, height);
        if (to === null) return;
        event.preventDefault();
        set(to);
      }}
      onDoubleClick={() => set(USUAL_HEIGHT_PERCENT)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          set(((innerHeight - event.clientY) / innerHeight) * 100);
      }}
    />
  );
}

/** The height that a key makes of another, in percent; null for a key that has nothing to do with it. */
function heightAfter(key: string, heightPercent: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return heightPercent + STEP_PERCENT;
    case 'ArrowDown':
      return heightPercent - STEP_PERCENT;
    case 'Home':
      return MIN_HEIGHT_PERCENT;
    case 'End':
      return MAX_HEIGHT_PERCENT;
    case 'Enter':
      return USUAL_HEIGHT_PERCENT;
    default:
      return null;
  }
}
