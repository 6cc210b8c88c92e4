"""Cuts a script into cells at lines `# %% Title`, and compiles each."""

import __future__

import ast
import io
import re
import tokenize
from types import CodeType
from typing import Final, NamedTuple

_MARKER: Final = re.compile(r"#[ \t]?%%(.*)", re.DOTALL)
_FILE: Final = "script.py"
MOST_CELLS: Final = 1_000
"""Cells beyond it belong to the last one (`MAX_CELLS` of lib/runtime/contract.ts)."""


class Cell(NamedTuple):
    """A part of a script."""

    title: str
    start: int
    """First line, from 1: that of the marker, or 1."""
    end: int
    """Last line."""


class Compiled(NamedTuple):
    """The code of a cell."""

    body: CodeType | None
    """All statements but a last expression; None where there are none."""
    value: CodeType | None
    """The last expression, None where the cell does not end in one."""
    last: ast.expr | None
    """The same as a tree, for its place."""


def cut(script: str) -> list[Cell]:
    """Cut a script into its cells.

    A marker is a comment that begins in the first column; one inside a text is none. What stands
    before the first marker, as a rule imports, runs with the first cell but is none of its lines.
    A script without a marker is one cell without a title.
    """
    count = max(script.count("\n") + (not script.endswith("\n")), 1)
    marks = _markers(script)[:MOST_CELLS]
    if not marks:
        return [Cell("", 1, count)]
    ends = [line - 1 for line, _ in marks[1:]] + [count]
    return [Cell(title, line, end) for (line, title), end in zip(marks, ends, strict=True)]


def compile_cells(script: str, cells: list[Cell]) -> list[Compiled]:
    """Compile a script cell by cell; raises the `SyntaxError` that Python raises for it."""
    tree = ast.parse(script, _FILE)
    # What only the compiler finds is wrong with the whole file: no cell of it runs then.
    compile(tree, _FILE, "exec", dont_inherit=True)
    flags = _future_flags(tree)
    bodies: list[list[ast.stmt]] = [[] for _ in cells]
    index = 0
    for statement in tree.body:
        while index + 1 < len(cells) and _first_line(statement) >= cells[index + 1].start:
            index += 1
        bodies[index].append(statement)
    return [_compile(body, flags) for body in bodies]


def cell_at(cells: list[Cell], line: int) -> int:
    """Give the index of the cell in which a line stands; 0 for a line before all of them."""
    return max((index for index, cell in enumerate(cells) if cell.start <= line), default=0)


def _compile(body: list[ast.stmt], flags: int) -> Compiled:
    last = body[-1] if body else None
    value = last.value if isinstance(last, ast.Expr) else None
    rest = body[:-1] if value is not None else body
    module = ast.Module(body=rest, type_ignores=[])
    return Compiled(
        body=compile(module, _FILE, "exec", flags, dont_inherit=True) if rest else None,
        value=None
        if value is None
        else compile(ast.Expression(value), _FILE, "eval", flags, dont_inherit=True),
        last=value,
    )


def _first_line(statement: ast.stmt) -> int:
    """Give the line at which a statement begins, its decorators included."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(each.lineno for each in decorators)])


def _future_flags(tree: ast.Module) -> int:
    """Give the flags of the script's `from __future__ import …`, which hold for all its cells."""
    flags = 0
    for statement in tree.body:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            for alias in statement.names:
                feature = getattr(__future__, alias.name, None)
                flags |= getattr(feature, "compiler_flag", 0)
    return flags


def _markers(script: str) -> list[tuple[int, str]]:
    """Give line and title of each marker."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(script).readline))
    except (tokenize.TokenError, SyntaxError):
        # It will not compile either; the cells are still shown, with the error in its place.
        return [
            (number, found[1].strip())
            for number, line in enumerate(script.split("\n"), 1)
            if (found := _MARKER.fullmatch(line)) is not None
        ]
    return [
        (token.start[0], found[1].strip())
        for token in tokens
        if token.type == tokenize.COMMENT
        and token.start[1] == 0
        and (found := _MARKER.fullmatch(token.string)) is not None
    ]
