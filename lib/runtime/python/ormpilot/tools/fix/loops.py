"""Loops whose body does one thing over and over, and what they become."""

import ast
import io
import tokenize
from typing import Final, NamedTuple

from ..edits import Edits
from ..source_file import SourceFile
from .imports import Imports
from .names import is_read_after
from .not_safe import NotSafe
from .purity import require_pure

_WIDTH: Final = 88
_BRANCHES: Final = (
    ast.Break,
    ast.Continue,
    ast.Return,
    ast.Raise,
    ast.Try,
    ast.TryStar,
    ast.With,
    ast.AsyncWith,
    ast.AsyncFor,
    ast.While,
    ast.If,
    ast.Match,
    ast.Await,
    ast.Yield,
    ast.YieldFrom,
    ast.Global,
    ast.Nonlocal,
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Delete,
)


class Around(NamedTuple):
    """The call that is given a list."""

    function: str
    first: str | None = None
    """An argument before the list."""


class Loop(NamedTuple):
    """A plain `for` around a statement."""

    node: ast.For
    body: list[ast.stmt]
    """The statements of its body before the one that was asked about."""
    last: ast.stmt
    """That one, which ends the body."""


def loop_of(file: SourceFile, expression: ast.expr) -> Loop:
    """Give the loop whose body ends in an expression; raises `NotSafe` where it is not so plain."""
    statement = file.parents[expression]
    if not isinstance(statement, ast.Expr):
        raise NotSafe("What the call gives is used, row by row.")
    node = file.parents[statement]
    if not isinstance(node, ast.For) or statement not in node.body:
        raise NotSafe(
            "The call stands in a condition, a block or a function, not right in a loop."
            if not isinstance(node, ast.Module)
            else "The rows are written by calls that stand apart, not in a loop."
        )
    if node.body[-1] is not statement:
        raise NotSafe("The loop goes on after it has written a row.")
    if node.orelse:
        raise NotSafe("The loop has an else.")
    if any(isinstance(each, ast.Try | ast.TryStar) for each in file.ancestors(node)):
        raise NotSafe("An error is caught around the loop: of rows written together, none stays.")
    body = node.body[:-1]
    for each in (part for line in body for part in ast.walk(line)):
        if isinstance(each, _BRANCHES):
            raise NotSafe("The loop does not do the same for every row.")
    return Loop(node, body, statement)


def require_unused(file: SourceFile, loop: ast.For) -> None:
    """Raise `NotSafe` where a name of the loop is read after it."""
    stored = [each for each in ast.walk(loop) if isinstance(each, ast.Name)]
    for name in {each.id for each in stored if isinstance(each.ctx, ast.Store)}:
        if is_read_after(file, name, loop):
            raise NotSafe(f"{name} is used after the loop.")


def comprehension(
    file: SourceFile, imports: Imports, loop: ast.For, element: str, call: Around
) -> str:
    """Give the text of a call with a list of `element` for each round of a loop.

    In one line where that fits; else in several, set in below the loop's own indent.
    """
    require_pure(file, imports, loop.iter)
    iterated = file.text_of(loop.iter)
    is_bare = isinstance(loop.iter, ast.Tuple) and not iterated.startswith("(")
    if is_bare or isinstance(loop.iter, ast.IfExp):
        iterated = f"({iterated})"
    rounds = f"for {file.text_of(loop.target)} in {iterated}"
    indent = file.indent(loop)
    first = "" if call.first is None else f"{call.first}, "
    line = f"{call.function}({first}[{element} {rounds}])"
    if len(indent) + len(line) <= _WIDTH and "\n" not in line:
        return line
    end = file.newline + indent
    deep = f"{end}    "
    first = "" if call.first is None else f"{deep}{call.first},"
    listed = f"{deep}[{deep}    {element}{deep}    {rounds}{deep}]"
    return f"{call.function}({first}{listed}{end})"


def replace_loop(edits: Edits, file: SourceFile, loop: ast.For, text: str) -> None:
    """Put a statement in the place of a loop; its comments stand before it then."""
    edits.replace(file, file.start(loop), file.end(loop), comments_in(file, loop) + text)


def move_last(edits: Edits, file: SourceFile, loop: Loop, text: str) -> None:
    """Take the last statement out of a loop and put `text` after the loop, at its indent."""
    start, end = file.start(loop.last), file.end(loop.last)
    line_end = file.line_end(end)
    rest = file.text[end:line_end]
    if file.indent(loop.last).strip() or (rest.strip() and not rest.lstrip().startswith("#")):
        raise NotSafe("The loop has several statements in a line.")
    line = file.indent(loop.node) + text
    if not rest.strip():
        edits.replace(file, file.line_start(start), line_end, line)
        return
    edits.replace(file, start, line_end - len(rest.lstrip()), "")
    edits.insert(file, line_end, file.newline + line)


def comments_in(file: SourceFile, node: ast.stmt) -> str:
    """Give the comments of a statement that is going to be replaced, as lines before it."""
    indent = file.indent(node)
    start, end = file.start(node), file.end(node)
    tokens = tokenize.generate_tokens(io.StringIO(file.text).readline)
    return "".join(
        f"{token.string}{file.newline}{indent}"
        for token in tokens
        if token.type == tokenize.COMMENT
        and start <= file.line_offset(token.start[0]) + token.start[1] < end
    )
