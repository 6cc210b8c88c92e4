import { describe, expect, it } from 'vitest';
import { isEvaluatedOnce } from './evaluated-once';
import { spanIn } from './testing-trace';

const once = (script: string, expression = 'save()'): boolean =>
  isEvaluatedOnce(spanIn({ 'script.py': script }, expression), script.split('\n'));

describe('an expression that is evaluated once', () => {
  it.each([
    ['save()'],
    ['kept = [save(), 1]'],
    ['with begin() as session:  # all\n    # of them\n    try:\n        save()'],
    ['if a:\n    pass\nelse:\n\n    save()'],
    ['for a in b:\n    pass\nsave()'],
  ])('stands in no loop, no function and no comprehension: %j', (script) => {
    expect(once(script)).toBe(true);
  });

  it.each([
    ['for a in b:\n    save()'],
    ['for a in b: save()'],
    ['while True:\n    with begin():\n        save()'],
    ['def each():\n    save()'],
    ['each = lambda: save()'],
    ['[save() for a in b]'],
    ['[\n    save()\n    for a in b\n]'],
    ['kept = [save()\n        for a in b]'],
    ['class A:\n    kept = save()'],
  ])('is no such one: %j', (script) => {
    expect(once(script)).toBe(false);
  });

  it('may go over several lines, and hold loops of its own', () => {
    const call = 'add_all(\n    [a for a in b]\n)';
    expect(once(call, call)).toBe(true);
  });

  it('is of the script: another file may be called again and again', () => {
    const files = { 'helpers.py': 'save()' };
    expect(isEvaluatedOnce(spanIn(files, 'helpers.py: save()'), ['save()'])).toBe(false);
  });
});
