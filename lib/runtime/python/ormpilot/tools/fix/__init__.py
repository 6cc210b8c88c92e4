"""Makes the change that a finding proposes, in the code as it stands, or says why it does not.

Only what is sure to change nothing but the number of statements is made; edits touch no more than
they must, so comments and layout stay.
"""

from typing import Any

from ..edits import is_sound
from ..loading import NotLoaded, loaded
from ..question import Question
from . import eager_django, eager_sqlalchemy, writes_django, writes_sqlalchemy
from .not_safe import NotSafe
from .task import Task


def answer(question: Question) -> dict[str, Any]:
    """Give `FixAnswerSchema` of lib/runtime/tools/fix.ts."""
    try:
        with loaded(question) as models:
            task = Task(models)
            _change(task)
            return _changed(task)
    except NotSafe as refusal:
        return {"kind": "not-safe", "why": str(refusal)}
    except NotLoaded as failure:
        why = f"Your models do not load: {failure.problem.get('message')}"
        return {"kind": "not-safe", "why": why}


def _change(task: Task) -> None:
    is_django = task.loaded.question.orm == "django"
    match task.facts["kind"]:
        case "eager-load":
            (eager_django if is_django else eager_sqlalchemy).eager_load(task)
        case "write-together":
            (writes_django if is_django else writes_sqlalchemy).write_together(task)
        case _:
            raise NotSafe(
                "This change depends on what the code around it is for, so it is yours to make."
            )


def _changed(task: Task) -> dict[str, Any]:
    before = task.loaded.question.files
    after = task.edits.applied(before)
    edited = [name for name in before if before[name] != after[name]]
    if not edited or not all(is_sound(before[name], after[name]) for name in edited):
        raise NotSafe("The code is written in a way that this change would spoil.")
    return {
        "kind": "changed",
        "files": after,
        "edits": task.edits.told(),
        "notes": task.notes,
    }
