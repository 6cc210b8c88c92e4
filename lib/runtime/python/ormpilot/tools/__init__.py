"""Answers questions about a person's code that only Python can answer, without running its script.

Each tool is a module or package of its name here, with a function `answer`. They are imported when
they are asked, so that neither the snapshot nor a run carries them.
"""

import json
from importlib import import_module
from typing import Any, Final

from .question import parse

_TOOLS: Final = frozenset({"check", "describe", "fix", "skeleton"})


def answer(tool: str, question: str) -> str:
    """Answer a question, both as JSON (`lib/runtime/tools`).

    What the person's code does wrong is part of the answer. Raises `ValueError` for an unknown
    tool.
    """
    if tool not in _TOOLS:
        raise ValueError(f"there is no tool {tool}")
    module: Any = import_module(f".{tool}", __name__)
    return json.dumps(module.answer(parse(question)), separators=(",", ":"))
