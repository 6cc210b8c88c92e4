"""What leads out of Python says that it is shut, and what was taken before keeps working."""

import asyncio
import importlib
import socket
import sys
import unittest
import urllib.request
from typing import Any

from ormpilot import doors


class Finder(unittest.TestCase):
    def setUp(self) -> None:
        finder = doors.Closed()
        sys.meta_path.insert(0, finder)
        self.addCleanup(sys.meta_path.remove, finder)

    def test_what_leads_to_javascript_is_refused_with_a_reason(self) -> None:
        for name in ("js", "pyodide_js", "_pyodide_core", "micropip"):
            with self.subTest(name), Hidden(name), self.assertRaises(ImportError) as caught:
                importlib.import_module(name)
            self.assertEqual(
                str(caught.exception),
                f"{name} is not available in this sandbox: "
                "your code has no way to the page or the network.",
            )
            self.assertEqual(caught.exception.name, name)

    def test_a_module_within_a_closed_one_is_refused_too(self) -> None:
        with (
            Hidden("pyodide", "pyodide.http"),
            self.assertRaisesRegex(ImportError, r"^pyodide is not available in this sandbox"),
        ):
            importlib.import_module("pyodide.http")

    def test_what_leads_to_memory_is_refused_with_a_reason_of_its_own(self) -> None:
        with Hidden("ctypes"), self.assertRaisesRegex(ImportError, "the memory of the interpreter"):
            importlib.import_module("ctypes")

    def test_what_cannot_exist_here_says_why(self) -> None:
        with self.assertRaisesRegex(ImportError, "WebAssembly, so neither does SQLAlchemy's asyn"):
            importlib.import_module("greenlet")

    def test_other_modules_are_found_or_missing_as_before(self) -> None:
        with Hidden("colorsys"):
            self.assertEqual(importlib.import_module("colorsys").__name__, "colorsys")
        with self.assertRaisesRegex(ModuleNotFoundError, "^No module named 'jsonschema_of_mine'$"):
            importlib.import_module("jsonschema_of_mine")


@unittest.skipUnless(sys.platform == "emscripten", "there is no JavaScript elsewhere")
class Closing(unittest.TestCase):
    def setUp(self) -> None:
        from pyodide.code import run_js

        self.call: Any = run_js("(given, value) => given(value)")
        self.throw: Any = run_js("() => { throw new Error('thrown by JavaScript'); }")
        self.proxies = reopen_afterwards(self)
        doors.close()

    def test_javascript_cannot_be_imported(self) -> None:
        for name in ("js", "pyodide", "pyodide_js._api", "_pyodide._base", "ctypes"):
            with self.subTest(name), self.assertRaisesRegex(ImportError, "not available in this"):
                importlib.import_module(name)

    def test_no_module_of_it_is_left(self) -> None:
        left = [name for name in sys.modules if name.startswith(("js", "pyodide", "_pyodide"))]
        self.assertEqual([name for name in left if not name.startswith("json")], [])

    def test_pyodides_finders_are_gone_and_empty(self) -> None:
        modules = [getattr(each, "__module__", "") for each in sys.meta_path]
        self.assertEqual([name for name in modules if "pyodide" in name], [])
        self.assertEqual([dict(proxies) for proxies, _ in self.proxies], [{}])

    def test_coroutines_run(self) -> None:
        self.assertEqual(asyncio.run(asyncio.sleep(0.001, "slept")), "slept")

    def test_a_page_is_not_opened(self) -> None:
        import webbrowser

        with self.assertRaisesRegex(ImportError, "no way to the page"):
            webbrowser.open("http://localhost/")

    def test_there_is_no_network(self) -> None:
        with self.assertRaisesRegex(OSError, "There is no network in this sandbox"):
            urllib.request.urlopen("http://localhost:1/")
        with self.assertRaisesRegex(OSError, "There is no network in this sandbox"):
            socket.create_connection(("127.0.0.1", 1))
        with socket.socket() as connection, self.assertRaisesRegex(OSError, "There is no network"):
            connection.connect(("127.0.0.1", 1))

    def test_functions_that_were_taken_before_can_be_called_and_call_back(self) -> None:
        self.assertEqual(self.call(lambda value: value + 1, 1), 2)
        self.assertEqual(self.call(len, "four"), 4)

    def test_errors_pass_both_ways(self) -> None:
        def fail(value: int) -> None:
            raise KeyError(value)

        with self.assertRaisesRegex(KeyError, "7"):
            self.call(fail, 7)
        with self.assertRaisesRegex(Exception, "thrown by JavaScript"):
            self.throw()


class Hidden:
    """Takes modules out of `sys.modules` for a while."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def __enter__(self) -> None:
        self.kept = {name: sys.modules.pop(name) for name in self.names if name in sys.modules}

    def __exit__(self, *_error: object) -> None:
        for name in self.names:
            sys.modules.pop(name, None)
        sys.modules.update(self.kept)


def reopen_afterwards(case: unittest.TestCase) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Undo after the test what `close` does, since the interpreter is needed for other tests.

    Gives what Pyodide's finders have registered: the registers and a copy of each.
    """
    finders: list[Any] = [*sys.meta_path]
    proxies = [
        (finder.jsproxies, dict(finder.jsproxies))
        for finder in finders
        if hasattr(finder, "jsproxies")
    ]
    case.assertEqual(len(proxies), 1)
    modules = dict(sys.modules)

    def reopen() -> None:
        sys.meta_path[:] = finders
        for registered, kept in proxies:
            registered.update(kept)
        sys.modules.update(modules)
        del socket.socket.connect  # the base class, in C, has the real one

    case.addCleanup(reopen)
    return proxies
