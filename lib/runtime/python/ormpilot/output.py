"""What a program prints, kept for the cell that prints it, up to a limit."""

import io
from collections.abc import Callable
from typing import Final

_CUT: Final = "\n… the output is cut here: it reached the limit of one run.\n"


class Output(io.TextIOBase):
    """Stands in for `sys.stdout` and `sys.stderr` while a program runs."""

    encoding = "utf-8"  # pyright: ignore[reportAssignmentType] - a plain attribute will do
    errors = "surrogatepass"  # pyright: ignore[reportAssignmentType]

    def __init__(self, limit: int, written: Callable[[str], object]) -> None:
        """Keep at most `limit` characters; `written` is told of each write that was kept."""
        super().__init__()
        self._room = limit
        self._written = written
        self._parts: list[str] = []
        self.is_cut = False

    def writable(self) -> bool:
        """Tell that it takes text."""
        return True

    def write(self, text: str, /) -> int:
        """Keep a text, or as much of it as there is room for."""
        text = str.__str__(text)
        if self.is_cut:
            return len(text)
        if len(text) > self._room:
            self._parts.append(text[: self._room] + _CUT)
            self.is_cut = True
        else:
            self._parts.append(text)
            self._room -= len(text)
        self._written(text)
        return len(text)

    def take(self) -> str:
        """Give what was written since the last call."""
        text = "".join(self._parts)
        self._parts.clear()
        return text
