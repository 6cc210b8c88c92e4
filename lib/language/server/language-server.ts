import { ORMS } from '../../orm/orm';
import * as z from '../../util/zod';
import { type Connection, connect, type MessageChannelEnd } from './connection';
import { DiagnosticsSchema, type LspDiagnostic } from './lsp';
import { folderOf, projectFiles } from './project-files';
import type { FileAnswer, FileQuestion, StartMessage } from './worker-messages';

/** What the server says of a file, whenever it has looked at it anew. */
export interface Published {
  readonly uri: string;
  /** The version of the text that it looked at; null when it does not say. */
  readonly version: number | null;
  readonly diagnostics: readonly LspDiagnostic[];
}

/** A language server that has started, with a project for each side. */
export interface LanguageServer {
  readonly connection: Connection;
  /** Calls back with what it says of files. */
  readonly onPublished: (listener: (published: Published) => void) => void;
  /** The text of a file of a package; null when there is none at that path, or the server has failed. */
  readonly packageFile: (path: string) => Promise<string | null>;
}

const CAPABILITIES = {
  textDocument: {
    publishDiagnostics: { versionSupport: true },
    completion: {
      completionItem: {
        documentationFormat: ['markdown'],
        labelDetailsSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
      },
      contextSupport: true,
    },
    hover: { contentFormat: ['markdown'] },
    signatureHelp: {
      contextSupport: true,
      signatureInformation: {
        documentationFormat: ['markdown'],
        parameterInformation: { labelOffsetSupport: true },
        activeParameterSupport: true,
      },
    },
    rename: { prepareSupport: true },
  },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    workspaceEdit: { documentChanges: true },
  },
};

const ConfigurationSchema = z.object({ items: z.array(z.object({ section: z.string().optional() })) });
const FileAnswerSchema: z.ZodType<FileAnswer> = z.object({
  type: z.literal('file'),
  path: z.string(),
  text: z.string().nullable(),
});

/**
 * Starts the server in a worker that has its script.
 * @param files what it reads, as JSON; handed over to the worker
 * @throws LanguageServerError when it does not come up
 */
export async function startLanguageServer(
  end: MessageChannelEnd,
  files: ArrayBuffer,
): Promise<LanguageServer> {
  const listeners: ((published: Published) => void)[] = [];
  const asked = new Map<string, ((text: string | null) => void)[]>();
  end.listen((message) => {
    const answer = FileAnswerSchema.safeParse(message);
    if (!answer.success) return;
    for (const give of asked.get(answer.data.path) ?? []) give(answer.data.text);
    asked.delete(answer.data.path);
  });
  let isDead = false;
  end.onDeath(() => {
    isDead = true;
    for (const give of [...asked.values()].flat()) give(null);
    asked.clear();
  });
  const start: StartMessage = { type: 'start', files };
  end.post(start, [files]);
  const connection = connect(end, {
    answer: (method, params) => (method === 'workspace/configuration' ? configurations(params) : null),
    told: (method, params) => {
      if (method !== 'textDocument/publishDiagnostics') return;
      const { uri, version, diagnostics } = DiagnosticsSchema.parse(params);
      for (const listener of listeners) listener({ uri, version: version ?? null, diagnostics });
    },
  });
  const own = Object.assign({}, ...ORMS.map(projectFiles));
  await connection.request(
    'initialize',
    {
      processId: null,
      rootUri: null,
      workspaceFolders: ORMS.map((orm) => ({ name: orm, uri: `file://${folderOf(orm)}` })),
      initializationOptions: { files: own },
      capabilities: CAPABILITIES,
    },
    z.object({ capabilities: z.unknown() }),
  );
  connection.notify('initialized', {});
  return {
    connection,
    onPublished: (listener) => listeners.push(listener),
    packageFile: (path) =>
      new Promise((give) => {
        if (isDead) {
          give(null);
          return;
        }
        const waiting = asked.get(path) ?? [];
        asked.set(path, [...waiting, give]);
        const question: FileQuestion = { type: 'file', path };
        if (waiting.length === 0) end.post(question);
      }),
  };
}

/** All settings are in each project's own file but for these, which the server only takes from its client. */
function configurations(params: unknown): unknown[] {
  const { items } = ConfigurationSchema.parse(params);
  return items.map(({ section }) =>
    section?.endsWith('analysis') === true ? { autoImportCompletions: true, logLevel: 'Error' } : {},
  );
}
