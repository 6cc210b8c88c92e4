import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Monaco } from './load-monaco';
import { type EditorStart, type MountedEditor, type MountProps, mountEditor } from './mount-editor';

/** What `FullEditor` takes beside the properties of every editor. */
export interface FullEditorProps extends MountProps {
  readonly monaco: Monaco;
  readonly start: EditorStart;
  readonly hintId: string;
  /** Filled with the editor for as long as it is there. */
  readonly mounted: RefObject<MountedEditor | null>;
  /** Told when the editor does not come up. */
  readonly onFailure: (error: unknown) => void;
}

/** The full editor in its place; what it does is in `mount-editor.ts`. */
export function FullEditor({ monaco, start, hintId, mounted, onFailure, ...props }: FullEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ props, start, onFailure });

  useLayoutEffect(() => {
    latest.current = { props, start, onFailure };
    mounted.current?.update();
  });
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    try {
      mounted.current = mountEditor(
        monaco,
        element,
        () => latest.current.props,
        latest.current.start,
        hintId,
      );
    } catch (error) {
      latest.current.onFailure(error);
    }
    return () => {
      mounted.current?.dispose();
      mounted.current = null;
    };
  }, [monaco, hintId, mounted]);

  return <div ref={host} />;
}
