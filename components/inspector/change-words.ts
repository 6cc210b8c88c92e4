import type { Changes, CodeLine, TableReport } from '@/lib/inspect';
import { ORM_NAMES, type Orm } from '@/lib/orm/orm';
import { counted } from '@/lib/trace/view/figures';

type Counts = NonNullable<TableReport['counts'][Orm]>;

/** "1 row changed in book, the same on both sides." */
export function sayTable({ table, counts, isSame }: TableReport, sides: readonly Orm[]): string {
  const said = sides.map((orm) => sayCounts(counts[orm]));
  const [first = 'nothing changed'] = said;
  if (said.every((words) => words === first)) {
    const verdict =
      isSame === null ? '' : isSame ? ', the same on both sides' : ', but not the same on both sides';
    return `${begun(first)} in ${table}${verdict}.`;
  }
  return `${begun(table)}: ${sides.map((orm, at) => `${said[at]} by ${ORM_NAMES[orm]}`).join('; ')}.`;
}

function sayCounts(counts: Counts | undefined): string {
  const { changed = 0, inserted = 0, deleted = 0 } = counts ?? {};
  const parts = [
    [changed, 'changed'],
    [inserted, 'added'],
    [deleted, 'removed'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${counted(count, 'row')} ${what}`);
  return said.length === 0 ? 'no value changed' : said.join(', ');
}

function begun(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Where writes came from: "line 9", "helpers.py line 3". */
export function sayLines(lines: readonly CodeLine[]): string {
  return lines
    .map(({ file, line }) => (file === 'script.py' ? `line ${line}` : `${file} line ${line}`))
    .join(', ');
}

/** What became of tables and indexes, and what could not be compared, as sentences. */
export function saySchemaChanges({ schema, notCompared }: Changes): string[] {
  const named = (kind: Changes['schema'][number]['kind']): string[] =>
    schema.filter((change) => change.kind === kind).map(({ what, name }) => `${what} ${name}`);
  const sentences = (['created', 'dropped', 'altered'] as const).flatMap((kind) => {
    const names = named(kind);
    return names.length === 0 ? [] : [`${kind} ${names.join(', ')}.`];
  });
  return [...sentences, ...notCompared.map(({ table, why }) => `${table} is not compared: ${why}`)];
}
