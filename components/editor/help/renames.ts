import type * as Monaco from 'monaco-editor/editor/editor.api';
import { applyEdits } from '@/lib/language/apply-edits';
import { afterChange } from './after-change';
import { helpedProject, placeInFile, rangeInEditor } from './helped-models';

type Api = typeof Monaco;

const NO_SERVER = 'The language server is not there.';
const NOT_OWN = 'Only what stands in your own files can be renamed.';

/** Gives something another name wherever a side's files use it. */
export function renames(monaco: Api): Monaco.languages.RenameProvider {
  return {
    resolveRenameLocation: async (model, position) => {
      const word = model.getWordAtPosition(position);
      const nowhere = { range: monaco.Range.fromPositions(position), text: word?.word ?? '' };
      const helped = await helpedProject(model);
      if (helped === null) return { ...nowhere, rejectReason: NO_SERVER };
      const { help, project } = helped;
      const place = await project.renamable(help.file, placeInFile(help, position)).catch(() => null);
      const range = place === null ? null : rangeInEditor(help, model, place);
      if (range === null) return { ...nowhere, rejectReason: NOT_OWN };
      return { range, text: model.getValueInRange(range) };
    },
    provideRenameEdits: async (model, position, name, token) => {
      const helped = await helpedProject(model);
      if (helped === null) return { edits: [], rejectReason: NO_SERVER };
      const { help, project } = helped;
      const found = await project.rename(help.file, placeInFile(help, position), name);
      // Somebody went on writing: the editor takes no change, and none must wait for the next key.
      if (token.isCancellationRequested) return { edits: [] };
      const texts = Object.fromEntries(
        Object.entries(found).map(([file, edits]) => [file, applyEdits(help.textOf(file), edits)]),
      );
      const here = (found[help.file] ?? []).flatMap((edit) => {
        const range = rangeInEditor(help, model, edit);
        return range === null ? [] : [{ range, text: edit.text }];
      });
      if (here.length === 0) return { edits: [], rejectReason: NOT_OWN };
      // The rest once the editor has told its own change, which would otherwise be made to the old text.
      afterChange(model, () => help.changeFiles(texts));
      const versionId = model.getVersionId();
      return { edits: here.map((textEdit) => ({ resource: model.uri, versionId, textEdit })) };
    },
  };
}
