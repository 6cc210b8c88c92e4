import type * as Monaco from 'monaco-editor/editor/editor.api';
import type { EditorHelp } from '@/components/editor/editor-help';
import type { FilePlace } from '@/lib/language/place';
import type { Definition } from '@/lib/language/project';
import { helpedProject, placeInFile, rangeInEditor } from './helped-models';

type Api = typeof Monaco;

/** Texts that are shown beside a definition and not edited: of packages, and of files in other editors. */
const SCHEME = 'orm-pilot';
/** So much is shown of a package's file. */
const MOST_LINES = 200;

/**
 * Goes to where a name is defined: within the editor, in another editor, or, for what a package defines, in a
 * view of that file which opens in place.
 */
export function registerDefinitions(monaco: Api): void {
  const destinations = new Map<string, { readonly help: EditorHelp; readonly place: FilePlace }>();
  monaco.languages.registerDefinitionProvider('python', {
    provideDefinition: async (model, position) => {
      const helped = await helpedProject(model);
      if (helped === null) return null;
      const { help, project } = helped;
      const found = await project.definitions(help.file, placeInFile(help, position));
      const links = await Promise.all(
        found.map((definition) => linkTo(monaco, help, model, definition, destinations)),
      );
      return links.filter((link) => link !== null);
    },
  });
  monaco.editor.registerEditorOpener({
    openCodeEditor: (source, resource, selection) => {
      if (resource.scheme !== SCHEME) return false;
      const destination = destinations.get(resource.toString());
      if (destination === undefined) {
        source.trigger('go-to', 'editor.action.peekDefinition', null);
        return true;
      }
      const line =
        selection === undefined
          ? null
          : 'lineNumber' in selection
            ? selection.lineNumber
            : selection.startLineNumber;
      const place = destination.place;
      destination.help.goTo(
        line === null || line === place.startLine
          ? place
          : { ...place, startLine: line, endLine: line, startColumn: 0, endColumn: 0 },
      );
      return true;
    },
  });
}

async function linkTo(
  monaco: Api,
  help: EditorHelp,
  model: Monaco.editor.ITextModel,
  definition: Definition,
  destinations: Map<string, { readonly help: EditorHelp; readonly place: FilePlace }>,
): Promise<Monaco.languages.Location | null> {
  if (definition.kind === 'package') {
    const text = await help.packageFile(definition.path);
    if (text === null) return null;
    const { line, column } = definition.place;
    const uri = monaco.Uri.from({ scheme: SCHEME, path: definition.path, query: `line=${line}` });
    // From its first line on: a view that is a few lines tall begins with what it is about.
    const lines = text.split('\n').slice(line - 1, line - 1 + MOST_LINES);
    show(monaco, uri, lines.join('\n'));
    return { uri, range: monaco.Range.fromPositions({ lineNumber: 1, column: column + 1 }) };
  }
  const here = definition.file === help.file ? rangeInEditor(help, model, definition) : null;
  if (here !== null) return { uri: model.uri, range: here };
  const uri = monaco.Uri.from({ scheme: SCHEME, path: `/${help.orm}/${definition.file}` });
  show(monaco, uri, help.textOf(definition.file));
  destinations.set(uri.toString(), { help, place: definition });
  return {
    uri,
    range: new monaco.Range(
      definition.startLine,
      definition.startColumn + 1,
      definition.endLine,
      definition.endColumn + 1,
    ),
  };
}

/** Makes a text one that the editor can show. */
function show(monaco: Api, uri: Monaco.Uri, text: string): void {
  const known = monaco.editor.getModel(uri);
  if (known === null) monaco.editor.createModel(text, 'python', uri);
  else if (known.getValue() !== text) known.setValue(text);
}
