import { createServer } from 'node:http';
import { basename, dirname } from 'node:path';
import { build } from 'esbuild';
import sirv from 'sirv';
import { ORMS } from '../../lib/orm/orm';
import { PYODIDE } from '../../lib/runtime/build/paths';
import { wheels } from '../../lib/runtime/build/wheels';
import { listen, type RunningServer, running } from '../serve';

/**
 * Serves a page that starts both ORMs on Pyodide the plain way. `globalThis.bothReady` is a promise of
 * the milliseconds from navigation until both are ready.
 */
export async function servePlainBoot(): Promise<RunningServer> {
  const { files } = await wheels();
  const names = files.map((file) => basename(file));
  const page = pageFor(names);
  const worker = await bundleWorker();
  const forever = { maxAge: 31_536_000, immutable: true };
  const pyodide = sirv(PYODIDE, forever);
  const packages = sirv(dirname(files[0] ?? ''), forever);
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith('/pyodide/')) pyodide(strip(request, '/pyodide'), response);
    else if (url.startsWith('/wheels/')) packages(strip(request, '/wheels'), response);
    else if (url.startsWith('/worker.js'))
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(worker);
    else response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
  });
  await listen(server, 0, 'localhost');
  return running(server, 'localhost');
}

function strip<Request extends { url?: string | undefined }>(request: Request, prefix: string): Request {
  return Object.assign(request, { url: request.url?.slice(prefix.length) });
}

function pageFor(wheelNames: readonly string[]): string {
  const list = encodeURIComponent(wheelNames.join(','));
  const urls = JSON.stringify(ORMS.map((orm) => `/worker.js?orm=${orm}&wheels=${list}`));
  return `<!DOCTYPE html><title>Plain</title><script>
globalThis.bothReady = Promise.all(${urls}.map((url) => new Promise((resolve, reject) => {
  const worker = new Worker(url, { type: 'module' });
  worker.onmessage = resolve;
  worker.onerror = (event) => reject(new Error(event.message));
}))).then(() => performance.now());
</script>`;
}

async function bundleWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('plain-boot.worker.ts', import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    alias: { pyodide: '/pyodide/pyodide.mjs' },
    external: ['/pyodide/pyodide.mjs'],
  });
  return outputFiles[0]?.text ?? '';
}
