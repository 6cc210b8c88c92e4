"""Django's system checks of the person's models, each at the line that it is about."""

import re
from typing import Any, Final

from ...positions import Span
from ...request import MODELS
from ..loading import Loaded, Problem
from ..places import Places

_LABEL: Final = re.compile(r"\bapp\.(\w+)(?:\.(\w+))?")
"""A model, or a field of one, as messages name it."""


def problems(_models: Loaded, places: Places) -> list[Problem]:
    """Give what the checks complain about."""
    from django.apps import apps
    from django.core.checks import WARNING, run_checks

    messages: list[Any] = run_checks(app_configs=[apps.get_app_config("app")])
    return [_problem(each, places) for each in messages if each.level >= WARNING]


def _problem(message: Any, places: Places) -> Problem:
    from django.core.checks import ERROR

    span = _place(message, places)
    problem: Problem = {
        "file": MODELS if span is None else span["file"],
        "span": span,
        "severity": "error" if message.level >= ERROR else "warning",
        "message": str(message.msg),
        "code": message.id or "",
    }
    if message.hint:
        problem["hint"] = str(message.hint)
    return problem


def _place(message: Any, places: Places) -> Span | None:
    """Find the field or the class that a message is about."""
    about: Any = message.obj
    if isinstance(about, type):
        return _named_in(about, message, places) or places.of_class(about)
    model, name = getattr(about, "model", None), getattr(about, "name", None)
    if isinstance(model, type):
        return places.of_attribute(model, str(name)) or places.of_class(model)
    found = _LABEL.search(f"{about} {message.msg}")
    if found is None:
        return None
    attribute = places.of_names(found[1], found[2]) if found[2] else None
    return attribute or places.of_class_name(found[1])


def _named_in(model: Any, message: Any, places: Places) -> Span | None:
    """Find a text of the class that the message names: a field in an index, a constraint's name."""
    for name in re.findall(r"'([^']+)'", str(message.msg)):
        span = places.of_text(name)
        if span is not None and places.of_class(model) is not None:
            return span
    return None
