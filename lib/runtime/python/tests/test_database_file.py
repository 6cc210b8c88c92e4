"""A run has a database file of its own, starts from an image and leaves one."""

import os
import sqlite3
import unittest
from typing import Any

from programs import Ran, run, run_in_shop

from ormpilot import database_file
from ormpilot.database_file import IMAGE_OUT, NAME, PROJECT, Left


def rows(image: bytes | None, sql: str) -> list[Any]:
    """Ask an image in memory, as the page does."""
    if image is None:
        raise AssertionError("the run left no database")
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(image)
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


class Leaving(unittest.TestCase):
    def tags(self, ran: Ran, table: str = "tag") -> list[str]:
        return [name for (name,) in rows(ran.image, f"SELECT name FROM {table} ORDER BY id")]

    def test_what_was_committed_is_in_it(self) -> None:
        ran = run_in_shop("sqlalchemy", "session.add(Tag(name='x'))\nsession.commit()\n")
        self.assertEqual(self.tags(ran), ["t", "x"])
        ran = run_in_shop("django", "Tag.objects.create(name='x')\n")
        self.assertEqual(self.tags(ran, "app_tag"), ["t", "x"])

    def test_what_was_not_is_not(self) -> None:
        ran = run_in_shop(
            "sqlalchemy",
            "session.add(Tag(name='x'))\nsession.commit()\nsession.add(Tag(name='y'))\n"
            "session.flush()\n",
        )
        self.assertEqual(self.tags(ran), ["t", "x"])
        ran = run_in_shop(
            "django",
            "from django.db import transaction\ntransaction.set_autocommit(False)\n"
            "Tag.objects.create(name='x')\n",
        )
        self.assertEqual(self.tags(ran, "app_tag"), ["t"])

    def test_a_failing_program_leaves_what_it_had_committed(self) -> None:
        ran = run_in_shop("django", "Tag.objects.create(name='x')\n1 / 0\n")
        self.assertEqual(self.tags(ran, "app_tag"), ["t", "x"])

    def test_tables_that_were_made_are_in_it(self) -> None:
        ran = run("django", "x = 1\n")
        self.assertEqual(rows(ran.image, "SELECT count(*) FROM app_book"), [(0,)])

    def test_a_reader_that_was_left_open_does_not_hold_it_back(self) -> None:
        ran = run_in_shop(
            "sqlalchemy",
            "reader = session.connection().connection.cursor()\n"
            "reader.execute('SELECT * FROM book')\nreader.fetchone()\n"
            "from sqlalchemy import create_engine, text\n"
            "with create_engine('sqlite:///db.sqlite3').connect() as c:\n"
            "    c.execute(text('SELECT 1'))\n",
        )
        self.assertEqual(self.tags(ran), ["t"])

    def test_the_write_ahead_log_is_folded_into_it(self) -> None:
        ran = run_in_shop(
            "django",
            "from django.db import connection\n"
            "connection.cursor().execute('PRAGMA journal_mode = WAL')\n"
            "Tag.objects.create(name='x')\n",
        )
        self.assertEqual(self.tags(ran, "app_tag"), ["t", "x"])

    def test_the_folder_may_be_changed_and_the_file_deleted(self) -> None:
        ran = run_in_shop("django", "import os\nos.chdir('/')\nTag.objects.create(name='x')\n")
        self.assertEqual(self.tags(ran, "app_tag"), ["t", "x"])
        for script in (
            "os.remove('db.sqlite3')",
            "os.remove('db.sqlite3'); os.mkdir('db.sqlite3')",
        ):
            with self.subTest(script=script):
                ran = run_in_shop("django", f"import os\n{script}\n")
                self.assertEqual((ran.kind, ran.image), ("done", None))

    def test_a_damaged_file_leaves_none(self) -> None:
        ran = run_in_shop(
            "django", "from pathlib import Path\nPath('db.sqlite3').write_text('x' * 5000)\n"
        )
        self.assertEqual((ran.kind, ran.image), ("done", None))

    def test_other_databases_of_a_program_are_not_it(self) -> None:
        ran = run_in_shop(
            "sqlalchemy",
            "import sqlite3\nc = sqlite3.connect('other.sqlite3')\n"
            "c.execute('CREATE TABLE other (a)')\n",
        )
        self.assertEqual(rows(ran.image, "SELECT name FROM sqlite_master WHERE name = 'other'"), [])
        self.assertEqual(self.tags(ran), ["t"])


class Starting(unittest.TestCase):
    def test_from_an_image(self) -> None:
        ran = run_in_shop("django", "sorted(Book.objects.values_list('title', flat=True))\n")
        self.assertEqual(ran.values, ["['A0', 'A1', 'B0', 'B1']"])

    def test_from_nothing_whatever_ran_before(self) -> None:
        run_in_shop("django", "open('note.txt', 'w').close()\n")
        ran = run(
            "django", "import os\nfrom models import Book\nos.listdir('.'), Book.objects.count()\n"
        )
        self.assertEqual(ran.values, ["(['db.sqlite3'], 0)"])

    def test_both_sides_may_start_from_the_same(self) -> None:
        models = (
            "from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column\n"
            "class Base(DeclarativeBase): ...\nclass Tag(Base):\n    __tablename__ = 'app_tag'\n"
            "    id: Mapped[int] = mapped_column(primary_key=True)\n    name: Mapped[str]\n"
        )
        image = run_in_shop("django", "Tag.objects.create(name='x')\n").image
        script = "from models import Tag\n[t.name for t in session.query(Tag)]\n"
        ran = run("sqlalchemy", script, models=models, image=image)
        self.assertEqual(ran.values, ["['t', 'x']"])
        self.assertNotIn("ddl", {each["kind"] for each in ran.everything})

    def test_an_image_that_is_none_is_an_error_before_all_cells(self) -> None:
        ran = run("django", "1\n", image=b"not a database at all" * 50)
        self.assertEqual((ran.error["type"], ran.error["cell"]), ("sqlite3.DatabaseError", None))


class Finding(unittest.TestCase):
    """What is open, found wherever it is kept."""

    def setUp(self) -> None:
        self.addCleanup(os.chdir, os.getcwd())  # noqa: PTH109 - it is what `chdir` takes
        database_file.prepare(has_image=False)
        connection = self.connect()
        connection.executescript("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2);")
        connection.close()

    def connect(self, **options: Any) -> sqlite3.Connection:
        connection = sqlite3.connect(NAME, **options)
        self.addCleanup(connection.close)
        return connection

    def test_the_names_of_the_tables(self) -> None:
        self.connect().executescript("CREATE VIEW v AS SELECT a FROM t; CREATE INDEX i ON t (a);")
        self.assertEqual(database_file.table_names(), {"t", "v"})

    def test_nothing_is_open(self) -> None:
        self.assertEqual(database_file.finish(), Left(0, 0, 0))
        self.assertTrue(IMAGE_OUT.exists())

    def test_each_connection_is_counted_and_closed(self) -> None:
        one, two = self.connect(), self.connect()
        two.execute("SELECT * FROM t").fetchall()
        one.execute("INSERT INTO t VALUES (3)")
        self.assertEqual(database_file.finish(), Left(1, 0, 0))
        for each in (one, two):
            with self.assertRaisesRegex(sqlite3.ProgrammingError, "closed"):
                each.execute("SELECT 1")
        self.assertEqual(rows(IMAGE_OUT.read_bytes(), "SELECT count(*) FROM t"), [(2,)])

    def test_one_with_rows_to_come(self) -> None:
        cursor = self.connect().execute("SELECT * FROM t")
        cursor.fetchone()
        self.assertEqual(database_file.finish(), Left(0, 1, 0))

    def test_databases_that_were_attached(self) -> None:
        connection = self.connect()
        connection.execute("CREATE TEMP TABLE own (a)")
        connection.execute("ATTACH ':memory:' AS one")
        connection.execute("ATTACH ':memory:' AS two")
        self.assertEqual(database_file.finish().attached, 2)

    def test_what_a_person_set_on_a_connection_is_not_in_the_way(self) -> None:
        connection = self.connect()
        seen: list[str] = []
        connection.row_factory = lambda _cursor, _row: None
        connection.set_trace_callback(seen.append)
        connection.execute("INSERT INTO t VALUES (3)")
        seen.clear()
        self.assertEqual(database_file.finish(), Left(1, 0, 0))
        self.assertEqual(seen, [])

    def test_one_to_another_file_is_left_alone(self) -> None:
        other = sqlite3.connect(":memory:")
        self.addCleanup(other.close)
        other.execute("CREATE TABLE t (a)")
        other.execute("INSERT INTO t VALUES (1)")
        self.assertEqual(database_file.finish(), Left(0, 0, 0))
        self.assertEqual(other.execute("SELECT * FROM t").fetchall(), [(1,)])

    def test_preparing_goes_into_an_empty_folder(self) -> None:
        (PROJECT / "rest").mkdir()
        database_file.prepare(has_image=False)
        self.assertEqual((os.listdir("."), os.getcwd()), ([], str(PROJECT)))  # noqa: PTH109, PTH208
        self.assertFalse(IMAGE_OUT.exists())
