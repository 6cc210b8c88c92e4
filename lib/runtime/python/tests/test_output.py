"""What a program prints stands with the cell that printed it, and never breaks a run."""

import unittest

from programs import run

from ormpilot.output import Output


class Keeping(unittest.TestCase):
    def setUp(self) -> None:
        self.told: list[str] = []
        self.output = Output(10, self.told.append)

    def test_it_gives_what_was_written_since_the_last_time(self) -> None:
        print("a", "b", file=self.output)
        self.assertEqual(self.output.take(), "a b\n")
        self.assertEqual(self.output.take(), "")
        print("c", end="", file=self.output)
        self.assertEqual((self.output.take(), self.output.is_cut), ("c", False))

    def test_what_just_fits_is_not_cut(self) -> None:
        self.assertEqual(self.output.write("0123456789"), 10)
        self.assertEqual((self.output.take(), self.output.is_cut), ("0123456789", False))

    def test_what_is_above_the_limit_is_cut_once_with_a_sentence(self) -> None:
        self.output.write("0123456")
        self.output.take()
        self.assertEqual(self.output.write("789abc"), 6)
        self.assertEqual(self.output.write("more"), 4)
        shown = self.output.take()
        self.assertRegex(
            shown, r"^789\n… the output is cut here: it reached the limit of one run.\n$"
        )
        self.assertTrue(self.output.is_cut)

    def test_it_tells_of_each_write_until_it_is_cut(self) -> None:
        for text in ("12345", "67890", "dropped", "dropped"):
            self.output.write(text)
        self.assertEqual(self.told, ["12345", "67890", "dropped"])

    def test_it_looks_like_a_text_stream(self) -> None:
        self.assertTrue(self.output.writable())
        self.assertFalse(self.output.readable())
        self.assertFalse(self.output.isatty())
        self.assertEqual(self.output.encoding, "utf-8")
        self.output.writelines(["a", "b"])
        self.output.flush()
        self.assertEqual(self.output.take(), "ab")

    def test_a_text_of_a_persons_own_class_is_taken_as_it_is(self) -> None:
        class Mine(str):
            def __str__(self) -> str:
                raise LookupError

            def __len__(self) -> int:
                raise LookupError

        self.output.write(Mine("mine"))
        taken = self.output.take()
        self.assertEqual((taken, type(taken)), ("mine", str))

    def test_what_is_no_text_is_refused(self) -> None:
        with self.assertRaises(TypeError):
            self.output.write(b"bytes")  # type: ignore[arg-type]


class OfAProgram(unittest.TestCase):
    def test_it_stands_with_the_cell_that_printed_it(self) -> None:
        ran = run("django", "print(0)\n# %% a\nprint(1)\n# %% b\n# %% c\nprint(3)\nprint(4)\n")
        self.assertEqual([cell["stdout"] for cell in ran.cells], ["0\n1\n", "", "3\n4\n"])

    def test_stderr_warnings_and_logging_go_there_too(self) -> None:
        ran = run(
            "django",
            "import logging, sys, warnings\n"
            "print('error', file=sys.stderr)\n"
            "warnings.warn('be careful')\n"
            "logging.getLogger('x').warning('logged')\n",
        )
        self.assertEqual(
            ran.cells[0]["stdout"],
            "error\nscript.py:3: UserWarning: be careful\n  warnings.warn('be careful')\nlogged\n",
        )

    def test_what_models_print_goes_to_the_first_cell(self) -> None:
        ran = run("django", "print('script')\n# %% b\n", models="print('models')\n")
        self.assertEqual(ran.cells[0]["stdout"], "models\nscript\n")

    def test_a_lone_surrogate_breaks_nothing(self) -> None:
        ran = run("django", "print('\\ud800')\n")
        self.assertEqual((ran.kind, ran.cells[0]["stdout"]), ("done", "\ud800\n"))

    def test_before_an_error_it_is_kept(self) -> None:
        ran = run("django", "print('before')\n1 / 0\n")
        self.assertEqual((ran.kind, ran.cells[0]["stdout"]), ("python-error", "before\n"))

    def test_the_limit_is_that_of_all_cells_together(self) -> None:
        ran = run(
            "django",
            "# %%\nprint('x' * 8)\n# %%\nprint('y' * 8)\n# %%\nprint('z')\n",
            limits={"outputChars": 12},
        )
        first, second, third = (cell["stdout"] for cell in ran.cells)
        self.assertEqual((first, second[:3], third), ("x" * 8 + "\n", "yyy", ""))
        self.assertIn("cut here", second)
        self.assertEqual([each["kind"] for each in ran.notices], ["output-limit"])

    def test_many_prints_make_few_chunks(self) -> None:
        ran = run("django", "for i in range(50_000): print(i)\n", limits={"outputChars": 10**6})
        self.assertTrue(ran.cells[0]["stdout"].endswith("49999\n"))
        # One in 25 ms at most, each of which may cost a tenth of the time at most.
        self.assertLess(len(ran.chunks), 5 + ran.timing["totalUs"] / 25_000)

    def test_the_streams_are_the_persons_to_replace(self) -> None:
        ran = run(
            "django",
            "import contextlib, io\n"
            "with contextlib.redirect_stdout(io.StringIO()) as mine:\n"
            "    print('redirected')\n"
            "print(len(mine.getvalue()))\n",
        )
        self.assertEqual(ran.cells[0]["stdout"], "11\n")
