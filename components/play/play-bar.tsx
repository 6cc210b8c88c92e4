'use client';

import { RunBar } from '@/components/trace/run-bar';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { StatusLine, type StatusMark } from '@/components/ui/status-line';
import { ORMS, type Orm } from '@/lib/orm/orm';
import type { Scenario } from '@/lib/scenarios/types';
import { useDesk } from '@/lib/stores/desk-provider';
import { isEditedSince } from '@/lib/stores/runs/runs-store';
import { useRuns, useWorkspace } from '@/lib/stores/use-desk';
import { useEngines } from '@/lib/stores/use-engines';
import { isEdited } from '@/lib/stores/workspace/workspace-store';
import { BarMenu } from './bar-menu';
import { FocusSwitch } from './focus-switch';
import { InspectButton } from './inspect-button';
import { RunAnnouncer } from './run-announcer';
import { RunButton } from './run-button';
import { type RunStatus, sayStatus, statusOf } from './run-status';
import { SavingNote, SavingWords } from './saving-note';
import type { PlayPanel } from './use-play-actions';
import type { PlaySide } from './use-sides';

interface PlayBarProps {
  /** What is opened next would end a run that began before: there is none until it is there. */
  readonly isOpen: boolean;
  readonly choices: readonly { readonly slug: string; readonly name: string }[];
  readonly onOpen: (slug: string) => Promise<void>;
  readonly scenario: Scenario | null;
  readonly sides: Readonly<Record<Orm, PlaySide>>;
  readonly onPanel: (panel: PlayPanel) => void;
}

const MARKS: Readonly<Record<RunStatus['kind'], StatusMark>> = {
  recorded: 'recorded',
  'not-run': 'none',
  starting: 'busy',
  running: 'busy',
  ran: 'live',
  edited: 'edited',
  'ended-early': 'failed',
  'engine-failed': 'failed',
};

/** What is open, where its run stands, and the button that runs it. */
export function PlayBar({ isOpen, choices, onOpen, scenario, sides, onPanel }: PlayBarProps) {
  const desk = useDesk();
  const status = useRunStatus(scenario);
  const { lead, rest } = sayStatus(status);
  const name = useWorkspace((state) => state.name);
  const origin = useWorkspace((state) => state.origin);
  const edited = useWorkspace(isEdited);
  const slug = origin.kind === 'scenario' ? origin.slug : '';
  return (
    <section className="play-bar" aria-label="Example and run" data-region>
      <RunBar
        name={
          <Select aria-label="Example" value={slug} onChange={(event) => void onOpen(event.target.value)}>
            {slug === '' && <option value="">{name}</option>}
            {choices.map((choice) => (
              <option key={choice.slug} value={choice.slug}>
                {choice.name}
              </option>
            ))}
          </Select>
        }
        status={
          <>
            <StatusLine mark={MARKS[status.kind]} state={lead}>
              {rest !== '' && ` ${rest}`}
            </StatusLine>
            <SavingWords />
          </>
        }
      >
        <div className="bar-side">
          {edited && (
            <Button look="quiet" className="bar-undo" onClick={() => desk.workspace.getState().reset()}>
              Undo all edits
            </Button>
          )}
          <FocusSwitch />
          <BarMenu isOpen={isOpen} onPanel={onPanel} />
        </div>
        <div className="bar-main">
          <InspectButton />
          <RunButton isOpen={isOpen} />
        </div>
      </RunBar>
      <RunAnnouncer sides={sides} />
      <SavingNote />
    </section>
  );
}

function useRunStatus(scenario: Scenario | null): RunStatus {
  const engines = useEngines((state) => state.states);
  const { live, last, failed, held } = useRuns((state) => state);
  const workspace = useWorkspace((state) => state);
  const edited = ORMS.some((orm) => {
    const run = last[orm];
    return run === null ? isEdited(workspace) : isEditedSince(run, workspace);
  });
  const recording =
    scenario === null
      ? null
      : { on: scenario.recording.recordedOn, versions: scenario.recording.trace.versions };
  return statusOf({ engines, live, last, failed, held, isEdited: edited, recording });
}
