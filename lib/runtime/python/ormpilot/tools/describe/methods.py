"""Describes the methods that a person's class adds to those of a library."""

import inspect
from typing import Any


def own_methods(kind: Any, library: str) -> list[dict[str, str]]:
    """Give the public methods of a class that are not of a library, in alphabetical order."""
    found: list[dict[str, str]] = []
    for name in sorted(set(dir(kind))):
        method: Any = getattr(kind, name, None)
        module = str(getattr(method, "__module__", None) or library)
        if name.startswith("_") or not inspect.isroutine(method):
            continue
        if module.partition(".")[0] in {library, "builtins"}:
            continue
        found.append({"name": name, "signature": _signature(method), "doc": _doc(method)})
    return found


def _signature(method: Any) -> str:
    try:
        signature = inspect.signature(method)
    except (TypeError, ValueError, NameError):
        return "(…)"
    parameters = list(signature.parameters.values())[1:]
    return str(signature.replace(parameters=parameters))


def _doc(method: Any) -> str:
    doc = inspect.getdoc(method)
    return doc if isinstance(doc, str) else ""
