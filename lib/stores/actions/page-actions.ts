import { ACTIONS, type Action, type ActionId } from './actions';

/** What actions do on the page that is open. */
export type Deeds = Readonly<Partial<Record<ActionId, () => void>>>;

/** The newest of what parts of the page offer comes last. */
const offers: Deeds[] = [];

/**
 * Says what actions do, until the returned function is called. Of two parts that say it of the same action,
 * the newer one is asked.
 */
export function offerActions(deeds: Deeds): () => void {
  offers.push(deeds);
  return () => {
    const at = offers.indexOf(deeds);
    if (at !== -1) offers.splice(at, 1);
  };
}

/** Does it; false when nothing on this page does. */
export function perform(id: ActionId): boolean {
  const deed = deedOf(id);
  deed?.();
  return deed !== undefined;
}

/** What can be done on this page at this moment, as commands. */
export function performable(): readonly (Action & { readonly id: ActionId })[] {
  return ACTIONS.filter(({ id }) => deedOf(id) !== undefined);
}

function deedOf(id: ActionId): (() => void) | undefined {
  return offers.findLast((deeds) => deeds[id] !== undefined)?.[id];
}
