import { importsAt, type SourceClass, sourceClasses } from './source-classes';
import { readStub, type StubClass } from './stub-classes';
import { type Insertion, type WovenText, weaveText } from './woven-text';

/** What a side's models turned out to be when they were loaded. */
export interface Described {
  /** The text of a stub for each file with models: `models.pyi`. */
  readonly stubs: Readonly<Record<string, string>>;
  /** The files as they were loaded. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Writes into a copy of a person's file what only its loaded models tell: types of fields, names of reverse
 * relations, `author_id`, managers. A stub beside the file would do so too, but would hide the file: what is
 * typed into it would not count before the models are loaded again, and no place in it could be gone to.
 *
 * @param file its name, `models.py`
 * @param source its text as it is now, which may differ from the one that was loaded
 */
export function weaveFile(file: string, source: string, described: Described | null): WovenText {
  const stubText = described?.stubs[file.replace(/\.py$/, '.pyi')];
  if (described === null || stubText === undefined) return weaveText(source, []);
  const stub = readStub(stubText);
  const before = new Map(sourceClasses(described.files[file] ?? '').map((each) => [each.name, each]));
  const now = sourceClasses(source);
  const names = new Set(now.map(({ name }) => name));
  const insertions: Insertion[] = [];
  let waiting: StubClass[] = [];
  for (const each of stub.classes) {
    const target = now.find(({ name }) => name === each.name);
    // Classes that only the stub has stand right before the one that needs them.
    if (target === undefined) {
      if (!before.has(each.name) && each.name.startsWith('_')) waiting.push(each);
      continue;
    }
    if (waiting.length > 0) insertions.push({ at: target.start, text: waiting.map(wholeClass).join('') });
    waiting = [];
    insertions.push(...intoClass(target, each, before.get(each.name)));
  }
  if (insertions.length === 0) return weaveText(source, []);
  const imports = stub.imports.filter((line) => isAdded(line, source, names));
  const head = { at: importsAt(source), text: imports.map((line) => `${line}\n`).join('') };
  return weaveText(source, [head, ...insertions]);
}

function intoClass(target: SourceClass, stub: StubClass, before: SourceClass | undefined): Insertion[] {
  const own = new Map(target.members.map((member) => [member.name, member]));
  const were = new Set(before?.members.map(({ name }) => name));
  const found: Insertion[] = parameters(target, stub);
  const added: string[] = [];
  for (const [name, type] of stub.attributes) {
    const member = own.get(name);
    if (member?.kind === 'assigned' && member.end !== null) found.push({ at: member.end, text: `: ${type}` });
    // What was written when the models were loaded, and is gone now, was taken away.
    else if (member === undefined && !were.has(name)) added.push(`${name}: ${type}`);
  }
  for (const [name, header] of stub.methods) {
    const member = own.get(name);
    const returns = / -> (.+)$/.exec(header);
    if (member?.kind === 'method' && member.end !== null && returns !== null)
      found.push({ at: member.end, text: returns[0] });
    else if (member === undefined && !were.has(name)) added.push(`${header}: ...`);
  }
  if (target.bodyAt !== null)
    found.push({ at: target.bodyAt, text: added.map((line) => `${line}\n${target.indent}`).join('') });
  return found;
}

/** `QuerySet` becomes `QuerySet["Book"]`: in quotes, as the class may stand further down. */
function parameters({ bases, basesAt }: SourceClass, stub: StubClass): Insertion[] {
  const wanted = stub.bases.split(',');
  const own = bases.split(',');
  if (wanted.length !== own.length) return [];
  let at = basesAt;
  return own.flatMap((base, index) => {
    const bare = base.trimEnd().replace(/\)$/, '');
    const end = at + bare.length;
    at += base.length + 1;
    const parameter = /^([^[]*)\[(\w+)\]\)?$/.exec(wanted[index]?.trim() ?? '');
    const isSame = parameter?.[1]?.replace(/^\(/, '') === bare.trim().replace(/^\(/, '');
    return isSame ? [{ at: end, text: `["${parameter?.[2]}"]` }] : [];
  });
}

function wholeClass({ name, bases, attributes, methods }: StubClass): string {
  const quoted = bases.replaceAll(/\[(\w+)\]/g, '["$1"]');
  const body = [
    ...[...attributes].map(([attribute, type]) => `    ${attribute}: ${type}\n`),
    ...[...methods.values()].map((header) => `    ${header}: ...\n`),
  ];
  return `class ${name}${quoted}:\n${body.join('') || '    pass\n'}`;
}

/** Imports under names of the stub's own, and of classes that the file itself does not name. */
function isAdded(line: string, source: string, own: ReadonlySet<string>): boolean {
  if (/ as _/.test(line)) return true;
  const name = /^from \w+ import (\w+)$/.exec(line)?.[1];
  return name !== undefined && !own.has(name) && !new RegExp(`\\bimport\\b.*\\b${name}\\b`).test(source);
}
