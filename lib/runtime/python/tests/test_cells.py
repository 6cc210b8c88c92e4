"""Where a script is cut, and that its cells together are the script."""

import textwrap
import unittest
from typing import Any

from ormpilot.cells import MOST_CELLS, Cell, cell_at, compile_cells, cut


class Cutting(unittest.TestCase):
    def test_a_marker_begins_a_cell_that_ends_before_the_next(self) -> None:
        self.assertEqual(
            cut("# %% One\na\nb\n# %% Two\nc\n"), [Cell("One", 1, 3), Cell("Two", 4, 5)]
        )

    def test_a_script_without_a_marker_is_one_cell_without_a_title(self) -> None:
        self.assertEqual(cut("a\nb\n"), [Cell("", 1, 2)])
        self.assertEqual(cut("a\nb"), [Cell("", 1, 2)])

    def test_an_empty_script_is_one_cell_of_one_line(self) -> None:
        self.assertEqual(cut(""), [Cell("", 1, 1)])
        self.assertEqual(cut("\n"), [Cell("", 1, 1)])

    def test_what_stands_before_the_first_marker_is_no_cells_line(self) -> None:
        self.assertEqual(cut("import x\n\n# %% One\na\n"), [Cell("One", 3, 4)])

    def test_a_marker_needs_no_space_and_no_title(self) -> None:
        for line, title in (
            ("#%%", ""),
            ("# %%", ""),
            ("#%%One", "One"),
            ("#\t%% One ", "One"),
            ("# %% [markdown] x", "[markdown] x"),
            ("# %%% Three", "% Three"),
        ):
            with self.subTest(line=line):
                self.assertEqual(cut(f"{line}\na\n"), [Cell(title, 1, 2)])

    def test_what_looks_like_a_marker_is_none(self) -> None:
        for line in ("#  %% two spaces", "a = 1  # %% behind code", "  # %% indented", "## %%"):
            with self.subTest(line=line):
                self.assertEqual(cut(f"if True:\n  a\n{line}\n"), [Cell("", 1, 3)])

    def test_one_inside_of_a_text_is_none(self) -> None:
        script = 'a = """\n# %% not a cell\n"""\n# %% a cell\nb\n'
        self.assertEqual(cut(script), [Cell("a cell", 4, 5)])

    def test_one_inside_of_brackets_cuts_between_statements_only(self) -> None:
        script = "a = [\n# %% in brackets\n1]\nb = a\n"
        cells = cut(script)
        self.assertEqual(cells, [Cell("in brackets", 2, 4)])
        self.assertEqual(ran(script)["b"], [1])

    def test_lines_may_end_as_on_windows(self) -> None:
        self.assertEqual(
            cut("# %% One\r\na\r\n# %% Two\r\nb\r\n"), [Cell("One", 1, 2), Cell("Two", 3, 4)]
        )

    def test_a_script_that_is_no_python_is_cut_all_the_same(self) -> None:
        self.assertEqual(
            cut("# %% One\na = (\n# %% Two\nb\n"), [Cell("One", 1, 2), Cell("Two", 3, 4)]
        )
        self.assertEqual(
            cut("# %% One\n'''\n# %% Two\r\nb\n"), [Cell("One", 1, 2), Cell("Two", 3, 4)]
        )

    def test_there_are_only_so_many(self) -> None:
        cells = cut("# %%\na\n" * (MOST_CELLS + 5))
        self.assertEqual(len(cells), MOST_CELLS)
        self.assertEqual(cells[-1].end, (MOST_CELLS + 5) * 2)

    def test_a_line_belongs_to_the_cell_before_it(self) -> None:
        cells = cut("import x\n# %% One\na\n# %% Two\nb\n")
        self.assertEqual([cell_at(cells, line) for line in range(1, 7)], [0, 0, 0, 1, 1, 1])


class Compiling(unittest.TestCase):
    def test_the_cells_run_one_after_the_other_in_one_namespace(self) -> None:
        self.assertEqual(ran("a = 1\n# %%\nb = a + 1\n# %%\nc = a + b\n")["c"], 3)

    def test_the_preamble_runs_with_the_first_cell(self) -> None:
        script = "a = 1\n# %% One\nb = 2\n# %% Two\nc = 3\n"
        self.assertEqual(names_by_cell(script), [{"a", "b"}, {"c"}])

    def test_a_value_is_the_last_expression_only(self) -> None:
        script = "1\n2\n# %% b\n3\nx = 4\n# %% c\nx\n"
        one, two = compile_cells(script, cut(script))
        namespace: dict[str, Any] = {}
        self.assertIsNone(one.value)
        self.assertIsNotNone(two.value)
        run_code(one.body, namespace)
        self.assertEqual(eval(some(two.value), namespace), 4)
        self.assertIsNone(two.body)

    def test_a_cell_may_be_empty(self) -> None:
        script = "# %% One\n# nothing\n# %% Two\nx = 1\n"
        first, second = compile_cells(script, cut(script))
        self.assertEqual((first.body, first.value, first.last), (None, None, None))
        self.assertIsNotNone(second.body)

    def test_a_future_import_holds_for_all_cells(self) -> None:
        script = (
            "from __future__ import annotations\n# %% One\na = 1\n"
            "# %% Two\ndef f(x: Missing): ...\n# %% Three\nclass A:\n    y: AlsoMissing\n"
        )
        namespace = ran(script)
        self.assertEqual(namespace["f"].__annotations__, {"x": "Missing"})
        self.assertEqual(namespace["A"].__annotations__, {"y": "AlsoMissing"})

    def test_no_future_import_of_ours_holds(self) -> None:
        self.assertEqual(ran("def f(x: int): ...\n")["f"].__annotations__, {"x": int})

    def test_decorators_belong_to_what_they_decorate(self) -> None:
        script = textwrap.dedent(
            """\
            # %% One
            twice = lambda f: lambda: f() * 2
            # %% Two
            @twice
            def f():
                return 2
            # %% Three
            f()
            """
        )
        self.assertEqual(names_by_cell(script), [{"twice"}, {"f"}, set()])
        self.assertEqual(ran(script)["f"](), 4)

    def test_a_marker_between_decorator_and_function_leaves_them_together(self) -> None:
        script = "# %% One\n@staticmethod\n# %% Two\ndef f(): ...\n"
        self.assertEqual(names_by_cell(script), [{"f"}, set()])

    def test_a_marker_within_an_indented_block_does_not_cut_it(self) -> None:
        script = "# %% One\nfor a in [1, 2]:\n    b = a\n# %% Two\n    c = b\nd = c\n"
        self.assertEqual(names_by_cell(script), [{"a", "b", "c"}, {"d"}])

    def test_lines_are_those_of_the_script(self) -> None:
        script = "\n\n# %% One\na = 1\n# %% Two\n\nb = 2\n"
        for code, line in zip(compile_cells(script, cut(script)), (4, 7), strict=True):
            lines = {number for _, _, number in some(code.body).co_lines()}
            self.assertIn(line, lines)
            self.assertLessEqual(lines, {None, 0, 1, line})

    def test_what_is_wrong_is_said_as_python_says_it(self) -> None:
        for script, line, message in (
            ("# %%\na\n# %%\nb = = 1\n", 4, "invalid syntax"),
            ("# %%\na\n# %%\nreturn\n", 4, "'return' outside function"),
            ("# %%\na = (\n", 2, r"'\(' was never closed"),
            ("# %%\na\n# %%\nfrom __future__ import annotations\n", 4, "must occur at the begin"),
            ("# %%\nawait a\n", 2, "'await' outside function"),
        ):
            with self.subTest(script=script):
                with self.assertRaisesRegex(SyntaxError, message) as caught:
                    compile_cells(script, cut(script))
                self.assertEqual(caught.exception.lineno, line)
                self.assertEqual(caught.exception.filename, "script.py")


def ran(script: str) -> dict[str, Any]:
    """Give the namespace after all cells of a script."""
    namespace: dict[str, Any] = {}
    for each in compile_cells(script, cut(script)):
        run_code(each.body, namespace)
    return namespace


def names_by_cell(script: str) -> list[set[str]]:
    """Give the names that each cell defines."""
    namespace: dict[str, Any] = {}
    found: list[set[str]] = []
    for each in compile_cells(script, cut(script)):
        before = set(namespace)
        run_code(each.body, namespace)
        found.append(set(namespace) - before - {"__builtins__", "__annotate__"})
    return found


def run_code(code: Any, namespace: dict[str, Any]) -> None:
    if code is not None:
        exec(code, namespace)


def some(code: Any) -> Any:
    """Give a code object that is there."""
    if code is None:
        raise AssertionError("there is no code")
    return code
