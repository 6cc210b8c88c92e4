"""Writes a Python type as a stub names it."""

import datetime
import decimal
import uuid
from typing import Any, Final

MODULES: Final = (datetime, decimal, uuid)
"""Modules that a stub imports, each under its name with an underscore before it."""
ANY: Final = "_Any"
IMPORTS: Final = "".join(f"import {each.__name__} as _{each.__name__}\n" for each in MODULES) + (
    "from typing import Any as _Any, ClassVar as _ClassVar, Self as _Self\n"
)
_BUILT_IN: Final = frozenset({bool, bytes, dict, float, int, list, str})


def type_text(kind: object) -> str:
    """Give the text of a type; `_Any` for one that a stub does not import."""
    if not isinstance(kind, type):
        return ANY
    if kind in _BUILT_IN:
        return kind.__name__
    if kind.__module__ in {each.__name__ for each in MODULES}:
        return f"_{kind.__module__}.{kind.__name__}"
    return ANY


def plain_name(kind: Any) -> str:
    """Give a type's name for a person: `str`, `decimal.Decimal`, `Any`."""
    text = type_text(kind)
    return "Any" if text == ANY else text.removeprefix("_")
