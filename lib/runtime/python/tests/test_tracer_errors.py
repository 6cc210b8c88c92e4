"""Errors reach the person as without the tracer, and are recorded."""

import gc
import sqlite3
import weakref
from typing import Any

from traced import TracedCase


class Errors(TracedCase):
    def test_errors_keep_type_text_name_and_cause(self) -> None:
        connection = self.connect(isolation_level=None)
        connection.execute("CREATE TABLE t (a UNIQUE)")
        connection.execute("INSERT INTO t VALUES (1)")
        with self.assertRaises(sqlite3.IntegrityError) as caught:
            connection.execute("INSERT INTO t VALUES (1)")
        error = caught.exception
        self.assertEqual(str(error), "UNIQUE constraint failed: t.a")
        self.assertEqual(error.sqlite_errorname, "SQLITE_CONSTRAINT_UNIQUE")
        self.assertEqual((error.__cause__, error.__context__), (None, None))
        record = self.last()
        self.assertEqual(record.error, ("sqlite3.IntegrityError", "UNIQUE constraint failed: t.a"))
        self.assertFalse(record.running)

    def test_a_statement_that_was_refused_is_shown_as_refused(self) -> None:
        connection = self.connect()
        for sql, text in (("SELEC 1", "syntax error"), ("SELECT * FROM missing", "no such table")):
            with self.assertRaisesRegex(sqlite3.OperationalError, text):
                connection.execute(sql)
            record = self.last()
            assert record.error is not None
            self.assertEqual((record.sql, record.error.type), (sql, "sqlite3.OperationalError"))

    def test_a_refused_write_began_no_transaction(self) -> None:
        connection = self.connect()
        with self.assertRaises(sqlite3.OperationalError):
            connection.execute("INSERT INTO missing VALUES (1)")
        record = self.last()
        self.assertEqual((record.id, record.sql), (0, "INSERT INTO missing VALUES (1)"))
        connection.execute("SELECT 1")
        self.assertEqual(self.last().id, 1)

    def test_a_begin_that_was_given_out_already_is_marked(self) -> None:
        connection = self.connect()
        given: list[Any] = []
        self.log.due = 0
        self.log.on_due = lambda: given.extend(self.log.drain())
        with self.assertRaises(sqlite3.OperationalError):
            connection.execute("INSERT INTO missing VALUES (1)")
        begin = next(record for record in given if record.id == 0)
        self.assertEqual(begin.sql, "BEGIN ")
        self.assertIsNotNone(begin.error)

    def test_closed_cursors_and_connections_fail_as_before(self) -> None:
        connection = self.connect()
        cursor = connection.execute("SELECT 1")
        cursor.close()
        with self.assertRaisesRegex(sqlite3.ProgrammingError, "Cannot operate on a closed cursor."):
            cursor.execute("SELECT 1")
        with self.assertRaisesRegex(sqlite3.ProgrammingError, "Cannot operate on a closed cursor."):
            cursor.fetchone()
        cursor = connection.cursor()
        connection.close()
        calls = [
            lambda: cursor.execute("SELECT 1"),
            lambda: cursor.executemany("SELECT ?", [(1,)]),
            lambda: cursor.executescript("SELECT 1"),
            lambda: connection.execute("SELECT 1"),
            connection.cursor,
            connection.commit,
            connection.rollback,
            lambda: connection.__exit__(None, None, None),
            lambda: connection.in_transaction,
            lambda: setattr(connection, "isolation_level", None),
        ]
        for call in calls:
            with self.assertRaisesRegex(
                sqlite3.ProgrammingError, "Cannot operate on a closed database."
            ):
                call()
        connection.close()

    def test_a_cursor_without_its_base_fails_as_before(self) -> None:
        class Unfinished(sqlite3.Cursor):
            def __init__(self, connection: sqlite3.Connection) -> None:
                pass

        cursor = Unfinished(self.connect())
        with self.assertRaisesRegex(sqlite3.ProgrammingError, "Base Cursor.__init__ not called."):
            cursor.execute("SELECT 1")

    def test_wrong_arguments_fail_as_before(self) -> None:
        connection = self.connect()
        for call in (
            lambda: connection.execute(1),  # type: ignore[arg-type]
            lambda: connection.executemany(None, []),  # type: ignore[arg-type]
            lambda: connection.executescript(b"SELECT 1"),  # type: ignore[arg-type]
            lambda: connection.execute(),  # type: ignore[call-arg]
            lambda: connection.executemany("SELECT 1"),  # type: ignore[call-arg]
        ):
            with self.assertRaises(TypeError):
                call()
        with self.assertRaisesRegex(ValueError, "embedded null character"):
            connection.executescript("SELECT 1;\0")
        self.assertEqual(self.sql(), [])

    def test_an_error_of_a_row_surfaces_at_its_own_fetch(self) -> None:
        connection = self.connect(detect_types=sqlite3.PARSE_COLNAMES)
        sqlite3.register_converter("brittle", lambda data: int(data))
        cursor = connection.execute("SELECT 1 AS 'a [brittle]' UNION ALL SELECT 'x'")
        self.assertEqual(cursor.fetchone(), (1,))
        record = self.last()
        self.assertIsNone(record.error)
        with self.assertRaisesRegex(ValueError, "invalid literal"):
            cursor.fetchone()
        assert record.error is not None
        self.assertEqual((record.error.type, record.row_count), ("ValueError", 1))

    def test_an_exception_is_not_kept_alive(self) -> None:
        class Held:
            pass

        def fail() -> weakref.ref[Held]:
            held = Held()
            try:
                self.connect().execute("SELECT * FROM missing")
            except sqlite3.Error:
                return weakref.ref(held)
            raise AssertionError("no error")

        held = fail()
        gc.collect()
        self.assertIsNone(held())

    def test_warnings_and_limits_of_the_driver_pass(self) -> None:
        with self.assertRaisesRegex(
            sqlite3.ProgrammingError, "You can only execute one statement at a time"
        ):
            self.connect().execute("SELECT 1; SELECT 2")
