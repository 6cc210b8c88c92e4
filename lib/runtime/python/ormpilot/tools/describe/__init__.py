"""Says what a side's models have, as completion and a type checker want to know it."""

from typing import Any

from ..loading import NotLoaded, loaded
from ..places import Places
from ..question import Question
from . import django_models, django_stub, sqlalchemy_models, sqlalchemy_stub


def answer(question: Question) -> dict[str, Any]:
    """Give `DescribeAnswerSchema` of lib/runtime/tools/describe.ts."""
    is_django = question.orm == "django"
    describe = django_models.described if is_django else sqlalchemy_models.described
    stub = django_stub.stub if is_django else sqlalchemy_stub.stub
    places = Places(question.files)
    try:
        with loaded(question) as models:
            by_file: dict[str, list[Any]] = {}
            for each in models.models:
                by_file.setdefault(f"{each.__module__}.py", []).append(each)
            return {
                "kind": "described",
                "models": [describe(each, places) for each in models.models],
                "stubs": {
                    f"{name}i": stub(places.files[name], classes)
                    for name, classes in by_file.items()
                    if name in places.files
                },
            }
    except NotLoaded as failure:
        return {"kind": "not-loaded", "problem": failure.problem}
