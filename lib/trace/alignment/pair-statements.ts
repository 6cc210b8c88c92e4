import type { Statement } from '../schema';
import type { StatementPair } from './alignment';
import { readSql } from './read-sql';

type Sent = Pick<Statement, 'id' | 'kind' | 'sql' | 'params'>;

/** How Django begins the name of a table that a model does not name: by the app, which is called so here. */
const APP = /^app_/;

/** Statements of one side with the same text, in the order of sending. */
interface Group {
  /** Their kind and all their tables. */
  readonly tables: string;
  /** Their kind and the table that they start from. */
  readonly start: string;
  readonly statements: Sent[];
}

/**
 * Pairs the statements of two calls or cells that do the same work. Statements of one text are one group;
 * groups pair when they are of one kind and use the same tables, else when they are of one kind and start
 * from the same table, each time in the order of sending. Within two groups, statements with equal parameters
 * pair first, then the others in order. What has no partner is given alone. The result is in the left side's
 * order; what is alone on the right follows what was sent before it.
 */
export function pairStatements(left: readonly Sent[], right: readonly Sent[]): StatementPair[] {
  const partners = new Map<number, number>();
  let ours = groupsOf(left);
  let theirs = groupsOf(right);
  for (const by of ['tables', 'start'] as const) {
    const free = queuesOf(theirs, (group) => group[by]);
    const taken = new Set<Group>();
    ours = ours.filter((group) => {
      const partner = free.get(group[by])?.pop();
      if (partner === undefined) return true;
      taken.add(partner);
      pairGroups(group, partner, partners);
      return false;
    });
    theirs = theirs.filter((group) => !taken.has(group));
  }
  return inOrder(left, right, partners);
}

function groupsOf(statements: readonly Sent[]): Group[] {
  const groups = new Map<string, Group>();
  for (const statement of statements) {
    const known = groups.get(statement.sql);
    if (known === undefined) groups.set(statement.sql, newGroup(statement));
    else known.statements.push(statement);
  }
  return [...groups.values()];
}

/** Characters above which a text is not read, which would keep the page waiting: it pairs by its kind alone. */
const LONGEST = 20_000;

function newGroup(statement: Sent): Group {
  const sources = statement.sql.length > LONGEST ? [] : (readSql(statement.sql)?.sources ?? []);
  const names = sources.map(({ table }) => table.replace(APP, ''));
  return {
    tables: [statement.kind, ...[...new Set(names)].sort()].join(' '),
    start: `${statement.kind} ${names[0] ?? ''}`,
    statements: [statement],
  };
}

function pairGroups(ours: Group, theirs: Group, partners: Map<number, number>): void {
  const params = ({ params }: Sent): string => JSON.stringify(params);
  const free = queuesOf(theirs.statements, params);
  const taken = new Set<Sent>();
  const alone = ours.statements.filter((statement) => {
    const partner = free.get(params(statement))?.pop();
    if (partner === undefined) return true;
    taken.add(partner);
    partners.set(statement.id, partner.id);
    return false;
  });
  const rest = theirs.statements.filter((statement) => !taken.has(statement));
  for (const [at, statement] of alone.entries()) {
    const partner = rest[at];
    if (partner !== undefined) partners.set(statement.id, partner.id);
  }
}

/** For each name, what is called so: the first of them is the last of the list, where it is popped. */
function queuesOf<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const queues = new Map<string, Item[]>();
  for (const item of items.toReversed()) {
    const name = nameOf(item);
    const queue = queues.get(name);
    if (queue === undefined) queues.set(name, [item]);
    else queue.push(item);
  }
  return queues;
}

function inOrder(
  left: readonly Sent[],
  right: readonly Sent[],
  partners: ReadonlyMap<number, number>,
): StatementPair[] {
  const paired = new Set(partners.values());
  const places = new Map(right.map(({ id }, at) => [id, at]));
  const pairs: StatementPair[] = [];
  let next = 0;
  const pushLonelyUntil = (end: number): void => {
    for (; next < end; next += 1) {
      const id = right[next]?.id;
      if (id !== undefined && !paired.has(id)) pairs.push({ left: null, right: id });
    }
  };
  for (const { id } of left) {
    const partner = partners.get(id) ?? null;
    if (partner !== null) pushLonelyUntil(places.get(partner) ?? 0);
    pairs.push({ left: id, right: partner });
  }
  pushLonelyUntil(right.length);
  return pairs;
}
