import { readStub } from '../weave/stub-classes';

/**
 * Classes of queries and managers by the model that they are of, as stubs say it: `BookQuerySet` is of `Book`.
 */
export function modelsOfQueries(stubs: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const text of Object.values(stubs)) {
    for (const { name, bases } of readStub(text).classes) {
      const of = /(?:Manager|QuerySet)\["?(\w+)"?\]/.exec(bases)?.[1];
      if (of !== undefined) found.set(name, of);
    }
  }
  return found;
}

/**
 * The model that a method's hover tells it is of: `def filter(...) -> QuerySet[Book, Book]`.
 * @param names of all models
 */
export function modelOfHover(
  hover: string,
  names: ReadonlySet<string>,
  queries: ReadonlyMap<string, string>,
): string | null {
  const returned = hover.slice(hover.lastIndexOf('->') + 2);
  for (const [word] of returned.matchAll(/\w+/g)) {
    if (names.has(word)) return word;
    const of = queries.get(word);
    if (of !== undefined) return of;
  }
  return null;
}
