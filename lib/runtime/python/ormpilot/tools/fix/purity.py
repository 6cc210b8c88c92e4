"""Tells whether an expression only computes: then it may be evaluated together with others."""

import ast
from typing import Final

from ..source_file import SourceFile
from .imports import Imports
from .names import is_bound
from .not_safe import NotSafe

_FUNCTIONS: Final = frozenset(
    [
        "abs",
        "bool",
        "bytes",
        "chr",
        "dict",
        "divmod",
        "enumerate",
        "float",
        "format",
        "frozenset",
        "int",
        "len",
        "list",
        "max",
        "min",
        "ord",
        "pow",
        "range",
        "repr",
        "reversed",
        "round",
        "set",
        "sorted",
        "str",
        "sum",
        "tuple",
        "zip",
    ]
)
_MODULES: Final = frozenset(
    [
        "collections",
        "datetime",
        "decimal",
        "fractions",
        "itertools",
        "json",
        "math",
        "random",
        "re",
        "secrets",
        "statistics",
        "string",
        "textwrap",
        "uuid",
    ]
)
_METHODS: Final = frozenset(
    [
        "capitalize",
        "casefold",
        "copy",
        "date",
        "decode",
        "encode",
        "format",
        "get",
        "isoformat",
        "items",
        "join",
        "keys",
        "ljust",
        "lower",
        "lstrip",
        "partition",
        "quantize",
        "removeprefix",
        "removesuffix",
        "replace",
        "rjust",
        "rpartition",
        "rstrip",
        "split",
        "splitlines",
        "strftime",
        "strip",
        "time",
        "title",
        "upper",
        "zfill",
    ]
)
"""Methods of texts, numbers, dates and dictionaries; a query has none of them but `get`."""
_EFFECTS: Final = (ast.Await, ast.NamedExpr, ast.Yield, ast.YieldFrom, ast.Lambda)


def require_pure(file: SourceFile, imports: Imports, expression: ast.expr) -> None:
    """Raise `NotSafe` where an expression may do more than compute a value."""
    for node in ast.walk(expression):
        if isinstance(node, _EFFECTS):
            raise NotSafe(f"{_short(file, node)} does more than give a value.")
        if isinstance(node, ast.Call) and not _is_pure(file, imports, node):
            raise NotSafe(
                f"{_short(file, node)} may do more than give a value, so its moment may matter."
            )


def _is_pure(file: SourceFile, imports: Imports, call: ast.Call) -> bool:
    func = call.func
    text = file.text_of(func)
    if isinstance(func, ast.Name) and func.id in _FUNCTIONS and not is_bound(file, func.id):
        return True
    if imports.module_of(text) in _MODULES:
        return True
    if not isinstance(func, ast.Attribute) or func.attr not in _METHODS:
        return False
    # `….objects.get()` is a query.
    return not (func.attr == "get" and isinstance(func.value, ast.Attribute | ast.Call))


def _short(file: SourceFile, node: ast.AST) -> str:
    text = file.text_of(node) if isinstance(node, ast.expr) else "An expression"
    return text if len(text) <= 60 and "\n" not in text else "An expression"
