"""How a file calls what it imports, and further imports."""

import ast
from typing import Any

from ..edits import Edits
from ..source_file import SourceFile
from .names import is_bound
from .not_safe import NotSafe


class Imports:
    """The imports of one file, and those that are added to it."""

    def __init__(self, file: SourceFile, edits: Edits) -> None:
        """Read them; those within functions do not count."""
        self._file = file
        self._edits = edits
        self._added: dict[tuple[str, str], str] = {}
        body = file.tree.body
        self._froms = [each for each in body if isinstance(each, ast.ImportFrom)]
        self._plain = [each for each in body if isinstance(each, ast.Import)]

    def expression(self, module: str, name: str, before: int) -> str | None:
        """Give how a name of a module is written at an offset; None where it is not imported."""
        for each in self._froms:
            if self._file.start(each) >= before:
                continue
            for alias in each.names:
                if self._names(each, alias, module, name):
                    return alias.asname or name
        for each in self._plain:
            for alias in each.names:
                if alias.name == module and self._file.start(each) < before:
                    return f"{alias.asname or alias.name}.{name}"
        return None

    def module_of(self, text: str) -> str | None:
        """Give the top-level module of an imported name, dotted or not; None of any other."""
        first = text.partition(".")[0]
        for each in [*self._froms, *self._plain]:
            for alias in each.names:
                if (alias.asname or alias.name.partition(".")[0]) == first:
                    module = each.module if isinstance(each, ast.ImportFrom) else alias.name
                    return (module or "").partition(".")[0]
        return None

    def of_class(self, kind: Any, before: int) -> str | None:
        """Give how a person's class is written in this file; None where it is not known there."""
        module, name = kind.__module__, kind.__name__
        if f"{module}.py" == self._file.name:
            return str(name)
        return self.expression(module, name, before) or self._from_anywhere(name, before)

    def ensure(self, module: str, name: str, before: int) -> str:
        """Give how a name of a module is written, and import it where it is not yet.

        Raises `NotSafe` where the file uses the name for something else.
        """
        known = self.expression(module, name, before) or self._added.get((module, name))
        if known is not None:
            return known
        if is_bound(self._file, name):
            raise NotSafe(f"{name} would have to be imported, but is something else here.")
        existing = next(
            (
                each
                for each in self._froms
                if each.module == module and not each.level and self._file.start(each) < before
            ),
            None,
        )
        if existing is None:
            self._add_line(f"from {module} import {name}", module, before)
        else:
            self._add_name(existing, name)
        self._added[module, name] = name
        return name

    def _names(self, each: ast.ImportFrom, alias: ast.alias, module: str, name: str) -> bool:
        return each.module == module and not each.level and alias.name in (name, "*")

    def _from_anywhere(self, name: str, before: int) -> str | None:
        """Find a class that came through another module than the one that defines it."""
        for each in self._froms:
            if self._file.start(each) < before:
                for alias in each.names:
                    if alias.name == name:
                        return alias.asname or name
        return None

    def _add_line(self, line: str, module: str, before: int) -> None:
        """Add an import after those of the same package, else after all, else at the top."""
        file = self._file
        earlier = [each for each in [*self._froms, *self._plain] if file.start(each) < before]
        family = [
            each
            for each in self._froms
            if each in earlier and (each.module or "").split(".")[0] == module.split(".")[0]
        ]
        last = max(family or earlier, key=file.start, default=None)
        if last is None:
            raise NotSafe(f"There is no import in {file.name} beside which another could stand.")
        self._edits.insert(file, file.line_end(file.end(last)), f"{file.newline}{line}")

    def _add_name(self, existing: ast.ImportFrom, name: str) -> None:
        """Add a name to an import, in its order where it has one, in the layout that it has."""
        file, edits = self._file, self._edits
        names = [alias.name for alias in existing.names]
        is_sorted = names == sorted(names, key=_sort_key)
        following = next(
            (
                each
                for each in existing.names
                if is_sorted and _sort_key(each.name) > _sort_key(name)
            ),
            None,
        )
        if following is not None:
            indent = file.indent(following)
            gap = f",{file.newline}{indent}" if not indent.strip() else ", "
            edits.insert(file, file.start(following), name + gap)
            return
        last = existing.names[-1]
        indent = file.indent(last)
        gap = f",{file.newline}{indent}" if not indent.strip() else ", "
        edits.insert(file, file.end(last), gap + name)


def _sort_key(name: str) -> tuple[int, str]:
    """Order names as import sorters do: constants, classes, the rest."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name
