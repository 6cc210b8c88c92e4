'use client';

import PlayIcon from 'lucide-react/icons/play';
import Square from 'lucide-react/icons/square';
import { useEffect, useEffectEvent } from 'react';
import { RunBar } from '@/components/trace/run-bar';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { StatusLine, type StatusMark } from '@/components/ui/status-line';
import { ORMS, type Orm } from '@/lib/orm/orm';
import type { Scenario } from '@/lib/scenarios/types';
import { useDesk } from '@/lib/stores/desk-provider';
import { isEditedSince } from '@/lib/stores/runs/runs-store';
import { useRuns, useWorkspace } from '@/lib/stores/use-desk';
import { useEngines } from '@/lib/stores/use-engines';
import { isEdited } from '@/lib/stores/workspace/workspace-store';
import { type RunStatus, sayStatus, statusOf } from './run-status';
import type { PlaySide } from './use-sides';

interface PlayBarProps {
  /** What is opened next would end a run that began before: there is none until it is there. */
  readonly isOpen: boolean;
  readonly choices: readonly { readonly slug: string; readonly name: string }[];
  readonly onOpen: (slug: string) => Promise<void>;
  readonly scenario: Scenario | null;
  readonly sides: Readonly<Record<Orm, PlaySide>>;
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
export function PlayBar({ isOpen, choices, onOpen, scenario, sides }: PlayBarProps) {
  const desk = useDesk();
  const engines = useEngines((state) => state.states);
  const live = useRuns((state) => state.live);
  const last = useRuns((state) => state.last);
  const failed = useRuns((state) => state.failed);
  const workspace = useWorkspace((state) => state);
  const goesOn = ORMS.some((orm) => live[orm] !== null);
  const edited = ORMS.some((orm) => {
    const run = last[orm];
    return run === null ? isEdited(workspace) : isEditedSince(run, workspace);
  });
  const recording =
    scenario === null
      ? null
      : { on: scenario.recording.recordedOn, versions: scenario.recording.trace.versions };
  const status = statusOf({ engines, live, last, failed, isEdited: edited, recording });
  const { lead, rest } = sayStatus(status);
  const run = (): void => {
    if (isOpen) void desk.runs.getState().run();
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    if (event.key === 'Enter') run();
    else if (event.key === '.') desk.runs.getState().stop();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const counts = ORMS.map((orm) => sides[orm].view?.counts.statements ?? 0);
  const slug = workspace.origin.kind === 'scenario' ? workspace.origin.slug : '';
  return (
    <>
      <RunBar
        name={
          <Select aria-label="Example" value={slug} onChange={(event) => void onOpen(event.target.value)}>
            {slug === '' && <option value="">{workspace.name}</option>}
            {choices.map((choice) => (
              <option key={choice.slug} value={choice.slug}>
                {choice.name}
              </option>
            ))}
          </Select>
        }
        status={
          <StatusLine mark={MARKS[status.kind]} state={lead}>
            {rest !== '' && ` ${rest}`}
          </StatusLine>
        }
      >
        {edited && <Button onClick={() => desk.workspace.getState().reset()}>Undo all edits</Button>}
        {goesOn ? (
          <Button look="primary" onClick={() => desk.runs.getState().stop()}>
            <Icon of={Square} />
            Stop
          </Button>
        ) : (
          <Button look="primary" disabled={!isOpen} onClick={run}>
            <Icon of={PlayIcon} />
            {ORMS.some((orm) => last[orm] !== null) ? 'Run again' : 'Run both'}
          </Button>
        )}
      </RunBar>
      <p role="status" className="sr-only">
        {goesOn
          ? 'Running.'
          : last.django !== null || last.sqlalchemy !== null
            ? `${lead}. Django ${counts[0]}, SQLAlchemy ${counts[1]} statements.`
            : ''}
      </p>
      {workspace.saving.kind === 'refused' && <p className="play-note">{workspace.saving.sentence}</p>}
    </>
  );
}
