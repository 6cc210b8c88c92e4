'use client';

import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import Undo from 'lucide-react/icons/undo-2';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ORM_NAMES } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { type Change, changeOf, type FixRecord, type FixState } from '@/lib/stores/fixes/fix-record';
import { fixName } from '@/lib/trace/findings/fixes';
import { FixDiff } from './fix-diff';
import { sayFix } from './say-fix';

const ICONS: Readonly<Partial<Record<FixState['kind'], typeof Check>>> = {
  proving: CircleDashed,
  applied: Check,
  'not-safe': TriangleAlert,
  unproven: TriangleAlert,
  undone: Undo,
};

/** What became of a fix that was written into the code: what it saved, whether all is the same, and the lines. */
export function FixResult({ record }: { readonly record: FixRecord }) {
  const { orm, title, fix, state } = record;
  const box = useRef<HTMLElement>(null);
  const change = changeOf(state);
  // The button that was pressed is gone: whoever pressed it by keyboard goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  const icon = ICONS[state.kind];
  if (change === null || icon === undefined) return null;
  const { lead, rest, figures } = sayFix(state);
  const name = `${title === '' ? 'Code' : title}, ${ORM_NAMES[orm]}`;
  return (
    <section ref={box} className="fix" tabIndex={-1} aria-label={`Fix: ${fixName(fix)}. ${name}`}>
      <div className="fix-lead">
        <Icon of={icon} className="fix-icon" />
        <p>
          <b>{lead}</b> {rest}
        </p>
        <UndoButton record={record} change={change} />
      </div>
      {figures !== '' && <p className="fix-figures">{figures}</p>}
      {change.isAskingForEdits && <EditsQuestion record={record} />}
      {state.kind !== 'undone' && (
        <>
          <FixDiff change={change} label={`What the fix changed. ${name}`} />
          {change.notes.map((note) => (
            <p key={note} className="fix-figures">
              {note}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function UndoButton({ record, change }: { readonly record: FixRecord; readonly change: Change }) {
  const desk = useDesk();
  const { id, state } = record;
  const { undo, bringBack } = desk.fixes.getState();
  if (state.kind === 'proving' || change.isAskingForEdits) return null;
  if (state.kind === 'undone') {
    return (
      state.withEdits !== null && (
        <Button size="small" onClick={() => bringBack(id)}>
          Bring it all back
        </Button>
      )
    );
  }
  return (
    <Button size="small" onClick={() => void undo(id)}>
      Undo
    </Button>
  );
}

/** The code was edited where the fix stands: nothing is lost without asking. */
function EditsQuestion({ record: { id } }: { readonly record: FixRecord }) {
  const desk = useDesk();
  const { undoWithEdits, keepEdits } = desk.fixes.getState();
  return (
    <div className="fix-question" role="alert">
      <p>You have edited the same place since. Undoing the fix takes these edits out as well.</p>
      <Button size="small" onClick={() => void undoWithEdits(id)}>
        Undo both
      </Button>
      <Button size="small" onClick={() => keepEdits(id)}>
        Keep the code as it is
      </Button>
    </div>
  );
}
