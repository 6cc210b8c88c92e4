"""Warms an interpreter: imports what runs need, runs programs, leaves nothing of them."""

import gc
import importlib
import json
import os
import shutil
import sys
import typing
from pathlib import Path
from typing import Final

from . import database_file, django_side, runner, sqlalchemy_side, traced_cursor
from .link import BaseConnection
from .traced_cursor import BaseCursor
from .visible_files import data_text

_IMPORTED: Final = (
    "alembic.autogenerate",
    "alembic.command",
    "alembic.migration",
    "alembic.operations",
    "asyncio",
    "dataclasses",
    "datetime",
    "decimal",
    "django.core.management",
    "django.core.serializers.json",
    "django.db.backends.sqlite3.base",
    "django.db.backends.sqlite3.schema",
    "django.db.migrations.autodetector",
    "django.db.migrations.executor",
    "django.db.models.functions",
    "enum",
    "itertools",
    "ormpilot.tools",
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.ext.associationproxy",
    "sqlalchemy.ext.hybrid",
    "sqlalchemy.orm",
    "typing",
    "uuid",
)
_PACKAGE: Final = "ormpilot"
_FILES: Final = ("models.py", "script.py")
_LIMITS: Final = {
    "outputChars": 10_000,
    "statements": 1_000,
    "rows": 100,
    "sqlChars": 10_000,
    "valueChars": 2_000,
    "stateBytes": 1_000_000,
    "allStatesBytes": 4_000_000,
}
_OWN_MODULES: Final = ("database", "models", "script", "settings")


def warm(*, imports_only: bool = False) -> None:
    """Import both ORMs and set Django up; then run a program of each side, unless told not to."""
    django_side.prepare()
    for name in _IMPORTED:
        importlib.import_module(name)
    # Alembic opens the archive to look for plug-ins; after a restore it could not be closed.
    importlib.invalidate_caches()
    gc.collect()
    if imports_only:
        return
    folder = Path.cwd()
    for orm, side in (("django", django_side), ("sqlalchemy", sqlalchemy_side)):
        request = {
            "orm": orm,
            "files": {name: data_text(_PACKAGE, f"rehearsal/{orm}/{name}") for name in _FILES},
            "limits": _LIMITS,
            "hasImage": False,
        }
        end = json.loads(runner.run(json.dumps(request), _ignore, _ignore))
        if end["kind"] != "done":
            raise RuntimeError(f"the rehearsal of {orm} failed: {end['error']}")
        side.forget()
    # The types that annotations were made of are kept there, and with them the mapped classes.
    for clear in getattr(typing, "_cleanups", ()):
        clear()
    os.chdir(folder)
    shutil.rmtree(database_file.FOLDER, ignore_errors=True)
    gc.collect()


def _ignore(*_told: object) -> None:
    """Take what a rehearsal tells."""


def residue() -> list[str]:
    """Say in words what is left of the programs that were run; nothing, if all is well."""
    from django.apps import apps
    from sqlalchemy.orm import DeclarativeBase, Mapper

    found: list[str] = []
    gc.collect()
    alive = gc.get_objects()
    models = [model._meta.label for model in apps.get_models() if model._meta.app_label == "app"]
    found += [f"the model {label}" for label in models]
    found += [f"the class {base.__qualname__}" for base in DeclarativeBase.__subclasses__()]
    found += ["a mapper" for each in alive if type(each) is Mapper]
    found += ["a connection" for each in alive if issubclass(type(each), BaseConnection)]
    found += ["a cursor" for each in alive if issubclass(type(each), BaseCursor)]
    found += [f"the module {name}" for name in _OWN_MODULES if name in sys.modules]
    if traced_cursor.recorder is not None:
        found.append("a recorder")
    if database_file.FOLDER.exists():
        found.append(f"the folder {database_file.FOLDER}")
    return found
