import { initSync, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-web';
import type { FormatAnswer, FormatMessage } from '../formatter-messages';

/**
 * The formatter's worker: ruff, apart from the page because a long file takes its time. Its first message
 * brings ruff's code, each later one a text.
 */
let workspace: Workspace | null = null;

addEventListener('message', ({ data }: MessageEvent<FormatMessage>) => {
  if (data.type === 'start') {
    initSync({ module: data.module });
    workspace = new Workspace({ 'line-length': data.lineLength }, PositionEncoding.Utf16);
    return;
  }
  postMessage(answer(data.id, data.text));
});

function answer(id: number, text: string): FormatAnswer {
  if (workspace === null) return { id, kind: 'refused', message: 'The formatter has not started.' };
  try {
    return { id, kind: 'formatted', text: workspace.format(text) };
  } catch (error) {
    return { id, kind: 'refused', message: error instanceof Error ? error.message : String(error) };
  }
}
