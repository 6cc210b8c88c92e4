"""Changes of Django code: eager loading, and rows written together."""

import unittest
from typing import Any

from asking import eager, fix, marked, runs, together
from programs import MODELS

_AUTHOR = ("Book", "author", "to-one")
_BOOKS = ("Author", "books", "to-many")
_TAGS = ("Book", "tags", "to-many")
_HEAD = "from models import Author, Book, Profile, Tag\n"


def _fixed(code: str, facts: dict[str, Any], models: str | None = None) -> str:
    """Give marked code as it was changed, or why it was not."""
    answer = fix("django", _HEAD + code, facts, models)
    if answer["kind"] == "not-safe":
        return f"not safe: {answer['why']}"
    return answer["files"]["script.py"].removeprefix(_HEAD)


class EagerLoading(unittest.TestCase):
    def test_the_method_goes_to_the_end_of_the_query_and_before_what_ends_it(self) -> None:
        query = 'Book.objects.filter(title__gt="")'
        for written, changed in [
            ("Book.objects.all()", 'Book.objects.all().select_related("author")'),
            (query, f'{query}.select_related("author")'),
            (f"{query}[:3]", f'{query}.select_related("author")[:3]'),
            (f"{query}.iterator()", f'{query}.select_related("author").iterator()'),
            ("Book.objects.iterator()", 'Book.objects.select_related("author").iterator()'),
            (f"list({query})", f'list({query}.select_related("author"))'),
            (f"sorted({query}, key=str)", f'sorted({query}.select_related("author"), key=str)'),
            (
                "Author.objects.get().books.all()",
                'Author.objects.get().books.all().select_related("author")',
            ),
        ]:
            with self.subTest(written):
                loop = "for b in {}:\n    b.author.name\n"
                got = _fixed(loop.format(f"«{written}»"), eager("select_related", _AUTHOR))
                self.assertEqual(got, loop.format(changed))

    def test_a_call_of_it_that_is_there_takes_the_name_too(self) -> None:
        for written, changed in [
            (
                'Book.objects.prefetch_related("tags")',
                'Book.objects.prefetch_related("tags", "author")',
            ),
            (
                'Book.objects.prefetch_related(\n    "tags",\n).all()',
                'Book.objects.prefetch_related(\n    "tags",\n    "author",\n).all()',
            ),
            (
                "Book.objects.prefetch_related(None)",
                'Book.objects.prefetch_related(None).prefetch_related("author")',
            ),
            (
                "Book.objects.prefetch_related(*names)",
                'Book.objects.prefetch_related(*names).prefetch_related("author")',
            ),
        ]:
            with self.subTest(written):
                loop = "names = []\nfor b in {}:\n    b.author.name\n"
                got = _fixed(loop.format(f"«{written}»"), eager("prefetch_related", _AUTHOR))
                self.assertEqual(got, loop.format(changed))

    def test_layout_and_comments_stay_and_other_scripts_are_counted_rightly(self) -> None:
        code = (
            "'é漢😀'; books = (\n    Book.objects.exclude(title='é漢😀')  # none of these\n"
            "    .order_by('title')  # by title\n)\n# first\n"
            "['é😀', [b.author.name for b in «books»]]  # last\n"
        )
        self.assertEqual(
            _fixed(code, eager("select_related", _AUTHOR)),
            "'é漢😀'; books = (\n    Book.objects.exclude(title='é漢😀')  # none of these\n"
            "    .order_by('title')  # by title\n    .select_related('author')\n)\n# first\n"
            "['é😀', [b.author.name for b in books]]  # last\n",
        )
        answer = fix("django", _HEAD + code, eager("select_related", _AUTHOR))
        self.assertEqual(
            answer["edits"],
            [
                {
                    "span": {
                        "file": "script.py",
                        "startLine": 4,
                        "startColumn": 34,
                        "endLine": 4,
                        "endColumn": 34,
                    },
                    "before": "",
                    "after": "\n    .select_related('author')",
                }
            ],
        )

    def test_a_query_that_serves_others_too_is_changed_where_it_is_read(self) -> None:
        code = (
            "books = Book.objects.order_by('pk')\n[b.author.name for b in «books»]\n"
            "books.fetch_mode(None)\nbooks = books.select_related()\nbooks[0].author.name\n"
        )
        self.assertEqual(
            _fixed(code, eager("select_related", _AUTHOR)),
            code.replace("«books»", "books.select_related('author')"),
        )

    def test_a_query_whose_objects_are_read_again_is_changed_where_it_is_made(self) -> None:
        code = (
            "books = Book.objects.all()\nfor b in «books»:\n    b.author.name\n"
            "len(books), books.count()\n"
        )
        self.assertEqual(
            _fixed(code, eager("select_related", _AUTHOR)),
            marked("", code)[0].replace("all()", 'all().select_related("author")'),
        )

    def test_a_function_is_followed_as_far_as_its_own_names(self) -> None:
        code = (
            "def names(start):\n    found = Book.objects.filter(title__gt=start)\n"
            "    return [b.author.name for b in «found»]\nfound = 1\nnames('')\n"
        )
        changed = marked("", code)[0].replace("=start)", "=start).select_related('author')")
        self.assertEqual(_fixed(code, eager("select_related", _AUTHOR)), changed)

    def test_a_longer_way_is_one_name(self) -> None:
        code = "for a in «Author.objects.all()»:\n    [list(b.tags.all()) for b in a.books.all()]\n"
        self.assertIn(
            '.prefetch_related("books__tags")',
            _fixed(code, eager("prefetch_related", _BOOKS, _TAGS)),
        )

    def test_a_method_of_the_models_own_queries_may_follow(self) -> None:
        models = MODELS["django"] + (
            "\n\nclass Shelved(models.QuerySet):\n    def early(self):\n"
            "        return self.filter()\n\n\n"
            "class Shelf(models.Model):\n    book = models.ForeignKey(Book, models.CASCADE)\n"
            "    objects = Shelved.as_manager()\n"
        )
        book = eager("select_related", ("Shelf", "book", "to-one"))
        code = "from models import Shelf\nfor s in «Shelf.objects.early()»:\n    s.book.title\n"
        self.assertIn('objects.select_related("book").early()', _fixed(code, book, models))
        code = code.replace("early", "late")
        self.assertIn("late() is no method of the model's queries", _fixed(code, book, models))

    def test_what_is_not_sure_is_left_alone(self) -> None:
        joined, batched = eager("select_related", _AUTHOR), eager("prefetch_related", _AUTHOR)
        for code, facts, why in [
            ("for b in «Book.objects.raw('')»:\n    b.author\n", joined, "raw() takes no"),
            (
                "Book.objects.union(Book.objects.all())\n«Book.objects.all().union()»\n",
                joined,
                "union()",
            ),
            (
                "for b in «Book.objects.only('title')»:\n    b.author\n",
                joined,
                "may leave out author",
            ),
            ("for b in «Book.objects.iterator()»:\n    b.author\n", batched, "chunk_size"),
            ("for b in «Book.objects.select_related('author')»:\n    b\n", joined, "already"),
            ("for b in «Book.objects.select_related()»:\n    b\n", joined, "no longer follow"),
            ("for b in «Author.objects.all()»:\n    b\n", joined, "not of Book"),
            ("def f(books):\n    return [b.author for b in «books»]\n", joined, "an argument"),
            ("for a in [1]:\n    for b in «a»:\n        b.author\n", joined, "a loop"),
            ("books = [Book.objects.get()]\nfor b in «books»:\n    b.author\n", joined, "not sure"),
            (
                "books = Book.objects.all()\nbooks = list(books)\nif 1:\n    books = 1\n"
                "list(«books»)\n",
                joined,
                "several places",
            ),
            (
                "books = Book.objects.all()\nfor b in «books»:\n    b.author\n"
                "list(books)\nbooks.only('title')\n",
                joined,
                "reaches further",
            ),
            (
                "for b in «Book.objects.all()»:\n    b\n",
                eager("select_related", _TAGS),
                "be joined",
            ),
            (
                "for b in «Book.objects.all()»:\n    b\n",
                eager("prefetch_related", ("Book", "cover", "to-one")),
                "no relation cover",
            ),
            (
                "for b in «Book.objects.all()»:\n    b\n",
                {"kind": "keep-result", "times": 3},
                "yours to make",
            ),
        ]:
            with self.subTest(code):
                got = _fixed(code, facts)
                self.assertIn("not safe: ", got)
                self.assertIn(why, got)

    def test_the_models_must_load_and_the_code_be_that_of_the_run(self) -> None:
        code = "for b in «Book.objects.all()»:\n    b\n"
        self.assertIn(
            "do not load: boom",
            _fixed(code, eager("select_related", _AUTHOR), "raise ValueError('boom')"),
        )
        answer = fix("django", "x = 1\n«Book»  ", eager("select_related", _AUTHOR))
        self.assertEqual(answer["kind"], "not-safe")

    def test_fewer_statements_give_the_same(self) -> None:
        for code, facts in [
            (
                "books = Book.objects.order_by('pk')\n[b.author.name for b in «books»]\n",
                joined := eager("select_related", _AUTHOR),
            ),
            ("[b.author.name for b in «Book.objects.order_by('pk')[1:]»]\n", joined),
            (
                "[b.author.name for b in «Book.objects.order_by('pk')»]\n",
                eager("prefetch_related", _AUTHOR),
            ),
            (
                "[[t.name for b in a.books.all() for t in b.tags.all()] for a in "
                "«Author.objects.all()»]\n",
                eager("prefetch_related", _BOOKS, _TAGS),
            ),
        ]:
            with self.subTest(code):
                before, after = runs("django", _HEAD + code, facts)
                self.assertEqual(before.values, after.values)
                self.assertLess(len(after.queries), len(before.queries))


class WritingTogether(unittest.TestCase):
    def test_rows_created_in_a_loop_are_created_at_once(self) -> None:
        create = together("bulk_create", "Tag")
        for code, changed in [
            (
                "for name in 'xyz':\n    «Tag.objects.create(name=name)»\n",
                "Tag.objects.bulk_create([Tag(name=name) for name in 'xyz'])\n",
            ),
            (
                "for n, name in enumerate(['x', 'y', 'z']):  # in order\n"
                "    # each\n    «Tag(name=f'{n}: {name.strip().title()}').save()»  # now\n",
                "# in order\n# each\nTag.objects.bulk_create(\n    [\n"
                "        Tag(name=f'{n}: {name.strip().title()}')\n"
                "        for n, name in enumerate(['x', 'y', 'z'])\n    ]\n)  # now\n",
            ),
            (
                "[«Tag.objects.create(name=name)» for name in 'xyz'][1].name\n",
                "Tag.objects.bulk_create([Tag(name=name) for name in 'xyz'])[1].name\n",
            ),
        ]:
            with self.subTest(code):
                self.assertEqual(_fixed(code, create), changed)
                code += "sorted(Tag.objects.values_list('name', flat=True))\n"
                before, after = runs("django", _HEAD + code, create)
                self.assertEqual(before.values, after.values)
                self.assertEqual((len(before.queries), len(after.queries)), (4, 2))

    def test_objects_changed_in_a_loop_are_written_at_once(self) -> None:
        update = together("bulk_update", "Book")
        for code, changed in [
            (
                "for book in Book.objects.order_by('pk'):\n"
                "    book.title = book.title.lower()  # quiet\n    «book.save()»\n",
                "books = Book.objects.order_by('pk')\nfor book in books:\n"
                "    book.title = book.title.lower()  # quiet\n"
                "Book.objects.bulk_update(books, ['title'])\n",
            ),
            (
                "kept = Book.objects.all()\nfor book in kept:\n    book.title += '!'\n"
                "    «book.save(update_fields=['title'])»  # each\nkept[0].title\n",
                "kept = Book.objects.all()\nfor book in kept:\n    book.title += '!'\n"
                "    # each\nBook.objects.bulk_update(kept, ['title'])\nkept[0].title\n",
            ),
        ]:
            with self.subTest(code):
                self.assertEqual(_fixed(code, update), changed)
                code += "sorted(Book.objects.values_list('title', flat=True))\n"
                before, after = runs("django", _HEAD + code, update)
                self.assertEqual(before.values, after.values)
                self.assertEqual((len(before.queries), len(after.queries)), (6, 3))

    def test_one_value_for_all_or_no_row_left_is_one_query(self) -> None:
        for code, facts, changed in [
            (
                "for book in Book.objects.filter(title__gt='A1'):\n"
                "    book.title = 'same'\n    «book.save()»\n",
                together("update", "Book"),
                "Book.objects.filter(title__gt='A1').update(title='same')\n",
            ),
            (
                "for tag in Tag.objects.all():\n    «tag.delete()»\n",
                together("delete", "Tag"),
                "Tag.objects.all().delete()\n",
            ),
            (
                "for book in Book.objects.order_by('pk')[:2]:\n    book.title = 'same'\n"
                "    «book.save()»\n",
                together("update", "Book"),
                "books = Book.objects.order_by('pk')[:2]\nfor book in books:\n"
                "    book.title = 'same'\nBook.objects.bulk_update(books, ['title'])\n",
            ),
        ]:
            with self.subTest(code):
                self.assertEqual(_fixed(code, facts), changed)
                code += (
                    "sorted(Book.objects.values_list('title', flat=True)), Tag.objects.count()\n"
                )
                before, after = runs("django", _HEAD + code, facts)
                self.assertEqual(before.values, after.values)

    def test_what_does_more_than_write_is_left_alone(self) -> None:
        create = together("bulk_create", "Tag")
        for code, why in [
            ("for n in 'ab':\n    t = «Tag.objects.create(name=n)»\n", "is used, row by row"),
            (
                "for n in 'ab':\n    print(n)\n    «Tag.objects.create(name=n)»\n",
                "more than create",
            ),
            ("for n in 'ab':\n    «Tag.objects.create(name=n)»\n    print(n)\n", "goes on"),
            ("for n in 'ab':\n    if n:\n        «Tag.objects.create(name=n)»\n", "condition"),
            ("for n in 'ab':\n    «Tag.objects.create(name=n)»\nelse:\n    pass\n", "an else"),
            ("for n in 'ab':\n    «Tag.objects.create(name=n)»\nprint(n)\n", "n is used after"),
            ("for n in 'ab':\n    «Tag.objects.create(name=next_name())»\n", "next_name()"),
            ("for n in rows():\n    «Tag.objects.create(name=n)»\n", "rows()"),
            ("while True:\n    «Tag.objects.create(name='')»\n", "not right in a loop"),
            ("«Tag.objects.create(name='')»\nTag.objects.create(name='')\n", "stand apart"),
            ("for b in []:\n    «b.tags.create(name='')»\n", "not plainly made"),
            ("[«Tag(name=n).save()» for n in 'ab']\n", "what save() gives"),
            ("[«Tag.objects.create(name=n)» for n in 'ab' if fits(n)]\n", "fits(n)"),
            ("for n in range(3):\n    «Tag(id=n, name='').save()»\n", "there already"),
            ("for n in []:\n    «Tag(**n).save()»\n", "there already"),
            (
                "try:\n    for n in 'ab':\n        «Tag.objects.create(name=n)»\n"
                "except ValueError:\n    pass\n",
                "caught around",
            ),
        ]:
            with self.subTest(code):
                got = _fixed(code, create)
                self.assertIn("not safe: ", got)
                self.assertIn(why, got)

    def test_what_can_be_gone_through_once_is_not_gone_through_again(self) -> None:
        body = "for b in books:\n    b.title = ''\n    «b.save()»\n"
        for code in ("books = Book.objects.iterator()\n", "books = iter(Book.objects.all())\n"):
            got = _fixed(code + body, together("bulk_update", "Book"))
            self.assertIn("books is not plainly a query or a list", got)

    def test_a_loop_name_that_is_taken_anew_may_be_used_again(self) -> None:
        code = "for n in 'ab':\n    «Tag.objects.create(name=n)»\nfor n in 'c':\n    print(n)\n"
        self.assertNotIn("not safe", _fixed(code, together("bulk_create", "Tag")))

    def test_a_model_that_does_more_when_it_is_saved_is_left_alone(self) -> None:
        head = "from django.db import models\nfrom django.db.models import signals\n\n\n"
        for body, why in [
            (
                "class Tag(models.Model):\n    name = models.TextField()\n"
                "    def save(self): pass\n",
                "save() of its own",
            ),
            (
                "class Tag(models.Model):\n    name = models.TextField()\n\n"
                "def seen(**_): pass\n\nsignals.post_save.connect(seen, sender=Tag)\n",
                "signals of Tag",
            ),
            (
                "class Word(models.Model):\n    name = models.TextField()\n"
                "class Tag(Word):\n    pass\n",
                "several tables",
            ),
            (
                "class Tag(models.Model):\n    name = models.TextField()\n"
                "    seen = models.DateTimeField(auto_now=True)\n",
                "save() sets seen",
            ),
        ]:
            with self.subTest(why):
                code = (
                    "from models import Tag\nfor t in Tag.objects.all():\n"
                    "    t.name = t.name * 2\n    «t.save()»\n"
                )
                answer = fix("django", code, together("bulk_update", "Tag"), head + body)
                self.assertIn(why, answer.get("why", ""))
