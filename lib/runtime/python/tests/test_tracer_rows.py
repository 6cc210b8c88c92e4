"""Rows are seen when they are fetched, and pass as they are."""

import sqlite3
from typing import Any

from traced import TracedCase


class Rows(TracedCase):
    def setUp(self) -> None:
        super().setUp()
        self.connection = self.connect(isolation_level=None)
        self.connection.executescript(
            "CREATE TABLE t (a INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (2), (3), (4), (5)"
        )
        self.records()

    def test_rows_are_seen_when_they_are_fetched(self) -> None:
        cursor = self.connection.execute("SELECT a FROM t")
        record = self.last()
        self.assertEqual((record.rows, record.row_count), ([], 0))
        self.assertEqual(cursor.fetchone(), (1,))
        self.assertEqual((record.rows, record.row_count), ([(1,)], 1))
        self.assertEqual(next(cursor), (2,))
        self.assertEqual(cursor.fetchmany(2), [(3,), (4,)])
        self.assertEqual(list(cursor), [(5,)])
        self.assertEqual((record.rows, record.row_count), ([(1,), (2,), (3,), (4,), (5,)], 5))
        self.assertIsNone(cursor.fetchone())
        self.assertEqual((cursor.fetchall(), cursor.fetchmany(2)), ([], []))
        with self.assertRaises(StopIteration):
            next(cursor)
        self.assertEqual(record.row_count, 5)

    def test_fetching_is_lazy(self) -> None:
        stepped: list[int] = []
        self.connection.create_function("step", 1, lambda a: stepped.append(a) or a)
        cursor = self.connection.execute("SELECT step(a) FROM t")
        before = len(stepped)
        cursor.fetchone()
        self.assertLess(before, 5)
        self.assertLess(len(stepped), 5)

    def test_fetchmany_takes_its_size_in_every_way(self) -> None:
        cursor = self.connection.execute("SELECT a FROM t")
        self.assertEqual(cursor.arraysize, 1)
        self.assertEqual(len(cursor.fetchmany()), 1)
        cursor.arraysize = 2
        self.assertEqual(len(cursor.fetchmany()), 2)
        self.assertEqual(len(cursor.fetchmany(size=1)), 1)
        with self.assertRaises(TypeError):
            cursor.fetchmany("x")  # type: ignore[arg-type]

    def test_only_the_first_rows_are_kept(self) -> None:
        self.log.row_limit = 3
        self.assertEqual(len(self.connection.execute("SELECT a FROM t").fetchall()), 5)
        for _ in self.connection.execute("SELECT a FROM t"):
            pass
        whole, iterated = self.records()
        for record in (whole, iterated):
            self.assertEqual((record.rows, record.row_count), ([(1,), (2,), (3,)], 5))

    def test_the_list_that_the_caller_gets_is_its_own(self) -> None:
        rows = self.connection.execute("SELECT a FROM t").fetchall()
        rows.clear()
        self.assertEqual(len(self.last().rows), 5)

    def test_cursor_attributes_are_the_drivers(self) -> None:
        cursor = self.connection.execute("SELECT a FROM t")
        self.assertEqual(
            (cursor.rowcount, cursor.description[0][0], cursor.lastrowid), (-1, "a", 5)
        )
        cursor = self.connection.execute("INSERT INTO t VALUES (9)")
        self.assertEqual((cursor.rowcount, cursor.description, cursor.lastrowid), (1, None, 9))

    def test_the_count_of_a_returning_statement_comes_with_its_last_row(self) -> None:
        cursor = self.connection.execute("INSERT INTO t VALUES (10), (11) RETURNING a")
        record = self.last()
        self.assertEqual(record.row_count, cursor.rowcount)
        self.assertEqual(cursor.fetchall(), [(10,), (11,)])
        self.assertEqual((record.row_count, record.rows, cursor.rowcount), (2, [(10,), (11,)], 2))

    def test_a_fetch_before_any_statement(self) -> None:
        cursor = self.connection.cursor()
        self.assertIsNone(cursor.fetchone())
        self.assertEqual((cursor.fetchall(), cursor.fetchmany()), ([], []))
        self.assertEqual(list(cursor), [])

    def test_row_factories(self) -> None:
        self.connection.row_factory = sqlite3.Row
        row = self.connection.execute("SELECT a, a + 1 AS b FROM t").fetchone()
        self.assertEqual((row["b"], self.last().rows), (2, [(1, 2)]))
        self.connection.row_factory = lambda cursor, row: {
            d[0]: v for d, v in zip(cursor.description, row, strict=True)
        }
        self.assertEqual(self.connection.execute("SELECT a FROM t").fetchone(), {"a": 1})
        self.assertEqual(self.last().rows, [(1,)])

    def test_a_persons_row_class_is_named_and_not_asked(self) -> None:
        class Mine:
            def __init__(self, row: tuple[Any, ...]) -> None:
                self.row = row

            def asked(self, *args: Any) -> Any:
                raise AssertionError("a person's code was run")

            __repr__ = __str__ = __iter__ = __len__ = __getitem__ = __bool__ = __eq__ = __hash__ = (
                asked  # type: ignore
            )

        self.connection.row_factory = lambda cursor, row: Mine(row)
        self.assertEqual(self.connection.execute("SELECT a FROM t").fetchone().row, (1,))
        ((value,),) = self.last().rows
        self.assertRegex(str(value), "Mine object")

    def test_text_factories(self) -> None:
        self.connection.text_factory = bytes
        self.assertEqual(self.connection.execute("SELECT 'é'").fetchone(), ("é".encode(),))
        self.connection.text_factory = lambda data: data.decode("latin-1")
        self.assertEqual(self.connection.execute("SELECT 'é'").fetchone(), ("Ã©",))
        self.assertEqual([record.rows for record in self.records()], [[("é".encode(),)], [("Ã©",)]])
