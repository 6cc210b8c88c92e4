/**
 * What this browser lacks of that which the engine needs, in words; nothing lacks when it is empty.
 * @param scope the global object, for tests another
 */
export function missingFeatures(scope: typeof globalThis = globalThis): string[] {
  const needs: ReadonlyArray<readonly [words: string, there: boolean]> = [
    ['WebAssembly', hasWebAssembly(scope)],
    ['module workers', hasModuleWorkers(scope)],
    ['message channels', 'MessageChannel' in scope],
    ['checking of files (crypto.subtle, which a page has only over https or on localhost)', hasDigest(scope)],
    ['streams', 'ReadableStream' in scope],
  ];
  return needs.filter(([, there]) => !there).map(([words]) => words);
}

/** The interpreter is compiled with WebAssembly's exceptions; `Tag` came with them. */
function hasWebAssembly(scope: typeof globalThis): boolean {
  return (
    'WebAssembly' in scope && typeof scope.WebAssembly?.compile === 'function' && 'Tag' in scope.WebAssembly
  );
}

function hasDigest(scope: typeof globalThis): boolean {
  return typeof scope.crypto?.subtle?.digest === 'function';
}

/** A browser that knows module workers asks the options for their type. */
function hasModuleWorkers(scope: typeof globalThis): boolean {
  if (!('Worker' in scope) || typeof scope.URL?.createObjectURL !== 'function') return false;
  let asked = false;
  const options: WorkerOptions = {
    get type() {
      asked = true;
      return 'module' as const;
    },
  };
  const url = scope.URL.createObjectURL(new Blob([], { type: 'text/javascript' }));
  try {
    new scope.Worker(url, options).terminate();
  } catch {
    return false;
  } finally {
    scope.URL.revokeObjectURL(url);
  }
  return asked;
}
