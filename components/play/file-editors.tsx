'use client';

import { CellRow, CellSide } from '@/components/trace/cell-row';
import { NotThere } from '@/components/trace/not-there';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { FileEditor } from './file-editor';
import type { PlaySide } from './use-sides';

interface FileEditorsProps {
  readonly name: string;
  readonly sides: Readonly<Record<Orm, Pick<PlaySide, 'files' | 'isPast'>>>;
}

/** One file of both sides, each in its editor. */
export function FileEditors({ name, sides }: FileEditorsProps) {
  const desk = useDesk();
  return (
    <CellRow title={name} level={2}>
      {ORMS.map((orm) => {
        const { files, isPast } = sides[orm];
        const text = files[name];
        const historyKey = isPast ? `${orm}/${name}, past` : `${orm}/${name}`;
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
                <FileEditor
                  key={historyKey}
                  orm={orm}
                  file={name}
                  text={text}
                  label={`${name}, ${ORM_NAMES[orm]}, code`}
                  historyKey={historyKey}
                  isPast={isPast}
                  onChange={(value) => desk.workspace.getState().setFile(orm, name, value)}
                />
              )
            }
          />
        );
      })}
    </CellRow>
  );
}
