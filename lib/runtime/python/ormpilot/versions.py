"""Versions of what a run uses."""

import platform
import sqlite3
from importlib import import_module
from typing import Final

_PACKAGES: Final = ("django", "sqlalchemy", "alembic")


def versions() -> dict[str, str]:
    """Give `VersionsSchema` of lib/trace/schema.ts, without Pyodide's, which JavaScript knows.

    The packages say it themselves, and are there already: their metadata would be read through an
    open archive, which must not get into a snapshot.
    """
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: str(import_module(name).__version__) for name in _PACKAGES},
    }
