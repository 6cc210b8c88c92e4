'use client';

import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/shallow';
import type { FilePlace } from '../../language/place';
import type { CodeProblem } from '../../language/problems/code-problem';
import type { Orm } from '../../orm/orm';
import { useDesk } from '../desk-provider';
import { helpOf } from './desk-help';
import type { Destination, HelpState } from './help';

/** What views read of the help of the desk around them. */
export function useHelp<T>(select: (state: HelpState) => T): T {
  return useStore(helpOf(useDesk()), select);
}

/**
 * Calls back with a place that the person asked to be taken to: a view on the way to it shows what leads
 * there, and the editor that has it takes it.
 */
export function useDestination(callback: (destination: Destination) => void): void {
  const destination = useHelp((state) => state.destination);
  const call = useEffectEvent(callback);
  useEffect(() => {
    if (destination !== null) call(destination);
  }, [destination]);
}

/** Where the caret of an editor is to be, in its own lines, once the person asked to be taken there. */
function useArrival(orm: Orm, file: string, firstLine: number, lines: number) {
  const store = helpOf(useDesk());
  const [caret, setCaret] = useState<{ readonly line: number; readonly column: number } | null>(null);
  useDestination((destination) => {
    const line = destination.startLine - firstLine + 1;
    if (destination.orm !== orm || destination.file !== file || line < 1 || line > lines) return;
    setCaret({ line, column: destination.startColumn });
    store.getState().arrive();
  });
  return caret;
}

/**
 * Help for an editor of a file, or of some lines of it, and the problems of those lines, in the editor's own
 * lines: to be spread into its properties.
 *
 * @param firstLine the line of the file in which the editor's text begins, from 1
 * @param text the editor's text
 */
export function useEditorHelp(orm: Orm, file: string, firstLine: number, text: string) {
  const desk = useDesk();
  const store = helpOf(desk);
  const problems = useStore(
    store,
    useShallow(({ problems: all }) => all[orm][file] ?? []),
  );
  const lines = text.split('\n').length;
  const caret = useArrival(orm, file, firstLine, lines);
  const markers = useMemo(
    () => problems.flatMap((problem) => problemIn(problem, firstLine, lines) ?? []),
    [problems, firstLine, lines],
  );
  const help = useMemo(() => {
    const state = () => store.getState();
    const textOf = (name: string) => desk.workspace.getState().files[orm][name] ?? '';
    return {
      orm,
      file,
      firstLine,
      fileText: () => textOf(file),
      textOf,
      begin: () => state().begin(orm),
      project: () => state().projectOf(orm),
      models: () => state().models[orm],
      loadedModels: () => state().loadedModels(orm),
      packageFile: (path: string) => state().packageFile(path),
      format: (code: string) => state().format(code),
      changeFiles: (texts: Readonly<Record<string, string>>) => {
        for (const [name, code] of Object.entries(texts)) desk.workspace.getState().setFile(orm, name, code);
      },
      goTo: (place: FilePlace) => state().goTo(orm, place),
    };
  }, [desk, store, orm, file, firstLine]);
  return caret === null ? { help, markers } : { help, markers, caret };
}

function problemIn(problem: CodeProblem, firstLine: number, lines: number): CodeProblem | null {
  const startLine = problem.startLine - firstLine + 1;
  if (startLine < 1 || startLine > lines) return null;
  return { ...problem, startLine, endLine: Math.min(problem.endLine - firstLine + 1, lines) };
}
