import { createServer } from 'node:http';
import { listen, type RunningServer, running } from '../../scripts/serve';

/** A second origin, which must never hear of anything that runs on the page. */
export interface Witness extends RunningServer {
  /** Method and path of all requests so far; `CONNECT` for a socket that was opened without one. */
  readonly hits: readonly string[];
  /** Forgets them. */
  readonly forget: () => void;
}

/** Starts the witness: it lets everybody in, so that nothing but the page's own walls keeps code out. */
export async function startWitness(): Promise<Witness> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.writeHead(200, {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Content-Type': 'text/javascript',
    });
    response.end('export default "the witness";');
  });
  server.on('upgrade', (request, socket) => {
    hits.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  server.on('clientError', (_error, socket) => {
    hits.push('CONNECT');
    socket.destroy();
  });
  await listen(server, 0, 'localhost');
  return {
    ...running(server, 'localhost'),
    hits,
    forget: () => {
      hits.length = 0;
    },
  };
}
