import type { Orm } from '../orm/orm';
import type { FilePlace, Place, PlaceRange } from './place';
import { annotatedNames } from './problems/annotated-names';
import type { CodeProblem } from './problems/code-problem';
import { serverProblems } from './problems/server-problems';
import type { LanguageServer } from './server/language-server';
import {
  CompletionSchema,
  DefinitionSchema,
  HoverSchema,
  type LspCompletionItem,
  type LspRange,
  type LspSignatureHelp,
  type LspTextEdit,
  markdownOf,
  PrepareRenameSchema,
  ResolvedItemSchema,
  SignatureHelpSchema,
  WorkspaceEditSchema,
} from './server/lsp';
import { fileOf, uriOf } from './server/project-files';
import { textLines } from './text-lines';
import { type Described, weaveFile } from './weave/weave';
import { type WovenText, weaveText } from './weave/woven-text';

/** A side's files, as Python source by name. */
export type Files = Readonly<Record<string, string>>;

/** What the server offers at a place. */
export interface Completions {
  readonly isIncomplete: boolean;
  readonly items: readonly LspCompletionItem[];
}

/** A change to a file, in the person's own text. */
export interface FileEdit extends PlaceRange {
  readonly text: string;
}

/** Where something is defined: in one of the side's files, or in a package's. */
export type Definition =
  | ({ readonly kind: 'own' } & FilePlace)
  | { readonly kind: 'package'; readonly path: string; readonly place: Place };

/**
 * One side's code in the language server. All places are in whole files; a file that is not there has no
 * answers. Requests throw LanguageServerError when the server refuses or ends.
 */
export interface Project {
  /** Takes on all files as they are now; what is new in them is told to the server. */
  readonly setFiles: (files: Files) => void;
  /** Takes on what the models turned out to be when they were loaded. */
  readonly setDescribed: (described: Described) => void;
  readonly complete: (file: string, place: Place, trigger: string | null) => Promise<Completions>;
  readonly resolve: (item: LspCompletionItem) => Promise<LspCompletionItem>;
  /** Markdown; null: nothing is known. */
  readonly hover: (file: string, place: Place) => Promise<string | null>;
  readonly signatures: (
    file: string,
    place: Place,
    trigger: string | null,
  ) => Promise<LspSignatureHelp | null>;
  readonly definitions: (file: string, place: Place) => Promise<readonly Definition[]>;
  /** What would be renamed; null where nothing can be. */
  readonly renamable: (file: string, place: Place) => Promise<PlaceRange | null>;
  /** The changes that give a name to what stands there, by file. */
  readonly rename: (
    file: string,
    place: Place,
    name: string,
  ) => Promise<Readonly<Record<string, readonly FileEdit[]>>>;
  /** A change of the server's in a file, in the person's own text; null where it touches what was woven in. */
  readonly editOf: (file: string, edit: LspTextEdit) => FileEdit | null;
}

interface Opened {
  /** That of the woven text, as the server counts them. */
  readonly version: number;
  readonly woven: WovenText;
  /** What was woven in. */
  readonly described: Described | null;
  /** Names that its queries give to objects. */
  readonly names: ReadonlySet<string>;
}

/**
 * Opens a side's project.
 * @param onProblems told of a file's problems whenever the server has looked at it
 */
export function openProject(
  server: LanguageServer,
  orm: Orm,
  onProblems: (file: string, problems: readonly CodeProblem[]) => void,
): Project {
  const { connection } = server;
  const opened = new Map<string, Opened>();
  let described: Described | null = null;
  let files: Files = {};

  server.onPublished(({ uri, version, diagnostics }) => {
    const file = fileOf(orm, uri);
    const known = file === null ? undefined : opened.get(file);
    if (file === null || known === undefined || (version !== null && version !== known.version)) return;
    const named = new Set([...opened.values()].flatMap(({ names }) => [...names]));
    onProblems(file, serverProblems(known.woven, diagnostics, named));
  });

  const tell = (file: string, source: string): void => {
    const before = opened.get(file);
    const isSame = before?.woven.source === source;
    // At each key all files come: those that are as they were cost nothing.
    if (isSame && before.described === described) return;
    const woven = weaveFile(file, source, described);
    const version = before?.woven.text === woven.text ? before.version : (before?.version ?? 0) + 1;
    opened.set(file, { version, woven, described, names: isSame ? before.names : annotatedNames(source) });
    const uri = uriOf(orm, file);
    if (before === undefined) {
      // An import of it is only found when the file system has it.
      connection.notify('pyright/createFile', { files: [], uri });
      connection.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'python', version, text: woven.text },
      });
    } else if (before.version !== version) {
      connection.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text: woven.text }],
      });
    }
  };
  const tellAll = (): void => {
    for (const file of [...opened.keys()].filter((name) => files[name] === undefined)) {
      opened.delete(file);
      const uri = uriOf(orm, file);
      connection.notify('textDocument/didClose', { textDocument: { uri } });
      connection.notify('pyright/deleteFile', { files: [], uri });
      onProblems(file, []);
    }
    for (const [file, source] of Object.entries(files)) tell(file, source);
  };

  const wovenOf = (file: string): WovenText => opened.get(file)?.woven ?? weaveText('', []);
  const at = (file: string, place: Place): object => {
    const woven = wovenOf(file);
    const offset = woven.toWoven(textLines(woven.source).offsetOf(place));
    const { line, column } = textLines(woven.text).placeOf(offset);
    return { textDocument: { uri: uriOf(orm, file) }, position: { line: line - 1, character: column } };
  };
  const back = (woven: WovenText, { start, end }: LspRange): PlaceRange | null => {
    const whole = textLines(woven.text);
    const offsets = [start, end].map(({ line, character }) =>
      woven.toSource(whole.offsetOf({ line: line + 1, column: character })),
    );
    const [from, to] = offsets;
    if (from === null || from === undefined || to === null || to === undefined) return null;
    const own = textLines(woven.source);
    const [begin, close] = [own.placeOf(from), own.placeOf(to)];
    return {
      startLine: begin.line,
      startColumn: begin.column,
      endLine: close.line,
      endColumn: close.column,
    };
  };
  const editIn = (woven: WovenText, { range, newText }: LspTextEdit): FileEdit | null => {
    const place = back(woven, range);
    return place === null ? null : { ...place, text: newText };
  };

  return {
    setFiles: (now) => {
      files = now;
      tellAll();
    },
    setDescribed: (now) => {
      described = now;
      tellAll();
    },
    complete: async (file, place, trigger) => {
      const found = await connection.request(
        'textDocument/completion',
        {
          ...at(file, place),
          context: trigger === null ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger },
        },
        CompletionSchema,
      );
      return found ?? { isIncomplete: false, items: [] };
    },
    resolve: (item) => connection.request('completionItem/resolve', item, ResolvedItemSchema),
    hover: async (file, place) => {
      const found = await connection.request('textDocument/hover', at(file, place), HoverSchema);
      if (found === null) return null;
      const { contents } = found;
      return (Array.isArray(contents) ? contents : [contents]).map(markdownOf).join('\n\n');
    },
    signatures: (file, place, trigger) =>
      connection.request(
        'textDocument/signatureHelp',
        {
          ...at(file, place),
          context:
            trigger === null
              ? { triggerKind: 1, isRetrigger: false }
              : { triggerKind: 2, triggerCharacter: trigger, isRetrigger: false },
        },
        SignatureHelpSchema,
      ),
    definitions: async (file, place) => {
      const found = await connection.request('textDocument/definition', at(file, place), DefinitionSchema);
      return (found ?? []).flatMap(({ uri, range }): Definition[] => {
        const own = fileOf(orm, uri);
        const known = own === null ? undefined : opened.get(own);
        if (own === null || known === undefined) {
          const path = decodeURIComponent(uri.replace(/^file:\/\//, ''));
          return [
            {
              kind: 'package',
              path,
              place: { line: range.start.line + 1, column: range.start.character },
            },
          ];
        }
        const within = back(known.woven, range);
        return within === null ? [] : [{ kind: 'own', file: own, ...within }];
      });
    },
    renamable: async (file, place) => {
      const woven = wovenOf(file);
      const range = await connection.request(
        'textDocument/prepareRename',
        at(file, place),
        PrepareRenameSchema,
      );
      return range === null ? null : back(woven, range);
    },
    rename: async (file, place, name) => {
      const before = new Map(opened);
      const edit = await connection.request(
        'textDocument/rename',
        { ...at(file, place), newName: name },
        WorkspaceEditSchema,
      );
      const changes = [
        ...Object.entries(edit?.changes ?? {}),
        ...(edit?.documentChanges ?? []).map(({ textDocument, edits }) => [textDocument.uri, edits] as const),
      ];
      return Object.fromEntries(
        changes.flatMap(([uri, edits]) => {
          const own = fileOf(orm, uri);
          const woven = own === null ? undefined : before.get(own)?.woven;
          if (own === null || woven === undefined) return [];
          return [[own, edits.flatMap((each) => editIn(woven, each) ?? [])]];
        }),
      );
    },
    editOf: (file, edit) => editIn(wovenOf(file), edit),
  };
}
