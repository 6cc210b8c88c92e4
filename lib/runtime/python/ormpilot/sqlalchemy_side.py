"""SQLAlchemy's side: the engine, the person's mapped classes, their tables."""

from importlib import import_module
from types import ModuleType
from typing import Any, Final

from .database_file import table_names
from .visible_files import DATABASE

VISIBLE: Final = {"database.py": DATABASE}
"""Set-up files that a program can import."""
_DATABASE: Final = "database"
_MODELS: Final = "models"


def start() -> dict[str, Any]:
    """Import the set-up and the person's models, and make the tables that are not there.

    Gives the names that the script finds without an import: `session`.
    """
    database, models = load()
    engine: Any = getattr(database, "engine", None)
    if engine is not None:
        _make_tables(models, engine)
        # What a new connection is asked for would otherwise stand beside the program's first query.
        engine.connect().close()
    make_session: Any = getattr(database, "Session", None)
    return {} if make_session is None else {"session": make_session()}


def load() -> tuple[ModuleType, ModuleType]:
    """Import the set-up and the person's models."""
    return import_module(_DATABASE), import_module(_MODELS)


def _make_tables(models: ModuleType, engine: Any) -> None:
    existing = table_names()
    for metadata in metadata_of(models):
        missing = [
            table
            for table in metadata.sorted_tables
            if table.name not in existing and table.schema is None
        ]
        if missing:
            metadata.create_all(engine, tables=missing, checkfirst=False)


def metadata_of(models: ModuleType) -> list[Any]:
    """Find the collections of tables that a module defines, by whatever it has of them."""
    from sqlalchemy import MetaData

    found: dict[int, Any] = {}
    for value in list(vars(models).values()):
        metadata = value if isinstance(value, MetaData) else _metadata_in(value)
        if isinstance(metadata, MetaData):
            found.setdefault(id(metadata), metadata)
    return list(found.values())


def _metadata_in(value: object) -> object:
    """Give the `metadata` of a mapped class, a table or a registry; None of anything else."""
    from sqlalchemy import Table
    from sqlalchemy.orm import registry

    if isinstance(value, Table | registry) or (
        isinstance(value, type) and "registry" in dir(value)
    ):
        return getattr(value, "metadata", None)
    return None


def forget() -> None:
    """Take a program that was run to its end out of SQLAlchemy, for the next one."""
    from sqlalchemy.orm import clear_mappers

    clear_mappers()
