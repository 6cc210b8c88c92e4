import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { Each } from '@/components/ui/each';
import type { Caret, CodeEditorProps } from './code-editor-props';
import { COMPOSING } from './when-composed';

/** What `PlainEditor` takes beside the properties of every editor. */
export interface PlainEditorProps extends CodeEditorProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly hintId: string;
}

const GUTTER = { '--gutter': 'var(--code-gutter, 36px)', '--gutter-gap': 'var(--code-gutter-gap, 12px)' };

/**
 * The browser's own text area, as large as its text: on touch, while the full editor is on its way, and
 * where that cannot be had. It draws no spans and no markers; Tab moves on.
 */
export function PlainEditor({ area, hintId, ...props }: PlainEditorProps) {
  const { value, firstLineNumber = 1, wordWrap = false, readOnly = false, autoFocus = false, caret } = props;
  const focusFirst = useRef(autoFocus);
  useEffect(() => {
    if (focusFirst.current) area.current?.focus({ preventScroll: true });
  }, [area]);
  useEffect(() => {
    const element = area.current;
    if (element === null || caret === undefined) return;
    const offset = offsetOf(element.value, caret);
    element.setSelectionRange(offset, offset);
  }, [area, caret]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && props.onRun !== undefined) {
      props.onRun(event.shiftKey ? 'this-side' : 'all');
    } else if (event.key === 'Escape' && props.onLeave !== undefined) {
      props.onLeave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="plain-editor" data-wrap={wordWrap} style={firstLineNumber === null ? undefined : GUTTER}>
      <div className="plain-copy" aria-hidden="true">
        <Each of={value.split('\n')}>
          {(line, index) => (
            <div data-number={firstLineNumber === null ? undefined : firstLineNumber + index}>
              {/* An empty line would have no height. */}
              {`${line} `}
            </div>
          )}
        </Each>
      </div>
      <textarea
        ref={area}
        rows={1}
        value={value}
        readOnly={readOnly}
        aria-label={props.ariaLabel}
        aria-describedby={hintId}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        wrap={wordWrap ? 'soft' : 'off'}
        onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
        onSelect={({ currentTarget }) =>
          props.onCaret?.(caretAt(currentTarget.value, currentTarget.selectionEnd))
        }
        onCompositionStart={({ currentTarget }) => currentTarget.setAttribute(COMPOSING, '')}
        onCompositionEnd={({ currentTarget }) => currentTarget.removeAttribute(COMPOSING)}
        onKeyDown={onKeyDown}
        onFocus={() => props.onFocus?.()}
        onBlur={() => props.onBlur?.()}
      />
    </div>
  );
}

function caretAt(text: string, offset: number): Caret {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}

function offsetOf(text: string, { line, column }: Caret): number {
  const lines = text.split('\n');
  const above = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return Math.min(text.length, above + Math.min(column, lines[line - 1]?.length ?? 0));
}
