"""What is committed after each cell that changed it: for the page, which compares both sides."""

import sqlite3
from collections.abc import Callable
from typing import Literal

from . import database_file

type Missing = Literal["too-large", "no-room", "unreadable"]
"""Why a state is not there (`MissingStateSchema` of lib/runtime/contract.ts)."""
type Keep = Callable[[int | None, Missing | None], object]
"""Told of the state after a cell, after the set-up without one: it lies in `IMAGE_STATE`.

Where something is missing, it does not.
"""


class States:
    """Gives each state of the database away once; what nothing was written to is not read."""

    def __init__(self, keep: Keep, most_bytes: int, all_bytes: int) -> None:
        """Tell `keep` of them; `most_bytes` for one, `all_bytes` for all of them together."""
        self._keep = keep
        self._most = most_bytes
        self._left = all_bytes
        self._mark: object = None

    def begin(self) -> None:
        """Take the database as it is for the one that the page knows already."""
        self._mark = database_file.mark()

    def take(self, cell: int | None) -> None:
        """Give away what `cell` (None: the set-up) left committed, if that is another state."""
        mark = database_file.mark()
        if mark == self._mark:
            return
        self._mark = mark
        self._keep(cell, self._write())

    def _write(self) -> Missing | None:
        try:
            image = database_file.state(self._most)
            if image is None:
                return "too-large"
            if len(image) > self._left:
                return "no-room"
            database_file.IMAGE_STATE.write_bytes(image)
        except (OSError, sqlite3.Error):
            return "unreadable"
        self._left -= len(image)
        return None
