'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { Scenario } from '@/lib/scenarios/types';
import { offerExampleOpener } from '@/lib/stores/actions/example-opener';
import { useDesk } from '@/lib/stores/desk-provider';
import { prepareEngines, startEnginesEarly } from '@/lib/stores/page-stores';
import { useWorkspace } from '@/lib/stores/use-desk';
import { fetchScenario } from './fetch-scenario';

// Before the page is drawn: its drawing and their start then share the time.
startEnginesEarly();

const TAKEN = 'This draft is open in another tab, or was deleted. Other drafts are under More.';

interface Asked {
  /** The scenario that the code on the desk began from, once it is there; null for code of one's own. */
  readonly scenario: Scenario | null;
  /** Why what the address asks for is not here. */
  readonly problem: string | null;
  /** Whether what the address asks for, or the tab's own work, lies on the desk. */
  readonly isOpen: boolean;
  /** Opens another scenario, and puts it into the address without filling the history. */
  readonly open: (slug: string) => Promise<void>;
}

/** Opens what the page's address asks for, or goes on with the tab's own work. */
export function useAskedScenario(first: Scenario): Asked {
  const desk = useDesk();
  const origin = useWorkspace((state) => state.origin);
  const [known, setKnown] = useState<readonly Scenario[]>([first]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const slug = origin.kind === 'scenario' ? origin.slug : null;

  const have = async (wanted: string): Promise<Scenario> => {
    const found = known.find((each) => each.slug === wanted) ?? (await fetchScenario(wanted));
    setKnown((before) => (before.some((each) => each.slug === wanted) ? before : [...before, found]));
    return found;
  };
  const say = (error: unknown): void => setProblem(error instanceof Error ? error.message : String(error));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, when the page is there
  useEffect(() => {
    // They take longer than anything else here, and need nothing of it.
    prepareEngines(first);
    const { searchParams, pathname } = new URL(location.href);
    const asked = searchParams.get('scenario');
    const draft = searchParams.get('draft');
    const goOn = async (id: string): Promise<void> => {
      // Once: a reload goes on with what the tab has by then.
      history.replaceState(history.state, '', pathname);
      await desk.drafts?.getState().begin(null);
      if ((await desk.drafts?.getState().takeUp(id)) === false) setProblem(TAKEN);
    };
    const begin = async (): Promise<void> => {
      if (draft !== null) return goOn(draft);
      const scenario = asked === null || asked === first.slug ? null : await have(asked);
      await desk.drafts?.getState().begin(asked === first.slug ? first : scenario);
    };
    const begun = begin().catch(async (error: unknown) => {
      say(error);
      await desk.drafts?.getState().begin(null);
    });
    begun.catch(say).finally(() => setIsOpen(true));
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another origin needs another scenario
  useEffect(() => {
    if (slug !== null) have(slug).catch(say);
  }, [slug]);

  const open = async (wanted: string): Promise<void> => {
    try {
      const scenario = await have(wanted);
      setProblem(null);
      history.replaceState(history.state, '', `?scenario=${wanted}`);
      await desk.drafts?.getState().begin(scenario);
    } catch (error) {
      say(error);
    }
  };
  const openHere = useEffectEvent((wanted: string) => void open(wanted));
  useEffect(() => offerExampleOpener((wanted) => openHere(wanted)), []);

  return { scenario: known.find((each) => each.slug === slug) ?? null, problem, isOpen, open };
}
