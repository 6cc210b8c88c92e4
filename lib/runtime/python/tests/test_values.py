"""Values: what JSON holds stays, the rest says its type, and nobody's code is run."""

import datetime as dt
import decimal
import enum
import json
import math
import sqlite3
import unittest
import uuid
import zoneinfo
from typing import Any

from ormpilot.values import (
    EXACT_INTEGER,
    capture,
    capture_row,
    capture_set,
    python_type,
    shape,
    shape_captured,
)

LIMIT = 20


class Hostile:
    """Every question about it is an error."""

    def _asked(self, *args: Any, **kwargs: Any) -> Any:
        raise AssertionError("a person's code was run")

    __repr__ = __str__ = __iter__ = __len__ = __getitem__ = __bool__ = __int__ = __float__ = _asked
    __format__ = __index__ = __buffer__ = _asked
    __eq__ = __hash__ = __getattribute__ = _asked  # type: ignore[assignment]


class HostileText(Hostile, str):
    pass


class HostileNumber(Hostile, int):
    pass


class HostileBytes(Hostile, bytes):
    pass


class HostileDict(Hostile, dict):  # type: ignore[type-arg]
    pass


class HostileList(Hostile, list):  # type: ignore[type-arg]
    pass


class Zone(dt.tzinfo):
    def utcoffset(self, when: dt.datetime | None) -> dt.timedelta:
        raise AssertionError("a person's code was run")


class Colour(enum.StrEnum):
    RED = "red"


class Shaping(unittest.TestCase):
    def test_what_json_holds_is_itself(self) -> None:
        for value in (
            None,
            True,
            False,
            0,
            -1,
            EXACT_INTEGER,
            -EXACT_INTEGER,
            0.0,
            12.0,
            2.5,
            "",
            "é😀",
        ):
            self.assertIs(shape(value, LIMIT), value)

    def test_what_json_cannot_hold_says_its_type(self) -> None:
        cases: list[tuple[Any, str, str]] = [
            (EXACT_INTEGER + 1, "int", "9007199254740993"),
            (math.inf, "float", "inf"),
            (math.nan, "float", "nan"),
            (b"abc", "bytes", "YWJj"),
            (bytearray(b"abc"), "bytearray", "YWJj"),
            (memoryview(b"abc"), "memoryview", "YWJj"),
            (decimal.Decimal("12.50"), "decimal", "12.50"),
            (dt.date(2026, 1, 2), "date", "2026-01-02"),
            (dt.time(3, 4), "time", "03:04:00"),
            (dt.datetime(2026, 1, 2, 3, 4), "datetime", "2026-01-02T03:04:00"),
            (dt.timedelta(days=1), "timedelta", "1 day, 0:00:00"),
            (uuid.UUID(int=1), "uuid", "00000000-0000-0000-0000-000000000001"),
        ]
        for value, name, text in cases:
            with self.subTest(name):
                self.assertEqual(shape(value, 100), {"type": name, "value": text})

    def test_zones_of_the_standard_library_are_shown(self) -> None:
        when = dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC)
        self.assertEqual(
            shape(when, 100), {"type": "datetime", "value": "2026-01-02T03:04:00+00:00"}
        )
        try:
            berlin = when.astimezone(zoneinfo.ZoneInfo("Europe/Berlin"))
        except zoneinfo.ZoneInfoNotFoundError:
            self.skipTest("no time zones here")
        self.assertEqual(
            shape(berlin, 100), {"type": "datetime", "value": "2026-01-02T04:04:00+01:00"}
        )

    def test_a_zone_of_a_persons_own_is_not_asked(self) -> None:
        when = dt.datetime(2026, 1, 2, 3, 4, tzinfo=Zone())
        self.assertEqual(shape(when, 100), {"type": "datetime", "value": "2026-01-02T03:04:00"})
        self.assertEqual(shape(when.timetz(), 100), {"type": "time", "value": "03:04:00"})
        captured = capture(when, 100)
        self.assertEqual(captured, {"type": "datetime", "value": "2026-01-02T03:04:00"})

    def test_large_values_are_cut_and_say_so(self) -> None:
        self.assertEqual(shape("é" * 21, LIMIT), {"type": "str", "value": "é" * 20, "length": 21})
        self.assertEqual(shape(b"a" * 21, 3), {"type": "bytes", "value": "YWFh", "length": 21})
        self.assertEqual(
            shape(memoryview(b"abcd"), 3), {"type": "memoryview", "value": "YWJj", "length": 4}
        )
        huge = shape(10**5000, LIMIT)
        assert isinstance(huge, dict)
        self.assertEqual((huge["type"], len(str(huge["value"]))), ("int", LIMIT))

    def test_odd_buffers(self) -> None:
        view = memoryview(bytearray(b"abcdef"))
        self.assertEqual(shape(view[::2], 2), {"type": "memoryview", "value": "YWM=", "length": 3})
        view.release()
        self.assertEqual(shape(view, 2), {"type": "memoryview", "value": "<memoryview object>"})

    def test_subclasses_are_read_through_their_base(self) -> None:
        self.assertEqual(shape(Colour.RED, LIMIT), {"type": f"{__name__}.Colour", "value": "red"})
        self.assertEqual(
            shape(HostileText("abc"), LIMIT), {"type": f"{__name__}.HostileText", "value": "abc"}
        )
        self.assertEqual(
            shape(HostileNumber(7), LIMIT), {"type": f"{__name__}.HostileNumber", "value": "7"}
        )
        self.assertEqual(
            shape(HostileBytes(b"abc"), LIMIT),
            {"type": f"{__name__}.HostileBytes", "value": "YWJj"},
        )

    def test_other_types_say_their_name(self) -> None:
        self.assertEqual(
            shape(Hostile(), 99),
            {"type": f"{__name__}.Hostile", "value": f"<{__name__}.Hostile object>"},
        )
        self.assertEqual(shape(object, 99), {"type": "type", "value": "<type object>"})
        self.assertEqual(shape([1], 99), {"type": "list", "value": "<list object>"})

    def test_shaping_again_changes_nothing(self) -> None:
        shaped = shape(b"abc", LIMIT)
        self.assertIs(shape(shaped, LIMIT), shaped)

    def test_everything_is_json(self) -> None:
        values = [
            None,
            1,
            2**70,
            math.nan,
            b"\xff",
            "\ud800",
            Hostile(),
            dt.date.today(),
            Colour.RED,
        ]
        json.dumps([shape(value, LIMIT) for value in values], allow_nan=False)


class Capturing(unittest.TestCase):
    def test_plain_tuples_are_kept_as_they_are(self) -> None:
        row = (1, "x", None, 2.5, b"y")
        self.assertIs(capture_row(row, LIMIT), row)

    def test_rows_of_every_kind(self) -> None:
        connection = sqlite3.connect(":memory:")
        connection.row_factory = sqlite3.Row

        class MyRow(Hostile, sqlite3.Row):
            pass

        row = connection.execute("SELECT 1, 'x'").fetchone()
        connection.row_factory = MyRow
        mine = connection.execute("SELECT 1, 'x'").fetchone()
        connection.close()
        for given in (row, mine, [1, "x"], {"a": 1, "b": "x"}):
            self.assertEqual(capture_row(given, LIMIT), (1, "x"))
        self.assertEqual(capture_row(7, LIMIT), (7,))
        self.assertEqual(capture_row(HostileList([1]), LIMIT), (1,))
        self.assertEqual(len(capture_row(Hostile(), LIMIT)), 1)

    def test_sets_of_parameters(self) -> None:
        self.assertIsNone(capture_set((), LIMIT))
        self.assertIsNone(capture_set([], LIMIT))
        self.assertIsNone(capture_set({}, LIMIT))
        self.assertEqual(capture_set([1, "x"], LIMIT), (1, "x"))
        self.assertEqual(
            capture_set({"a": b"x" * 30}, 3),
            {"a": {"type": "bytes", "value": "eHh4", "length": 30}},
        )
        self.assertEqual(capture_set(HostileDict(a=1), LIMIT), {"a": 1})

    def test_what_can_change_is_copied(self) -> None:
        given = [1]
        captured = capture_set(given, LIMIT)
        given.append(2)
        self.assertEqual(captured, (1,))

    def test_json_form_and_types(self) -> None:
        captured = capture_set(
            {"a": 1, "b": decimal.Decimal("1.0"), "c": bytearray(b"x"), "d": 2.0}, LIMIT
        )
        assert captured is not None
        self.assertEqual(
            shape_captured(captured, LIMIT),
            {
                "a": 1,
                "b": {"type": "decimal", "value": "1.0"},
                "c": {"type": "bytearray", "value": "eA=="},
                "d": 2.0,
            },
        )
        assert isinstance(captured, dict)
        self.assertEqual(
            [python_type(value) for value in captured.values()],
            ["int", "decimal", "bytearray", "float"],
        )
