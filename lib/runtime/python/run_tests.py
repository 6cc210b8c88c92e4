"""Runs the tests of this directory and counts them, in Pyodide or on any Python >= 3.12."""

import sys
import unittest
from pathlib import Path

_HERE = Path(__file__).parent


def run(pattern: str = "test_*.py") -> bool:
    """Run the tests in matching files, show them on stderr, print how many passed and failed.

    :returns: whether all of them passed, and there were any.
    """
    sys.path.insert(0, str(_HERE))
    if sys.platform == "emscripten":
        # As the engine does it: before anything imports an ORM.
        from ormpilot import interpreter

        interpreter.prepare()
    suite = unittest.defaultTestLoader.discover(str(_HERE / "tests"), pattern)
    result = unittest.TextTestRunner(stream=sys.stderr, verbosity=1).run(suite)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    skipped = len(result.skipped)
    print(
        f"{result.testsRun - failed - skipped} passed, {failed} failed"
        + (f", {skipped} skipped" if skipped else "")
    )
    return result.wasSuccessful() and result.testsRun > 0


if __name__ == "__main__":
    sys.exit(not run(*sys.argv[1:2]))
