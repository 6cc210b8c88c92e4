import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** A static server that is running. */
export interface RunningServer {
  /** Scheme, host and port: `http://localhost:3000`. */
  readonly origin: string;
  /** Stops it and drops its connections. */
  readonly close: () => Promise<void>;
}

/** Where to serve, and under which folder. */
export interface ServeOptions {
  /** The first port to try; 0 takes any free one. */
  readonly port?: number;
  /** The folder that the site was built for, `''` or like `/orm-pilot`. */
  readonly basePath?: string;
  readonly host?: string;
}

/** How many ports are tried from the first one on. */
const TRIES = 50;

/** Files whose name changes with their content: a browser need never ask for them again. */
const IMMUTABLE = /\/_next\/static\/|\/runtime\/[^/]+-[0-9a-f]{8,}\.\w+$/;

/**
 * Serves an exported site as any static host does, without a header that the site would need.
 * A port that is taken leads to the next one.
 *
 * @param directory the exported files
 * @throws the system's error when no port can be had
 */
export async function serveSite(directory: string, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 0, basePath = '', host = 'localhost' } = options;
  const notFound = await readFile(join(directory, '404.html'));
  const files = sirv(directory, {
    etag: true,
    setHeaders: (response, path) =>
      response.setHeader(
        'Cache-Control',
        IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end(notFound);
    },
  });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(`${basePath}/`)) {
      response.writeHead(302, { Location: `${basePath}/` }).end();
      return;
    }
    files(Object.assign(request, { url: url.slice(basePath.length) }), response);
  });
  await listen(server, port, host);
  return running(server, host);
}

/** The running server's address, and how to stop it. */
export function running(server: Server, host: string): RunningServer {
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Listens on the port, or on the first free one after it. */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  for (let tried = port; ; tried += 1) {
    try {
      await listenOn(server, tried, host);
      return;
    } catch (error) {
      if (!isBusy(error) || tried >= port + TRIES) throw error;
    }
  }
}

function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
