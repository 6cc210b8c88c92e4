'use client';

import { useRef, useState } from 'react';
import { CellRow } from '@/components/trace/cell-row';
import { useLevels } from '@/components/trace/use-levels';
import { Button } from '@/components/ui/button';
import { cutScript } from '@/lib/cells/cut-script';
import { addCell } from '@/lib/cells/edit-script';
import { pairCells } from '@/lib/cells/pair-cells';
import { ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { useDestination } from '@/lib/stores/help/use-help';
import { usePreferences } from '@/lib/stores/use-preferences';
import { FixAnnouncement } from './fix/fix-announcement';
import { RowFixes } from './fix/row-fixes';
import { PinnedComparison } from './pinned-comparison';
import { PlayCell } from './play-cell';
import { ScriptHead } from './script-head';
import { SCRIPT } from './shown-cells';
import { FinalTables } from './states/final-tables';
import { RowEquality } from './states/row-equality';
import type { PlaySide } from './use-sides';

/** The rows of the comparison, each cell of which can be edited in place. */
export function CellRows({ sides }: { readonly sides: Readonly<Record<Orm, PlaySide>> }) {
  const desk = useDesk();
  const [editing, setEditing] = useState<Readonly<Record<Orm, number | null>>>({
    django: null,
    sqlalchemy: null,
  });
  useDestination(({ orm, file, startLine }) => {
    const index = sides[orm].cells.findIndex(
      ({ code }) => file === SCRIPT && code.bodyLine <= startLine && startLine <= code.endLine,
    );
    if (index !== -1) setEditing((before) => ({ ...before, [orm]: index }));
  });
  const root = useRef<HTMLDivElement>(null);
  useLevels(root, usePreferences((state) => state.focus) !== 'both');
  const rows = pairCells(
    sides.django.cells.map(({ code }) => code),
    sides.sqlalchemy.cells.map(({ code }) => code),
  );
  const { isPast } = sides.django;
  /** Whether a side has the cell, and its run was asked for it. */
  const isAsked = (orm: Orm, index: number | null): boolean =>
    index !== null && sides[orm].cells[index]?.isNotAsked !== true;
  const add = (): void => {
    for (const orm of ORMS) {
      const script = sides[orm].files[SCRIPT] ?? '';
      const added = addCell(script, cutScript(script).cells.length - 1, 'New cell');
      desk.workspace.getState().setFile(orm, SCRIPT, added.script);
    }
  };
  return (
    <div ref={root}>
      <h2 className="sr-only">The program, cell by cell</h2>
      <FixAnnouncement />
      <ScriptHead sides={sides} />
      {rows.map(({ title, cells }, index) => (
        <CellRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity, titles may repeat
          key={`${index} ${title}`}
          title={title === '' ? null : title}
          equality={
            isAsked('django', cells.django) &&
            isAsked('sqlalchemy', cells.sqlalchemy) && <RowEquality sides={sides} cells={cells} />
          }
          aside={!isPast && <RowFixes sides={sides} cells={cells} />}
          footer={<PinnedComparison title={title} sides={sides} cells={cells} />}
        >
          {ORMS.map((orm) => (
            <PlayCell
              key={orm}
              side={sides[orm]}
              other={sides[orm === 'django' ? 'sqlalchemy' : 'django']}
              index={cells[orm]}
              otherIndex={cells[orm === 'django' ? 'sqlalchemy' : 'django']}
              title={title}
              isEditing={cells[orm] !== null && editing[orm] === cells[orm]}
              onEdit={(isOn) => setEditing((before) => ({ ...before, [orm]: isOn ? cells[orm] : null }))}
            />
          ))}
        </CellRow>
      ))}
      {!isPast && (
        <Button look="quiet" onClick={add}>
          Add a cell
        </Button>
      )}
      <FinalTables />
    </div>
  );
}
