import type * as Monaco from 'monaco-editor/editor/editor.api';
import type { EditorHelp } from '@/components/editor/editor-help';
import { type Lookups, lookUp } from '@/lib/language/lookups/look-up';
import type { Completions, Project } from '@/lib/language/project';
import { type LspCompletionItem, markdownOf } from '@/lib/language/server/lsp';
import { textLines } from '@/lib/language/text-lines';
import { changeOtherText } from './change-other-text';
import { helpFor, placeInFile, rangeInEditor } from './helped-models';

type Api = typeof Monaco;
type Model = Monaco.editor.ITextModel;
type Item = Monaco.languages.CompletionItem;

/** An item of the server's, and what can say more of it. */
interface ServerItem extends Item {
  readonly asked: { readonly project: Project; readonly item: LspCompletionItem };
}

/** Characters behind which there is something to say: `author__`, `Book.`, `order_by("`, `filter(`. */
const TRIGGERS = ['.', '(', ',', '"', "'", '_', '-', '=', '['];
/** Those of them that the language server knows. */
const OF_SERVER = new Set(['.', '[', '"', "'"]);

/** Completes from the language server, and from the loaded models what no type tells. */
export function completions(monaco: Api): Monaco.languages.CompletionItemProvider {
  return {
    triggerCharacters: TRIGGERS,
    provideCompletionItems: async (model, position, context, token) => {
      const help = helpFor(model);
      if (help === undefined) return null;
      const trigger = context.triggerCharacter ?? null;
      const found = await lookupsAt(help, position);
      if (token.isCancellationRequested) return null;
      const own = found === null ? [] : lookupItems(monaco, help, model, found);
      const isServers = trigger === null || OF_SERVER.has(trigger);
      if (found?.isAll === true || (!isServers && own.length > 0))
        return { suggestions: own, incomplete: true };
      if (!isServers) return null;
      const project = await help.project();
      if (project === null) return { suggestions: own };
      const answer = await project.complete(help.file, placeInFile(help, position), trigger);
      if (token.isCancellationRequested) return null;
      const items = serverItems(monaco, { help, model, position, project }, answer);
      return { suggestions: [...own, ...items], incomplete: answer.isIncomplete || own.length > 0 };
    },
    resolveCompletionItem: async (item) => {
      if (!isOfServer(item)) return item;
      const { project, item: asked } = item.asked;
      const { documentation, detail } = await project.resolve(asked);
      return {
        ...item,
        ...(detail === undefined ? {} : { detail }),
        documentation: { value: markdownOf(documentation) },
      };
    },
  };
}

function isOfServer(item: Item): item is ServerItem {
  return 'asked' in item;
}

/** What the loaded models know for a position; the language server is only asked where the code does not say the model. */
async function lookupsAt(help: EditorHelp, position: Monaco.Position): Promise<Lookups | null> {
  const text = help.fileText();
  const lines = textLines(text);
  const offset = lines.offsetOf(placeInFile(help, position));
  return lookUp(help.orm, text, offset, { now: help.models(), loaded: help.loadedModels }, async (at) => {
    const project = await help.project();
    return project === null ? null : project.hover(help.file, lines.placeOf(at));
  });
}

function lookupItems(
  { languages }: Api,
  help: EditorHelp,
  model: Model,
  { items, start, end }: Lookups,
): Item[] {
  const lines = textLines(help.fileText());
  const [from, to] = [lines.placeOf(start), lines.placeOf(end)];
  const range = rangeInEditor(help, model, {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
  });
  if (range === null) return [];
  const kinds = {
    field: languages.CompletionItemKind.Field,
    relation: languages.CompletionItemKind.Reference,
    lookup: languages.CompletionItemKind.Operator,
    value: languages.CompletionItemKind.Value,
  };
  return items.map(({ text, kind, detail }, index) => ({
    label: { label: text, description: detail },
    kind: kinds[kind],
    insertText: text,
    filterText: text,
    // Before all that the server says, in the order of the model.
    sortText: `!${String(index).padStart(4, '0')}`,
    range,
  }));
}

interface Place {
  readonly help: EditorHelp;
  readonly model: Model;
  readonly position: Monaco.Position;
  readonly project: Project;
}

function serverItems(monaco: Api, place: Place, { items }: Completions): Item[] {
  const { help, model, position, project } = place;
  const word = model.getWordUntilPosition(position);
  const around = {
    startLineNumber: position.lineNumber,
    startColumn: word.startColumn,
    endLineNumber: position.lineNumber,
    endColumn: model.getWordAtPosition(position)?.endColumn ?? word.endColumn,
  };
  const labels = new Set(items.map(({ label }) => label));
  const isMinor = (label: string): boolean =>
    label.startsWith('_') || (label.startsWith('a') && labels.has(label.slice(1)));
  const fields = new Set(help.models().models.flatMap((each) => each.fields.map(({ name }) => name)));
  return items.map((item): ServerItem => {
    const { label, labelDetails, filterText } = item;
    const rank = fields.has(label) ? 0 : isMinor(label) ? 2 : 1;
    const wanted =
      item.textEdit !== undefined && 'range' in item.textEdit
        ? project.editOf(help.file, item.textEdit)
        : null;
    const range = (wanted === null ? null : rangeInEditor(help, model, wanted)) ?? around;
    return {
      label: {
        label,
        ...(labelDetails?.detail === undefined ? {} : { detail: labelDetails.detail }),
        ...(labelDetails?.description === undefined ? {} : { description: labelDetails.description }),
      },
      kind: kindOf(monaco, item.kind),
      insertText: item.textEdit?.newText ?? item.insertText ?? label,
      // Fields first; behind all else what is private, or waits for the same in another way, as `aget` does.
      sortText: `${rank}${item.sortText ?? label}`,
      ...(filterText === undefined ? {} : { filterText }),
      range,
      ...imports(place, item),
      asked: { project, item },
    };
  });
}

/** The import that an item needs: in the same text, or in another part of the file. */
function imports({ help, model, project }: Place, item: LspCompletionItem): Partial<Item> {
  const edits = (item.additionalTextEdits ?? []).flatMap((edit) => project.editOf(help.file, edit) ?? []);
  if (edits.length === 0) return {};
  const here = edits.flatMap((edit) => {
    const range = rangeInEditor(help, model, edit);
    return range === null ? [] : [{ range, text: edit.text }];
  });
  if (here.length === edits.length) return { additionalTextEdits: here };
  return { command: changeOtherText(help, model, edits) };
}

/** The protocol counts kinds from 1, and in another order than the editor. */
function kindOf({ languages }: Api, kind: number | undefined): Monaco.languages.CompletionItemKind {
  const kinds = languages.CompletionItemKind;
  const known = [
    kinds.Text,
    kinds.Method,
    kinds.Function,
    kinds.Constructor,
    kinds.Field,
    kinds.Variable,
    kinds.Class,
    kinds.Interface,
    kinds.Module,
    kinds.Property,
    kinds.Unit,
    kinds.Value,
    kinds.Enum,
    kinds.Keyword,
    kinds.Snippet,
    kinds.Color,
    kinds.File,
    kinds.Reference,
    kinds.Folder,
    kinds.EnumMember,
    kinds.Constant,
    kinds.Struct,
    kinds.Event,
    kinds.Operator,
    kinds.TypeParameter,
  ];
  return known[(kind ?? 1) - 1] ?? kinds.Text;
}
