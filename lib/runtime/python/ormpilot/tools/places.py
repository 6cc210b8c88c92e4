"""Finds where classes, their attributes and texts stand in a person's files."""

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from ..positions import Span
from .source_file import Located, SourceFile


class Places:
    """The places in a set of files; those that do not compile have none."""

    def __init__(self, files: Mapping[str, str]) -> None:
        """Read the files."""
        self.files: dict[str, SourceFile] = {}
        for name, text in files.items():
            try:
                self.files[name] = SourceFile(name, text)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue

    def of_line(self, name: str, line: int) -> Span | None:
        """Give the span of a line's text, without the space around it."""
        file = self.files.get(name)
        if file is None or not 1 <= line <= file.text.count("\n") + 1:
            return None
        start = file.line_offset(line)
        text = file.text[start : file.line_end(start)]
        first = start + len(text) - len(text.lstrip())
        return file.span(first, max(first, start + len(text.rstrip())))

    def of_class(self, kind: Any) -> Span | None:
        """Give the span of a class's name where it is defined."""
        for file, node in self._definitions(kind.__name__):
            if f"{kind.__module__}.py" == file.name:
                return _name_span(file, node)
        return None

    def of_attribute(self, kind: Any, name: str) -> Span | None:
        """Give the span of an attribute's name in a class, or in one that it inherits from."""
        for each in kind.__mro__:
            for file, node in self._definitions(each.__name__):
                found = _attribute(node, name)
                if found is not None and f"{each.__module__}.py" == file.name:
                    return _span(file, found)
        return None

    def of_names(self, kind: str, name: str) -> Span | None:
        """Give the span of an attribute of a class, both by their names."""
        for file, node in self._definitions(kind):
            found = _attribute(node, name)
            if found is not None:
                return _span(file, found)
        return None

    def of_class_name(self, name: str) -> Span | None:
        """Give the span of a class's name, wherever it is defined first."""
        for file, node in self._definitions(name):
            return _name_span(file, node)
        return None

    def of_text(self, text: str) -> Span | None:
        """Give the span of a literal in a class that says `text`, or begins with it and a dot."""
        for file in self.files.values():
            for node in ast.walk(file.tree):
                value = node.value if isinstance(node, ast.Constant) else None
                if not isinstance(node, ast.expr) or not isinstance(value, str):
                    continue
                if value == text or value.startswith(f"{text}."):
                    return _span(file, node)
        return None

    def _definitions(self, name: str) -> Iterator[tuple[SourceFile, ast.ClassDef]]:
        for file in self.files.values():
            for node in ast.walk(file.tree):
                if isinstance(node, ast.ClassDef) and node.name == name:
                    yield file, node


def _attribute(node: ast.ClassDef, name: str) -> Located | None:
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign):
            targets = [statement.target]
        elif isinstance(statement, ast.Assign):
            targets = statement.targets
        else:
            continue
        for target in targets:
            if isinstance(target, ast.Name) and target.id == name:
                return target
    return None


def _name_span(file: SourceFile, node: ast.ClassDef) -> Span:
    start = file.text.index(node.name, file.start(node) + len("class"))
    return file.span(start, start + len(node.name))


def _span(file: SourceFile, node: Located) -> Span:
    return file.span(file.start(node), file.end(node))
