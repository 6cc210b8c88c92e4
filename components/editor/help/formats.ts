import type * as Monaco from 'monaco-editor/editor/editor.api';
import { textChange } from '@/components/editor/text-change';
import { afterChange } from './after-change';
import { helpFor, sayIn } from './helped-models';

/** Lays out a text as ruff does; what does not compile stays as it is, and it is said why. */
export function formats(monaco: typeof Monaco): Monaco.languages.DocumentFormattingEditProvider {
  return {
    displayName: 'ruff',
    provideDocumentFormattingEdits: async (model, _options, token) => {
      const help = helpFor(model);
      if (help === undefined) return null;
      const text = model.getValue();
      try {
        const formatted = await help.format(text);
        if (token.isCancellationRequested || model.getValue() !== text) return null;
        if (formatted.kind === 'refused') {
          sayIn(model, notFormatted(text, formatted.message, help.firstLine));
          return null;
        }
        // An editor of a cell shows it without its last line end.
        const wanted = text.endsWith('\n') ? formatted.text : formatted.text.trimEnd();
        const change = textChange(text, wanted);
        if (change === null) {
          sayIn(model, 'Formatted already.');
          return [];
        }
        // Once the change was told: a change takes away what was said of the text before.
        afterChange(model, () => sayIn(model, 'Formatted.'));
        const [from, to] = [model.getPositionAt(change.start), model.getPositionAt(change.end)];
        return [{ range: monaco.Range.fromPositions(from, to), text: change.text }];
      } catch (error) {
        sayIn(model, error instanceof Error ? error.message : String(error));
        return null;
      }
    },
  };
}

/** Says why a text was not formatted; ruff tells the place in bytes, a person reads lines. */
function notFormatted(text: string, message: string, firstLine: number): string {
  const found = /^(.*?),? at byte range (\d+)\.\.\d+$/.exec(message.trim());
  if (found === null) return `Not formatted: ${message}`;
  const before = new TextEncoder().encode(text).subarray(0, Number(found[2]));
  const line = new TextDecoder().decode(before).split('\n').length + firstLine - 1;
  return `Not formatted, as line ${line} does not compile: ${found[1]}.`;
}
