"""Turns a place in running code into a span of source text.

CPython counts columns in UTF-8 bytes, from 0 (`co_positions`, `ast`), except in a SyntaxError,
where it counts characters from 1. A trace counts UTF-16 units, as JavaScript and the editor do.
"""

import ast
import re
from collections.abc import Mapping
from types import CodeType, TracebackType
from typing import Final, NamedTuple, TypedDict

type _Raw = tuple[int | None, int | None, int | None, int | None]
"""First line, last line, first column, end column, as `co_positions` gives them."""
type _Point = tuple[int, int]
"""Line from 1 and column from 0 in UTF-8 bytes."""
type _Range = tuple[_Point, _Point]
"""Start and end."""

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class Span(TypedDict):
    """`SpanSchema` of lib/trace/schema.ts: lines from 1, UTF-16 columns from 0, end exclusive."""

    file: str
    startLine: int
    startColumn: int
    endLine: int
    endColumn: int


class Frame(TypedDict):
    """`FrameSchema` of lib/trace/schema.ts."""

    function: str
    span: Span


class _Outline(NamedTuple):
    """What is asked of a file's syntax tree."""

    starts: dict[_Point, list[_Point]]
    """Where each expression ends, to where those that end there begin."""
    iterated: dict[_Range, _Range]
    """Each `async for`, to what it goes through."""


class Positions:
    """Spans in a set of source files."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """Prepare for `sources`: file name, as in `co_filename`, to text."""
        self._lines = {name: _LINE_END.split(text) for name, text in sources.items()}
        self._sources = dict(sources)
        self._tables: dict[int, tuple[CodeType, list[_Raw]]] = {}
        self._spans: dict[tuple[int, int], Span | None] = {}
        self._outlines: dict[str, _Outline] = {}

    def span(self, code: CodeType, instruction: int) -> Span | None:
        """Give the span of the expression that `code` was evaluating at `instruction` (`f_lasti`).

        None when the code is of another file, or has no positions.
        """
        # Keyed by id, since the hash of a code object reads all of it; the table keeps it alive.
        key = (id(code), instruction)
        if key not in self._spans:
            self._spans[key] = self._find(code, instruction)
        return self._spans[key]

    def text(self, span: Span) -> str:
        """Give the text of a span, or its last line where it has several."""
        lines = self._lines.get(span["file"])
        if lines is None:
            return ""
        start = span["startColumn"] if span["startLine"] == span["endLine"] else 0
        line = lines[span["endLine"] - 1]
        if line.isascii():
            return line[start : span["endColumn"]]
        units = line.encode("utf-16-le", errors="surrogatepass")
        part = units[start * 2 : span["endColumn"] * 2]
        return part.decode("utf-16-le", errors="replace")

    def expression(self, file: str, node: ast.expr) -> Span | None:
        """Give the span of an expression of a file's syntax tree."""
        lines = self._lines.get(file)
        if lines is None or node.end_lineno is None or node.end_col_offset is None:
            return None
        return _span(
            file,
            node.lineno,
            _utf16(lines[node.lineno - 1], node.col_offset),
            node.end_lineno,
            _utf16(lines[node.end_lineno - 1], node.end_col_offset),
        )

    def frame(self, code: CodeType, instruction: int) -> Frame | None:
        """Give the frame of a stack: the function's qualified name and the span within it."""
        span = self.span(code, instruction)
        return None if span is None else {"function": code.co_qualname, "span": span}

    def traceback(self, trace: TracebackType | None) -> list[Frame]:
        """Give the frames of a traceback that lie in these files, innermost first."""
        frames: list[Frame] = []
        while trace is not None:
            frame = self.frame(trace.tb_frame.f_code, trace.tb_lasti)
            if frame is not None:
                frames.append(frame)
            trace = trace.tb_next
        frames.reverse()
        return frames

    def syntax_error(self, error: SyntaxError) -> Span | None:
        """Give the span that a SyntaxError points at, one column wide at least, if the line is."""
        lines = self._lines.get(error.filename or "")
        if error.filename is None or lines is None or error.lineno is None:
            return None
        first = min(max(error.lineno, 1), len(lines))
        last = min(max(error.end_lineno or first, first), len(lines))
        start = self._utf16_of_characters(error.filename, first, (error.offset or 1) - 1)
        end = self._utf16_of_characters(error.filename, last, (error.end_offset or 0) - 1)
        if last == first and end <= start:
            end = self._utf16_of_characters(error.filename, first, max(error.offset or 1, 1))
        return _span(error.filename, first, start, last, max(end, start) if last == first else end)

    def _find(self, code: CodeType, instruction: int) -> Span | None:
        file = code.co_filename
        lines = self._lines.get(file)
        if lines is None:
            return None
        table = self._tables.get(id(code))
        if table is None:
            table = self._tables[id(code)] = (code, list(code.co_positions()))
        index = max(instruction, 0) // 2
        if index >= len(table[1]):
            return None
        first, last, column, end_column = table[1][index]
        if first is None or not 1 <= first <= len(lines):
            return None
        last = min(first if last is None else last, len(lines))
        if column is None or end_column is None:
            return _span(file, first, 0, last, _utf16(lines[last - 1], None))
        start, end = self._expression_at(file, ((first, column), (last, end_column)))
        return _span(
            file,
            start[0],
            _utf16(lines[start[0] - 1], start[1]),
            end[0],
            _utf16(lines[end[0] - 1], end[1]),
        )

    def _expression_at(self, file: str, place: _Range) -> _Range:
        """Give the range of the expression that CPython means by `place`.

        For a chain over several lines it lets a method call begin at the method's name
        (`update_start_location_to_match_attr` in Python/compile.c); the expression begins earlier.
        For the next round of an `async for` it names the whole loop, its body included.
        """
        outline = self._outlines.get(file)
        if outline is None:
            outline = self._outlines[file] = _outline(self._sources[file])
        if place in outline.iterated:
            return outline.iterated[place]
        start, end = place
        candidates = outline.starts.get(end, ())
        return max((each for each in candidates if each <= start), default=start), end

    def _utf16_of_characters(self, file: str, line: int, characters: int) -> int:
        return _units(self._lines[file][line - 1][: max(characters, 0)])


def _outline(source: str) -> _Outline:
    outline = _Outline({}, {})
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return outline
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            start, end = _range(node)
            outline.starts.setdefault(end, []).append(start)
        iterated = _iterated(node)
        if iterated is not None and isinstance(node, ast.expr | ast.stmt):
            outline.iterated[_range(node)] = _range(iterated)
    return outline


def _iterated(node: ast.AST) -> ast.expr | None:
    """Give what an `async for` goes through, be it a loop or the only one of a comprehension."""
    if isinstance(node, ast.AsyncFor):
        return node.iter
    if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        only = node.generators[0] if len(node.generators) == 1 else None
        if only is not None and only.is_async:
            return only.iter
    return None


def _range(node: ast.expr | ast.stmt) -> _Range:
    last = node.lineno if node.end_lineno is None else node.end_lineno
    end = node.col_offset if node.end_col_offset is None else node.end_col_offset
    return (node.lineno, node.col_offset), (last, end)


def _utf16(line: str, column: int | None) -> int:
    """Convert a column in UTF-8 bytes to UTF-16 units; None: the end of the line."""
    if column is None:
        return _units(line)
    if line.isascii():
        return min(column, len(line))
    return _units(line.encode(errors="surrogatepass")[:column].decode(errors="ignore"))


def _units(text: str) -> int:
    return (
        len(text) if text.isascii() else len(text.encode("utf-16-le", errors="surrogatepass")) // 2
    )


def _span(file: str, first: int, start: int, last: int, end: int) -> Span:
    return {
        "file": file,
        "startLine": first,
        "startColumn": start,
        "endLine": last,
        "endColumn": end,
    }
