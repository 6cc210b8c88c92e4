import type * as Monaco from 'monaco-editor/editor/editor.api';
import { markdownOf } from '@/lib/language/server/lsp';
import { helpFor, placeInFile } from './helped-models';

/** Says what the call takes that is being written. */
export const signatures: Monaco.languages.SignatureHelpProvider = {
  signatureHelpTriggerCharacters: ['(', ','],
  signatureHelpRetriggerCharacters: [')'],
  provideSignatureHelp: async (model, position, _token, { triggerCharacter = null }) => {
    const help = helpFor(model);
    const project = await help?.project();
    if (help === undefined || project === undefined || project === null) return null;
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
