import type * as Monaco from 'monaco-editor/editor/editor.api';
import { helpFor, placeInFile } from './helped-models';

/** Says what a name is: its type or signature, and its documentation. */
export const hovers: Monaco.languages.HoverProvider = {
  provideHover: async (model, position) => {
    const help = helpFor(model);
    const project = await help?.project();
    if (help === undefined || project === undefined || project === null) return null;
    const text = await project.hover(help.file, placeInFile(help, position));
    return text === null ? null : { contents: [{ value: text }] };
  },
};
