/**
 * What stands before the language server's own script in its worker: it unpacks the files that the server
 * reads where nobody waits for it, and gives their texts to the page.
 */
import type { FileAnswer, StartMessage } from '../server/worker-messages';

interface InitializeMessage {
  readonly method: 'initialize';
  readonly params: { readonly initializationOptions: { files: Record<string, string> } };
}

let files: Readonly<Record<string, string>> = {};

addEventListener('message', (event: MessageEvent<unknown>) => {
  const { data } = event;
  if (isStart(data)) {
    event.stopImmediatePropagation();
    files = JSON.parse(new TextDecoder().decode(data.files));
    dispatchEvent(new MessageEvent('message', { data: { type: 'browser/boot', mode: 'foreground' } }));
  } else if (isFileQuestion(data)) {
    event.stopImmediatePropagation();
    const answer: FileAnswer = { type: 'file', path: data.path, text: files[data.path] ?? null };
    postMessage(answer);
  } else if (isInitialize(data)) {
    const { initializationOptions } = data.params;
    initializationOptions.files = { ...files, ...initializationOptions.files };
  }
});

function isStart(data: unknown): data is StartMessage {
  return typeOf(data) === 'start';
}

function isFileQuestion(data: unknown): data is { readonly type: 'file'; readonly path: string } {
  return typeOf(data) === 'file';
}

function typeOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'type' in data ? data.type : null;
}

function isInitialize(data: unknown): data is InitializeMessage {
  return typeof data === 'object' && data !== null && 'method' in data && data.method === 'initialize';
}
