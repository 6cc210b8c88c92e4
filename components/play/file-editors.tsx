'use client';

import { CodeEditor } from '@/components/editor/code-editor';
import { CellRow, CellSide } from '@/components/trace/cell-row';
import { NotThere } from '@/components/trace/not-there';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { useEditorHelp } from '@/lib/stores/help/use-help';
import type { PlaySide } from './use-sides';

interface FileEditorsProps {
  readonly name: string;
  readonly sides: Readonly<Record<Orm, PlaySide>>;
}

/** One file of both sides, each in its editor. */
export function FileEditors({ name, sides }: FileEditorsProps) {
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
                <FileEditor orm={orm} name={name} text={text} isPast={isPast} />
              )
            }
          />
        );
      })}
    </CellRow>
  );
}

interface FileEditorProps {
  readonly orm: Orm;
  readonly name: string;
  readonly text: string;
  /** Whether it is the code of a run that is looked back on: read, not edited. */
  readonly isPast: boolean;
}

function FileEditor({ orm, name, text, isPast }: FileEditorProps) {
  const desk = useDesk();
  const help = useEditorHelp(orm, name, 1, text);
  return (
    <div className="code play-editor">
      <CodeEditor
        value={text}
        onChange={(value) => desk.workspace.getState().setFile(orm, name, value)}
        language="python"
        ariaLabel={`${name}, ${ORM_NAMES[orm]}, code`}
        historyKey={isPast ? `${orm}/${name}, past` : `${orm}/${name}`}
        readOnly={isPast}
        wordWrap
        {...(isPast ? {} : help)}
        onRun={(which) => void desk.runs.getState().run(which === 'all' ? ORMS : [orm])}
      />
    </div>
  );
}
