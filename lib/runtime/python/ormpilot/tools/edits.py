"""Collects replacements in files, and makes them."""

import ast
import io
import tokenize
from typing import Any, NamedTuple

from .source_file import SourceFile


class _Edit(NamedTuple):
    file: SourceFile
    start: int
    end: int
    text: str


class Edits:
    """Replacements in files as they were; they may not overlap."""

    def __init__(self) -> None:
        """Start with none."""
        self._edits: list[_Edit] = []

    def replace(self, file: SourceFile, start: int, end: int, text: str) -> None:
        """Put `text` in the place of what stands between two offsets."""
        self._edits.append(_Edit(file, start, end, text))

    def insert(self, file: SourceFile, at: int, text: str) -> None:
        """Put `text` before what stands at an offset; later ones at the same offset follow it."""
        self.replace(file, at, at, text)

    def told(self) -> list[dict[str, Any]]:
        """Give them as `EditSchema` of lib/runtime/tools/fix.ts, in the order of their places."""
        return [
            {
                "span": edit.file.span(edit.start, edit.end),
                "before": edit.file.text[edit.start : edit.end],
                "after": edit.text,
            }
            for edit in self._ordered()
        ]

    def applied(self, files: dict[str, str]) -> dict[str, str]:
        """Give the files with the replacements made."""
        changed = dict(files)
        for edit in reversed(self._ordered()):
            text = changed[edit.file.name]
            changed[edit.file.name] = text[: edit.start] + edit.text + text[edit.end :]
        return changed

    def _ordered(self) -> list[_Edit]:
        return sorted(self._edits, key=lambda edit: (edit.file.name, edit.start))


def is_sound(before: str, after: str) -> bool:
    """Tell whether a changed text still compiles and has every comment that it had."""
    try:
        compile(ast.parse(after), "changed", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return sorted(_comments(before)) == sorted(_comments(after))


def _comments(text: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]
