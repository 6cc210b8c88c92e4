"""What a change is made from, and what comes of it."""

import ast
from typing import Any

from ...positions import Span
from ..edits import Edits
from ..loading import Loaded
from ..source_file import SourceFile
from .imports import Imports
from .not_safe import NotSafe


class Task:
    """One change that was asked for."""

    def __init__(self, loaded: Loaded) -> None:
        """Take it from the question."""
        asked = loaded.question.more
        self.loaded = loaded
        self.facts: dict[str, Any] = asked["fix"]
        """`FixFacts` of lib/trace/findings/finding.ts."""
        self.place: Span = asked["span"]
        """The expression that sent the statements."""
        self.source: Span | None = asked["source"]
        """The expression that sent the query of the parents."""
        self.edits = Edits()
        self.notes: list[str] = []
        self._files: dict[str, SourceFile] = {}
        self._imports: dict[str, Imports] = {}

    def file(self, name: str) -> SourceFile:
        """Give one of the person's files; raises `NotSafe` where it cannot be read."""
        if name not in self._files:
            text = self.loaded.question.files.get(name)
            if text is None:
                raise NotSafe(f"{name} is not one of your files.")
            try:
                self._files[name] = SourceFile(name, text)
            except (SyntaxError, ValueError):
                raise NotSafe(f"{name} does not compile any more.") from None
        return self._files[name]

    def imports(self, file: SourceFile) -> Imports:
        """Give the imports of a file, with those that are added to it by this change."""
        if file.name not in self._imports:
            self._imports[file.name] = Imports(file, self.edits)
        return self._imports[file.name]

    def expression(self, span: Span | None) -> tuple[SourceFile, ast.expr]:
        """Give the expression at a span; raises `NotSafe` where there is none."""
        if span is None:
            raise NotSafe("The run does not show which query read the objects.")
        file = self.file(span["file"])
        found = file.expressions_at(span)
        if not found:
            raise NotSafe("The code was changed since the run. Run it again first.")
        return file, found[0]

    def model(self) -> Any:
        """Give the model that the change is about; raises `NotSafe` where it is not known."""
        return self.model_of(self.facts["model"])

    def model_of(self, name: str | None) -> Any:
        """Give the model of a name; raises `NotSafe` where there is none, or several are."""
        model = self.loaded.model(name)
        if model is None:
            raise NotSafe(
                "It is not sure which model this is about."
                if name is None
                else f"There is not just one model named {name}."
            )
        return model
