"""A statement in JSON: what was sent, with which values, and what came of it."""

import unittest
from typing import Any

from programs import Ran, run_in_shop

from ormpilot.positions import Frame
from ormpilot.reasons import Why
from ormpilot.record import Record, Recorder
from ormpilot.statements import shape_statement

SELECT = "from sqlalchemy import select, func, insert, update, delete, text, literal\n"


def sent(script: str, **limits: int) -> dict[str, Any]:
    """Give the last query of a script of SQLAlchemy's."""
    return run_in_shop("sqlalchemy", SELECT + script, limits=limits).queries[-1]


def raw(sql: str, params: str = "()") -> dict[str, Any]:
    """Give what a driver's own cursor is sent."""
    script = (
        "c = session.connection().connection.cursor()\n"
        f"c.execute({sql!r}, {params})\nc.fetchall()\n"
    )
    return sent(
        "import datetime, decimal, sqlite3, uuid, warnings\nwarnings.simplefilter('ignore')\n"
        + script
    )


class Parameters(unittest.TestCase):
    def test_none_were_passed(self) -> None:
        statement = raw("SELECT 1")
        self.assertIsNone(statement["params"])
        self.assertNotIn("paramTypes", statement)

    def test_by_position_and_by_name(self) -> None:
        self.assertEqual(raw("SELECT ?, ?", "(1, 'a')")["params"], [1, "a"])
        self.assertEqual(raw("SELECT :a, :b", "{'a': 1, 'b': 'x'}")["params"], {"a": 1, "b": "x"})

    def test_several_sets(self) -> None:
        statement = sent("session.execute(insert(Tag), [{'name': 'x'}, {'name': 'y'}])")
        self.assertEqual((statement["params"], statement["many"]), ([["x"], ["y"]], 2))
        self.assertEqual(statement["rowCount"], 2)

    def test_what_json_can_hold_is_itself(self) -> None:
        statement = raw("SELECT ?, ?, ?, ?", "(None, 1, 1.5, 'é')")
        self.assertEqual(statement["params"], [None, 1, 1.5, "é"])
        self.assertEqual(statement["rows"], [[None, 1, 1.5, "é"]])
        self.assertNotIn("paramTypes", statement)

    def test_the_types_are_told_where_json_does_not_tell_them(self) -> None:
        self.assertEqual(raw("SELECT ?, ?", "(2.0, 2)")["paramTypes"], ["float", "int"])
        self.assertEqual(raw("SELECT :a", "{'a': 2.0}")["paramTypes"], ["float"])
        many = sent(
            "session.connection().connection.cursor().executemany("
            "'INSERT INTO tag (name) VALUES (?)', [(2.0,)])"
        )
        self.assertEqual(many["paramTypes"], ["float"])

    def test_everything_else_says_its_type(self) -> None:
        for value, shaped in (
            ("b'\\x00\\xff'", {"type": "bytes", "value": "AP8="}),
            ("datetime.date(2026, 1, 2)", {"type": "date", "value": "2026-01-02"}),
            (
                "datetime.datetime(2026, 1, 2, 3)",
                {"type": "datetime", "value": "2026-01-02T03:00:00"},
            ),
            ("2**60", {"type": "int", "value": str(2**60)}),
            ("float('inf')", {"type": "float", "value": "inf"}),
        ):
            with self.subTest(value=value):
                self.assertEqual(raw("SELECT ?", f"({value},)")["params"], [shaped])

    def test_djangos_values_are_those_that_the_driver_gets(self) -> None:
        script = (
            "import datetime, decimal\nfrom django.db.models import Value\n"
            "values = [decimal.Decimal('1.50'), datetime.date(2026, 1, 2), b'x', True]\n"
            "list(Tag.objects.annotate(**{f'v{i}': Value(v) for i, v in enumerate(values)}))\n"
        )
        (statement,) = run_in_shop("django", script).queries
        self.assertEqual(
            statement["params"],
            [
                {"type": "decimal", "value": "1.50"},
                "2026-01-02",
                {"type": "memoryview", "value": "eA=="},
                True,
            ],
        )

    def test_a_long_text_is_cut_and_its_length_told(self) -> None:
        statement = sent("session.execute(text('SELECT :a'), {'a': 'x' * 50}).all()", valueChars=10)
        cut = {"type": "str", "value": "x" * 10, "length": 50}
        self.assertEqual((statement["params"], statement["rows"]), ([cut], [[cut]]))


class Outcome(unittest.TestCase):
    def test_rows_and_columns_of_a_select(self) -> None:
        statement = sent(
            "session.execute(text('SELECT id, title AS name FROM book ORDER BY id')).all()"
        )
        self.assertEqual(statement["columns"], ["id", "name"])
        self.assertEqual(statement["rows"], [[1, "A0"], [2, "A1"], [3, "B0"], [4, "B1"]])
        self.assertEqual((statement["rowCount"], statement["kind"]), (4, "select"))

    def test_rows_that_were_not_fetched_are_not_there(self) -> None:
        script = "rows = Book.objects.iterator(chunk_size=1)\nnext(rows)\nrows.close()\n"
        (only,) = run_in_shop("django", script).queries
        self.assertEqual((only["rowCount"], [row[0] for row in only["rows"]]), (1, [1]))

    def test_only_the_first_rows_are_kept_and_all_are_counted(self) -> None:
        numbers = (
            "session.execute(text('WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 "
            "FROM n WHERE i < 250) SELECT i FROM n')).all()"
        )
        statement = sent(numbers)
        self.assertEqual((len(statement["rows"]), statement["rowCount"]), (100, 250))
        self.assertEqual(len(sent(numbers, rows=7)["rows"]), 7)

    def test_how_many_a_write_changed(self) -> None:
        for script, count in (
            ("session.execute(update(Book).where(Book.author_id == 1).values(title='x'))", 2),
            ("session.execute(delete(Book).where(Book.id > 1))", 3),
            ("session.execute(delete(Book).where(Book.id > 99))", 0),
            ("session.execute(text(\"INSERT INTO tag (name) VALUES ('x'), ('y')\"))", 2),
        ):
            with self.subTest(script=script):
                self.assertEqual(sent(script)["rowCount"], count)

    def test_a_write_that_gives_rows(self) -> None:
        statement = sent("session.scalar(insert(Tag).values(name='x').returning(Tag.id))")
        self.assertEqual(
            (statement["kind"], statement["columns"], statement["rows"], statement["rowCount"]),
            ("insert", ["id"], [[2]], 1),
        )

    def test_what_has_no_rows_to_count(self) -> None:
        statement = sent("session.execute(text('CREATE TABLE extra (a)'))")
        self.assertEqual(
            (statement["kind"], statement["rowCount"], statement["columns"], statement["rows"]),
            ("ddl", None, None, []),
        )

    def test_a_statement_that_was_refused_is_kept(self) -> None:
        ran = run_in_shop(
            "django",
            "from django.db import connection\n# %%\nBook.objects.count()\n"
            "connection.cursor().execute('SELECT nope FROM app_book WHERE id = %s', [1])\n",
        )
        first, second = ran.queries
        self.assertNotIn("error", first)
        self.assertEqual(
            second["error"], {"type": "sqlite3.OperationalError", "message": "no such column: nope"}
        )
        self.assertEqual(
            (second["sql"], second["params"]), ("SELECT nope FROM app_book WHERE id = ?", [1])
        )

    def test_a_constraint_that_was_broken(self) -> None:
        ran = run_in_shop("sqlalchemy", "session.add(Tag(id=1, name='x'))\nsession.flush()\n")
        self.assertEqual(
            ran.queries[-1]["error"],
            {"type": "sqlite3.IntegrityError", "message": "UNIQUE constraint failed: tag.id"},
        )

    def test_long_sql_is_cut_and_its_length_told(self) -> None:
        statement = sent("session.execute(text('SELECT 1 -- ' + 'x' * 100))", sqlChars=20)
        self.assertEqual(statement["sql"], "SELECT 1 -- xxxxxxxx")
        self.assertEqual(statement["sqlLength"], 112)
        self.assertNotIn("sqlLength", sent("session.execute(text('SELECT 1'))"))

    def test_sql_is_what_the_driver_was_given(self) -> None:
        (only,) = run_in_shop("django", "Tag.objects.filter(name='100%').count()\n").queries
        self.assertEqual(
            only["sql"], 'SELECT COUNT(*) AS "__count" FROM "app_tag" WHERE "app_tag"."name" = ?'
        )
        self.assertEqual(only["dialect"], "sqlite")


class Connections(unittest.TestCase):
    def numbers(self, ran: Ran) -> list[int]:
        return [each["connection"] for each in ran.queries]

    def test_each_has_its_number(self) -> None:
        ran = run_in_shop(
            "sqlalchemy",
            "from database import Session\nsession.get(Tag, 1)\nwith Session() as other:\n"
            "    other.get(Tag, 1)\nsession.get(Book, 1)\n",
        )
        one, two, three = self.numbers(ran)
        self.assertEqual(one, three)
        self.assertNotEqual(one, two)

    def test_djangos_is_one(self) -> None:
        self.assertEqual(
            self.numbers(run_in_shop("django", "Tag.objects.count()\nTag.objects.count()\n")),
            [0, 0],
        )


class Shaping(unittest.TestCase):
    """What no program shows: a record as it is before it comes back."""

    def shaped(self, record: Record) -> dict[str, Any]:
        frame: list[Frame] = []
        return shape_statement(
            record,
            kind="other",
            start_us=5,
            call=None,
            why=Why("explicit", None),
            stack=frame,
            value_chars=100,
        )

    def test_one_that_is_running_knows_no_rows_yet(self) -> None:
        record = Recorder().start("SELECT 1", 3)
        shaped = self.shaped(record)
        self.assertEqual(
            (shaped["rowCount"], shaped["columns"], shaped["rows"], shaped["durationUs"]),
            (None, None, [], 0),
        )
        self.assertEqual((shaped["connection"], shaped["startUs"], shaped["cell"]), (3, 5, None))
        self.assertNotIn("reasonDetail", shaped)

    def test_an_executemany_of_no_sets(self) -> None:
        record = Recorder().start("INSERT", 0)
        record.params, record.many = [], 0
        self.assertEqual((self.shaped(record)["params"], self.shaped(record)["many"]), ([], 0))
