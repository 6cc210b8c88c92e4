import type { Orm } from '../../orm/orm';
import { assertNever } from '../../util/assert-never';

/** A mapped class, as far as its source says it. */
export interface Model {
  readonly name: string;
  /** Its table in lower case; null where Django names it by app and class. */
  readonly table: string | null;
  /** By attribute. */
  readonly relations: ReadonlyMap<string, Relation>;
}

export interface Relation {
  readonly name: string;
  /** Name of the class that it leads to; null where the source does not say it plainly. */
  readonly target: string | null;
  /** Null where the source does not say it plainly. */
  readonly isToMany: boolean | null;
  /** The column of its own table that holds the key; null when it is in another table, or not plain to see. */
  readonly column: string | null;
}

interface ClassSource {
  readonly name: string;
  readonly body: string;
}

interface Draft {
  readonly name: string;
  readonly table: string | null;
  readonly relations: Map<string, Relation>;
}

const CLASS = /^class[ \t]+(\w+)[^\n]*:[^\n]*\n((?:[ \t]+[^\n]*\n|[ \t]*\n)*)/gm;
const STRING = /^["']([\w.]+)["']$/;
const COLLECTION =
  /^(?:typing\.)?(?:list|set|dict|List|Set|Dict|Sequence|Collection|WriteOnlyMapped|DynamicMapped)\[/;

/**
 * Reads mapped classes from a person's files, by patterns: it is no parser of Python, and what it does not
 * recognise is missing. It serves to name things; nothing is claimed because of it.
 */
export function readModels(files: Readonly<Record<string, string>>, orm: Orm): Model[] {
  const classes = Object.values(files).flatMap((text) =>
    [...`${text}\n`.matchAll(CLASS)].map(([, name = '', body = '']): ClassSource => ({ name, body })),
  );
  switch (orm) {
    case 'django':
      return djangoModels(classes);
    case 'sqlalchemy':
      return sqlAlchemyModels(classes);
    default:
      return assertNever(orm);
  }
}

/** The models that have a relation of that name which leads to that table, or may do so. */
export function ownersOf(models: readonly Model[], relation: string, table: string): readonly Model[] {
  return models.filter((model) => {
    const target = model.relations.get(relation)?.target;
    if (target === undefined) return false;
    const found = models.find(({ name }) => name === target);
    return found === undefined || isTableOf(found, table);
  });
}

/** The one model of a table; null when none is known, or several are. */
export function modelOf(models: readonly Model[], table: string): Model | null {
  const found = models.filter((model) => isTableOf(model, table));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether a model is stored in a table. */
export function isTableOf({ name, table: own }: Model, table: string): boolean {
  return own === null ? table.endsWith(`_${name.toLowerCase()}`) : own === table;
}

function djangoModels(classes: readonly ClassSource[]): Model[] {
  const drafts = classes.map(({ name, body }): Draft & ClassSource => {
    const table = /^\s+db_table\s*=\s*["'](\w+)["']/m.exec(body)?.[1]?.toLowerCase() ?? null;
    return { name, body, table, relations: new Map() };
  });
  for (const draft of drafts) {
    const fields = /^\s+(\w+)[^=\n]*=\s*(?:\w+\.)*(ForeignKey|OneToOneField|ManyToManyField)\(/gm;
    for (const found of draft.body.matchAll(fields)) addField(draft, drafts, found);
  }
  return drafts;
}

function addField(draft: Draft & ClassSource, drafts: readonly Draft[], found: RegExpExecArray): void {
  const [whole, name = '', kind] = found;
  const list = argumentsAt(draft.body, found.index + whole.length);
  const target = className(list[0]?.replace(/^to\s*=\s*/, ''), draft.name);
  const isToMany = kind === 'ManyToManyField';
  const column = isToMany ? null : (option(list, 'db_column') ?? `${name}_id`);
  draft.relations.set(name, { name, target, isToMany, column });
  const lower = draft.name.toLowerCase();
  const back = option(list, 'related_name') ?? (kind === 'OneToOneField' ? lower : `${lower}_set`);
  const other = drafts.find((each) => each.name === target);
  if (other === undefined || !/^\w+$/.test(back) || other.relations.has(back)) return;
  other.relations.set(back, {
    name: back,
    target: draft.name,
    isToMany: kind !== 'OneToOneField',
    column: null,
  });
}

function sqlAlchemyModels(classes: readonly ClassSource[]): Model[] {
  return classes.flatMap(({ name, body }): Model[] => {
    const table = /^\s+__tablename__\s*(?::[^=\n]+)?=\s*["'](\w+)["']/m.exec(body)?.[1]?.toLowerCase();
    if (table === undefined) return [];
    const relations = new Map<string, Relation>();
    const lines = /^\s+(\w+)\s*(?::\s*(?:\w+\.)?(\w*Mapped)\[([^=\n]*)\]\s*)?=\s*(?:\w+\.)?relationship\(/gm;
    for (const found of body.matchAll(lines)) {
      const [whole, attribute = '', , type] = found;
      const [first] = argumentsAt(body, found.index + whole.length);
      const inner = type?.replace(/^["']|["']$/g, '').trim();
      const isToMany = inner === undefined ? null : COLLECTION.test(inner);
      const argument = first === undefined || first.includes('=') ? undefined : first;
      const target = className(argument ?? inner?.replace(COLLECTION, '').replace(/\]$/, ''), name);
      relations.set(attribute, {
        name: attribute,
        target,
        isToMany,
        column: keyOf(body, isToMany, attribute),
      });
    }
    return [{ name, table, relations }];
  });
}

/** The column that a relation goes by: the only foreign key, else the one that is named after it. */
function keyOf(body: string, isToMany: boolean | null, attribute: string): string | null {
  if (isToMany === true) return null;
  const keys = [
    ...body.matchAll(/^\s+(\w+)\s*(?::[^=\n]*)?=\s*(?:\w+\.)?(?:mapped_column|Column)\([^\n]*ForeignKey\(/gm),
  ];
  const names = keys.map(([, name = '']) => name);
  const byName = names.find((name) => name === `${attribute}_id`);
  return byName ?? (names.length === 1 ? (names[0] ?? null) : null);
}

/** `Author`, `"Author"`, `"app.Author"`, `Author | None`, `Optional["Author"]`, and `"self"`. */
function className(text: string | undefined, own: string): string | null {
  if (text === undefined) return null;
  const bare = text
    .replace(/^(?:typing\.)?Optional\[(.*)\]$/, '$1')
    .replace(/\s*\|\s*None$/, '')
    .trim();
  const name = (STRING.exec(bare)?.[1] ?? bare).split('.').at(-1) ?? '';
  if (name === 'self') return own;
  return /^\w+$/.test(name) ? name : null;
}

function option(list: readonly string[], name: string): string | null {
  const text = list.find((each) => new RegExp(`^${name}\\s*=`).test(each));
  return /=\s*["']([^"']*)["']$/.exec(text ?? '')?.[1] ?? null;
}

/** The arguments of a call whose parenthesis was opened just before `start`. */
function argumentsAt(text: string, start: number): string[] {
  const list: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (depth === 0 && (character === ',' || character === ')')) {
      list.push(text.slice(from, at).trim());
      from = at + 1;
      if (character === ')') break;
    } else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
  }
  return list.filter((each) => each !== '');
}
