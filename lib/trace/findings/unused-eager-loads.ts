import type { Orm } from '../../orm/orm';
import { assertNever } from '../../util/assert-never';
import { isCounted } from '../counted';
import type { Statement } from '../schema';
import type { Evidence } from './evidence';
import type { Fix, UnusedEagerLoad } from './finding';
import { isTableOf, type Model, ownersOf } from './models';
import { placeOf } from './repeats';

/** A relation that the code asks to be loaded with its parents. */
interface Loader {
  readonly relation: string;
  readonly isJoined: boolean;
  /** As it stands in the code. */
  readonly code: string;
}

type Files = Readonly<Record<string, string>>;

const DJANGO = /\.(select_related|prefetch_related)\(([^()]*)\)/g;
const SQLALCHEMY = /\b(joinedload|selectinload|subqueryload)\(\s*\w+\.(\w+)\s*\)/g;
const NAMES = /^\s*(?:["'][\w]+["']\s*,?\s*)+$/;
const DECLARATION =
  /^[ \t]+\w+\s*(?::[^=\n]*)?=\s*(?:\w+\.)*(?:relationship|ForeignKey|OneToOneField|ManyToManyField)\(/gm;
const TABLE_NAME = /\b(?:db_table|__tablename__)\s*=\s*["']\w*["']|\bForeignKey\(\s*["'][\w.]+["']/g;
const OTHER_END = /\b(?:back_populates|backref|related_name|related_query_name)\s*=\s*["']\w*["']/g;
/** Code that may read any attribute without naming it. */
const READS_ANYTHING =
  /\b(?:getattr|attrgetter|vars|eval|exec|model_to_dict|serializers|serialize|asdict|MappedAsDataclass|Template|render|deepcopy|pickle)\b|__dict__|^\s*case\b/m;

/**
 * Finds relations that were loaded eagerly and that nothing in the person's code can have read: their name
 * stands nowhere behind a dot or in a string, but where they are declared and asked for. A trace does not show
 * what is read of objects that are loaded, so where any code may read attributes without naming them nothing is
 * said.
 */
export function findUnusedEagerLoads(
  evidence: Evidence,
  files: Files,
  claimed: ReadonlySet<number>,
): UnusedEagerLoad[] {
  const loaders = loadersIn(files, evidence.orm);
  if (loaders.length === 0 || Object.values(files).some((text) => READS_ANYTHING.test(text))) return [];
  const rest = Object.values(files).map(withoutLoaders).join('\n');
  return loaders
    .filter(({ relation }) => !isRead(relation, rest))
    .flatMap((loader) => {
      const table = tableTest(loader, loaders, evidence.models);
      return table === null ? [] : findings(loader, table, evidence, claimed);
    });
}

/** The plain ones, each relation and way once; what is not written plainly is left out. */
function loadersIn(files: Files, orm: Orm): Loader[] {
  const found = new Map<string, Loader>();
  const add = (loader: Loader) => found.set(`${loader.isJoined} ${loader.relation}`, loader);
  for (const text of Object.values(files)) {
    switch (orm) {
      case 'django':
        for (const [code, method, list = ''] of text.matchAll(DJANGO)) {
          if (!NAMES.test(list)) continue;
          for (const [, path = ''] of list.matchAll(/["'](\w+)["']/g))
            add({ relation: path.split('__').at(-1) ?? path, isJoined: method === 'select_related', code });
        }
        break;
      case 'sqlalchemy':
        for (const [code, method, relation = ''] of text.matchAll(SQLALCHEMY))
          add({ relation, isJoined: method === 'joinedload', code });
        break;
      default:
        assertNever(orm);
    }
  }
  return [...found.values()];
}

function withoutLoaders(text: string): string {
  return text
    .replaceAll(DJANGO, '')
    .replaceAll(SQLALCHEMY, '')
    .replaceAll(TABLE_NAME, '')
    .replaceAll(DECLARATION, '')
    .replaceAll(OTHER_END, '');
}

function isRead(relation: string, text: string): boolean {
  return new RegExp(`\\.\\s*${relation}\\b|["'][^"'\\n]*\\b${relation}\\b[^"'\\n]*["']`).test(text);
}

/** Tells which tables a relation is read from; null where it is not plain, or another loader reads the same. */
function tableTest(
  { relation }: Loader,
  loaders: readonly Loader[],
  models: readonly Model[],
): ((table: string) => boolean) | null {
  const targetsOf = (name: string): string[] =>
    models.flatMap((model) => model.relations.get(name)?.target ?? []);
  const [target, ...others] = [...new Set(targetsOf(relation))];
  const model = models.find(({ name }) => name === target);
  if (target === undefined || others.length > 0 || model === undefined) return null;
  const isShared = loaders.some(
    (other) => other.relation !== relation && targetsOf(other.relation).includes(target),
  );
  return isShared ? null : (table) => isTableOf(model, table) && ownersOf(models, relation, table).length > 0;
}

function findings(
  loader: Loader,
  isItsTable: (table: string) => boolean,
  evidence: Evidence,
  claimed: ReadonlySet<number>,
): UnusedEagerLoad[] {
  const byCall = new Map<number, Statement[]>();
  for (const statement of evidence.trace.statements) {
    const { id, call, cell, kind, reason, sql } = statement;
    if (kind !== 'select' || call === null || cell === null || !isCounted(statement) || claimed.has(id))
      continue;
    if (reason !== (loader.isJoined ? 'explicit' : 'prefetch')) continue;
    const [first, ...joined] = evidence.tablesOf(sql);
    const tables = loader.isJoined ? joined : [first, ...joined];
    if (!tables.some((table) => table !== undefined && isItsTable(table))) continue;
    if (loader.isJoined && !selectsFrom(sql, isItsTable, evidence)) continue;
    byCall.set(call, [...(byCall.get(call) ?? []), statement]);
  }
  return [...byCall.values()].flatMap((sent) => finding(loader, sent, evidence));
}

/** Whether columns of a joined table are fetched: a join may only be there for a condition. */
function selectsFrom(sql: string, isItsTable: (table: string) => boolean, evidence: Evidence): boolean {
  const read = evidence.sqlOf(sql);
  const names = (read?.sources ?? []).filter(({ table }) => isItsTable(table)).map(({ alias }) => alias);
  return (read?.clauses.get('select') ?? []).some(({ tokens: [name, dot] }) => {
    const text = name?.text.replaceAll(/["`[\]]/g, '').toLowerCase() ?? '';
    return dot?.text === '.' && names.includes(text);
  });
}

function finding(loader: Loader, sent: readonly Statement[], evidence: Evidence): UnusedEagerLoad[] {
  const [first] = sent;
  const place = first === undefined ? null : placeOf(first, evidence.trace);
  if (place === null) return [];
  const { relation, isJoined, code } = loader;
  const cause = isJoined
    ? `${relation} is joined and loaded with every row, and nothing in this code reads it.`
    : `${sent.length === 1 ? '1 statement loads' : `${sent.length} statements load`} ${relation}, and nothing in this code reads it.`;
  return [
    {
      kind: 'unused-eager-load',
      place,
      statements: sent.map(({ id }) => id),
      cause,
      relation,
      fix: leaveOut(relation, code),
    },
  ];
}

function leaveOut(relation: string, code: string): Fix {
  return {
    kind: 'leave-out',
    relation,
    text: `Take this out of the query, unless code that is not shown here reads ${relation}.`,
    code,
  };
}
