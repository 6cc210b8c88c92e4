"""Simple conditions of CHECK constraints, from SQL to Django's `Q`."""

import re
from typing import Final

_NAME: Final = re.compile(r'"(\w+)"|`(\w+)`|\[(\w+)\]')
_COMPARED: Final = re.compile(
    r"\(*\s*(\w+)\s*(>=|<=|<>|!=|>|<|=)\s*(-?\d+(?:\.\d+)?|'[^']*')\s*\)*", re.DOTALL
)
_LOOKUPS: Final = {">=": "__gte", "<=": "__lte", ">": "__gt", "<": "__lt", "=": ""}
_AND: Final = re.compile(r"\s+AND\s+", re.IGNORECASE)


def plain(sql: str) -> str:
    """Give a condition with its names as they are, without the quotes that plain ones have."""
    text = _NAME.sub(lambda found: found[1] or found[2] or found[3], sql.strip())
    while text.startswith("(") and _closes_at_end(text):
        text = text[1:-1].strip()
    return text


def as_q(sql: str, attributes: dict[str, str]) -> str | None:
    """Give the `Q` that a condition is, for columns by their attributes; None where it is more."""
    parts = [_compared(each, attributes) for each in _AND.split(plain(sql))]
    known = [each for each in parts if each is not None]
    return " & ".join(known) if len(known) == len(parts) else None


def _compared(sql: str, attributes: dict[str, str]) -> str | None:
    found = _COMPARED.fullmatch(sql.strip())
    if found is None or found[1] not in attributes:
        return None
    name, operator, value = attributes[found[1]], found[2], found[3]
    text = f'"{value[1:-1]}"' if value.startswith("'") else value
    if operator in ("<>", "!="):
        return f"~models.Q({name}={text})"
    return f"models.Q({name}{_LOOKUPS[operator]}={text})"


def _closes_at_end(text: str) -> bool:
    """Tell whether the first parenthesis is closed by the last character."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return at == len(text) - 1
    return False
