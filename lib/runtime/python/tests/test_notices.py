"""What a reader must know to read a trace rightly stands on it."""

import sys
import unittest
from typing import Any

from programs import Ran, run, run_in_shop

from ormpilot.database_file import Left
from ormpilot.notices import notices
from ormpilot.record import Recorder
from ormpilot.request import Limits


def kinds(ran: Ran) -> list[str]:
    return [each["kind"] for each in ran.notices]


class OfPrograms(unittest.TestCase):
    def check(self, orm: Any, script: str, *expected: str, **more: Any) -> Ran:
        ran = run_in_shop(orm, script, **more)
        self.assertEqual((ran.kind, ran.error), ("done", {}))
        self.assertEqual(kinds(ran), list(expected))
        return ran

    def test_a_plain_program_has_none(self) -> None:
        self.check("django", "Book.objects.count()\nTag.objects.create(name='x')\n")
        self.check(
            "sqlalchemy", "session.get(Book, 1)\nsession.add(Tag(name='x'))\nsession.commit()\n"
        )

    def test_more_statements_than_are_shown(self) -> None:
        ran = self.check(
            "django",
            "for i in range(20):\n    Tag.objects.filter(id=i).count()\n",
            "statement-limit",
            limits={"statements": 10},
        )
        self.assertEqual(len(ran.everything), 10)
        executed = 20 + sum(each["setup"] for each in ran.everything)
        self.assertRegex(
            ran.notices[0]["message"],
            f"^Only the first 10 statements are shown: {executed - 10} more were executed",
        )

    def test_more_output_than_is_shown(self) -> None:
        ran = self.check(
            "django", "print('x' * 50)\nprint('y')\n", "output-limit", limits={"outputChars": 20}
        )
        self.assertRegex(ran.notices[0]["message"], "cut at 20 characters; the program ran on")

    def test_a_transaction_that_was_left_open(self) -> None:
        ran = self.check(
            "sqlalchemy", "session.add(Tag(name='x'))\nsession.flush()\n", "open-transaction"
        )
        self.assertRegex(ran.notices[0]["message"], "is not in the database that is kept")
        self.check(
            "django",
            "from django.db import transaction\ntransaction.set_autocommit(False)\n"
            "Tag.objects.create(name='x')\n",
            "open-transaction",
        )

    def test_reading_without_a_commit_leaves_none(self) -> None:
        self.check("sqlalchemy", "session.get(Book, 1)\n")

    def test_a_failing_program_has_its_notices_too(self) -> None:
        ran = run_in_shop("sqlalchemy", "session.add(Tag(name='x'))\nsession.flush()\n1 / 0\n")
        self.assertEqual((ran.kind, kinds(ran)), ("python-error", ["open-transaction"]))

    def test_a_query_that_was_not_read_to_its_end(self) -> None:
        # The run ends the connection, and here the interpreter goes on to close the generator.
        hook, sys.unraisablehook = sys.unraisablehook, lambda _unraisable: None
        self.addCleanup(setattr, sys, "unraisablehook", hook)
        ran = self.check(
            "django", "rows = Book.objects.iterator(chunk_size=1)\nnext(rows)\n", "open-cursor"
        )
        self.assertRegex(ran.notices[0]["message"], "Read all of its rows, or close it")
        self.check(
            "sqlalchemy",
            "cursor = session.connection().connection.cursor()\n"
            "cursor.execute('SELECT * FROM book')\ncursor.fetchone()\n",
            "open-cursor",
        )

    def test_one_in_a_file_of_ones_own_counts_as_well(self) -> None:
        files = {
            "helpers.py": "from database import engine\n"
            "cursor = engine.connect().connection.cursor()\ncursor.execute('SELECT * FROM book')\n"
        }
        ran = run_in_shop("sqlalchemy", "import helpers\nhelpers.cursor.fetchone()\n", files=files)
        self.assertEqual(kinds(ran), ["open-cursor"])

    def test_one_that_nobody_can_read_further_is_none(self) -> None:
        self.check("django", "next(Book.objects.iterator(chunk_size=1))\n")

    def test_another_database_that_was_attached(self) -> None:
        self.check(
            "django",
            "from django.db import connection\n"
            "connection.cursor().execute(\"ATTACH ':memory:' AS other\")\n",
            "attached-database",
        )

    def test_another_database_that_was_opened_is_none(self) -> None:
        self.check(
            "django", "import sqlite3\nc = sqlite3.connect(':memory:')\nc.execute('BEGIN')\n"
        )

    def test_a_trace_callback_of_the_persons(self) -> None:
        ran = self.check(
            "django",
            "from django.db import connection\nseen = []\n"
            "connection.connection.set_trace_callback(print)\nBook.objects.count()\n",
            "unwitnessed",
        )
        self.assertRegex(ran.notices[0]["message"], r"\(connection 0\)")
        self.assertEqual(
            ran.cells[0]["stdout"],
            'SELECT COUNT(*) AS "__count" FROM "app_book"\n',
            "the callback hears of nothing but the program's own statements",
        )

    def test_a_class_that_cannot_be_recorded(self) -> None:
        models = "import _sqlite3\n"
        ran = run(
            "django",
            "import sqlite3, _sqlite3\n"
            "make = lambda *a, **k: _sqlite3.Connection(':memory:')\n"
            "c = sqlite3.connect(':memory:', factory=make)\n",
            models=models,
        )
        self.assertEqual(kinds(ran), ["incomplete"])
        self.assertRegex(
            ran.notices[0]["message"], "^Statements of Connection could not be recorded"
        )

    def test_several_stand_side_by_side(self) -> None:
        self.check(
            "sqlalchemy",
            "print('x' * 30)\nsession.add(Tag(name='x'))\nsession.flush()\n",
            "output-limit",
            "open-transaction",
            limits={"outputChars": 10},
        )


class Sentences(unittest.TestCase):
    def test_each_is_one_that_ends(self) -> None:
        log = Recorder(statements=0)
        log.start("SELECT 1", 0)
        log.untraced.append("Mine")
        found = notices(log, Left(1, 1, 1), Limits(200_000, 20_000, 1, 1, 1), True)
        self.assertEqual(
            [each["kind"] for each in found],
            [
                "statement-limit",
                "output-limit",
                "incomplete",
                "open-transaction",
                "open-cursor",
                "attached-database",
            ],
        )
        for each in found:
            self.assertRegex(each["message"], r"^[A-Z].*\.$")
        self.assertIn("20,000", found[0]["message"])
        self.assertIn("200,000", found[1]["message"])

    def test_nothing_left_nothing_said(self) -> None:
        self.assertEqual(notices(Recorder(), Left(0, 0, 0), Limits(1, 1, 1, 1, 1), False), [])
