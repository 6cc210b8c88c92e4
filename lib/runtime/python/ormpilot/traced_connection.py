"""A connection whose every statement is recorded, those included that the driver sends by itself.

BEGIN, COMMIT and ROLLBACK are sent inside of C code, no Python method is called for them. They are
known from what the driver does in each state (Modules/_sqlite/connection.c), which is asked before.
"""

import sqlite3
from collections.abc import Iterable
from types import TracebackType
from typing import Any, Literal, cast

from . import traced_cursor
from .beneath import beneath, put_beneath
from .driver_sent import Sent, ending, leaves_transaction, opening_or_ending
from .link import (
    BaseConnection,
    Link,
    autocommit,
    implicit_begin,
    is_in_transaction,
    isolation_level,
    link_of,
)
from .record import Unwitnessed
from .traced_cursor import BaseCursor, Cursor

_cursor = BaseConnection.cursor


def _get_isolation_level(connection: "Connection") -> str | None:
    return isolation_level.__get__(connection)


def _set_isolation_level(connection: "Connection", level: Any) -> None:
    with Sent(connection, ending(connection, "COMMIT") if level is None else None):
        isolation_level.__set__(connection, level)
    _note_begin(connection)


def _delete_isolation_level(connection: "Connection") -> None:
    isolation_level.__delete__(connection)


def _get_autocommit(connection: "Connection") -> bool | int:
    return autocommit.__get__(connection)


def _set_autocommit(connection: "Connection", value: Any) -> None:
    with Sent(connection, opening_or_ending(connection, value), last=True):
        autocommit.__set__(connection, value)
    _note_begin(connection)


def _note_begin(connection: "Connection") -> None:
    if connection.ormpilot_link is not None:
        connection.ormpilot_link.begin = implicit_begin(connection)


class Connection(BaseConnection):
    """`sqlite3.Connection`, recording."""

    ormpilot_link: Link | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Open a database, as `sqlite3.Connection` does."""
        super().__init__(*args, **kwargs)
        adopt(self)

    def cursor(self, factory: Any = Cursor) -> Any:
        """Give a cursor; the person's own class or callable gets the traced class beneath it."""
        log = traced_cursor.recorder
        if factory is Cursor or log is None:
            return _cursor(self, factory)
        if isinstance(factory, type) and issubclass(factory, BaseCursor):
            kind = factory
            try:
                kind = beneath(kind, Cursor)
            except TypeError:
                log.untraced.append(kind.__qualname__)
            return _cursor(self, kind)
        made: Any = _cursor(self, cast(Any, factory))
        put_beneath(made, Cursor, BaseCursor, log)
        return made

    # The driver's own methods call neither `cursor()` nor a cursor's class: they would go unseen.

    def execute(self, sql: str, parameters: Any = traced_cursor.NO_PARAMETERS, /) -> Cursor:
        """Execute one statement on a new cursor, as `sqlite3.Connection.execute` does."""
        return _cursor(self, Cursor).execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Cursor:
        """Execute one statement with each set, as `sqlite3.Connection.executemany` does."""
        return _cursor(self, Cursor).executemany(sql, parameters)

    def executescript(self, sql_script: str, /) -> Cursor:
        """Execute a script on a new cursor, as `sqlite3.Connection.executescript` does."""
        return _cursor(self, Cursor).executescript(sql_script)

    def commit(self) -> None:
        """Commit the open transaction, as `sqlite3.Connection.commit` does."""
        with Sent(self, ending(self, "COMMIT")):
            super().commit()

    def rollback(self) -> None:
        """Roll the open transaction back, as `sqlite3.Connection.rollback` does."""
        with Sent(self, ending(self, "ROLLBACK")):
            super().rollback()

    def close(self) -> None:
        """Close the database, as `sqlite3.Connection.close` does.

        An open transaction is lost. A statement is sent for it only when `autocommit` is False.
        """
        with Sent(self, leaves_transaction(self), last=True):
            super().close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> Literal[False]:
        """End a `with` block: commit, or roll back after an exception or a commit that failed."""
        clean = kind is None and error is None and trace is None
        try:
            with Sent(self, ending(self, "COMMIT" if clean else "ROLLBACK")):
                return super().__exit__(kind, error, trace)
        except sqlite3.ProgrammingError:  # closed, or another thread's: nothing was sent
            raise
        except sqlite3.Error:
            if clean:
                with Sent(self, "ROLLBACK"):
                    pass
            raise

    def set_trace_callback(self, *args: Any, **kwargs: Any) -> None:
        """Set the person's trace callback, in the slot by which SQLite confirms this trace."""
        super().set_trace_callback(*args, **kwargs)
        log = traced_cursor.recorder
        if log is not None:
            log.unwitnessed.append(Unwitnessed(link_of(self, log).number, log.kept))

    # Both are C attributes of the driver's class, which type checkers take for plain ones.
    isolation_level = property(  # pyright: ignore[reportAssignmentType]
        _get_isolation_level, _set_isolation_level, _delete_isolation_level, isolation_level.__doc__
    )
    autocommit = property(  # pyright: ignore[reportAssignmentType, reportIncompatibleMethodOverride]
        _get_autocommit, _set_autocommit, None, autocommit.__doc__
    )


# The traced connection looks like the driver's in messages and reprs.
Connection.__module__ = "sqlite3"


def adopt(connection: Connection) -> None:
    """Give a new connection its number, and log the BEGIN that opening it may have sent."""
    log = traced_cursor.recorder
    if log is None:
        return
    connection.ormpilot_link = Link(log, implicit_begin(connection))
    if is_in_transaction(connection):
        with Sent(connection, "BEGIN"):
            pass
