"""Asks the tools, and proves the changes that they make by running the code before and after."""

import json
from collections.abc import Mapping
from typing import Any

from programs import MODELS, SIDES, Orm, Ran, prepare, run, shop

from ormpilot import tools


def ask(tool: str, orm: Orm, files: Mapping[str, str], **more: Any) -> dict[str, Any]:
    """Ask a tool about files, and forget what was loaded for it."""
    prepare()
    question = {"orm": orm, "files": dict(files), "hasImage": False, **more}
    try:
        return json.loads(tools.answer(tool, json.dumps(question)))
    finally:
        SIDES[orm].forget()


def marked(file: str, text: str) -> tuple[str, dict[str, Any]]:
    """Take the marks «…» out of a text; give it, and their span as the page counts."""
    before, _, rest = text.partition("«")
    inner, _, after = rest.partition("»")
    lines = inner.split("\n")
    start = _units(before.rpartition("\n")[2])
    first = before.count("\n") + 1
    span = {
        "file": file,
        "startLine": first,
        "startColumn": start,
        "endLine": first + len(lines) - 1,
        "endColumn": _units(lines[-1]) + (start if len(lines) == 1 else 0),
    }
    return before + inner + after, span


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def fix(
    orm: Orm, script: str, facts: Mapping[str, Any], models: str | None = None
) -> dict[str, Any]:
    """Ask for a change of a script; what the finding stands at is marked «so»."""
    text, span = marked("script.py", script)
    files = {"models.py": MODELS[orm] if models is None else models, "script.py": text}
    return ask("fix", orm, files, fix=dict(facts), span=span, source=span)


def eager(method: str, *path: tuple[str, str, str]) -> dict[str, Any]:
    """Give the facts of an eager load: steps of model, relation and cardinality."""
    steps = [
        {"model": model, "relation": name, "cardinality": cardinality}
        for model, name, cardinality in path
    ]
    return {
        "kind": "eager-load",
        "method": method,
        "manner": "joined" if method in {"joinedload", "select_related"} else "batched",
        "model": path[-1][0],
        "relation": path[-1][1],
        "path": steps,
        "parents": 4,
    }


def together(method: str, model: str | None) -> dict[str, Any]:
    """Give the facts of a write of many rows."""
    return {
        "kind": "write-together",
        "method": method,
        "model": model,
        "table": None,
        "rows": 3,
    }


def runs(orm: Orm, script: str, facts: Mapping[str, Any], **more: Any) -> tuple[Ran, Ran]:
    """Run a marked script as it was and as it is changed, both from the bookshop's database."""
    answer = fix(orm, script, facts, more.get("models"))
    assert answer["kind"] == "changed", answer
    image = shop(orm)
    before = run(orm, marked("script.py", script)[0], image=image, **more)
    after = run(orm, answer["files"]["script.py"], image=image, **more)
    assert before.kind == after.kind == "done", (before.error, after.error)
    return before, after
