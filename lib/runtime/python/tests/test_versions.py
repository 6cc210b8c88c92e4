"""Versions are those of what is imported, and nothing is imported to know them."""

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

    def test_no_package_is_imported_for_it(self) -> None:
        hidden = {name: module for name, module in sys.modules.items() if is_of_an_orm(name)}
        self.addCleanup(sys.modules.update, hidden)
        for name in hidden:
            del sys.modules[name]
        versions.versions.cache_clear()
        versions.versions()
        self.assertEqual([name for name in sys.modules if is_of_an_orm(name)], [])


def is_of_an_orm(name: str) -> bool:
    return name.partition(".")[0] in {"alembic", "django", "sqlalchemy"}
