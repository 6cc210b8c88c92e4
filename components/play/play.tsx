'use client';

import { useState } from 'react';
import { NoticeList } from '@/components/trace/notice-list';
import { SideHead } from '@/components/trace/side-head';
import { ThreadLinks } from '@/components/trace/thread-links';
import { Segmented } from '@/components/ui/segmented';
import { ORMS, type Orm } from '@/lib/orm/orm';
import type { Scenario } from '@/lib/scenarios/types';
import { useDesk } from '@/lib/stores/desk-provider';
import { pagePreferences } from '@/lib/stores/page-stores';
import { useSelection, useWorkspace } from '@/lib/stores/use-desk';
import { usePreferences } from '@/lib/stores/use-preferences';
import type { Versions } from '@/lib/trace/schema';
import { isSameRef } from '@/lib/trace/view/call-ref';
import type { Strip } from '@/lib/trace/view/strip';
import { CellRows } from './cell-rows';
import { EngineLine } from './engine-line';
import { FileControls } from './file-controls';
import { FileEditors } from './file-editors';
import { AskedFix } from './fix/asked-fix';
import { PastRunNotice } from './past-run-notice';
import { PlayBar } from './play-bar';
import { PlayPanels } from './play-panels';
import { RunFailureBlock } from './run-failure-block';
import { SetupFiles, type SetupTexts } from './setup-files';
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

const NONE: Strip = { ticks: [], alike: [] };

/** The desk: code of both sides, run and read in rows. */
export function Play({ scenario: first, choices, versions, setup }: PlayProps) {
  const desk = useDesk();
  const asked = useAskedScenario(first);
  const sides = useSides(asked.scenario);
  const [tab, setTab] = useState('script.py');
  const [shown, setShown] = useState<Orm>('django');
  const [panel, setPanel] = useState<PlayPanel | null>(null);
  usePlayActions(asked.isOpen, setPanel);
  useLiveRun();
  const names = useWorkspace(({ files }) =>
    [...new Set(ORMS.flatMap((orm) => Object.keys(files[orm])))]
      .filter((name) => name !== 'script.py')
      .join('\n'),
  );
  const hovered = useSelection((state) => state.hovered);
  const pinned = useSelection((state) => state.pinned);
  const params = usePreferences((state) => state.params);
  const tabs = ['script.py', ...names.split('\n').filter((name) => name !== ''), 'setup'];
  const scale = Math.max(1, ...ORMS.map((orm) => sides[orm].view?.strip.ticks.length ?? 0));
  return (
    <div className="page comparison play">
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
      <PastRunNotice />
      <ThreadLinks
        hovered={hovered}
        pinned={pinned}
        onHover={(ref) => desk.selection.getState().hover(ref)}
        onPin={(ref) => {
          if (!isSameRef(ref, pinned)) desk.selection.getState().pin(ref);
        }}
        onUnpin={() => desk.selection.getState().unpin()}
        params={params}
        onParams={(place) => pagePreferences.getState().set({ params: place })}
      >
        <div className="side-pair side-pair-heads">
          {ORMS.map((orm) => (
            <SideHead
              key={orm}
              group="play-side"
              orm={orm}
              version={versions[orm]}
              count={sides[orm].view?.counts.statements ?? 0}
              strip={sides[orm].view?.strip ?? NONE}
              scale={scale}
              was={sides[orm].was}
              run={sides[orm].run}
              isShown={shown === orm}
              onShow={setShown}
            />
          ))}
        </div>
        <div className="play-files">
          <Segmented
            legend="Files"
            choices={tabs.map((name) => ({ value: name, label: labelOf(name) }))}
            value={tabs.includes(tab) ? tab : 'script.py'}
            onChange={setTab}
          />
          <FileControls shown={tabs.includes(tab) ? tab : 'script.py'} onShow={setTab} />
        </div>
        <AskedFix isOpen={asked.isOpen} sides={sides} />
        <RunFailureBlock sides={sides} />
        {ORMS.map((orm) => (
          <NoticeList key={orm} orm={orm} notices={sides[orm].trace?.notices ?? []} />
        ))}
        {tab === 'setup' ? (
          <SetupFiles texts={setup} sides={sides} />
        ) : tabs.includes(tab) && tab !== 'script.py' ? (
          <FileEditors name={tab} />
        ) : (
          <CellRows sides={sides} />
        )}
      </ThreadLinks>
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
