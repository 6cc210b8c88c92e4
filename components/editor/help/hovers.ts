import type * as Monaco from 'monaco-editor/editor/editor.api';
import { helpedProject, placeInFile } from './helped-models';

/** Says what a name is: its type or signature, and its documentation. */
export const hovers: Monaco.languages.HoverProvider = {
  provideHover: async (model, position) => {
    const helped = await helpedProject(model);
    if (helped === null) return null;
    const { help, project } = helped;
    const text = await project.hover(help.file, placeInFile(help, position));
    return text === null ? null : { contents: [{ value: text }] };
  },
};
