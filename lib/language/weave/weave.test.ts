import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Described, weaveFile } from './weave';
import { weaveText } from './woven-text';

const SOURCE = `from django.db import models


class BookQuerySet(models.QuerySet):
    def cheap(self):
        return self.filter(price__lt=10)


class Author(models.Model):
    """A person."""

    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="books")
    objects = BookQuerySet.as_manager()
`;

const STUB = `# type: ignore
from typing import Any as _Any, ClassVar as _ClassVar, Self as _Self
from django.db.models.fields.related_descriptors import (
    ManyRelatedManager as _ManyRelatedManager,
    RelatedManager as _RelatedManager,
)
from django.db import models
class BookQuerySet(models.QuerySet[Book]):
    def cheap(self) -> _Self: ...
class Author(models.Model):
    id: _models.BigAutoField[_Any, int]
    name: _models.CharField[_Any, str]
    books: _RelatedManager[Book]
class _Book_objects(BookQuerySet, _Manager[Book]): ...
class Book(models.Model):
    id: _models.BigAutoField[_Any, int]
    title: _models.CharField[_Any, str]
    author: _models.ForeignKey[_Any, Author]
    author_id: int
    objects: _ClassVar[_Book_objects]
`;

const DESCRIBED: Described = { stubs: { 'models.pyi': STUB }, files: { 'models.py': SOURCE } };

function woven(source = SOURCE): string {
  return weaveFile('models.py', source, DESCRIBED).text;
}

describe('what loaded models tell, woven into their file', () => {
  it('gives fields their types where they stand', () => {
    expect(woven()).toContain('    title: _models.CharField[_Any, str] = models.CharField(max_length=200)');
    expect(woven()).toContain('    objects: _ClassVar[_Book_objects] = BookQuerySet.as_manager()');
  });

  it('adds what the ORM adds, behind documentation', () => {
    expect(woven()).toContain(
      '    """A person."""\n\n    id: _models.BigAutoField[_Any, int]\n    books: _RelatedManager[Book]\n    name:',
    );
    expect(woven()).toContain('    author_id: int\n');
  });

  it('says what queries are of, and that their methods refine', () => {
    expect(woven()).toContain('class BookQuerySet(models.QuerySet["Book"]):');
    expect(woven()).toContain('    def cheap(self) -> _Self:\n');
    expect(woven()).toContain('class _Book_objects(BookQuerySet, _Manager["Book"]):\n    pass\nclass Book(');
  });

  it('imports what that needs under names of its own, behind imports from the future', () => {
    expect(woven()).toMatch(
      /^from typing import Any as _Any.*\nfrom django.*RelatedManager as _RelatedManager\n/,
    );
    const future = `"""Models."""\n\nfrom __future__ import annotations\n\n${SOURCE}`;
    expect(
      woven(future).startsWith('"""Models."""\n\nfrom __future__ import annotations\n\nfrom typing'),
    ).toBe(true);
  });

  it('forgets a field that was taken away since, and leaves a new one as it is', () => {
    const changed = SOURCE.replace(
      '    title = models.CharField(max_length=200)\n',
      '    pages = models.IntegerField()\n',
    );
    expect(woven(changed)).not.toContain('title:');
    expect(woven(changed)).toContain('    pages = models.IntegerField()');
  });

  it('goes on while a class is half written', () => {
    const half = SOURCE.replace('related_name="books")', '');
    expect(woven(half)).toContain('author_id: int');
    expect(woven('class Book(models.Mod')).toBe('class Book(models.Mod');
  });

  it('leaves a file alone that has no models', () => {
    expect(weaveFile('script.py', 'x = 1', DESCRIBED).text).toBe('x = 1');
    expect(weaveFile('models.py', SOURCE, null).text).toBe(SOURCE);
  });

  it('ends no line of the person’s elsewhere than where it ended', () => {
    const lines = woven().split('\n');
    for (const line of SOURCE.split('\n').filter((text) => /^ {8}|^class Author/.test(text)))
      expect(lines).toContain(line);
  });
});

describe('places in a woven text', () => {
  const insertions = fc.array(fc.record({ at: fc.nat(40), text: fc.string({ minLength: 1, maxLength: 6 }) }));

  it('lead back to where they came from', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 40, maxLength: 60 }),
        insertions,
        fc.nat(40),
        (source, inserted, at) => {
          const { toWoven, toSource, text } = weaveText(source, inserted);
          expect(toSource(toWoven(at))).toBe(at);
          expect(text.slice(toWoven(at), toWoven(at) + 1)).toBe(source.slice(at, at + 1));
        },
      ),
    );
  });

  it('are none within what was woven in', () => {
    const { text, toSource } = weaveText('ab', [{ at: 1, text: 'XYZ' }]);
    expect(text).toBe('aXYZb');
    expect([0, 1, 2, 3, 4, 5].map(toSource)).toEqual([0, 1, null, null, 1, 2]);
  });
});
