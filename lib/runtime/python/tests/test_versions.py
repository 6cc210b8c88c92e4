"""Versions are those of what is imported."""

import sqlite3
import sys
import unittest

from ormpilot import versions


@unittest.skipUnless(sys.platform == "emscripten", "the packages are those of the interpreter")
class Versions(unittest.TestCase):
    def test_each_is_the_packages_own_word(self) -> None:
        import alembic
        import django
        import sqlalchemy

        self.assertEqual(
            versions.versions(),
            {
                "python": sys.version.split()[0],
                "sqlite": sqlite3.sqlite_version,
                "django": django.__version__,
                "sqlalchemy": sqlalchemy.__version__,
                "alembic": alembic.__version__,
            },
        )
