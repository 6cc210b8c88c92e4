"""Versions of what a run uses."""

import functools
import importlib.metadata
import platform
import sqlite3


@functools.cache
def versions() -> dict[str, str]:
    """Give `VersionsSchema` of lib/trace/schema.ts, without Pyodide's, which JavaScript knows.

    Imports none of the packages. What the first call finds is kept, so a snapshot holds it.
    """
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: importlib.metadata.version(name) for name in ("django", "sqlalchemy", "alembic")},
    }
