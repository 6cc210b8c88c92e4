"""Where statements come from: the person's frames and marked library code; nothing stays alive."""

import gc
import sys
import types
import weakref
from typing import Any

from ormpilot import tracer
from ormpilot.record import Record, Recorder
from traced import TracedCase


def library(source: str) -> dict[str, Any]:
    """Make functions that belong to no file of the person's."""
    names: dict[str, Any] = {}
    exec(compile(source, "library.py", "exec"), names)
    return names


LIBRARY = library(
    """
def send(connection, sql="SELECT 1"):
    return connection.execute(sql)

def load(connection, sql="SELECT 1"):
    return deeper(connection, sql)

def deeper(connection, sql):
    return connection.execute(sql)

def call(function, *args):
    return function(*args)
"""
)


class Stack(TracedCase):
    def setUp(self) -> None:
        super().setUp()
        self.log = tracer.install(
            Recorder(
                files=["person.py", "models.py"], entry="person.py", markers=["load", "deeper"]
            )
        )
        self.names: dict[str, Any] = {"connection": self.connect(), **LIBRARY}

    def run_person(self, source: str, file: str = "person.py") -> list[Record]:
        exec(compile(source, file, "exec"), self.names)
        return self.records()

    def places(self, records: list[Record]) -> list[list[str]]:
        return [[code.co_qualname for code, _ in record.place] for record in records]

    def lines(self, record: Record) -> list[int | None]:
        return [
            list(code.co_positions())[instruction // 2][0] for code, instruction in record.place
        ]

    def test_the_persons_frames_innermost_first(self) -> None:
        records = self.run_person(
            "def f():\n    return send(connection)\n\ndef g():\n    return call(f)\n\ng()\n"
        )
        self.assertEqual(self.places(records), [["f", "g", "<module>"]])
        self.assertEqual(self.lines(records[0]), [2, 5, 7])

    def test_frames_outside_of_the_entry_are_left_out(self) -> None:
        def person() -> list[Record]:
            return self.run_person("send(connection)")

        outside = types.FunctionType(
            person.__code__.replace(co_filename="models.py"),
            globals(),
            "x",
            None,
            person.__closure__,
        )
        self.assertEqual(self.places(outside()), [["<module>"]])

    def test_all_of_the_persons_files_count(self) -> None:
        self.run_person("def helper():\n    return send(connection)", "models.py")
        self.assertEqual(self.places(self.run_person("helper()")), [["helper", "<module>"]])

    def test_a_statement_that_no_one_of_theirs_sent(self) -> None:
        LIBRARY["load"](self.names["connection"])
        (record,) = self.records()
        self.assertEqual(record.place, ())
        self.assertEqual([code.co_name for code in record.via], ["deeper", "load"])

    def test_marked_library_code_is_told(self) -> None:
        sent, loaded = self.run_person("send(connection); load(connection)")
        self.assertEqual(
            ([c.co_name for c in sent.via], [c.co_name for c in loaded.via]),
            ([], ["deeper", "load"]),
        )

    def test_library_code_outside_of_the_persons_is_not(self) -> None:
        (record,) = self.run_person("def f():\n    send(connection)\ncall(f)")
        self.assertEqual(record.via, ())

    def test_a_repeated_statement_has_the_same_place(self) -> None:
        records = self.run_person("for _ in range(5):\n    load(connection)")
        self.assertEqual(len(records), 5)
        self.assertEqual({record.place for record in records}, {records[0].place})
        self.assertEqual({record.via for record in records}, {records[0].via})

    def test_the_same_text_from_another_place_has_its_own(self) -> None:
        source = (
            "def f():\n    return send(connection)\n"
            "for _ in range(3):\n    send(connection)\n    load(connection)\n    f(); call(f)\n"
            "send(connection); send(connection)\n"
        )
        records = self.run_person(source)
        rounds, rest = records[:12], records[12:]
        self.assertEqual([self.lines(record) for record in rounds], [[4], [5], [2, 6], [2, 6]] * 3)
        self.assertEqual(
            [[c.co_name for c in record.via] for record in rounds],
            [[], ["deeper", "load"], [], []] * 3,
        )
        self.assertNotEqual(rest[0].place, rest[1].place)

    def test_callers_of_the_same_helper_are_told_apart(self) -> None:
        source = (
            "def f():\n    return send(connection)\n"
            "for _ in range(2):\n    f()\n    f()\n"
            "[f() for _ in range(2)]\n"
        )
        records = self.run_person(source)
        self.assertEqual(
            [self.lines(record) for record in records],
            [[2, 4], [2, 5], [2, 4], [2, 5], [2, 6], [2, 6]],
        )

    def test_a_callback_of_the_person_between_is_found(self) -> None:
        source = (
            "def own(connection, sql):\n    return send(connection, sql)\n"
            "for function in (deeper, own, deeper, own):\n"
            "    call(function, connection, 'SELECT 2')\n"
        )
        self.assertEqual(
            self.places(self.run_person(source)), [["<module>"], ["own", "<module>"]] * 2
        )

    def test_generators_and_properties(self) -> None:
        source = (
            "class A:\n    @property\n    def name(self):\n        return send(connection)\n"
            "def each():\n    for _ in range(2):\n        yield send(connection)\n"
            "A().name\nlist(each())\n"
        )
        self.assertEqual(
            self.places(self.run_person(source)),
            [["A.name", "<module>"]] + [["each", "<module>"]] * 2,
        )

    def test_transaction_events_have_their_place(self) -> None:
        records = self.run_person(
            "connection.execute('CREATE TABLE t (a)')\n"
            "with connection:\n    connection.execute('INSERT INTO t VALUES (1)')\n"
            "connection.execute('INSERT INTO t VALUES (1)')\n"
            "connection.commit()\n"
            "connection.executescript('SELECT 1; SELECT 2')\n"
        )
        self.assertEqual([self.lines(record)[0] for record in records], [1, 3, 3, 2, 4, 4, 5, 6, 6])

    def test_no_frame_or_object_of_theirs_stays_alive(self) -> None:
        self.names["held"] = []
        source = (
            "class Thing: pass\n"
            "def f():\n    thing = Thing()\n    held.append(ref(thing))\n    send(connection)\n"
            "for _ in range(3):\n    f()\n"
        )
        self.names["ref"] = weakref.ref
        gc.disable()
        self.addCleanup(gc.enable)
        records = self.run_person(source)
        self.assertEqual(len(records), 3)
        self.assertEqual([reference() for reference in self.names["held"]], [None] * 3)

    def test_a_deep_stack(self) -> None:
        depth = min(300, sys.getrecursionlimit() // 3)
        self.run_person(f"def f(n):\n    return f(n - 1) if n else send(connection)\nf({depth})")
        (record,) = self.run_person(f"f({depth})")
        self.assertEqual(len(record.place), depth + 2)
