'use client';

import { CodeEditor } from '@/components/editor/code-editor';
import { CellRow, CellSide } from '@/components/trace/cell-row';
import { NotThere } from '@/components/trace/not-there';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import type { PlaySide } from './use-sides';

interface FileEditorsProps {
  readonly name: string;
  readonly sides: Readonly<Record<Orm, PlaySide>>;
}

/** One file of both sides, each in its editor. */
export function FileEditors({ name, sides }: FileEditorsProps) {
  const desk = useDesk();
  return (
    <CellRow title={name} level={2}>
      {ORMS.map((orm) => {
        const { files, isPast } = sides[orm];
        const text = files[name];
        return (
          <CellSide
            key={orm}
            place={{ orm, cell: null }}
            title={name}
            count={null}
            code={
              text === undefined ? (
                <NotThere>{ORM_NAMES[orm]} has no such file.</NotThere>
              ) : (
                <div className="code play-editor">
                  <CodeEditor
                    value={text}
                    onChange={(value) => desk.workspace.getState().setFile(orm, name, value)}
                    language="python"
                    ariaLabel={`${name}, ${ORM_NAMES[orm]}, code`}
                    historyKey={isPast ? `${orm}/${name}, past` : `${orm}/${name}`}
                    readOnly={isPast}
                    wordWrap
                    onRun={(which) => void desk.runs.getState().run(which === 'all' ? ORMS : [orm])}
                  />
                </div>
              )
            }
          />
        );
      })}
    </CellRow>
  );
}
