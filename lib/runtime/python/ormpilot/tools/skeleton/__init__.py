"""Drafts the other side's `models.py` from what one side has loaded."""

from typing import Any

from ..loading import NotLoaded, loaded
from ..question import Question
from . import from_django, from_sqlalchemy, to_django, to_sqlalchemy


def answer(question: Question) -> dict[str, Any]:
    """Give `SkeletonAnswerSchema` of lib/runtime/tools/skeleton.ts."""
    is_django = question.orm == "django"
    read = from_django.read if is_django else from_sqlalchemy.read
    write = to_sqlalchemy.write if is_django else to_django.write
    try:
        with loaded(question) as models:
            shop = read(models)
            text = write(shop)
    except NotLoaded as failure:
        return {"kind": "not-loaded", "problem": failure.problem}
    return {
        "kind": "drafted",
        "orm": "sqlalchemy" if is_django else "django",
        "text": text,
        "notCarried": shop.notes,
    }
