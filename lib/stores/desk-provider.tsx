'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Scenario } from '../scenarios/types';
import type { Desk } from './desk';
import { exampleDesk, ownDesk } from './page-stores';

const DeskContext = createContext<Desk | null>(null);

/** What `DeskProvider` takes. */
export interface DeskProviderProps {
  /** The code that lies on the desk first: what the HTML from the build shows. */
  readonly scenario: Scenario;
  /**
   * Whether this is the person's own desk (there is one, and it outlives a walk to other pages) or one for
   * an example. Its code is kept once the view calls `begin` of `useDrafts`.
   */
  readonly own?: boolean;
  readonly children: ReactNode;
}

/** Puts a desk around all that reads or changes it by the hooks of `use-desk.ts`. */
export function DeskProvider({ scenario, own = false, children }: DeskProviderProps) {
  const [desk] = useState(() => (own ? ownDesk(scenario) : exampleDesk(scenario)));
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The desk itself, for handlers that act on it; views read it by the hooks of `use-desk.ts`. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('A desk is used outside of a DeskProvider.');
  return desk;
}
