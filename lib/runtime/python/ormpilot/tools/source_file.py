"""A source file with its syntax tree, and the ways between nodes, characters and spans.

Offsets count characters from 0. The tree counts columns in UTF-8 bytes, the page in UTF-16 units.
"""

import ast
import re
import warnings
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from ..positions import Span

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
type Located = ast.expr | ast.stmt | ast.alias | ast.keyword


class SourceFile:
    """One file of a person's."""

    def __init__(self, name: str, text: str) -> None:
        """Parse it; raises the `SyntaxError` that Python raises."""
        self.name = name
        self.text = text
        with warnings.catch_warnings():
            # Whoever compiles the file is told of it; here it would be printed.
            warnings.simplefilter("ignore", SyntaxWarning)
            self.tree = ast.parse(text)
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        """Each node, to the one that it is a part of."""
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """Give what a node is a part of, the nearest first."""
        parent = self.parents.get(node)
        while parent is not None:
            yield parent
            parent = self.parents.get(parent)

    def statement_of(self, node: ast.AST) -> ast.stmt:
        """Give the innermost statement that a node belongs to."""
        if isinstance(node, ast.stmt):
            return node
        return next(each for each in self.ancestors(node) if isinstance(each, ast.stmt))

    def start(self, node: Located) -> int:
        """Give the offset at which a node begins."""
        return self._offset(node.lineno, node.col_offset)

    def end(self, node: Located) -> int:
        """Give the offset at which it ends."""
        if node.end_lineno is None or node.end_col_offset is None:
            raise ValueError("a parsed node has an end")
        return self._offset(node.end_lineno, node.end_col_offset)

    def text_of(self, node: Located) -> str:
        """Give a node's text as it stands in the file."""
        return self.text[self.start(node) : self.end(node)]

    def line_offset(self, line: int) -> int:
        """Give the offset at which a line begins, counted from 1."""
        return self._starts[line - 1]

    def line_start(self, offset: int) -> int:
        """Give the offset at which the line of an offset begins."""
        return max(start for start in self._starts if start <= offset)

    def line_end(self, offset: int) -> int:
        """Give the offset at which it ends, before what ends it."""
        found = _LINE_END.search(self.text, offset)
        return len(self.text) if found is None else found.start()

    def after_line(self, offset: int) -> int:
        """Give the offset at which the line after it begins."""
        found = _LINE_END.search(self.text, offset)
        return len(self.text) if found is None else found.end()

    def indent(self, node: Located) -> str:
        """Give what stands before a statement in its line; not only space where it shares it."""
        start = self.start(node)
        return self.text[self.line_start(start) : start]

    def expressions_at(self, span: Span) -> list[ast.expr]:
        """Give the expressions that have just this span, the outermost first."""
        start = self._offset_of(span["startLine"], span["startColumn"])
        end = self._offset_of(span["endLine"], span["endColumn"])
        return [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.expr) and (self.start(node), self.end(node)) == (start, end)
        ]

    def span(self, start: int, end: int) -> Span:
        """Give the span between two offsets, as the page counts."""
        first, start_column = self._point(start)
        last, end_column = self._point(end)
        return {
            "file": self.name,
            "startLine": first,
            "startColumn": start_column,
            "endLine": last,
            "endColumn": end_column,
        }

    def _offset(self, line: int, column: int) -> int:
        start = self._starts[line - 1]
        text = self.text[start : self.line_end(start)]
        if text.isascii():
            return start + column
        return start + len(text.encode(errors="surrogatepass")[:column].decode(errors="ignore"))

    def _offset_of(self, line: int, units: int) -> int:
        if not 1 <= line <= len(self._starts):
            return -1
        start = self._starts[line - 1]
        text = self.text[start : self.line_end(start)].encode("utf-16-le", "surrogatepass")
        return start + len(text[: units * 2].decode("utf-16-le", "replace"))

    def _point(self, offset: int) -> tuple[int, int]:
        start = self.line_start(offset)
        text = self.text[start:offset]
        return self._starts.index(start) + 1, len(text.encode("utf-16-le", "surrogatepass")) // 2
