/** What Pyodide asks the network for while it starts. */
export interface Fed {
  readonly core: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
}

/**
 * Pyodide fetches its code and the standard library by itself. While `boot` runs, its questions are
 * answered from what was handed in, so that the worker needs no network at all and the code is
 * compiled once for all workers.
 */
export async function fedWith<T>(fed: Fed, boot: () => Promise<T>): Promise<T> {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = async (asked) =>
    new Response(addressOf(asked).endsWith('.wasm') ? null : new Uint8Array(fed.stdlib));
  WebAssembly.instantiateStreaming = async (_asked, imports) => ({
    module: fed.core,
    instance: await WebAssembly.instantiate(fed.core, imports),
  });
  try {
    return await boot();
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

function addressOf(asked: RequestInfo | URL): string {
  return asked instanceof Request ? asked.url : String(asked);
}
