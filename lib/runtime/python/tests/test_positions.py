"""Spans: the very expression, in UTF-16 columns, whatever stands before it."""

import sys
import unittest
from collections.abc import Callable
from typing import Any

from ormpilot.positions import Positions, Span


def cut(source: str, span: Span) -> str:
    """Read a span out of a text as JavaScript would: by lines and UTF-16 units."""
    lines = [
        line.encode("utf-16-le")
        for line in source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ]
    first, last = span["startLine"] - 1, span["endLine"] - 1
    if first == last:
        return lines[first][2 * span["startColumn"] : 2 * span["endColumn"]].decode("utf-16-le")
    parts = [
        lines[first][2 * span["startColumn"] :],
        *lines[first + 1 : last],
        lines[last][: 2 * span["endColumn"]],
    ]
    return "\n".join(part.decode("utf-16-le") for part in parts)


class Lazy:
    """An attribute that is computed when it is read, as a lazy load is."""

    def __init__(self, note: Callable[[], None]) -> None:
        self._note = note

    def __get__(self, instance: object, owner: type) -> str:
        self._note()
        return "loaded"


class SpanTest(unittest.TestCase):
    def spans(self, source: str, file: str = "script.py") -> list[str]:
        """Run a text in which uses of `hit` and `thing` note where they were reached from."""
        positions = Positions({file: source})
        seen: list[str] = []

        def note() -> None:
            frame = sys._getframe(1)
            while frame is not None and frame.f_code.co_filename != file:
                frame = frame.f_back
            assert frame is not None
            span = positions.span(frame.f_code, frame.f_lasti)
            assert span is not None
            seen.append(cut(source, span))

        def hit(*args: Any, **kwargs: Any) -> Any:
            note()
            return Thing()

        class Thing:
            lazy = Lazy(note)

            def __iter__(self) -> Any:
                note()
                return iter((1, 2))

            def __len__(self) -> int:
                note()
                return 1

            def __str__(self) -> str:
                note()
                return "thing"

            def __getitem__(self, index: Any) -> int:
                note()
                return 1

            def __enter__(self) -> None:
                note()

            def __exit__(self, *error: object) -> None:
                note()

        Thing.hit = staticmethod(hit)  # type: ignore[attr-defined]
        exec(compile(source, file, "exec"), {"hit": hit, "thing": Thing()})
        return seen

    def test_a_call_is_found_after_text_of_any_kind(self) -> None:
        source = 'é = "žluť"; 名前 = "日本"; e = [hit("😀" + 名前), hit(1)]; 𐍈 = "👩‍👩‍👧"; hit("ü")'
        self.assertEqual(self.spans(source), ['hit("😀" + 名前)', "hit(1)", 'hit("ü")'])

    def test_columns_count_utf16_units(self) -> None:
        source = 'x = "😀é"; hit()'
        code = compile(source, "a.py", "exec")
        positions = Positions({"a.py": source})
        spans = [positions.span(code, 2 * index) for index, _ in enumerate(code.co_positions())]
        self.assertIn(
            {"file": "a.py", "startLine": 1, "startColumn": 11, "endLine": 1, "endColumn": 16},
            spans,
        )

    def test_two_calls_on_a_line_are_told_apart(self) -> None:
        self.assertEqual(self.spans("hit(1); hit(2)"), ["hit(1)", "hit(2)"])
        self.assertEqual(self.spans("hit(hit(1), 2)"), ["hit(1)", "hit(hit(1), 2)"])

    def test_a_call_over_several_lines(self) -> None:
        source = 'x = hit(\n    "é",\n    1,\n)'
        self.assertEqual(self.spans(source), ['hit(\n    "é",\n    1,\n)'])

    def test_a_chain_over_several_lines_begins_where_the_expression_begins(self) -> None:
        source = "x = (\n    hit(1)\n    .hit(\n        2\n    )\n    .hit(3)\n)"
        self.assertEqual(
            self.spans(source),
            [
                "hit(1)",
                "hit(1)\n    .hit(\n        2\n    )",
                "hit(1)\n    .hit(\n        2\n    )\n    .hit(3)",
            ],
        )

    def test_a_chain_within_a_larger_expression_is_not_widened_to_it(self) -> None:
        source = "x = [0, 1 and thing.hit(\n  1\n).hit(2)]"
        self.assertEqual(self.spans(source), ["thing.hit(\n  1\n)", "thing.hit(\n  1\n).hit(2)"])

    def test_a_lazy_attribute(self) -> None:
        self.assertEqual(self.spans('"é", thing.lazy.upper()'), ["thing.lazy"])
        self.assertEqual(self.spans("x = (thing\n  .lazy)"), ["thing\n  .lazy"])

    def test_format_strings(self) -> None:
        self.assertEqual(
            self.spans('f"日本 {thing.lazy!r:>9} {hit(1).lazy}"'),
            ["thing.lazy", "hit(1)", "hit(1).lazy"],
        )
        self.assertEqual(self.spans('f"""é\n{thing.lazy}"""'), ["thing.lazy"])

    def test_loops_and_containers(self) -> None:
        self.assertEqual(self.spans("x = thing[1:]"), ["thing[1:]"])
        self.assertEqual(self.spans("if thing:\n    pass"), ["thing"])
        self.assertEqual(self.spans("list(thing)"), ["list(thing)"] * 2)

    def test_comprehensions(self) -> None:
        self.assertEqual(self.spans("x = [hit(i) for i in (1, 2)]"), ["hit(i)"] * 2)
        self.assertEqual(self.spans("x = {i: thing.lazy for i in (1, 2)}"), ["thing.lazy"] * 2)

    def test_generators_are_placed_where_they_do_the_work(self) -> None:
        source = (
            "def each():\n    for i in (1, 2):\n        yield hit(i)\n"
            "x = list(each())\ny = sum(hit(j) is None for j in (1,))"
        )
        self.assertEqual(self.spans(source), ["hit(i)", "hit(i)", "hit(j)"])

    def test_lambdas_properties_and_methods(self) -> None:
        source = (
            "class A:\n"
            "    @property\n"
            "    def name(self):\n"
            "        return 'é' and thing.lazy\n"
            "f = lambda x: 'é' and hit(x)\n"
            "A().name, f(1)\n"
        )
        self.assertEqual(self.spans(source), ["thing.lazy", "hit(x)"])

    @unittest.skipIf(sys.version_info < (3, 13), "CPython 3.12 gives the whole loop or block")
    def test_what_a_loop_or_block_works_on(self) -> None:
        self.assertEqual(self.spans("for x in thing:\n    pass"), ["thing"])
        self.assertEqual(self.spans("x = [1 for i in thing]"), ["thing"])
        self.assertEqual(self.spans("with thing:\n    pass"), ["thing", "thing"])

    def test_lines_end_as_python_ends_them(self) -> None:
        source = 'x = "a\u2028b\x0c\x85c"\r\ny = 1\rhit("é")\r\n'
        self.assertEqual(self.spans(source), ['hit("é")'])

    def test_a_name_of_a_function_comes_with_its_frame(self) -> None:
        source = "class A:\n    def f(self):\n        1 / 0\nA().f()"
        positions = Positions({"script.py": source})
        try:
            exec(compile(source, "script.py", "exec"), {})
        except ZeroDivisionError as error:
            frames = positions.traceback(error.__traceback__)
        self.assertEqual(
            [(frame["function"], cut(source, frame["span"])) for frame in frames],
            [("A.f", "1 / 0"), ("<module>", "A().f()")],
        )

    def test_code_of_other_files_has_no_span(self) -> None:
        positions = Positions({"script.py": "x = 1"})
        self.assertIsNone(positions.span(compile("x = 1", "other.py", "exec"), 0))
        self.assertIsNone(positions.frame(compile("x = 1", "other.py", "exec"), 0))

    def test_code_without_columns_gives_whole_lines(self) -> None:
        source = "é = 1\nhit()"
        code = compile(source, "script.py", "exec").replace(co_linetable=b"\xe8\x00" * 40)
        span = Positions({"script.py": source}).span(code, 2)
        assert span is not None
        self.assertEqual(cut(source, span), "é = 1")

    def test_the_source_may_have_changed_under_the_code(self) -> None:
        code = compile("\n\n\nx = 1", "script.py", "exec")
        positions = Positions({"script.py": "y"})
        instructions = 2 * len(list(code.co_positions()))
        for instruction in range(-1, instructions + 2):
            span = positions.span(code, instruction)
            self.assertTrue(span is None or span["startLine"] == 1)


class SyntaxErrorTest(unittest.TestCase):
    def span(self, source: str) -> Span | None:
        with self.assertRaises(SyntaxError) as caught:
            compile(source, "script.py", "exec")
        return Positions({"script.py": source}).syntax_error(caught.exception)

    def test_the_offset_counts_characters(self) -> None:
        source = "é = '日本😀' +* 2"
        span = self.span(source)
        assert span is not None
        self.assertEqual(cut(source, span), "*")

    def test_a_call_that_was_not_closed(self) -> None:
        source = "x = '😀'\nprint('a'\ny = 1"
        span = self.span(source)
        assert span is not None
        self.assertEqual((span["startLine"], span["startColumn"]), (2, 5))

    def test_the_end_of_the_text(self) -> None:
        span = self.span("if True:\n")
        assert span is not None
        self.assertLessEqual(span["startLine"], 2)

    def test_an_error_without_a_place(self) -> None:
        positions = Positions({"script.py": "x"})
        self.assertIsNone(positions.syntax_error(SyntaxError("text")))
        self.assertIsNone(positions.syntax_error(SyntaxError("text", ("other.py", 1, 1, "x"))))
