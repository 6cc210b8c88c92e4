"""A program that fails says where and why, and what it had done before is kept."""

import unittest
import weakref
from typing import Any

from programs import Ran, run, run_in_shop

from ormpilot.failures import Failure
from ormpilot.positions import Positions
from ormpilot.request import Limits, Request


def frames(ran: Ran) -> list[tuple[str, str, int]]:
    """Give function, file and line of each frame."""
    return [
        (each["function"], each["span"]["file"], each["span"]["startLine"])
        for each in ran.error["frames"]
    ]


class Kept(unittest.TestCase):
    def test_everything_before_it_is_there(self) -> None:
        for orm, count in (
            ("django", "Book.objects.count()"),
            ("sqlalchemy", "session.query(Book).count()"),
        ):
            with self.subTest(orm=orm):
                ran = run_in_shop(
                    orm,  # type: ignore[arg-type]
                    f"# %% a\nprint('a')\n{count}\n# %% b\nprint('b')\n{count}\n"
                    f"1 / 0\n{count}\n# %% c\n{count}\n",
                )
                self.assertEqual(ran.kind, "python-error")
                self.assertEqual([c["state"] for c in ran.cells], ["done", "failed", "not-reached"])
                self.assertEqual([c["stdout"] for c in ran.cells], ["a\n", "b\n", ""])
                self.assertEqual(ran.values, ["4", None, None])
                self.assertEqual([each["cell"] for each in ran.queries], [0, 1])
                self.assertEqual(ran.error["cell"], 1)

    def test_a_run_that_does_not_fail_has_no_error(self) -> None:
        ran = run("django", "1\n")
        self.assertEqual((ran.kind, ran.error, ran.notices), ("done", {}, []))


class Described(unittest.TestCase):
    def failing(self, script: str, **more: Any) -> Ran:
        ran = run_in_shop("django", script, **more)
        self.assertEqual(ran.kind, "python-error")
        return ran

    def test_type_text_and_place(self) -> None:
        ran = self.failing("x = ('é', int('😀'))\n")
        self.assertEqual(
            (ran.error["type"], ran.error["message"]),
            ("ValueError", "invalid literal for int() with base 10: '😀'"),
        )
        self.assertEqual(ran.text(ran.error["span"]), "int('😀')")

    def test_a_type_says_where_it_is_from(self) -> None:
        for script, name in (
            ("Book.objects.get(id=99)", "models.Book.DoesNotExist"),
            ("class E(Exception): pass\nraise E", "__main__.E"),
            ("Tag.objects.create(id=1)", "django.db.utils.IntegrityError"),
        ):
            with self.subTest(script=script):
                self.assertEqual(self.failing(script).error["type"], name)

    def test_frames_are_the_persons_innermost_first(self) -> None:
        ran = self.failing(
            "from helpers import outer\n\ndef run():\n    outer()\n\nrun()\n",
            files={
                "helpers.py": "from models import Book\n\n"
                "def outer():\n    Book.objects.get(id=99)\n"
            },
        )
        self.assertEqual(
            frames(ran),
            [("outer", "helpers.py", 4), ("run", "script.py", 5), ("<module>", "script.py", 7)],
        )
        self.assertEqual(ran.text(ran.error["span"]), "Book.objects.get(id=99)")

    def test_frames_are_only_so_many(self) -> None:
        ran = self.failing(
            "def f(n):\n    if n == 0:\n        raise LookupError\n    f(n - 1)\nf(50)\n"
        )
        self.assertEqual(len(ran.error["frames"]), 30)
        self.assertEqual(frames(ran)[0], ("f", "script.py", 4))

    def test_a_text_that_cannot_be_had_is_said(self) -> None:
        for body, kind in (("1 / 0", "ZeroDivisionError"), ("return 1", "TypeError")):
            with self.subTest(body=body):
                ran = self.failing(
                    f"class E(Exception):\n    def __str__(self):\n        {body}\nraise E()\n"
                )
                self.assertEqual(
                    ran.error["message"], f"(its text cannot be shown: __str__ raised {kind})"
                )

    def test_a_long_text_is_cut(self) -> None:
        ran = self.failing("raise ValueError('x' * 100)\n", limits={"sqlChars": 10})
        self.assertEqual(ran.error["message"], "x" * 10)

    def test_a_text_with_a_lone_surrogate(self) -> None:
        self.assertEqual(self.failing("raise ValueError('\\ud800')\n").error["message"], "\ud800")

    def test_the_repr_of_a_value_that_ends_the_program(self) -> None:
        ran = self.failing(
            "class A:\n    def __repr__(self):\n        raise SystemExit\nx = A()\nx\n"
        )
        self.assertEqual(
            (ran.error["type"], frames(ran)[0][:2]), ("SystemExit", ("A.__repr__", "script.py"))
        )

    def test_a_value_that_cannot_be_read_has_the_place_of_the_value(self) -> None:
        # Code without a file of its own has no frame that could be shown.
        ran = self.failing("exec('class A:\\n    def __repr__(self): exit()')\n[A()]\n")
        self.assertEqual((ran.text(ran.error["span"]), frames(ran)), ("[A()]", []))


class NotPython(unittest.TestCase):
    def test_in_the_script_it_lands_in_its_cell_and_nothing_runs(self) -> None:
        ran = run("django", "# %% a\nprint(1)\n# %% b\nx = = 1\n# %% c\n1\n")
        self.assertEqual(
            (ran.error["type"], ran.error["message"]), ("SyntaxError", "invalid syntax")
        )
        self.assertEqual([c["state"] for c in ran.cells], ["not-reached", "failed", "not-reached"])
        self.assertEqual((ran.error["cell"], ran.error["span"]["startLine"]), (1, 4))
        self.assertEqual((ran.cells[0]["stdout"], ran.error["frames"]), ("", []))

    def test_its_place_is_counted_as_the_editor_counts_it(self) -> None:
        ran = run("django", "x = ('😀é', pass)\n")
        self.assertEqual(ran.text(ran.error["span"]), "pass")

    def test_in_models_it_is_in_no_cell(self) -> None:
        ran = run("django", "# %% a\n1\n", models="x = 1\nclass A(:\n")
        self.assertEqual((ran.error["cell"], ran.cells[0]["state"]), (None, "not-reached"))
        self.assertEqual(
            (ran.error["span"]["file"], ran.error["span"]["startLine"]), ("models.py", 2)
        )

    def test_in_another_file_the_frames_say_who_imports_it(self) -> None:
        ran = run("django", "import helpers\n", files={"helpers.py": "def f(:\n"})
        self.assertEqual(ran.error["span"]["file"], "helpers.py")
        self.assertEqual((frames(ran), ran.error["cell"]), ([("<module>", "script.py", 1)], 0))

    def test_one_that_the_program_makes_itself(self) -> None:
        ran = run("django", "x = 1\ncompile('a b', 'nowhere.py', 'exec')\n")
        self.assertEqual(ran.text(ran.error["span"]), "compile('a b', 'nowhere.py', 'exec')")

    def test_a_file_with_a_zero_byte(self) -> None:
        ran = run("django", "# %% a\nx = 1\0\n")
        self.assertEqual((ran.error["type"], ran.error["cell"]), ("SyntaxError", 0))


class InModels(unittest.TestCase):
    def test_an_error_there_is_in_no_cell(self) -> None:
        for orm in ("django", "sqlalchemy"):
            with self.subTest(orm=orm):
                ran = run(orm, "print(1)\n", models="x = 1\n1 / 0\n")  # type: ignore[arg-type]
                self.assertEqual((ran.error["cell"], ran.cells[0]["state"]), (None, "not-reached"))
                self.assertEqual(frames(ran), [("<module>", "models.py", 2)])

    def test_a_table_that_cannot_be_made(self) -> None:
        models = (
            "from sqlalchemy import Column, MetaData, Table\n"
            "t = Table('t', MetaData(), Column('no_type'))\n"
        )
        ran = run("sqlalchemy", "1\n", models=models)
        self.assertEqual(ran.error["type"], "sqlalchemy.exc.CompileError")
        self.assertEqual((ran.error["cell"], ran.error["frames"]), (None, []))


class Ending(unittest.TestCase):
    def test_exit_is_said_in_a_sentence(self) -> None:
        ran = run("django", "# %%\nprint(1)\nimport sys\nsys.exit(3)\n# %%\nprint(2)\n")
        self.assertEqual((ran.kind, ran.error["type"]), ("python-error", "SystemExit"))
        self.assertRegex(ran.error["message"], r"^The program ended itself by sys\.exit\(\); ")
        self.assertEqual([c["stdout"] for c in ran.cells], ["1\n", ""])

    def test_a_memory_error_is_a_kind_of_its_own(self) -> None:
        ran = run("django", "print(1)\nraise MemoryError\n")
        self.assertEqual((ran.kind, ran.error["type"]), ("out-of-memory", "MemoryError"))
        self.assertEqual(ran.cells[0]["stdout"], "1\n")

    def test_an_interrupt_is_an_error_like_others(self) -> None:
        self.assertEqual(
            run("django", "raise KeyboardInterrupt\n").error["type"], "KeyboardInterrupt"
        )

    def test_an_endless_recursion(self) -> None:
        ran = run("django", "def f():\n    return f()\nf()\n")
        self.assertEqual(
            (ran.error["type"], frames(ran)[0]), ("RecursionError", ("f", "script.py", 2))
        )

    def test_describing_it_keeps_nothing_of_it_alive(self) -> None:
        # The frames of an error hold a session's objects, and so change what is sent after it.
        class Thing: ...

        held: list[weakref.ref[Thing]] = []

        def fail() -> None:
            thing = Thing()
            held.append(weakref.ref(thing))
            raise LookupError("no")

        request = Request("django", {}, Limits(1, 1, 1, 1, 1), False)
        try:
            fail()
        except LookupError as error:
            failure = Failure(error, request, Positions({}), None)
        self.assertEqual((failure.error["message"], failure.kind), ("n", "python-error"))
        self.assertIsNone(held[0]())


class NotAvailable(unittest.TestCase):
    def test_threads(self) -> None:
        ran = run("django", "import threading\nthreading.Thread(target=print).start()\n")
        self.assertEqual(ran.error["type"], "RuntimeError")
        self.assertRegex(
            ran.error["message"], "^Threads are not available here: .*ThreadPoolExecutor"
        )

    def test_input(self) -> None:
        ran = run("django", "input('Name? ')\n")
        self.assertEqual(ran.error["type"], "EOFError")
        self.assertRegex(ran.error["message"], r"^input\(\) is not available here: ")
