import type * as Monaco from 'monaco-editor/editor/editor.api';
import { markdownOf } from '@/lib/language/server/lsp';
import { helpedProject, placeInFile } from './helped-models';

/** Says what the call takes that is being written. */
export const signatures: Monaco.languages.SignatureHelpProvider = {
  signatureHelpTriggerCharacters: ['(', ','],
  signatureHelpRetriggerCharacters: [')'],
  provideSignatureHelp: async (model, position, _token, { triggerCharacter = null }) => {
    const helped = await helpedProject(model);
    if (helped === null) return null;
    const { help, project } = helped;
    const found = await project.signatures(help.file, placeInFile(help, position), triggerCharacter);
    if (found === null || found.signatures.length === 0) return null;
    const value: Monaco.languages.SignatureHelp = {
      activeSignature: found.activeSignature ?? 0,
      activeParameter: found.activeParameter ?? 0,
      signatures: found.signatures.map(({ label, documentation, parameters, activeParameter }) => ({
        label,
        documentation: { value: markdownOf(documentation) },
        parameters: parameters.map((parameter) => ({ label: parameter.label })),
        ...(activeParameter === undefined || activeParameter === null ? {} : { activeParameter }),
      })),
    };
    return { value, dispose: () => {} };
  },
};
