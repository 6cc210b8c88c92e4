"""What SQLAlchemy complains about when mappers and tables are connected, and where it stands."""

import re
from typing import Any, Final, cast

from ...positions import Span
from ...request import MODELS
from ...values import type_name
from ..loading import Loaded, Problem, connect_mappers, problem_of
from ..places import Places

_ATTRIBUTE: Final = re.compile(r"\b([A-Za-z_]\w*)\.([A-Za-z_]\w*)")
_QUOTED: Final = re.compile(r"'([^'\s]+)'")
_MAPPER: Final = re.compile(r"Mapper\[(\w+)\(")


def problems(models: Loaded, places: Places) -> list[Problem]:
    """Give the foreign keys that lead nowhere, else what comes of connecting the mappers."""
    return _broken_keys(models, places) or _unconnected(models, places)


def _broken_keys(models: Loaded, places: Places) -> list[Problem]:
    """Ask each foreign key for its column: making the tables would fail on one that has none."""
    from sqlalchemy.exc import SQLAlchemyError

    found: list[Problem] = []
    for table in _tables(models):
        for key in sorted(table.foreign_keys, key=lambda each: str(each.parent)):
            try:
                _ = key.column
            except SQLAlchemyError as error:
                found.append(_problem("error", cast(Exception, error), places))
    return found


def _unconnected(models: Loaded, places: Places) -> list[Problem]:
    """Connect the mappers; give the error that it ends with, or the warnings about the mapping."""
    try:
        connect_mappers(models.question)
    except Exception as error:  # noqa: BLE001 - a person's own listeners are called as well
        problem = problem_of(error, models.question)
        return [problem if problem.get("span") else _problem("error", error, places)]
    return [
        _problem("warning", cast(Warning, each.message), places)
        for each in models.warned
        if each.category.__module__.startswith("sqlalchemy.") and each.filename not in places.files
    ]


def place_of(message: str, places: Places) -> Span | None:
    """Find what a message speaks of: an attribute, a text in the code, or a class."""
    for kind, name in _ATTRIBUTE.findall(message):
        span = places.of_names(kind, name)
        if span is not None:
            return span
    for text in _QUOTED.findall(message):
        span = places.of_text(text)
        if span is not None:
            return span
    mapper = _MAPPER.search(message)
    return None if mapper is None else places.of_class_name(mapper[1])


def _problem(severity: str, said: Exception, places: Places) -> Problem:
    message = str(said)
    span = place_of(message, places)
    return {
        "file": MODELS if span is None else span["file"],
        "span": span,
        "severity": severity,
        "message": message.partition(" (Background on this ")[0].strip(),
        "code": type_name(type(said)),
    }


def _tables(models: Loaded) -> list[Any]:
    """Give the tables of the person's modules, each once."""
    from ...sqlalchemy_side import metadata_of

    tables: dict[int, Any] = {}
    for module in models.modules.values():
        for metadata in metadata_of(module):
            for table in metadata.tables.values():
                tables.setdefault(id(table), table)
    return list(tables.values())
