"""Values that can be written into source text, and how."""

import decimal
import inspect
from typing import Any


def literal(value: object) -> str | None:
    """Give the source text of a plain value; None for anything else."""
    if value is None or type(value) in (bool, int, str):
        return repr(value) if not isinstance(value, str) else quoted(value)
    if type(value) is float and value == value and abs(value) != float("inf"):
        return repr(value)
    if type(value) is decimal.Decimal and value.is_finite():
        return f"Decimal({quoted(str(value))})"
    return None


def quoted(text: str) -> str:
    """Give a text as a literal in double quotes where that needs no more escapes."""
    single = repr(text)
    return f'"{single[1:-1]}"' if single.startswith("'") and '"' not in text else single


def own_doc(kind: Any) -> str | None:
    """Give the first line of a class's own docstring; None of one that a library wrote."""
    doc = kind.__dict__.get("__doc__")
    if not isinstance(doc, str) or doc.startswith(f"{kind.__name__}("):
        return None
    line = inspect.cleandoc(doc).split("\n")[0].replace("\\", "\\\\").replace('"""', "'''")
    return line or None


def own_members(kind: Any) -> list[str]:
    """Give the names of the methods and properties that a class's own text defines."""
    found: list[str] = []
    members: dict[str, Any] = dict(kind.__dict__)
    for name, value in members.items():
        is_member = inspect.isfunction(value) or type(value) in (property, classmethod)
        function = getattr(value, "fget", value)
        if is_member and not name.startswith("_") and function.__module__ == kind.__module__:
            found.append(name)
    return sorted(found)
