/** What a stub says of one class; texts are as they stand in the stub. */
export interface StubClass {
  readonly name: string;
  /** What stands between the name and the colon, parentheses included; empty without. */
  readonly bases: string;
  /** Types of attributes by their names. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Methods on one line: their headers up to the colon, `def cheap(self) -> _Self`, by their names. */
  readonly methods: ReadonlyMap<string, string>;
}

/** A stub, read. */
export interface Stub {
  /** Import statements, each on one line. */
  readonly imports: readonly string[];
  /** In their order. */
  readonly classes: readonly StubClass[];
}

const CLASS = /^class (\w+)(\(.*\))?:/;
const ATTRIBUTE = /^ {4}(\w+): (.+)$/;
const METHOD = /^ {4}(def (\w+)\(.*\)(?: -> .+)?): \.\.\.$/;

/**
 * Reads a stub that the engine's `describe` wrote (lib/runtime/python/ormpilot/tools/describe): four spaces
 * for a level, each attribute and method on a line of its own.
 */
export function readStub(text: string): Stub {
  const imports: string[] = [];
  const classes: {
    name: string;
    bases: string;
    attributes: Map<string, string>;
    methods: Map<string, string>;
  }[] = [];
  let current: (typeof classes)[number] | undefined;
  for (const line of joinParentheses(text).split('\n')) {
    const head = CLASS.exec(line);
    if (head !== null) {
      current = { name: head[1] ?? '', bases: head[2] ?? '', attributes: new Map(), methods: new Map() };
      classes.push(current);
      continue;
    }
    if (/^\S/.test(line)) current = undefined;
    if (/^(import|from) /.test(line)) imports.push(line);
    if (current === undefined) continue;
    const attribute = ATTRIBUTE.exec(line);
    if (attribute?.[1] !== undefined && !/ = /.test(attribute[2] ?? ''))
      current.attributes.set(attribute[1], attribute[2] ?? '');
    const method = METHOD.exec(line);
    if (method?.[2] !== undefined) current.methods.set(method[2], method[1] ?? '');
  }
  return { imports, classes };
}

/** Puts an import over several lines onto one. */
function joinParentheses(text: string): string {
  return text.replaceAll(
    /^(from \S+ import) \(([^)]*)\)$/gm,
    (_, head: string, names: string) =>
      `${head} ${names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .join(', ')}`,
  );
}
