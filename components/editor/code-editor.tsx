'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import './code-editor.css';
import type { CodeEditorProps } from './code-editor-props';
import { EscapeHint } from './escape-hint';
import { FullEditor } from './full-editor';
import { EditorUnreachableError, loadedMonaco, loadMonaco } from './load-monaco';
import type { EditorStart, MountedEditor } from './mount-editor';
import { PlainEditor } from './plain-editor';
import { useIsTouch } from './use-is-touch';
import { whenComposed } from './when-composed';

/**
 * An editor of one text. Until the full one has arrived, and always on touch, it is the browser's text
 * area, in which typing can begin at once; text, caret and focus are carried over.
 *
 * It takes a static view's place to the pixel: both have the custom properties `--font-code`, `--code-size`
 * and `--code-line`, and numbers of lines that end `--code-gutter-gap` before the code, which begins at
 * `--code-gutter` (all px).
 */
export function CodeEditor({ className, ...props }: CodeEditorProps) {
  const isTouch = useIsTouch();
  const [monaco, setMonaco] = useState(loadedMonaco);
  const [problem, setProblem] = useState<string | null>(null);
  const [isEdited, setIsEdited] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const start = useRef<EditorStart>({ selection: null, focus: false });
  const hasFocus = useRef(false);
  const mounted = useRef<MountedEditor>(null);
  const [said, setSaid] = useState('');
  const hintId = useId();

  useEffect(() => {
    if (isTouch || monaco !== null) return;
    let isGone = false;
    const arrive = async (): Promise<void> => {
      try {
        const loaded = await loadMonaco();
        await whenComposed(area.current);
        if (isGone) return;
        start.current = startFrom(area.current);
        setMonaco(loaded);
      } catch (error) {
        if (!isGone) setProblem(sentenceOf(error));
      }
    };
    void arrive();
    return () => {
      isGone = true;
    };
  }, [isTouch, monaco]);

  const shared: CodeEditorProps = {
    ...props,
    onChange: (value) => {
      setIsEdited(true);
      setSaid('');
      props.onChange(value);
    },
    // One editor that takes the other's place is no reason to tell that the focus came.
    onFocus: () => {
      if (!hasFocus.current) props.onFocus?.();
      hasFocus.current = true;
    },
    onBlur: () => {
      hasFocus.current = false;
      props.onBlur?.();
    },
  };
  const isFull = monaco !== null && !isTouch && problem === null;
  return (
    <div className={className === undefined ? 'code-editor' : `code-editor ${className}`}>
      {isFull ? (
        <FullEditor
          {...shared}
          monaco={monaco}
          start={start.current}
          hintId={hintId}
          mounted={mounted}
          onSaid={setSaid}
          onFailure={(error) => setProblem(sentenceOf(error))}
        />
      ) : (
        <PlainEditor {...shared} area={area} hintId={hintId} />
      )}
      {isFull && props.help !== undefined && props.readOnly !== true && (
        <Button
          look="quiet"
          size="small"
          className="editor-format"
          aria-label={`Format ${props.ariaLabel}`}
          title="Format by ruff, Shift+Alt+F"
          onClick={() => mounted.current?.format()}
        >
          Format
        </Button>
      )}
      <EscapeHint id={hintId} isFull={isFull && props.readOnly !== true} isEdited={isEdited} />
      <p className="editor-hint" role="status">
        {problem ?? said}
      </p>
    </div>
  );
}

/** What the text area leaves to the full editor. */
function startFrom(area: HTMLTextAreaElement | null): EditorStart {
  const hasFocus = area !== null && document.activeElement === area;
  if (!hasFocus) return { selection: null, focus: false };
  return { selection: { start: area.selectionStart, end: area.selectionEnd }, focus: true };
}

function sentenceOf(error: unknown): string {
  return (error instanceof EditorUnreachableError ? error : new EditorUnreachableError(error)).message;
}
