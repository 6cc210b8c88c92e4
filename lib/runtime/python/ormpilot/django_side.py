"""Django's side: settings, the app that a person's models belong to, its tables."""

from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from .database_file import table_names
from .visible_files import SETTINGS

VISIBLE: Final = {"settings.py": SETTINGS}
"""Set-up files that a program can import."""
_MODELS: Final = "models"
_LABEL: Final = "app"


def prepare() -> None:
    """Set Django up as the visible settings say; once in an interpreter."""
    import django
    from django.conf import settings

    module = ModuleType("settings")
    exec(compile(SETTINGS, "settings.py", "exec"), module.__dict__)  # noqa: S102 - our own file
    values = {name: value for name, value in vars(module).items() if name.isupper()}
    settings.configure(**values)
    django.setup()


def start() -> dict[str, Any]:
    """Import the person's models and make the tables that are not there.

    Gives the names that the script finds without an import: none.
    """
    from django.db import connection

    _make_tables(load().get_models())
    # What Django asks a new connection for would otherwise stand beside the program's first query.
    connection.ensure_connection()
    return {}


def load() -> Any:
    """Import the person's models and give the app that they are."""
    from django.apps import AppConfig, apps

    class Models(AppConfig):
        """The app that models.py is."""

        name = _MODELS
        label = _LABEL
        path = "."

    config: Any = Models(_MODELS, None)
    config.apps = apps
    config.models = apps.all_models[_LABEL]
    apps.app_configs[_LABEL] = config
    apps.clear_cache()
    config.models_module = import_module(_MODELS)
    apps.clear_cache()
    return config


def _make_tables(models: Iterable[Any]) -> None:
    """Make the tables of models, and of those that they refer to, as `migrate` would."""
    wanted = _with_related(models)
    if not wanted:
        return
    existing = table_names()
    missing = [
        model for model in wanted if model._meta.db_table not in existing and model._meta.managed
    ]
    through = [
        field.remote_field.through
        for model in wanted
        if model not in missing
        for field in model._meta.local_many_to_many
        if field.remote_field.through._meta.auto_created and model._meta.managed
    ]
    missing += [model for model in through if model._meta.db_table not in existing]
    if not missing:
        return
    from django.db import connection

    with connection.schema_editor() as editor:
        for model in missing:
            editor.create_model(model)


def _with_related(models: Iterable[Any]) -> list[Any]:
    """Give models with a table, each after those that it refers to."""
    ordered: list[Any] = []
    seen: set[Any] = set()

    def visit(model: Any) -> None:
        concrete = model._meta.concrete_model
        if concrete is None or concrete in seen or concrete._meta.swapped:
            return
        seen.add(concrete)
        fields = [*concrete._meta.local_fields, *concrete._meta.local_many_to_many]
        for field in fields:
            related = field.related_model
            if isinstance(related, type):
                visit(related)
        ordered.append(concrete)

    for model in models:
        visit(model)
    return ordered


def forget() -> None:
    """Take a program that was run to its end out of Django, for the next one."""
    from django.apps import apps
    from django.contrib.contenttypes.models import ContentType
    from django.db import connections
    from django.urls import clear_url_caches

    for connection in connections.all(initialized_only=True):
        connection.close()
        del connections[connection.alias]
    apps.app_configs.pop(_LABEL, None)
    apps.all_models.pop(_LABEL, None)
    apps.clear_cache()
    ContentType.objects.clear_cache()
    clear_url_caches()
