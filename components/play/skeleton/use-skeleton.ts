'use client';

import { useState } from 'react';
import type { Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { imageOf, pageEngines } from '@/lib/stores/page-stores';

/** The file that models are in. */
export const MODELS = 'models.py';

/** Models of one side, made from what the other has loaded. */
export interface Draft {
  /** The side that it is for. */
  readonly to: Orm;
  readonly text: string;
  /** Sentences: what it lacks, or says in another way. */
  readonly notCarried: readonly string[];
}

export type SkeletonState =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly to: Orm }
  | { readonly kind: 'failed'; readonly to: Orm; readonly why: string }
  /** To be reviewed; nothing was changed yet. */
  | { readonly kind: 'drafted'; readonly draft: Draft }
  | { readonly kind: 'used'; readonly draft: Draft; readonly before: string };

export interface Skeleton {
  readonly state: SkeletonState;
  /** Asks for models of that side, made from the other's. */
  readonly ask: (to: Orm) => void;
  /** Puts a draft into the place of the side's models. */
  readonly use: (draft: Draft) => void;
  readonly undo: () => void;
  /** Lets go of a draft, or of what was said. */
  readonly cancel: () => void;
}

const NONE: SkeletonState = { kind: 'none' };
const GAVE_WAY = 'Another question came before it was answered. Ask again.';

/** Starts one side's models from the other's, through Python's own reading of them. */
export function useSkeleton(): Skeleton {
  const { workspace } = useDesk();
  const [state, setState] = useState<SkeletonState>(NONE);
  const write = (orm: Orm, text: string): void => {
    const { files, addFile, setFile } = workspace.getState();
    if (files[orm][MODELS] === undefined) addFile(orm, MODELS);
    setFile(orm, MODELS, text);
  };
  const answerFor = async (to: Orm): Promise<SkeletonState> => {
    const from = to === 'django' ? 'sqlalchemy' : 'django';
    const { files, database } = workspace.getState();
    const [runtime, image] = await Promise.all([pageEngines.getState().runtime(), imageOf(database)]);
    const reply = await runtime[from].ask('skeleton', { files: files[from], image });
    if (reply === null) return { kind: 'failed', to, why: GAVE_WAY };
    if (reply.kind === 'failed') return { kind: 'failed', to, why: reply.message };
    const { answer } = reply;
    if (answer.kind === 'drafted')
      return { kind: 'drafted', draft: { to, text: answer.text, notCarried: answer.notCarried } };
    const { file, span, message, hint } = answer.problem;
    const place = span === null ? file : `line ${span.startLine} of ${file}`;
    return { kind: 'failed', to, why: [`${message} (${place})`, hint].filter(Boolean).join(' ') };
  };
  const ask = async (to: Orm): Promise<void> => {
    const { opened } = workspace.getState();
    setState({ kind: 'asking', to });
    const answered = await answerFor(to).catch(
      (error: unknown): SkeletonState => ({
        kind: 'failed',
        to,
        why: error instanceof Error ? error.message : String(error),
      }),
    );
    // What was asked about is not open any more.
    setState(workspace.getState().opened === opened ? answered : NONE);
  };
  return {
    state,
    ask: (to) => void ask(to),
    use: (draft) => {
      const before = workspace.getState().files[draft.to][MODELS] ?? '';
      write(draft.to, draft.text);
      setState({ kind: 'used', draft, before });
    },
    undo: () => {
      if (state.kind === 'used') write(state.draft.to, state.before);
      setState(NONE);
    },
    cancel: () => setState(NONE),
  };
}
