"""Files that are texts only can be imported, read and shown like any others."""

import importlib
import inspect
import linecache
import sys
import traceback
import unittest
from types import CodeType
from typing import Any

from ormpilot.sources import Sources

HELPERS = "def fail(): return 1 / 0\n"


class Importing(unittest.TestCase):
    def install(self, **files: str) -> Sources:
        sources = Sources({f"{name}.py": text for name, text in files.items()})
        sources.install()
        self.addCleanup(sources.uninstall)
        return sources

    def test_a_file_is_a_module(self) -> None:
        self.install(helpers_of_test="x = 1\n")
        module: Any = importlib.import_module("helpers_of_test")
        self.assertEqual((module.x, module.__file__), (1, "helpers_of_test.py"))
        self.assertEqual(repr(module), "<module 'helpers_of_test' from 'helpers_of_test.py'>")

    def test_files_import_each_other(self) -> None:
        self.install(one_of_test="from two_of_test import x\n", two_of_test="x = 2\n")
        self.assertEqual(importlib.import_module("one_of_test").x, 2)

    def test_they_come_before_all_else(self) -> None:
        self.install(this="x = 'mine'\n")
        sys.modules.pop("this", None)
        self.assertEqual(importlib.import_module("this").x, "mine")

    def test_a_submodule_is_not_looked_for_among_them(self) -> None:
        self.install(decoder="x = 'mine'\n")
        self.assertFalse(hasattr(importlib.import_module("json.decoder"), "x"))

    def test_what_is_no_python_file_is_no_module(self) -> None:
        sources = Sources({"notes.txt": "x"})
        self.assertIsNone(sources.find_spec("notes", None))
        self.assertIsNone(sources.find_spec("notes.txt", None))

    def test_no_flags_of_ours_hold_in_them(self) -> None:
        self.install(annotated_of_test="def f(x: int): ...\n")
        module: Any = importlib.import_module("annotated_of_test")
        self.assertEqual(module.f.__annotations__, {"x": int})

    def test_code_is_told_of_before_it_runs(self) -> None:
        seen: list[str] = []

        def note(code: CodeType) -> None:
            seen.append(code.co_filename)
            self.assertFalse(hasattr(sys.modules["told_of_test"], "x"))

        sources = Sources({"told_of_test.py": "x = 1\n"}, note)
        sources.install()
        self.addCleanup(sources.uninstall)
        importlib.import_module("told_of_test")
        self.assertEqual(seen, ["told_of_test.py"])

    def test_an_error_names_the_file(self) -> None:
        self.install(wrong_of_test="a = 1\nb = = 2\n")
        with self.assertRaises(SyntaxError) as caught:
            importlib.import_module("wrong_of_test")
        self.assertEqual(
            (caught.exception.filename, caught.exception.lineno), ("wrong_of_test.py", 2)
        )
        self.assertNotIn("wrong_of_test", sys.modules)


class Reading(unittest.TestCase):
    def setUp(self) -> None:
        self.sources = Sources({"helpers_of_test.py": HELPERS})
        self.sources.install()
        self.addCleanup(self.sources.uninstall)
        self.module: Any = importlib.import_module("helpers_of_test")

    def test_a_traceback_shows_the_line(self) -> None:
        try:
            self.module.fail()
        except ZeroDivisionError as error:
            shown = "".join(traceback.format_exception(error))
        self.assertIn(
            'File "helpers_of_test.py", line 1, in fail\n    def fail(): return 1 / 0\n', shown
        )

    def test_inspect_gives_the_source(self) -> None:
        self.assertEqual(inspect.getsource(self.module.fail), HELPERS)
        self.assertEqual(inspect.getsource(self.module), HELPERS)
        self.assertEqual(self.sources.get_source("helpers_of_test"), HELPERS)

    def test_afterwards_nothing_is_left(self) -> None:
        self.sources.uninstall()
        self.assertNotIn("helpers_of_test", sys.modules)
        self.assertNotIn("helpers_of_test.py", linecache.cache)
        self.assertNotIn(self.sources, sys.meta_path)
        with self.assertRaises(ModuleNotFoundError):
            importlib.import_module("helpers_of_test")

    def test_a_module_of_another_loader_stays(self) -> None:
        sources = Sources({"unittest.py": "x = 1\n"})
        sources.install()
        sources.uninstall()
        self.assertIs(sys.modules["unittest"], unittest)
