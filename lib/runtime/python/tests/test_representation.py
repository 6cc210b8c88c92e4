"""A value is shown as Python shows it, in bounded length, depth and work."""

import dataclasses
import unittest
from typing import Any

from programs import run, run_in_shop

from ormpilot.representation import represent

PLENTY = 2_000


class AsPython(unittest.TestCase):
    def test_ordinary_values_are_shown_as_repr_shows_them(self) -> None:
        for value in (
            None,
            True,
            1,
            -1.5,
            1j,
            "a'b",
            'a"b',
            "é\n",
            b"\x00a",
            bytearray(b"a"),
            [],
            (),
            {},
            set[int](),
            frozenset[int](),
            (1,),
            (1, 2),
            [1, [2, (3,)]],
            {"a": {1: [2]}},
            {1},
            frozenset({1}),
            range(3),
            ...,
            int,
            print,
            dataclasses.MISSING.__class__,
        ):
            with self.subTest(value=value):
                self.assertEqual(represent(value, PLENTY), repr(value))

    def test_a_class_shows_itself(self) -> None:
        @dataclasses.dataclass
        class Point:
            x: int

        self.assertRegex(represent([Point(1)], PLENTY), r"^\[.*Point\(x=1\)\]$")

    def test_an_address_is_left_out(self) -> None:
        class Plain:
            pass

        self.assertRegex(represent({"a": Plain()}, PLENTY), r"^\{'a': <[\w.<>]+Plain object>\}$")
        self.assertNotIn("0x", represent(lambda: None, PLENTY))


class Bounded(unittest.TestCase):
    def test_it_is_cut_at_the_limit_with_an_ellipsis(self) -> None:
        for value in (
            "x" * 50,
            b"x" * 50,
            list(range(50)),
            {n: n for n in range(50)},
            range(10**30),
        ):
            with self.subTest(type=type(value)):
                text = represent(value, 10)
                self.assertEqual(text, repr(value)[:10] + "…")

    def test_what_just_fits_is_not_cut(self) -> None:
        self.assertEqual(represent("x" * 8, 10), repr("x" * 8))
        self.assertEqual(represent([1, 2, 3], 9), "[1, 2, 3]")
        self.assertEqual(represent([1, 2, 3], 8), "[1, 2, 3…")

    def test_a_huge_value_costs_little(self) -> None:
        class Counted:
            shown = 0

            def __repr__(self) -> str:
                Counted.shown += 1
                return "Counted"

        represent([Counted()] * 1_000_000, 100)
        self.assertLess(Counted.shown, 20)
        self.assertEqual(len(represent("x" * 50_000_000, 100)), 101)

    def test_a_cycle_ends(self) -> None:
        ring: list[Any] = [1]
        ring.append(ring)
        table: dict[str, Any] = {}
        table["self"] = table
        self.assertEqual(represent(ring, PLENTY), "[1, [...]]")
        self.assertEqual(represent(table, PLENTY), "{'self': {...}}")

    def test_the_same_object_twice_is_no_cycle(self) -> None:
        inner = [1]
        self.assertEqual(represent([inner, inner], PLENTY), "[[1], [1]]")

    def test_depth_is_bounded(self) -> None:
        deep: list[Any] = []
        for _ in range(1_000_000):
            deep = [deep]
        self.assertEqual(represent(deep, PLENTY), "[" * 12 + "[...]" + "]" * 12)
        while deep:  # by hand: as one they would be freed too deeply for the interpreter
            deep = deep.pop()

    def test_a_number_of_a_million_digits_is_written_in_hexadecimal(self) -> None:
        self.assertRegex(represent(1 << 4_000_000, 20), r"^0x10{17}…$")
        self.assertEqual(represent(10**500, PLENTY), str(10**500))


class Raising(unittest.TestCase):
    def test_a_repr_that_raises_is_said(self) -> None:
        class Broken:
            def __repr__(self) -> str:
                raise LookupError("no")

        self.assertRegex(
            represent([1, Broken()], PLENTY),
            r"^\[1, <.*Broken object, whose repr raised LookupError>\]$",
        )

    def test_a_repr_that_is_no_text_is_said(self) -> None:
        class Odd:
            def __repr__(self) -> Any:
                return 1

        self.assertRegex(represent(Odd(), PLENTY), "whose repr raised TypeError>$")

    def test_a_container_that_changes_meanwhile_is_said(self) -> None:
        table: dict[Any, int] = {}

        class Growing:
            def __repr__(self) -> str:
                table[len(table)] = 1
                return "Growing"

        table[Growing()] = 1
        self.assertRegex(
            represent(table, PLENTY), "^<dict object, whose repr raised RuntimeError>$"
        )

    def test_a_text_class_of_a_persons_own_cannot_change_what_is_shown(self) -> None:
        class Lying(str):
            def __len__(self) -> int:
                return 0

        class Odd:
            def __repr__(self) -> str:
                return Lying("x" * 50)

        self.assertEqual(represent(Odd(), 10), "x" * 10 + "…")


class OfAProgram(unittest.TestCase):
    def test_the_value_of_the_last_expression_with_its_type(self) -> None:
        ran = run("sqlalchemy", "# %%\n1\n'a'\n# %%\nx = 1\n# %%\nNone\n# %%\nsession\n")
        self.assertEqual(ran.values, ["'a'", None, None, "<sqlalchemy.orm.session.Session object>"])
        self.assertEqual(
            [cell["valueType"] for cell in ran.cells],
            ["str", None, None, "sqlalchemy.orm.session.Session"],
        )

    def test_a_query_that_is_shown_is_sent_from_where_it_stands(self) -> None:
        ran = run_in_shop("django", "qs = 1\n[Tag.objects.all()]\n")
        self.assertEqual(ran.values, ["[<QuerySet [<Tag: Tag object (1)>]>]"])
        self.assertEqual(ran.senders, ["[Tag.objects.all()]"])
        self.assertEqual((ran.reasons, ran.queries[0]["cell"]), ([("explicit", None)], 0))

    def test_a_repr_of_a_persons_own_that_reads_is_sent_from_within_it(self) -> None:
        ran = run_in_shop(
            "django",
            "class Shown:\n    def __repr__(self):\n"
            "        return str(Book.objects.count())\nShown()\n",
        )
        self.assertEqual((ran.values, ran.senders), (["4"], ["Book.objects.count()"]))

    def test_one_that_raises_fails_nothing(self) -> None:
        ran = run(
            "django", "# %%\nclass A:\n    def __repr__(self):\n        1 / 0\nA()\n# %%\n2\n"
        )
        self.assertEqual(ran.kind, "done")
        self.assertRegex(ran.values[0] or "", "^<__main__.A object, whose repr raised ZeroDivision")

    def test_the_limit_is_the_requests(self) -> None:
        ran = run("django", "'x' * 100\n", limits={"valueChars": 10})
        self.assertEqual(ran.values, ["'" + "x" * 9 + "…"])
