"""What the tracer knows of a connection, and how it reads the driver's state of it.

`BaseConnection` is the driver's own class: its name in `sqlite3` is given to the traced one.
The state is read through the driver's own descriptors: a person's subclass may have put properties
of its own in their place.
"""

import sqlite3
from sqlite3 import Connection as BaseConnection
from typing import Any, Final

from .record import Recorder

is_in_transaction = BaseConnection.__dict__["in_transaction"].__get__
"""Tell whether a transaction is open; raises `sqlite3.ProgrammingError` on a closed connection."""
isolation_level: Final = BaseConnection.__dict__["isolation_level"]
autocommit: Final = BaseConnection.__dict__["autocommit"]


class Link:
    """What the tracer knows of a connection."""

    __slots__ = ("begin", "number", "recorder")
    begin: str | None
    """The text with which the driver opens a transaction before a write; None: it opens none."""

    def __init__(self, log: Recorder, begin: str | None) -> None:
        """Give a connection its number, in the order of opening."""
        self.recorder = log
        self.number = log.connections
        self.begin = begin
        log.connections += 1


def link_of(connection: Any, log: Recorder) -> Link:
    """Give what is known of a traced connection; `AttributeError` when it is not a traced one."""
    link: Link | None = connection.ormpilot_link
    if link is None or link.recorder is not log:
        link = connection.ormpilot_link = Link(log, implicit_begin(connection))
    return link


def is_legacy(connection: sqlite3.Connection) -> bool:
    """Tell whether the driver, not its `autocommit`, decides when a transaction begins."""
    return autocommit.__get__(connection) == sqlite3.LEGACY_TRANSACTION_CONTROL


def implicit_begin(connection: sqlite3.Connection) -> str | None:
    """Give the text the driver sends to open a transaction before a write, None when it sends none.

    The text is the one SQLite reports, with the space that CPython leaves after a bare BEGIN
    (`begin_transaction` in Modules/_sqlite/cursor.c).
    """
    level: str | None = isolation_level.__get__(connection)
    return None if level is None or not is_legacy(connection) else f"BEGIN {level}"
