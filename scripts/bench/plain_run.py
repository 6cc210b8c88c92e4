"""Runs one side's program on a native CPython as anybody would: import, map, run, log the SQL.

``plain_run.py django|sqlalchemy FOLDER DATABASE``: FOLDER holds models.py and script.py, DATABASE is a
SQLite file that is changed. Prints the statements as JSON. No tracer: this is what the engine on the
page, which does more, is compared with.
"""

import json
import sys
import types
from pathlib import Path


def module_of(name: str, folder: Path) -> types.ModuleType:
    """Make the module `name` importable and run its file in it."""
    path = folder / f"{name}.py"
    module = types.ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), module.__dict__)
    return module


def run_django(folder: Path, database: Path) -> list[object]:
    """Run the program on Django; give the statements that its own log has."""
    import django
    from django.apps import AppConfig, apps
    from django.conf import settings

    person = types.ModuleType("person")
    person.__path__ = [str(folder)]
    sys.modules["person"] = person
    config = type("PersonConfig", (AppConfig,), {"name": "person", "path": str(folder)})
    person.PersonConfig = config  # type: ignore[attr-defined]
    settings.configure(
        DEBUG=True,
        INSTALLED_APPS=["person.PersonConfig"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": database}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
    )
    django.setup()
    assert apps.ready
    import person.models  # type: ignore[import-not-found]

    sys.modules["models"] = person.models
    module_of("script", folder)
    from django.db import connection

    return [[query["sql"], query["time"]] for query in connection.queries]


def run_sqlalchemy(folder: Path, database: Path) -> list[object]:
    """Run the program on SQLAlchemy; give the statements that an event listener heard."""
    from sqlalchemy import Engine, create_engine, event
    from sqlalchemy.orm import sessionmaker

    statements: list[object] = []

    @event.listens_for(Engine, "before_cursor_execute")
    def log(_connection: object, _cursor: object, sql: str, params: object, *_: object) -> None:
        statements.append([sql, repr(params)])

    module = types.ModuleType("database")
    module.engine = create_engine(f"sqlite:///{database}")  # type: ignore[attr-defined]
    module.Session = sessionmaker(module.engine)  # type: ignore[attr-defined]
    sys.modules["database"] = module
    module_of("models", folder)
    module_of("script", folder)
    return statements


if __name__ == "__main__":
    side, folder_name, database_name = sys.argv[1:4]
    run = {"django": run_django, "sqlalchemy": run_sqlalchemy}[side]
    json.dump(run(Path(folder_name), Path(database_name)), sys.stdout)
