"""What is replaced in `sqlite3`, and how factories of a person's own keep working."""

import pathlib
import sqlite3
import sys
import warnings
from sqlite3 import dbapi2
from typing import Any

from ormpilot import tracer
from traced import TracedCase


class Installing(TracedCase):
    def test_every_name_of_the_driver_is_traced_and_given_back(self) -> None:
        traced = sqlite3.connect
        self.assertIs(dbapi2.connect, traced)
        tracer.uninstall()
        self.assertIsNot(sqlite3.connect, traced)
        self.assertIs(dbapi2.connect, sqlite3.connect)
        self.assertEqual(sqlite3.Connection.__name__, "Connection")
        connection = sqlite3.connect(":memory:")
        self.assertIs(type(connection), sqlite3.Connection)
        connection.close()

    def test_installing_again_changes_the_recorder(self) -> None:
        first = self.connect()
        other = tracer.install()
        first.execute("SELECT 1")
        self.connect().execute("SELECT 2")
        self.assertEqual([record.sql for record in other.drain()], ["SELECT 1", "SELECT 2"])
        self.assertEqual(self.sql(), [])

    def test_an_open_connection_goes_on_after_uninstalling(self) -> None:
        connection = self.connect()
        cursor = connection.execute("SELECT 1 UNION SELECT 2")
        tracer.uninstall()
        self.assertEqual(cursor.fetchall(), [(1,), (2,)])
        self.assertEqual(connection.execute("SELECT 3").fetchone(), (3,))
        connection.executescript("CREATE TABLE t (a)")
        connection.executemany("INSERT INTO t VALUES (?)", [(1,)])
        connection.commit()
        self.assertEqual(self.sql(), ["SELECT 1 UNION SELECT 2"])

    def test_the_classes_are_real_subclasses_with_the_drivers_names(self) -> None:
        connection = self.connect()
        cursor = connection.cursor()
        tracer.uninstall()
        self.assertIsInstance(connection, sqlite3.Connection)
        self.assertIsInstance(cursor, sqlite3.Cursor)
        self.assertRegex(repr(connection), r"^<sqlite3\.Connection object at ")
        self.assertRegex(repr(cursor), r"^<sqlite3\.Cursor object at ")

    def test_a_connection_made_by_its_class_is_traced(self) -> None:
        connection = sqlite3.Connection(":memory:")
        self.addCleanup(connection.close)
        sqlite3.Cursor(connection).execute("SELECT 1")
        self.assertEqual(self.sql(), ["SELECT 1"])

    def test_neither_orm_is_imported(self) -> None:
        import subprocess

        if sys.platform == "emscripten":
            self.skipTest("no processes here")
        code = (
            "import sys, ormpilot.tracer as tracer; tracer.install();"
            "print({'django', 'sqlalchemy'} & set(sys.modules))"
        )
        root = str(pathlib.Path(__file__).parent.parent)
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
        )
        self.assertEqual(done.stdout.strip(), "set()")

    def test_a_warning_about_connect_points_at_the_line_that_called_it(self) -> None:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            sqlite3.connect(":memory:", 5.0).close()
        self.assertEqual({warning.filename for warning in caught} - {__file__}, set())


class Factories(TracedCase):
    def test_a_connection_class_lies_above_the_traced_one(self) -> None:
        class Mine(sqlite3.Connection):
            def execute(self, *args: Any) -> Any:
                return super().execute("SELECT 'mine'")

        connection = self.connect(factory=Mine)
        self.assertIsInstance(connection, Mine)
        self.assertEqual(connection.execute("SELECT 1").fetchone(), ("mine",))
        self.assertEqual(self.sql(), ["SELECT 'mine'"])

    def test_a_class_made_before_installing_is_traced_too(self) -> None:
        tracer.uninstall()

        class Mine(sqlite3.Connection):
            pass

        class MyCursor(sqlite3.Cursor):
            pass

        tracer.install(self.log)
        connection = self.connect(factory=Mine)
        self.assertIsInstance(connection, Mine)
        self.assertEqual(type(connection).__name__, "Mine")
        cursor = connection.cursor(MyCursor)
        self.assertIsInstance(cursor, MyCursor)
        cursor.execute("SELECT 1")
        self.assertEqual(self.sql(), ["SELECT 1"])

    def test_a_factory_may_stand_at_its_position(self) -> None:
        class Mine(sqlite3.Connection):
            pass

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            connection = sqlite3.connect(":memory:", 5.0, 0, None, True, Mine)
        self.addCleanup(connection.close)
        connection.execute("SELECT 1")
        self.assertIsInstance(connection, Mine)
        self.assertEqual(self.sql(), ["SELECT 1"])

    def test_factories_that_are_no_classes(self) -> None:
        tracer.uninstall()

        class Mine(sqlite3.Connection):
            pass

        class MyCursor(sqlite3.Cursor):
            pass

        tracer.install(self.log)
        connection = self.connect(factory=lambda *args, **options: Mine(*args))
        self.assertIsInstance(connection, Mine)
        cursor = connection.cursor(lambda con: MyCursor(con))  # type: ignore[arg-type]
        self.assertIsInstance(cursor, MyCursor)
        cursor.execute("SELECT 1")
        connection.execute("SELECT 2")
        self.assertEqual(self.sql(), ["SELECT 1", "SELECT 2"])
        self.assertEqual(self.log.untraced, [])

    def test_what_cannot_be_traced_is_said(self) -> None:
        tracer.uninstall()
        plain = sqlite3.Connection
        tracer.install(self.log)
        connection = self.connect(factory=lambda *args, **options: plain(*args))
        self.assertEqual(connection.execute("SELECT 1").fetchone(), (1,))
        self.assertEqual((self.log.untraced, self.sql()), (["Connection"], []))

    def test_a_cursor_class_with_slots(self) -> None:
        class Slotted(sqlite3.Cursor):
            __slots__ = ("extra",)

        cursor = self.connect().cursor(Slotted)
        cursor.extra = 1
        self.assertEqual(cursor.execute("SELECT 1").fetchone(), (1,))
        self.assertEqual(self.sql(), ["SELECT 1"])

    def test_a_wrong_factory_fails_as_before(self) -> None:
        connection = self.connect()
        with self.assertRaisesRegex(TypeError, "factory must return a cursor, not int"):
            connection.cursor(lambda con: 1)  # type: ignore[arg-type]
        with self.assertRaises(TypeError):
            connection.cursor(None)  # type: ignore[arg-type]

    def test_the_sql_is_seen_as_it_is_sent_beneath_a_rewriting_cursor(self) -> None:
        class Rewriting(sqlite3.Cursor):
            def execute(self, sql: str, parameters: Any = ()) -> Any:
                return super().execute(sql.replace("%s", "?"), parameters)

        self.connect().cursor(factory=Rewriting).execute("SELECT %s", (1,))
        self.assertEqual(self.sql(), ["SELECT ?"])
