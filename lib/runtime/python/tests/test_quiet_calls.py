"""Calls that build a query or keep a change are shown, though they send nothing."""

import sys
import unittest

from programs import run, run_in_shop

from ormpilot.positions import Positions
from ormpilot.quiet_calls import QuietCalls

SELECT = "from sqlalchemy import select, func, insert, update, delete, text\n"


class Django(unittest.TestCase):
    def check(self, script: str, *quiet: str) -> None:
        self.assertEqual(run_in_shop("django", script).quiet, list(quiet))

    def test_a_chain_is_one_call(self) -> None:
        chain = "Book.objects.filter(title='x').exclude(id=1).order_by('id')"
        self.check(f"qs = {chain}[:3]", chain)

    def test_a_chain_over_several_lines_is_one_call(self) -> None:
        chain = "Book.objects\n    .filter(title='x')\n    .order_by('id')"
        self.check(f"qs = (\n    {chain}\n)", chain)

    def test_building_step_by_step_shows_each_step(self) -> None:
        self.check(
            "a = Book.objects.all()\nb = a.filter(id=1)\nc = b.order_by('id')",
            "Book.objects.all()",
            "a.filter(id=1)",
            "b.order_by('id')",
        )

    def test_what_is_part_of_a_call_that_sends_is_not_shown(self) -> None:
        self.check("list(Book.objects.filter(title='A0'))")
        self.check("Book.objects.filter(author__in=Author.objects.filter(name='A')).count()")
        self.check("for b in Book.objects.all():\n    pass")

    def test_built_here_and_sent_there(self) -> None:
        ran = run_in_shop("django", "qs = Book.objects.filter(id=1)\nfor b in qs:\n    pass\n")
        self.assertEqual((ran.quiet, ran.senders), (["Book.objects.filter(id=1)"], ["qs"]))

    def test_a_related_manager(self) -> None:
        self.check(
            "b = Book.objects.get(id=1)\nx = b.tags.filter(name='t')", "b.tags.filter(name='t')"
        )

    def test_making_an_object_is_none(self) -> None:
        self.check(
            "from django.db.models import F, Q\nb = Book(title='x')\nq = Q(id=1) | Q(id=F('id'))"
        )

    def test_a_loop_shows_it_once(self) -> None:
        self.check(
            "for i in range(3):\n    qs = Book.objects.filter(id=i)", "Book.objects.filter(id=i)"
        )

    def test_each_cell_shows_it_anew(self) -> None:
        script = (
            "# %%\ndef f():\n    return Book.objects.all()\nx = f()\nx = f()\n# %%\n"
            "x = f()\n# %%\n1\n"
        )
        ran = run_in_shop("django", script)
        self.assertEqual(
            [(ran.text(call["span"]), call["cell"]) for call in ran.calls],
            [("Book.objects.all()", 0), ("Book.objects.all()", 1)],
        )

    def test_in_functions_lambdas_classes_and_comprehensions(self) -> None:
        self.check(
            "f = lambda: Book.objects.all()\nx = f()\n"
            "class A:\n    qs = Tag.objects.all()\n    def m(self):\n"
            "        return Book.objects.none()\n"
            "x = A().m()\nx = [Book.objects.filter(id=i) for i in range(2)]\n",
            "Book.objects.all()",
            "Tag.objects.all()",
            "Book.objects.none()",
            "Book.objects.filter(id=i)",
        )

    def test_in_a_file_of_ones_own(self) -> None:
        files = {
            "helpers.py": "from models import Book\n\ndef f():\n    return Book.objects.all()\n"
        }
        ran = run_in_shop("django", "import helpers\nx = helpers.f()\n", files=files)
        self.assertEqual(
            [(ran.text(call["span"]), call["span"]["file"]) for call in ran.calls],
            [("Book.objects.all()", "helpers.py")],
        )

    def test_a_method_of_a_persons_own_queryset_shows_what_it_builds(self) -> None:
        models = (
            "from django.db import models\n\nclass Notes(models.QuerySet):\n"
            "    def first_ones(self):\n        return self.filter(id__lt=9)\n\n"
            "class Note(models.Model):\n    objects = Notes.as_manager()\n"
        )
        ran = run(
            "django", "from models import Note\nx = Note.objects.first_ones()\n", models=models
        )
        self.assertEqual(ran.quiet, ["self.filter(id__lt=9)"])

    def test_one_that_fails_is_shown(self) -> None:
        ran = run_in_shop("django", "x = Book.objects.filter(nope=1)\n")
        self.assertEqual((ran.kind, ran.quiet), ("python-error", ["Book.objects.filter(nope=1)"]))

    def test_a_block_is_none(self) -> None:
        script = (
            "from django.db import transaction\nwith transaction.atomic():\n"
            "    x = Tag.objects.all()\n"
        )
        self.check(script, "Tag.objects.all()")


class SQLAlchemy(unittest.TestCase):
    def check(self, script: str, *quiet: str) -> None:
        self.assertEqual(run_in_shop("sqlalchemy", SELECT + script).quiet, list(quiet))

    def test_select_and_its_methods(self) -> None:
        self.check(
            "s = select(Book).where(Book.id == 1).order_by(Book.id)\ns = s.limit(1)",
            "select(Book).where(Book.id == 1).order_by(Book.id)",
            "s.limit(1)",
        )

    def test_statements_that_write(self) -> None:
        statements = (
            "insert(Tag).values(name='x')",
            "update(Tag).where(Tag.id == 1).values(name='x')",
            "delete(Tag).where(Tag.id == 1)",
        )
        self.check("\n".join(f"x = {each}" for each in statements), *statements)

    def test_changes_that_a_session_keeps(self) -> None:
        calls = (
            "session.add(Tag(name='x'))",
            "session.add_all([Tag(name='y')])",
            "session.expunge_all()",
        )
        self.check("\n".join(calls), *calls)

    def test_a_collection(self) -> None:
        self.check(
            "a = session.get(Author, 1)\nx = a.books\nx.append(Book(title='x'))",
            "x.append(Book(title='x'))",
        )

    def test_one_that_holds_a_call_that_sends_is_not_shown(self) -> None:
        ran = run_in_shop(
            "sqlalchemy", "a = session.get(Author, 1)\na.books.append(Book(title='x'))\n"
        )
        self.assertEqual((ran.quiet, ran.senders), ([], ["session.get(Author, 1)", "a.books"]))

    def test_a_commit_that_sends_is_not_quiet_and_one_that_does_not_is(self) -> None:
        script = "session.add(Tag(name='x'))\nsession.commit()\n# %%\nsession.commit()\n"
        ran = run_in_shop("sqlalchemy", "# %%\n" + script)
        self.assertEqual(
            [(ran.text(c["span"]), c["cell"], bool(c["statements"])) for c in ran.calls],
            [
                ("session.commit()", 0, True),
                ("session.add(Tag(name='x'))", 0, False),
                ("session.commit()", 1, False),
            ],
        )

    def test_what_is_part_of_a_call_that_sends_is_not_shown(self) -> None:
        self.check("session.scalars(select(Book).where(Book.id == 1)).all()")
        self.check("with session.begin():\n    session.execute(insert(Tag).values(name='x'))")

    def test_opening_and_closing_a_session_is_none(self) -> None:
        self.check(
            "from database import Session\nwith Session() as other:\n    pass\nsession.close()"
        )

    def test_a_query_in_the_old_style(self) -> None:
        self.check(
            "q = session.query(Book).filter(Book.id == 1)",
            "session.query(Book).filter(Book.id == 1)",
        )

    def test_text_and_functions_are_none(self) -> None:
        self.check("x = text('SELECT 1')\ny = func.count()")


class Watching(unittest.TestCase):
    def test_it_lets_go_of_the_tool_number(self) -> None:
        ran = run("django", "import sys\nsys.monitoring.get_tool(4)\n")
        self.assertEqual((ran.values, sys.monitoring.get_tool(4)), (["'ormpilot'"], None))

    def test_where_somebody_has_the_number_it_stands_back(self) -> None:
        sys.monitoring.use_tool_id(4, "somebody")
        self.addCleanup(sys.monitoring.free_tool_id, 4)
        ran = run_in_shop("django", "x = Book.objects.all()\nBook.objects.count()\n")
        self.assertEqual((ran.quiet, ran.senders), ([], ["Book.objects.count()"]))
        self.assertEqual(sys.monitoring.get_tool(4), "somebody")

    def test_stopping_twice_is_harmless(self) -> None:
        quiet = QuietCalls(Positions({}))
        quiet.start()
        quiet.stop()
        quiet.stop()
        self.assertIsNone(sys.monitoring.get_tool(4))
