"""Writes the stub of a file: what stands in it, without what its functions do."""

import ast
from collections.abc import Callable, Mapping
from typing import Final

from ..source_file import SourceFile

_UNCHECKED: Final = "# type: ignore"
"""Keeps a checker from looking at the stub itself: what is wrong in it is nobody's to mend."""

type WriteClass = Callable[[ast.ClassDef], list[str]]
"""Gives the lines of a class's stub, not set in."""


def write_stub(file: SourceFile, head: str, special: Mapping[str, WriteClass]) -> str:
    """Give the stub of a file; the classes in `special` are written by what stands there."""
    lines: list[str] = []
    for statement in file.tree.body:
        if isinstance(statement, ast.ClassDef) and statement.name in special:
            lines += special[statement.name](statement)
        else:
            lines += stub_lines(statement)
    imports = [line for line in lines if line.startswith("from __future__ ")]
    rest = [line for line in lines if line not in imports]
    return "\n".join([_UNCHECKED, *imports, head.rstrip("\n"), *rest]) + "\n"


def stub_lines(statement: ast.stmt) -> list[str]:
    """Give the lines that a statement has in a stub; none where it defines nothing."""
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return function_lines(statement, None)
        case ast.ClassDef():
            return class_lines(statement, [ast.unparse(each) for each in _bases(statement)])
        case ast.AnnAssign() | ast.Assign() | ast.Import() | ast.ImportFrom() | ast.TypeAlias():
            return ast.unparse(statement).split("\n")
        case ast.If():
            return ast.unparse(statement).split("\n")
        case _:
            return []


def class_lines(node: ast.ClassDef, bases: list[str], body: list[str] | None = None) -> list[str]:
    """Give the lines of a class: with the given body, or its own."""
    own = [line for each in node.body for line in stub_lines(each)] if body is None else body
    return [
        *(f"@{ast.unparse(each)}" for each in node.decorator_list),
        f"class {node.name}({', '.join(bases)}):" if bases else f"class {node.name}:",
        *(f"    {line}" for line in own or ["..."]),
    ]


def function_lines(node: ast.FunctionDef | ast.AsyncFunctionDef, returns: str | None) -> list[str]:
    """Give the lines of a function; `returns` is what it gives where it does not say so."""
    keyword = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
    given = returns if node.returns is None else ast.unparse(node.returns)
    arrow = "" if given is None else f" -> {given}"
    return [
        *(f"@{ast.unparse(each)}" for each in node.decorator_list),
        f"{keyword} {node.name}({ast.unparse(node.args)}){arrow}: ...",
    ]


def _bases(node: ast.ClassDef) -> list[ast.expr | ast.keyword]:
    return [*node.bases, *node.keywords]
