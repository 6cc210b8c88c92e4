import { ACTIONS } from './actions';
import { isChord, isTyping } from './chord';
import { perform } from './page-actions';

/**
 * Does what a key stands for on this page, wherever the focus is; letters and signs only while nothing is
 * typed.
 * @param when `first`: before an editor sees the key, for those actions that ask for it; `last`: for all others
 * @returns whether it did something
 */
export function pressAction(event: KeyboardEvent, when: 'first' | 'last'): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const action = ACTIONS.find(
    ({ keys, isFirst, isLocal }) =>
      isLocal !== true &&
      (isFirst === true) === (when === 'first') &&
      keys.some((chord) => isChord(event, chord) && (isCommand(chord) || !isTyping(event.target))),
  );
  return action !== undefined && perform(action.id);
}

/** Keys that write nothing wherever they are pressed. */
function isCommand({ key, mod }: { readonly key: string; readonly mod?: true }): boolean {
  return mod === true || /^F\d+$/.test(key);
}
