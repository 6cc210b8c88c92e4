"""Says what is wrong with a person's code as far as that can be known without running it."""

import warnings
from typing import Any

from ...request import MODELS
from ..loading import NotLoaded, Problem, loaded, problem_of
from ..places import Places
from ..question import Question
from . import django_checks, sqlalchemy_checks


def answer(question: Question) -> dict[str, Any]:
    """Give `CheckAnswerSchema` of lib/runtime/tools/check.ts."""
    places = Places(question.files)
    problems = _compiled(question, places)
    if not any(each.get("file") == MODELS and each.get("severity") == "error" for each in problems):
        problems += _loaded(question, places)
    return {"kind": "checked", "problems": problems}


def _compiled(question: Question, places: Places) -> list[Problem]:
    problems: list[Problem] = []
    for name, text in question.files.items():
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                compile(text, name, "exec", dont_inherit=True)
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                problem = problem_of(error, question)
                problem["file"] = name
                problems.append(problem)
        problems += _warnings(warned, places)
    return problems


def _loaded(question: Question, places: Places) -> list[Problem]:
    checked = django_checks if question.orm == "django" else sqlalchemy_checks
    try:
        with loaded(question, configure=False) as models:
            problems = checked.problems(models, places)
            return [*_warnings(models.warned, places), *problems]
    except NotLoaded as failure:
        return [failure.problem]


def _warnings(warned: list[warnings.WarningMessage], places: Places) -> list[Problem]:
    problems: list[Problem] = []
    for each in warned:
        if each.filename in places.files:
            problems.append(
                {
                    "file": each.filename,
                    "span": places.of_line(each.filename, each.lineno),
                    "severity": "warning",
                    "message": str(each.message),
                    "code": each.category.__name__,
                }
            )
    return problems
