"""What else the driver can do, and the bounds of the log."""

import pathlib
import sqlite3
import tempfile

from ormpilot import tracer
from ormpilot.record import NEVER, Recorder
from traced import TracedCase


class TheDriversOtherParts(TracedCase):
    def test_functions_aggregates_and_collations(self) -> None:
        class Total:
            def __init__(self) -> None:
                self.total = 0

            def step(self, value: int) -> None:
                self.total += value

            def finalize(self) -> int:
                return self.total

        connection = self.connect()
        connection.create_function("twice", 1, lambda value: 2 * value)
        connection.create_aggregate("total_of", 1, Total)
        connection.create_collation("reverse", lambda a, b: (a < b) - (a > b))
        self.assertEqual(
            connection.execute("SELECT total_of(twice(column1)) FROM (VALUES (1), (2))").fetchone(),
            (6,),
        )
        rows = connection.execute(
            "SELECT column1 FROM (VALUES ('a'), ('b')) ORDER BY 1 COLLATE reverse"
        ).fetchall()
        self.assertEqual(rows, [("b",), ("a",)])

    def test_authorizer_and_progress_handler(self) -> None:
        connection = self.connect()
        connection.set_authorizer(
            lambda action, *rest: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_READ else 0
        )
        with self.assertRaisesRegex(sqlite3.DatabaseError, "prohibited"):
            connection.execute("SELECT name FROM sqlite_master")
        connection.set_authorizer(None)
        connection.set_progress_handler(lambda: 1, 1)
        with self.assertRaisesRegex(sqlite3.OperationalError, "interrupted"):
            connection.execute("SELECT 1").fetchall()

    def test_backup_dump_serialize_and_blobs(self) -> None:
        connection, other = self.connect(), self.connect()
        connection.executescript("CREATE TABLE t (a); INSERT INTO t VALUES (x'616263')")
        connection.backup(other)
        self.assertEqual(other.execute("SELECT a FROM t").fetchone(), (b"abc",))
        self.assertIn("CREATE TABLE t (a);", list(connection.iterdump()))
        with connection.blobopen("t", "a", 1) as blob:
            self.assertEqual(blob.read(), b"abc")
        if hasattr(connection, "serialize"):
            third = self.connect()
            third.deserialize(connection.serialize())
            self.assertEqual(third.execute("SELECT a FROM t").fetchone(), (b"abc",))

    def test_a_persons_own_trace_callback_works_and_is_noted(self) -> None:
        first, second = self.connect(), self.connect()
        first.execute("SELECT 1")
        executed: list[str] = []
        second.set_trace_callback(executed.append)
        second.execute("SELECT 2")
        self.assertEqual(executed, ["SELECT 2"])
        self.assertEqual(self.log.unwitnessed, [(1, 1)])

    def test_files_and_uris(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "a.sqlite")
            with sqlite3.connect(path) as connection:
                connection.execute("CREATE TABLE t (a)")
            connection.close()
            reading = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            with self.assertRaisesRegex(sqlite3.OperationalError, "readonly"):
                reading.execute("INSERT INTO t VALUES (1)")
            reading.close()


class Bounds(TracedCase):
    def test_beyond_the_limit_statements_run_and_are_counted(self) -> None:
        log = tracer.install(Recorder(statements=3))
        connection = self.connect(isolation_level=None)
        connection.execute("CREATE TABLE t (a)")
        for number in range(10):
            connection.execute("INSERT INTO t VALUES (?)", (number,))
        self.assertEqual(connection.execute("SELECT count(*) FROM t").fetchall(), [(10,)])
        self.assertEqual((len(log.drain()), log.kept, log.dropped), (3, 3, 9))
        self.assertEqual(log.drain(), [])
        self.assertGreater(log.sqlite_ns, 0)

    def test_draining_gives_what_changed_since(self) -> None:
        connection = self.connect()
        cursor = connection.execute("SELECT 1 UNION SELECT 2")
        connection.execute("SELECT 3")
        first, second = self.records()
        self.assertEqual(self.records(), [])
        cursor.fetchone()
        self.assertEqual(self.records(), [first])
        connection.execute("SELECT 4")
        cursor.fetchone()
        self.assertEqual([record.id for record in self.records()], [0, 2])
        self.assertEqual((first.fetched, second.fetched), (2, 0))

    def test_who_waits_is_called_when_it_is_due(self) -> None:
        calls: list[list[tuple[str, bool]]] = []

        def due() -> None:
            calls.append([(record.sql, record.running) for record in self.log.drain()])

        connection = self.connect()
        connection.execute("SELECT 1")
        self.log.on_due, self.log.due = due, 0
        connection.execute("SELECT 2")
        self.log.due = NEVER
        connection.execute("SELECT 3")
        self.assertEqual(calls, [[("SELECT 1", False), ("SELECT 2", True)], [("SELECT 2", False)]])

    def test_time_is_told_apart(self) -> None:
        connection = self.connect()
        for _ in range(100):
            connection.execute("SELECT 1").fetchall()
        self.assertEqual(self.log.sqlite_ns, sum(record.ns for record in self.records()))
        self.assertGreater(self.log.harness_ns, 0)
