'use client';

import { useState } from 'react';
import { CodeBlock } from '@/components/trace/code-block';
import { blankEnd } from '@/lib/cells/blank-end';
import { cutScript } from '@/lib/cells/cut-script';
import { replaceHead } from '@/lib/cells/edit-script';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { useDestination } from '@/lib/stores/help/use-help';
import { codeLines } from '@/lib/trace/view/code-view';
import { FileEditor } from './file-editor';
import { SCRIPT } from './shown-cells';
import type { PlaySide } from './use-sides';

/** What stands before the first cell of each script, folded: as a rule imports. Its editors come when it is opened. */
export function ScriptHead({
  sides,
}: {
  readonly sides: Readonly<Record<Orm, Pick<PlaySide, 'files' | 'isPast'>>>;
}) {
  const desk = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  useDestination(({ orm, file, startLine }) => {
    const lines = cutScript(sides[orm].files[SCRIPT] ?? '').head.split('\n').length;
    if (file === SCRIPT && startLine < lines) setIsOpen(true);
  });
  const heads = ORMS.map((orm) => cutScript(sides[orm].files[SCRIPT] ?? '').head);
  if (heads.every((head) => head.trim() === '')) return null;
  return (
    <details className="script-head" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Imports, before the first cell</summary>
      <div className="cell-pair">
        {ORMS.map((orm, index) => {
          const head = heads[index] ?? '';
          const end = blankEnd(head);
          const text = head.slice(0, head.length - end.length);
          const label = `Imports, ${ORM_NAMES[orm]}, code`;
          if (!isOpen) {
            return (
              <div key={orm} className="cell">
                <CodeBlock lines={codeLines(text, 1, [])} place={{ orm, cell: null }} label={label} />
              </div>
            );
          }
          const { isPast } = sides[orm];
          const historyKey = isPast ? `${orm}/${SCRIPT}/head, past` : `${orm}/${SCRIPT}/head`;
          return (
            <div key={orm} className="cell">
              <FileEditor
                key={historyKey}
                orm={orm}
                file={SCRIPT}
                text={text}
                label={label}
                historyKey={historyKey}
                isPast={isPast}
                onChange={(value) =>
                  desk.workspace
                    .getState()
                    .setFile(orm, SCRIPT, replaceHead(sides[orm].files[SCRIPT] ?? '', value + end))
                }
              />
            </div>
          );
        })}
      </div>
    </details>
  );
}
