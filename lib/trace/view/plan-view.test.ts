import { describe, expect, it } from 'vitest';
import { isSamePlan, type ShownPlan } from './plan-view';

function search(name: string, table: string, by = 'primary-key'): ShownPlan {
  const what = { kind: 'search', source: { name, table }, by: { kind: by } };
  return { kind: 'plan', steps: [{ what, words: `SEARCH ${name}`, children: [] }] };
}

describe('two plans', () => {
  it('do the same work whatever the statements call the table, and other work by another key', () => {
    expect(isSamePlan(search('author_1', 'author'), search('author', 'author'))).toBe(true);
    expect(isSamePlan(search('author', 'author'), search('author', 'book'))).toBe(false);
    expect(isSamePlan(search('author', 'author'), search('author', 'author', 'index'))).toBe(false);
  });

  it('are not the same when there is none', () => {
    const none: ShownPlan = { kind: 'no-plan', message: 'x' };
    expect(isSamePlan(none, none)).toBe(false);
  });
});
