'use client';

import { useDeferredValue, useState } from 'react';
import { NoticeList } from '@/components/trace/notice-list';
import { StatementFilterContext } from '@/components/trace/statement-filter-context';
import { Segmented } from '@/components/ui/segmented';
import { ORMS, type Orm } from '@/lib/orm/orm';
import type { Scenario } from '@/lib/scenarios/types';
import { useDestination } from '@/lib/stores/help/use-help';
import { usePreferences } from '@/lib/stores/use-preferences';
import type { Versions } from '@/lib/trace/schema';
import { EVERYTHING } from '@/lib/trace/view/statement-filter';
import { CellRows } from './cell-rows';
import { DraftsOffer } from './drafts-offer';
import { EngineLine } from './engine-line';
import { FileControls } from './file-controls';
import { FileEditors } from './file-editors';
import { FilterBar } from './filter-bar';
import { AskedFix } from './fix/asked-fix';
import { PastRunNotice } from './past-run-notice';
import { PlayBar } from './play-bar';
import { PlayPanels } from './play-panels';
import { PlayThreads } from './play-threads';
import { RunFailureBlock } from './run-failure-block';
import { SetupFiles, type SetupTexts } from './setup-files';
import { SideHeads } from './side-heads';
import { useAskedScenario } from './use-asked-scenario';
import { useLiveRun } from './use-live-run';
import { type PlayPanel, usePlayActions } from './use-play-actions';
import { useSides } from './use-sides';

interface PlayProps {
  /** What lies on the desk first, and what the page's HTML shows. */
  readonly scenario: Scenario;
  readonly choices: readonly { readonly slug: string; readonly name: string }[];
  readonly versions: Versions;
  readonly setup: SetupTexts;
}

/** The desk: code of both sides, run and read in rows. */
export function Play({ scenario: first, choices, versions, setup }: PlayProps) {
  const asked = useAskedScenario(first);
  const sides = useSides(asked.scenario);
  const [tab, setTab] = useState('script.py');
  useDestination(({ orm, file }) => {
    setTab(file);
    setShown(orm);
  });
  const [shown, setShown] = useState<Orm>('django');
  const [panel, setPanel] = useState<PlayPanel | null>(null);
  usePlayActions(asked.isOpen, setPanel);
  useLiveRun();
  const focus = usePreferences((state) => state.focus);
  const [filter, setFilter] = useState(EVERYTHING);
  const applied = useDeferredValue(filter);
  const names = ORMS.flatMap((orm) => Object.keys(sides[orm].files));
  const tabs = [...new Set(['script.py', ...names]), 'setup'];
  return (
    <div className="page comparison play" data-focus={focus === 'both' ? undefined : focus}>
      <h1 className="sr-only">Play: run Django ORM and SQLAlchemy</h1>
      <PlayBar
        isOpen={asked.isOpen}
        choices={choices}
        onOpen={asked.open}
        scenario={asked.scenario}
        sides={sides}
        onPanel={setPanel}
      />
      {asked.problem !== null && <p role="alert">{asked.problem}</p>}
      <PlayPanels panel={panel} onPanel={setPanel} />
      <DraftsOffer onAll={() => setPanel('drafts')} />
      <PastRunNotice />
      <StatementFilterContext value={applied}>
        <PlayThreads>
          <SideHeads sides={sides} versions={versions} shown={shown} onShow={setShown} />
          <div className="play-files">
            <Segmented
              legend="Files"
              choices={tabs.map((name) => ({ value: name, label: labelOf(name) }))}
              value={tabs.includes(tab) ? tab : 'script.py'}
              onChange={setTab}
            />
            {!sides.django.isPast && (
              <FileControls shown={tabs.includes(tab) ? tab : 'script.py'} onShow={setTab} />
            )}
            <FilterBar
              orms={focus === 'both' ? ORMS : [focus]}
              sides={sides}
              filter={filter}
              applied={applied}
              onFilter={setFilter}
            />
          </div>
          <AskedFix isOpen={asked.isOpen} sides={sides} />
          <RunFailureBlock sides={sides} />
          {ORMS.map((orm) => (
            <NoticeList key={orm} orm={orm} notices={sides[orm].trace?.notices ?? []} />
          ))}
          {tab === 'setup' ? (
            <SetupFiles texts={setup} sides={sides} />
          ) : tabs.includes(tab) && tab !== 'script.py' ? (
            <FileEditors name={tab} sides={sides} />
          ) : (
            <CellRows sides={sides} />
          )}
        </PlayThreads>
      </StatementFilterContext>
      <EngineLine versions={versions} />
    </div>
  );
}

function labelOf(name: string): string {
  switch (name) {
    case 'script.py':
      return 'Code';
    case 'models.py':
      return 'Models';
    case 'setup':
      return 'Setup';
    default:
      return name;
  }
}
