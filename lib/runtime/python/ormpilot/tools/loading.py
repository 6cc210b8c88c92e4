"""Loads a person's models without running the script, and says what came of it."""

import io
import sys
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Final, TypedDict, cast

from .. import database_file, django_side, sqlalchemy_side
from ..failures import Failure
from ..positions import Positions, Span
from ..request import MODELS
from ..sources import Sources
from .question import Question

_SIDES: Final = {"django": django_side, "sqlalchemy": sqlalchemy_side}


class Problem(TypedDict, total=False):
    """`ProblemSchema` of lib/runtime/tools/problem.ts; only `hint` may be missing."""

    file: str
    span: Span | None
    severity: str
    message: str
    hint: str
    code: str


class NotLoaded(Exception):
    """The models cannot be loaded; `problem` says why, as the page will show it."""

    def __init__(self, problem: Problem) -> None:
        """Take what is to be told."""
        super().__init__(problem.get("message"))
        self.problem = problem


class Loaded:
    """A side's models, as they were loaded."""

    def __init__(self, question: Question, warned: list[warnings.WarningMessage]) -> None:
        """Find what has been imported."""
        self.question = question
        self.warned = warned
        """What Python or the ORM warned of meanwhile."""
        names = [name.removesuffix(".py") for name in question.files if name.endswith(".py")]
        self.modules: dict[str, ModuleType] = {
            name: sys.modules[name] for name in names if name in sys.modules
        }
        """The person's modules, by name."""

    @property
    def models(self) -> list[Any]:
        """Give the classes that have a table or a mapper, in the order of their definition."""
        find = _django_models if self.question.orm == "django" else _mapped_classes
        return find(set(self.modules))

    def model(self, name: str | None) -> Any | None:
        """Give the one model of a name; None where there is none, or several are."""
        found = [each for each in self.models if each.__name__ == name]
        return found[0] if len(found) == 1 else None


@contextmanager
def loaded(question: Question, *, configure: bool = True) -> Generator[Loaded]:
    """Load the models, and let the caller look at them; what they print is dropped.

    With `configure`, SQLAlchemy's mappers are connected too, as it does at the first query.

    Raises `NotLoaded` when an exception comes out of them, whatever it is.
    """
    side = _SIDES[question.orm]
    sources = Sources({**side.VISIBLE, **question.files})
    streams = sys.stdout, sys.stderr
    database_file.prepare(question.has_image)
    sources.install()
    sys.stdout = sys.stderr = io.StringIO()
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                side.load()
                if configure:
                    connect_mappers(question)
            except BaseException as error:  # noqa: BLE001 - the person's code may raise anything
                raise NotLoaded(problem_of(error, question)) from None
            yield Loaded(question, warned)
    finally:
        sys.stdout, sys.stderr = streams
        sources.uninstall()


def problem_of(error: BaseException, question: Question) -> Problem:
    """Say in the page's words what an exception of the person's code is, and where."""
    request = question.request
    failure = Failure(error, request, Positions(request.files), None)
    span: Span | None = failure.error.get("span")
    problem: Problem = {
        "file": MODELS if span is None else span["file"],
        "span": span,
        "severity": "error",
        "message": failure.error["message"] or failure.error["type"],
        "code": failure.error["type"],
    }
    if "hint" in failure.error:
        problem["hint"] = failure.error["hint"]
    return problem


def connect_mappers(question: Question) -> None:
    """Let SQLAlchemy connect its mappers; Django has done so."""
    if question.orm == "sqlalchemy":
        from sqlalchemy.orm import configure_mappers

        configure_mappers()


def _django_models(modules: set[str]) -> list[Any]:
    from django.apps import apps

    models = apps.get_models(include_auto_created=False, include_swapped=True)
    return [model for model in models if model.__module__ in modules]


def _mapped_classes(modules: set[str]) -> list[Any]:
    from sqlalchemy.orm import mapperlib

    registries = cast(Any, mapperlib)._all_registries()
    found: list[Any] = [mapper.class_ for each in registries for mapper in each.mappers]
    classes = [each for each in found if each.__module__ in modules]
    order = {id(value): at for at, value in enumerate(_values(modules))}
    return sorted(classes, key=lambda each: (order.get(id(each), len(order)), each.__name__))


def _values(modules: set[str]) -> list[object]:
    return [value for name in sorted(modules) for value in vars(sys.modules[name]).values()]
