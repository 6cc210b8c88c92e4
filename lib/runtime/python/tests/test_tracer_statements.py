"""What is recorded of a statement, of its parameters and of an executemany."""

import gc
import sqlite3
import weakref
from typing import Any

from traced import TracedCase


class Statements(TracedCase):
    def test_text_parameters_columns_rows_and_counts(self) -> None:
        connection = self.connect()
        connection.execute("CREATE TABLE t (a, b)")
        connection.execute("INSERT INTO t VALUES (?, ?), (?, ?)", (1, "x", None, 2.5))
        rows = connection.execute(
            "SELECT a, b AS c FROM t WHERE a IS NOT :no", {"no": 7}
        ).fetchall()
        self.assertEqual(rows, [(1, "x"), (None, 2.5)])
        create, begin, insert, select = self.records()
        self.assertEqual((create.params, create.columns, create.row_count), (None, None, None))
        self.assertEqual(begin.sql, "BEGIN ")
        self.assertEqual((insert.params, insert.row_count), ((1, "x", None, 2.5), 2))
        self.assertEqual(select.params, {"no": 7})
        self.assertEqual((select.columns, select.rows, select.row_count), (["a", "c"], rows, 2))
        self.assertEqual([r.id for r in (create, begin, insert, select)], [0, 1, 2, 3])
        for record in (create, insert, select):
            self.assertFalse(record.running)
            self.assertGreater(record.ns, 0)
            self.assertGreaterEqual(record.started, self.log.origin)

    def test_the_connections_own_execute_methods(self) -> None:
        connection = self.connect(isolation_level=None)
        connection.executescript("CREATE TABLE t (a); CREATE TABLE u (a)")
        connection.executemany("INSERT INTO t VALUES (?)", [(1,), (2,)])
        self.assertEqual(connection.execute("SELECT count(*) FROM t").fetchone(), (2,))
        self.assertEqual(
            self.sql(),
            [
                "CREATE TABLE t (a);",
                " CREATE TABLE u (a)",
                "INSERT INTO t VALUES (?)",
                "SELECT count(*) FROM t",
            ],
        )

    def test_execute_gives_the_same_cursor(self) -> None:
        cursor = self.connect().cursor()
        self.assertIs(cursor.execute("CREATE TABLE t (a)"), cursor)
        self.assertIs(cursor.executemany("INSERT INTO t VALUES (?)", [(1,)]), cursor)
        self.assertIs(cursor.executescript("SELECT 1"), cursor)

    def test_a_text_without_a_statement_is_no_statement(self) -> None:
        connection = self.connect()
        executed = self.witness(connection)
        for text in ("", ";", " ; ", "-- nothing", "/* nothing */ -- at all", "\n\t"):
            connection.execute(text)
        connection.executescript("; -- nothing\n ;")
        self.assertEqual((self.sql(), executed), ([], []))

    def test_a_text_of_a_subclass_is_kept_as_plain_text(self) -> None:
        class Text(str):
            def __str__(self) -> str:
                raise AssertionError("a person's code was run")

            __repr__ = __str__
            __getitem__ = __str__  # type: ignore[assignment]

        self.connect().execute(Text("SELECT 1"))
        record = self.last()
        self.assertIs(type(record.sql), str)
        self.assertEqual(record.sql, "SELECT 1")

    def test_connections_are_numbered(self) -> None:
        for connection in (self.connect(), self.connect()):
            connection.execute("SELECT 1")
        self.assertEqual([record.connection for record in self.records()], [0, 1])

    def test_the_cell_and_the_setup_are_noted(self) -> None:
        connection = self.connect()
        self.log.setup = True
        connection.execute("SELECT 1")
        self.log.setup, self.log.cell = False, 3
        connection.execute("SELECT 2")
        self.assertEqual([(r.cell, r.setup) for r in self.records()], [(None, True), (3, False)])

    def test_nested_statements(self) -> None:
        connection = self.connect()
        inner = self.connect()
        connection.create_function("ask", 0, lambda: inner.execute("SELECT 42").fetchone()[0])
        self.assertEqual(connection.execute("SELECT ask()").fetchone(), (42,))
        self.assertEqual(self.sql(), ["SELECT ask()", "SELECT 42"])

    def test_sql_is_never_altered(self) -> None:
        connection = self.connect(isolation_level=None)
        executed = self.witness(connection)
        texts = ["SELECT 1", "\n  SELECT\t'é😀' ", "/* é */ SELECT 2 ;", "select 3;"]
        for text in texts:
            connection.execute(text).fetchall()
        self.assertEqual(self.sql(), texts)
        self.assertEqual([text.strip() for text in executed], [text.strip() for text in texts])


class Parameters(TracedCase):
    def test_what_may_change_later_is_taken_as_it_is_now(self) -> None:
        connection = self.connect()
        data, values = bytearray(b"abc"), [1, 2]
        connection.execute("SELECT ?, ?", [data, memoryview(data)])
        connection.execute("SELECT ?, ?", values)
        data[:] = b"xyz"
        values.clear()
        blobs, numbers = self.records()
        self.assertEqual(
            blobs.params,
            ({"type": "bytearray", "value": "YWJj"}, {"type": "memoryview", "value": "YWJj"}),
        )
        self.assertEqual(numbers.params, (1, 2))

    def test_a_persons_classes_are_adapted_and_not_asked(self) -> None:
        class Point:
            def __conform__(self, protocol: object) -> str:
                return "1;2"

            def __repr__(self) -> str:
                raise AssertionError("a person's code was run")

        class Sets:
            def __len__(self) -> int:
                return 1

            def __getitem__(self, index: int) -> int:
                if index:
                    raise IndexError(index)
                return 7

        connection = self.connect()
        self.assertEqual(connection.execute("SELECT ?", (Point(),)).fetchone(), ("1;2",))
        self.assertEqual(connection.execute("SELECT ?", Sets()).fetchone(), (7,))
        point, sets = self.records()
        self.assertRegex(str(point.params), "Point object")
        self.assertRegex(str(sets.params), "Sets object")

    def test_parameters_and_rows_do_not_stay_alive(self) -> None:
        class Name(str):
            pass

        name = Name("x")
        held = weakref.ref(name)
        self.connect().execute("SELECT ?", (name,))
        del name
        gc.collect()
        self.assertIsNone(held())
        self.assertRegex(str(self.last().params), "Name")

    def test_large_values_are_cut_at_once(self) -> None:
        self.log.value_chars, self.log.sql_chars = 10, 20
        connection = self.connect()
        connection.execute("SELECT ? /* a long comment */", ("é" * 100,)).fetchall()
        record = self.last()
        cut = {"type": "str", "value": "é" * 10, "length": 100}
        self.assertEqual((record.params, record.rows), ((cut,), [(cut,)]))
        self.assertEqual((record.sql, record.sql_length), ("SELECT ? /* a long c", 29))


class ManyRounds(TracedCase):
    def setUp(self) -> None:
        super().setUp()
        self.connection = self.connect(isolation_level=None)
        self.connection.execute("CREATE TABLE t (a UNIQUE, b)")
        self.records()

    def test_a_list_of_sets(self) -> None:
        cursor = self.connection.executemany("INSERT INTO t VALUES (?, ?)", [(1, "x"), [2, "y"]])
        self.assertEqual(cursor.rowcount, 2)
        record = self.last()
        self.assertEqual(
            (record.many, record.params, record.row_count), (2, [(1, "x"), (2, "y")], 2)
        )

    def test_named_sets(self) -> None:
        self.connection.executemany(
            "INSERT INTO t VALUES (:a, :b)", ({"a": n, "b": None} for n in range(3))
        )
        record = self.last()
        self.assertEqual((record.many, record.params), (3, [{"a": n, "b": None} for n in range(3)]))

    def test_an_iterator_is_consumed_once_and_lazily(self) -> None:
        seen: list[int] = []

        def sets() -> Any:
            for n in range(3):
                seen.append(self.connection.execute("SELECT count(*) FROM t").fetchone()[0])
                yield (n, n)

        self.connection.executemany("INSERT INTO t VALUES (?, ?)", sets())
        self.assertEqual(seen, [0, 1, 2])
        self.assertEqual(
            self.sql(), ["INSERT INTO t VALUES (?, ?)"] + ["SELECT count(*) FROM t"] * 3
        )

    def test_its_exceptions_pass(self) -> None:
        def sets() -> Any:
            yield (1, 1)
            raise LookupError("of the person's own")

        with self.assertRaisesRegex(LookupError, "of the person's own"):
            self.connection.executemany("INSERT INTO t VALUES (?, ?)", sets())
        record = self.last()
        self.assertEqual((record.many, record.error), (1, ("LookupError", "of the person's own")))

    def test_an_error_in_the_middle_says_how_far_it_came(self) -> None:
        sets = [(1, 1), (2, 2), (1, 3), (4, 4)]
        for given in (sets, iter(sets), tuple(sets)):
            self.connection.execute("DELETE FROM t")
            with self.assertRaises(sqlite3.IntegrityError):
                self.connection.executemany("INSERT INTO t VALUES (?, ?)", given)
            record = self.last()
            self.assertEqual(
                (record.many, self.connection.execute("SELECT count(*) FROM t").fetchone()),
                (3, (2,)),
            )

    def test_what_cannot_be_iterated_fails_as_before(self) -> None:
        with self.assertRaisesRegex(TypeError, "'int' object is not iterable"):
            self.connection.executemany("INSERT INTO t VALUES (?, ?)", 5)  # type: ignore[arg-type]

    def test_no_sets_at_all(self) -> None:
        self.assertEqual(self.connection.executemany("INSERT INTO t VALUES (?, ?)", []).rowcount, 0)
        record = self.last()
        self.assertEqual((record.many, record.params), (0, []))

    def test_only_the_first_sets_are_kept(self) -> None:
        self.log.row_limit = 2
        for given in ([(n, n) for n in range(5)], ((n, n) for n in range(5, 10))):
            self.connection.executemany("INSERT INTO t VALUES (?, ?)", given)
            record = self.last()
            assert isinstance(record.params, list)
            self.assertEqual((record.many, len(record.params)), (5, 2))
