'use client';

import { CodeEditor } from '@/components/editor/code-editor';
import { blankEnd } from '@/lib/cells/blank-end';
import { cutScript } from '@/lib/cells/cut-script';
import { replaceHead } from '@/lib/cells/edit-script';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { SCRIPT } from './shown-cells';
import type { PlaySide } from './use-sides';

/** What stands before the first cell of each script, folded: as a rule imports. */
export function ScriptHead({ sides }: { readonly sides: Readonly<Record<Orm, PlaySide>> }) {
  const desk = useDesk();
  const heads = ORMS.map((orm) => cutScript(sides[orm].files[SCRIPT] ?? '').head);
  if (heads.every((head) => head.trim() === '')) return null;
  return (
    <details className="script-head">
      <summary>Imports, before the first cell</summary>
      <div className="cell-pair">
        {ORMS.map((orm, index) => {
          const head = heads[index] ?? '';
          const end = blankEnd(head);
          return (
            <div key={orm} className="cell">
              <div className="code play-editor">
                <CodeEditor
                  value={head.slice(0, head.length - end.length)}
                  onChange={(value) =>
                    desk.workspace
                      .getState()
                      .setFile(orm, SCRIPT, replaceHead(sides[orm].files[SCRIPT] ?? '', value + end))
                  }
                  language="python"
                  ariaLabel={`Imports, ${ORM_NAMES[orm]}, code`}
                  readOnly={sides[orm].isPast}
                  wordWrap
                />
              </div>
            </div>
          );
        })}
      </div>
    </details>
  );
}
