import { type RefObject, useEffect, useEffectEvent } from 'react';

/**
 * Listens to what is sought in the cell around an element, by chips of calls (`SEEK_CALL`) or by the map
 * (`SEEK_STATEMENT`).
 * @param onSeek is given the number of the call, or the id of the statement
 */
export function useSeek(
  element: RefObject<HTMLElement | null>,
  name: string,
  onSeek: (sought: number) => void,
): void {
  const seek = useEffectEvent((event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'number') onSeek(event.detail);
  });
  useEffect(() => {
    const cell = element.current?.closest('[data-cell]');
    const listen = (event: Event): void => seek(event);
    cell?.addEventListener(name, listen);
    return () => cell?.removeEventListener(name, listen);
  }, [element, name]);
}
