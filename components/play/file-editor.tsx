'use client';

import { CodeEditor } from '@/components/editor/code-editor';
import { ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { useEditorHelp } from '@/lib/stores/help/use-help';

interface FileEditorProps {
  readonly orm: Orm;
  readonly file: string;
  /** The file, or the first lines of it. */
  readonly text: string;
  /** What is edited, for who cannot see it. */
  readonly label: string;
  /**
   * The name under which the undo history is kept. An editor reads it once, when it comes up: whoever shows
   * another text gives another name, and this as the React key too, else undo would bring one text into the other.
   */
  readonly historyKey: string;
  /** Whether it is the code of a run that is looked back on: read, not edited. */
  readonly isPast: boolean;
  readonly onChange: (text: string) => void;
}

/** The editor of a file of one side, from the file's first line on. */
export function FileEditor({ orm, file, text, label, historyKey, isPast, onChange }: FileEditorProps) {
  const desk = useDesk();
  const help = useEditorHelp(orm, file, 1, text);
  return (
    <div className="code play-editor">
      <CodeEditor
        value={text}
        onChange={onChange}
        language="python"
        ariaLabel={label}
        historyKey={historyKey}
        readOnly={isPast}
        wordWrap
        {...(isPast ? {} : help)}
        onRun={(which) => void desk.runs.getState().run(which === 'all' ? ORMS : [orm])}
      />
    </div>
  );
}
