"""A whole run: its cells, its surroundings, and that nothing of it stays behind."""

import json
import linecache
import sys
import unittest

from programs import LIMITS, run, run_in_shop

from ormpilot import runner
from ormpilot.request import parse


class Cells(unittest.TestCase):
    def test_they_run_in_turn_and_share_their_names(self) -> None:
        ran = run("django", "a = 1\n# %% One\nb = a + 1\nb\n# %% Two\n# %% Three\na + b\n")
        self.assertEqual(
            [(c["title"], c["startLine"], c["endLine"], c["value"]) for c in ran.cells],
            [("One", 2, 4, "2"), ("Two", 5, 5, None), ("Three", 6, 7, "3")],
        )
        self.assertEqual({c["state"] for c in ran.cells}, {"done"})

    def test_the_preamble_fails_in_the_first_cell(self) -> None:
        ran = run("django", "1 / 0\n# %% One\n1\n# %% Two\n2\n")
        self.assertEqual([c["state"] for c in ran.cells], ["failed", "not-reached"])
        self.assertEqual((ran.error["cell"], ran.error["span"]["startLine"]), (0, 1))

    def test_an_empty_script_is_a_cell_that_is_done(self) -> None:
        ran = run("django", "")
        self.assertEqual([(c["state"], c["value"]) for c in ran.cells], [("done", None)])

    def test_a_future_import_holds_in_later_cells(self) -> None:
        script = (
            "from __future__ import annotations\n# %%\n1\n# %%\ndef f(x: Nope): ...\n"
            "f.__annotations__\n"
        )
        self.assertEqual(run("django", script).values, ["1", "{'x': 'Nope'}"])

    def test_each_takes_its_time(self) -> None:
        ran = run("django", "# %%\nimport time\ntime.sleep(0.02)\n# %%\n1\n")
        slow, fast = (c["durationUs"] for c in ran.cells)
        self.assertGreater(slow, 19_000)
        self.assertLess(fast, slow)
        self.assertGreater(ran.timing["totalUs"], 19_000)


class Surroundings(unittest.TestCase):
    def test_the_script_is_the_main_module(self) -> None:
        script = "import sys\n__name__, __file__, sys.modules['__main__'].__dict__ is globals()\n"
        self.assertEqual(run("django", script).values, ["('__main__', 'script.py', True)"])

    def test_classes_of_the_script_can_be_pickled(self) -> None:
        script = "import pickle\nclass A:\n    x = 1\npickle.loads(pickle.dumps(A())).x\n"
        self.assertEqual(run("django", script).values, ["1"])

    def test_dataclasses_and_enums(self) -> None:
        script = (
            "from dataclasses import dataclass\nfrom enum import Enum\n"
            "@dataclass\nclass P:\n    x: int\nclass C(Enum):\n    RED = 1\nP(1), C.RED\n"
        )
        self.assertEqual(run("django", script).values, ["(P(x=1), <C.RED: 1>)"])

    def test_files_can_be_written_and_read(self) -> None:
        script = (
            "from pathlib import Path\nPath('a.txt').write_text('é')\nPath('a.txt').read_text()\n"
        )
        self.assertEqual(run("django", script).values, ["'é'"])

    def test_inspect_and_tracebacks_read_the_script(self) -> None:
        script = (
            "import inspect, traceback\ndef f():\n    return 1 / 0\n"
            "try:\n    f()\nexcept ZeroDivisionError:\n    traceback.print_exc()\n"
            "inspect.getsource(f)\n"
        )
        ran = run("django", script)
        self.assertEqual(ran.values, ["'def f():\\n    return 1 / 0\\n'"])
        self.assertIn('File "script.py", line 3, in f\n    return 1 / 0\n', ran.cells[0]["stdout"])

    def test_helpers_import_each_other_and_the_models(self) -> None:
        files = {
            "a.py": "from b import count\n",
            "b.py": "from models import Tag\ncount = Tag.objects.count\n",
        }
        self.assertEqual(run_in_shop("django", "import a\na.count()\n", files=files).values, ["1"])

    def test_a_library_that_a_file_hides_is_the_persons(self) -> None:
        ran = run("django", "import this\nthis.x\n", files={"this.py": "x = 1\n"})
        self.assertEqual(ran.values, ["1"])


class Afterwards(unittest.TestCase):
    def test_the_interpreter_is_as_before(self) -> None:
        before = (
            sys.stdout,
            sys.stderr,
            sys.modules["__main__"],
            list(sys.meta_path),
            sys.modules.get("helpers"),
            sys.modules.get("models"),
        )
        for script in (
            "import helpers\n",
            "import helpers\n1 / 0\n",
            "x = (\n",
            "raise SystemExit\n",
        ):
            with self.subTest(script=script):
                run("django", script, files={"helpers.py": "x = 1\n"})
                after = (
                    sys.stdout,
                    sys.stderr,
                    sys.modules["__main__"],
                    list(sys.meta_path),
                    sys.modules.get("helpers"),
                    sys.modules.get("models"),
                )
                self.assertEqual(after, before)
                self.assertNotIn("script.py", linecache.cache)

    def test_the_driver_is_as_before(self) -> None:
        import sqlite3

        before = sqlite3.connect, sqlite3.Connection, sqlite3.Cursor
        run("sqlalchemy", "session\n")
        self.assertEqual((sqlite3.connect, sqlite3.Connection, sqlite3.Cursor), before)

    def test_so_it_is_when_nobody_takes_the_chunks(self) -> None:
        def refuse(_chunk: str) -> None:
            raise ConnectionError

        request = {"orm": "django", "files": {}, "limits": LIMITS, "hasImage": False}
        streams, finders = (sys.stdout, sys.stderr), list(sys.meta_path)
        with self.assertRaises(ConnectionError):
            runner.run(json.dumps(request), refuse, lambda _cell, _state: None)
        self.assertEqual(((sys.stdout, sys.stderr), sys.meta_path), (streams, finders))
        self.assertIsNone(sys.monitoring.get_tool(4))


class Requests(unittest.TestCase):
    def test_it_is_read(self) -> None:
        request = parse(
            json.dumps(
                {"orm": "django", "files": {"script.py": "1"}, "limits": LIMITS, "hasImage": True}
            )
        )
        self.assertEqual((request.orm, request.has_image), ("django", True))
        self.assertEqual(request.files, {"models.py": "", "script.py": "1"})
        self.assertEqual(
            tuple(request.limits), (10_000, 1_000, 100, 10_000, 2_000, 1_000_000, 4_000_000)
        )
