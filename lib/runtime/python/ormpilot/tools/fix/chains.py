"""Chains of method calls, and where a further call goes into one."""

import ast
from typing import Final, NamedTuple

from ..edits import Edits
from ..source_file import SourceFile

SUBSCRIPT: Final = "[]"
"""The name of a link that is no call but an index or a slice."""

_READERS: Final = frozenset(
    [
        "all",
        "any",
        "bool",
        "dict",
        "enumerate",
        "frozenset",
        "iter",
        "len",
        "list",
        "max",
        "min",
        "next",
        "reversed",
        "set",
        "sorted",
        "sum",
        "tuple",
    ]
)
"""Functions that read the query they are given."""


class Link(NamedTuple):
    """One step of a chain."""

    name: str
    node: ast.Call | ast.Subscript
    receiver: ast.expr
    """What it is called on."""


def chain(expression: ast.expr) -> tuple[ast.expr, list[Link]]:
    """Take an expression apart: what it begins with, and its links, the innermost first."""
    links: list[Link] = []
    while True:
        if isinstance(expression, ast.Call) and isinstance(expression.func, ast.Attribute):
            link = Link(expression.func.attr, expression, expression.func.value)
        elif isinstance(expression, ast.Subscript):
            link = Link(SUBSCRIPT, expression, expression.value)
        else:
            return expression, links
        links.insert(0, link)
        expression = link.receiver


def read_by(expression: ast.expr) -> ast.expr:
    """Give the query that an expression reads: itself, or what `list(…)` and its kin are given."""
    while (
        isinstance(expression, ast.Call)
        and isinstance(expression.func, ast.Name)
        and expression.func.id in _READERS
        and len(expression.args) == 1
    ):
        expression = expression.args[0]
    return expression


def call_after(file: SourceFile, edits: Edits, receiver: ast.expr, call: str) -> None:
    """Put `.name(…)` after an expression; on a line of its own where the chain is written so."""
    end = file.end(receiver)
    indent = _dot_indent(file, receiver)
    line_end = file.line_end(end)
    rest = file.text[end:line_end].strip()
    if indent is not None and (not rest or rest.startswith("#")):
        edits.insert(file, line_end, f"{file.newline}{indent}{call}")
    else:
        edits.insert(file, end, call)


def argument_into(file: SourceFile, edits: Edits, call: ast.expr, argument: str) -> bool:
    """Put a positional argument after a call's last one; False where it is no plain list."""
    if not isinstance(call, ast.Call) or not call.args:
        return False
    if any(isinstance(each, ast.Starred) for each in call.args):
        return False
    last = call.args[-1]
    end = file.end(last)
    rest = file.text[end : file.end(call)].lstrip()
    # An argument in parentheses of its own ends before them.
    if not (rest.startswith(",") or (rest == ")" and not call.keywords)):
        return False
    indent = file.indent(last)
    first = call.args[0]
    is_own_line = not indent.strip() and file.line_start(end) != file.line_start(file.start(call))
    is_one_a_line = is_own_line and (
        first is last or file.line_start(file.start(first)) != file.line_start(file.start(last))
    )
    separator = f",{file.newline}{indent}" if is_one_a_line else ", "
    edits.insert(file, end, separator + argument)
    return True


def quoted(file: SourceFile, text: str) -> str:
    """Give a text as a literal, in the quotes that the file uses."""
    quote = "'" if file.text.count("'") > file.text.count('"') else '"'
    return f"{quote}{text}{quote}"


def _dot_indent(file: SourceFile, expression: ast.expr) -> str | None:
    """Give the indent of a link's dot, where that begins a line."""
    _, links = chain(expression)
    if not links or not isinstance(links[-1].node, ast.Call):
        return None
    name_at = file.end(links[-1].node.func) - len(links[-1].name)
    dot = file.text.rfind(".", 0, name_at)
    before = file.text[file.line_start(dot) : dot]
    return before if not before.strip() else None
