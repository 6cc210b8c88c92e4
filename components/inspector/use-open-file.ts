'use client';

import { useState } from 'react';
import { useDesk } from '@/lib/stores/desk-provider';
import { pageInspector, pageInspectorView } from '@/lib/stores/page-stores';
import type { StartingDatabase } from '@/lib/stores/workspace/workspace';
import { counted } from '@/lib/trace/view/figures';
import { messageOf } from './message-of';

/** What came of a person's file. */
export type FileState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }
  | {
      readonly kind: 'opened';
      /** Sentences: what begins from it now, and what is to be known of it. */
      readonly words: readonly string[];
      /** What code started from before. */
      readonly before: StartingDatabase;
    };

export interface OpenedFile {
  readonly state: FileState;
  /** Makes a file the database that both sides start from, or says why it cannot be. */
  readonly open: (file: File) => Promise<void>;
  /** Starts from what was there before the file. */
  readonly undo: () => void;
  readonly dismiss: () => void;
}

/** A file of a person's as the database that both sides start from. */
export function useOpenFile(): OpenedFile {
  const desk = useDesk();
  const [state, setState] = useState<FileState>({ kind: 'none' });
  const open = async (file: File): Promise<void> => {
    const { name } = file;
    setState({ kind: 'reading', name });
    try {
      const inspector = await pageInspector();
      const imported = await inspector.importFile(file);
      if (imported.kind === 'refused') {
        setState({ kind: 'refused', name, message: imported.message });
        return;
      }
      const tables = (await inspector.tablesOf(imported.image)).length;
      const { database: before, setDatabase } = desk.workspace.getState();
      setDatabase({ kind: 'image', name, bytes: imported.image });
      pageInspectorView.getState().set({ tab: 'tables', source: 'start', table: null });
      setState({
        kind: 'opened',
        before,
        words: [
          `Both sides start from ${name} now: ${counted(tables, 'table')}. Run to use it.`,
          ...imported.notes,
        ],
      });
    } catch (error) {
      setState({ kind: 'refused', name, message: messageOf(error) });
    }
  };
  return {
    state,
    open,
    undo: () => {
      if (state.kind === 'opened') desk.workspace.getState().setDatabase(state.before);
      setState({ kind: 'none' });
    },
    dismiss: () => setState({ kind: 'none' }),
  };
}
