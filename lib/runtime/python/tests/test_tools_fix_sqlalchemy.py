"""Changes of SQLAlchemy code: eager loading, and rows written together."""

import unittest
from typing import Any

from asking import eager, fix, marked, runs, together
from programs import MODELS

_AUTHOR = ("Book", "author", "to-one")
_BOOKS = ("Author", "books", "to-many")
_TAGS = ("Book", "tags", "to-many")
_HEAD = "from sqlalchemy import insert, select\nfrom models import Author, Book, Tag\n"
_LOADERS = (
    "from sqlalchemy import insert, select\nfrom sqlalchemy.orm import {}\n"
    "from models import Author, Book, Tag\n"
)


def _fixed(code: str, facts: dict[str, Any], models: str | None = None, head: str = _HEAD) -> str:
    """Give marked code as it was changed, or why it was not."""
    answer = fix("sqlalchemy", head + code, facts, models)
    if answer["kind"] == "not-safe":
        return f"not safe: {answer['why']}"
    return answer["files"]["script.py"]


def _joined(code: str) -> str:
    return _LOADERS.format("joinedload") + code


class EagerLoading(unittest.TestCase):
    def test_the_option_goes_to_the_end_of_the_statement(self) -> None:
        for written, changed in [
            ("session.scalars(select(Book))", "session.scalars(select(Book).options({}))"),
            (
                "session.scalars(select(Book).where(Book.id > 0).order_by(Book.id))",
                "session.scalars(select(Book).where(Book.id > 0).order_by(Book.id).options({}))",
            ),
            (
                "session.execute(statement=select(Book).limit(2)).scalars()",
                "session.execute(statement=select(Book).limit(2).options({})).scalars()",
            ),
            (
                "session.query(Book).filter(Book.id > 0).all()",
                "session.query(Book).filter(Book.id > 0).options({}).all()",
            ),
            ("list(session.query(Book))", "list(session.query(Book).options({}))"),
            (
                "session.scalars(select(Book).options(selectinload(Book.tags)))",
                "session.scalars(select(Book).options(selectinload(Book.tags), {}))",
            ),
        ]:
            with self.subTest(written):
                loop = "for b in {}:\n    b.author.name\n"
                head = _LOADERS.format("joinedload, selectinload")
                facts = eager("joinedload", _AUTHOR)
                got = _fixed(loop.format(f"«{written}»"), facts, head=head)
                self.assertEqual(got, head + loop.format(changed.format("joinedload(Book.author)")))

    def test_layout_and_comments_stay_and_other_scripts_are_counted_rightly(self) -> None:
        code = (
            '"é漢😀"; found = (\n    select(Book)  # all\n'
            '    .where(Book.title != "é😀")  # but it\n)\n'
            '["😀", [b.author.name for b in «session.scalars(found)»]]  # last\n'
        )
        self.assertEqual(
            _fixed(code, eager("joinedload", _AUTHOR)),
            _HEAD.replace("select\n", "select\nfrom sqlalchemy.orm import joinedload\n")
            + marked("", code)[0].replace(
                "# but it", "# but it\n    .options(joinedload(Book.author))"
            ),
        )

    def test_an_import_is_added_in_the_order_and_layout_that_is_there(self) -> None:
        code = "for b in «session.scalars(select(Book))»:\n    b.author\n"
        option = ".options({}joinedload(Book.author))"
        for before, after, name in [
            (
                "from sqlalchemy.orm import Session",
                "from sqlalchemy.orm import Session, joinedload",
                "",
            ),
            (
                "from sqlalchemy.orm import selectinload",
                "from sqlalchemy.orm import joinedload, selectinload",
                "",
            ),
            (
                "from sqlalchemy.orm import selectinload, Session",
                "from sqlalchemy.orm import selectinload, Session, joinedload",
                "",
            ),
            (
                "from sqlalchemy.orm import (\n    Session,  # one\n    selectinload,\n)",
                "from sqlalchemy.orm import (\n    Session,  # one\n    joinedload,\n"
                "    selectinload,\n)",
                "",
            ),
            (
                "from sqlalchemy.orm import (\n    Session,  # one\n)",
                "from sqlalchemy.orm import (\n    Session,\n    joinedload,  # one\n)",
                "",
            ),
            (
                "from sqlalchemy import orm",
                "from sqlalchemy import orm\nfrom sqlalchemy.orm import joinedload",
                "",
            ),
            ("import sqlalchemy.orm as o", "import sqlalchemy.orm as o", "o."),
            ("from sqlalchemy.orm import *", "from sqlalchemy.orm import *", ""),
        ]:
            with self.subTest(before):
                head = f"from sqlalchemy import select\n{before}\nfrom models import Book\n"
                got = _fixed(code, eager("joinedload", _AUTHOR), head=head)
                self.assertEqual(
                    got,
                    head.replace(before, after)
                    + marked("", code)[0].replace("(Book)", "(Book)" + option.format(name)),
                )

    def test_names_are_those_of_the_file(self) -> None:
        code = "for b in «session.scalars(sa.select(m.Book))»:\n    b.author\n"
        head = "import models as m\nimport sqlalchemy as sa\n"
        self.assertIn(
            "sa.select(m.Book).options(joinedload(m.Book.author))",
            _fixed(code, eager("joinedload", _AUTHOR), head=head),
        )
        code = "for a in «session.scalars(select(A))»:\n    [list(b.tags) for b in a.books]\n"
        head = "from sqlalchemy import select\nfrom models import Author as A\n"
        self.assertEqual(
            _fixed(code, eager("selectinload", _BOOKS, _TAGS), head=head),
            "from sqlalchemy import select\nfrom sqlalchemy.orm import selectinload\n"
            "from models import Author as A, Book\n"
            "for a in "
            "session.scalars(select(A).options(selectinload(A.books).selectinload(Book.tags))):\n"
            "    [list(b.tags) for b in a.books]\n",
        )

    def test_a_statement_that_serves_others_too_is_changed_where_it_is_sent(self) -> None:
        code = (
            "s = select(Book)\n[b.author for b in «session.scalars(s)»]\ns = s.limit(1)\n"
            "session.scalars(s)\n"
        )
        self.assertEqual(
            _fixed(code, eager("joinedload", _AUTHOR), head=_joined("")),
            _joined(
                marked("", code)[0].replace(
                    "scalars(s)]", "scalars(s.options(joinedload(Book.author)))]"
                )
            ),
        )

    def test_a_joined_collection_is_made_unique_where_that_drops_nothing_else(self) -> None:
        facts = eager("joinedload", _TAGS)
        code = "[list(b.tags) for b in «session.scalars({})».all()]\n"
        answer = fix("sqlalchemy", _HEAD + code.format("select(Book).where(Book.id > 1)"), facts)
        self.assertIn(
            ".options(joinedload(Book.tags))).unique().all()]", answer["files"]["script.py"]
        )
        self.assertIn("unique()", answer["notes"][0])
        for statement in (
            "select(Book).join(Book.tags)",
            "select(Book).where(Tag.id > 0)",
            "select(Book, Tag.id)",
        ):
            with self.subTest(statement):
                answer = fix("sqlalchemy", _HEAD + code.format(statement), facts)
                self.assertIn(".options(selectinload(Book.tags)))", answer["files"]["script.py"])
                self.assertIn("selectinload()", answer["notes"][0])

    def test_what_is_not_sure_is_left_alone(self) -> None:
        joined = eager("joinedload", _AUTHOR)
        loop = "for b in «session.{}»:\n    b.author\n"
        for code, facts, why in [
            (loop.format("scalars(select(Author))"), joined, "not plainly select Book"),
            (loop.format("scalars(select(Book).union(select(Book)))"), joined, "takes no options"),
            (loop.format("scalars(text('select 1'))"), joined, "not a plain select"),
            (loop.format("get(Book, 1).tags"), joined, "not a plain select"),
            (
                "def f(s):\n    for b in «session.scalars(s)»:\n        b.author\n",
                joined,
                "an argument",
            ),
            (
                "from sqlalchemy.orm import raiseload\n"
                + loop.format("scalars(select(Book).options(raiseload(Book.author)))"),
                joined,
                "says already",
            ),
            (loop.format("scalars(select(Book).group_by(Book.id))"), joined, "groups its rows"),
            ("joinedload = 1\n" + loop.format("scalars(select(Book))"), joined, "something else"),
            (
                loop.format("scalars(select(Book))"),
                eager("joinedload", ("Book", "cover", "to-one")),
                "no relationship",
            ),
            (
                loop.format("scalars(select(Book))"),
                eager("joinedload", ("Cover", "book", "to-one")),
                "model named Cover",
            ),
        ]:
            with self.subTest(code):
                got = _fixed(code, facts)
                self.assertIn("not safe: ", got)
                self.assertIn(why, got)

    def test_fewer_statements_give_the_same(self) -> None:
        names = (
            "[sorted(t.name for t in b.tags) for b in "
            "«session.scalars(select(Book).order_by(Book.id))»]\n"
        )
        for code, facts in [
            (
                "[b.author.name for b in «session.scalars(select(Book).order_by(Book.id))»]\n",
                eager("joinedload", _AUTHOR),
            ),
            (
                "[b.author.name for b in «session.query(Book).all()»]\n",
                eager("selectinload", _AUTHOR),
            ),
            (names, eager("joinedload", _TAGS)),
            (names, eager("selectinload", _TAGS)),
            (
                "[[t.name for b in a.books for t in b.tags] for a in "
                "«session.scalars(select(Author))»]\n",
                eager("joinedload", _BOOKS, _TAGS),
            ),
        ]:
            with self.subTest(facts["method"] + code):
                before, after = runs("sqlalchemy", _HEAD + code, facts)
                self.assertEqual(before.values, after.values)
                self.assertLess(len(after.queries), len(before.queries))


class WritingTogether(unittest.TestCase):
    def test_new_objects_are_added_at_once_and_written_after_the_loop(self) -> None:
        flush = together("one-flush", "Tag")
        for code, changed in [
            (
                "for n in 'xyz':\n    session.add(Tag(name=n))\n    «session.commit()»\n",
                "session.add_all([Tag(name=n) for n in 'xyz'])\nsession.commit()\n",
            ),
            (
                "for n in 'xyz':\n    # new\n    tag = Tag(name=n)\n"
                "    session.add(tag)\n    «session.flush()»  # now\n",
                "for n in 'xyz':\n    # new\n    tag = Tag(name=n)\n"
                "    session.add(tag)\n    # now\nsession.flush()\n",
            ),
            (
                "for tag in session.scalars(select(Tag)):\n    tag.name += '!'\n"
                "    «session.commit()»\n",
                "for tag in session.scalars(select(Tag)):\n    tag.name += '!'\nsession.commit()\n",
            ),
        ]:
            with self.subTest(code):
                self.assertEqual(_fixed(code, flush), _HEAD + changed)
                code += "sorted(session.scalars(select(Tag.name)))\n"
                before, after = runs("sqlalchemy", _HEAD + code, flush)
                self.assertEqual(before.values, after.values)
                self.assertLessEqual(len(after.queries), len(before.queries))

    def test_rows_are_inserted_by_one_statement(self) -> None:
        insert = together("insert-many", "Tag")
        for code, changed in [
            (
                "for n in 'xyz':\n    «session.execute(insert(Tag).values(name=n))»\n",
                "session.execute(insert(Tag), [{\"name\": n} for n in 'xyz'])\n",
            ),
            (
                "rows = [{'name': 'x'}, {'name': 'y'}]\nfor row in rows:\n"
                "    «session.execute(insert(Tag), row)»\n",
                "rows = [{'name': 'x'}, {'name': 'y'}]\n"
                "session.execute(insert(Tag), [row for row in rows])\n",
            ),
            (
                "for number in [1, 2]:\n"
                "    «session.execute(insert(Tag).values({'name': f'a rather long name, "
                "{number}'}))»\n",
                "session.execute(\n    insert(Tag),\n    [\n"
                "        {'name': f'a rather long name, {number}'}\n"
                "        for number in [1, 2]\n    ]\n)\n",
            ),
        ]:
            with self.subTest(code):
                self.assertEqual(_fixed(code, insert), _HEAD + changed)
                code += "sorted(session.scalars(select(Tag.name)))\n"
                before, after = runs("sqlalchemy", _HEAD + code, insert)
                self.assertEqual(before.values, after.values)
                self.assertLess(len(after.queries), len(before.queries))

    def test_what_does_more_than_write_is_left_alone(self) -> None:
        flush, insert = together("one-flush", "Tag"), together("insert-many", "Tag")
        for code, facts, why in [
            (
                "for n in 'ab':\n    session.add(Tag(name=n))\n    «session.commit()»\n"
                "    print(n)\n",
                flush,
                "goes on",
            ),
            (
                "for n in 'ab':\n    session.add(Tag(name=n))\n    print(n)\n"
                "    «session.commit()»\n",
                flush,
                "more than make",
            ),
            (
                "for n in 'ab':\n    with session:\n        «session.commit()»\n",
                flush,
                "not right in a loop",
            ),
            (
                "for n in 'ab':\n    session.add(make(n))\n    «session.commit()»\n",
                flush,
                "make is not plainly",
            ),
            ("for n in 'ab':\n    «session.commit()»\n", flush, "nothing but write"),
            (
                "tag = Tag()\nfor n in 'ab':\n    tag = Tag(name=str(tag.id))\n"
                "    session.add(tag)\n    «session.flush()»\n",
                flush,
                "tag is looked into",
            ),
            (
                "for n in 'ab':\n    r = «session.execute(insert(Tag).values(name=n))»\n",
                insert,
                "is used",
            ),
            (
                "for n in 'ab':\n"
                "    «session.execute(insert(Tag).values(name=n).returning(Tag.id))»\n",
                insert,
                "does more",
            ),
            (
                "for n in 'ab':\n    «session.execute(insert(Tag).values(**n))»\n",
                insert,
                "by their names",
            ),
            (
                "for n in 'ab':\n    «session.execute(insert(Tag).values(name=f(n)))»\n",
                insert,
                "f(n)",
            ),
            (
                "for n in 'ab':\n    «session.execute(n)»\n",
                together("update-many", "Tag"),
                "for you to say",
            ),
        ]:
            with self.subTest(code):
                got = _fixed(code, facts)
                self.assertIn("not safe: ", got)
                self.assertIn(why, got)

    def test_a_dynamic_collection_is_never_loaded_whole(self) -> None:
        models = MODELS["sqlalchemy"].replace(
            "relationship(secondary=book_tag)", "relationship(secondary=book_tag, lazy='dynamic')"
        )
        got = _fixed("«session.scalars(select(Book))»\n", eager("selectinload", _TAGS), models)
        self.assertIn("never loaded whole", got)
