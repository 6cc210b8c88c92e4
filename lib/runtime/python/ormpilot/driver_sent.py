"""What the driver sends by itself, inside of C code: BEGIN, COMMIT and ROLLBACK.

The rules are those of Modules/_sqlite/connection.c in CPython 3.12 and later.
"""

import sqlite3
from time import perf_counter_ns as now
from types import TracebackType
from typing import Any, Literal

from . import traced_cursor
from .link import autocommit, is_in_transaction, link_of
from .record import Record, RecordedError

type Ending = Literal["COMMIT", "ROLLBACK"]
type Sendable = Literal["BEGIN", "COMMIT", "ROLLBACK"]


def ending(connection: sqlite3.Connection, how: Ending) -> Ending | None:
    """Tell what a commit or rollback will send: nothing where there is no transaction to end."""
    mode, is_open = _state(connection)
    if mode is False:
        return how
    return how if is_open and mode is not True else None


def leaves_transaction(connection: sqlite3.Connection) -> Ending | None:
    """Tell what closing will send. SQLite rolls back by itself; only one mode says ROLLBACK."""
    return "ROLLBACK" if _state(connection) == (False, True) else None


def opening_or_ending(connection: sqlite3.Connection, value: object) -> Sendable | None:
    """Tell what setting `autocommit` to `value` will send."""
    _, is_open = _state(connection)
    if value is True and is_open:
        return "COMMIT"
    return "BEGIN" if value is False and not is_open else None


class Sent:
    """Logs what the driver sends by itself while a `with` block runs."""

    def __init__(
        self, connection: sqlite3.Connection, sql: Sendable | None, last: bool = False
    ) -> None:
        """Prepare to log `sql`; None: nothing is sent.

        `last`: the driver does not begin the next transaction at once, as it otherwise does where
        `autocommit` is False.
        """
        self._record: Record | None = None
        self._log = traced_cursor.recorder
        self._sql = sql
        self._connection = connection
        self._begins = not last and sql != "BEGIN"

    def __enter__(self) -> None:
        """Log the statement as running."""
        log = self._log
        if log is None or self._sql is None:
            return
        entered = now()
        self._record = log.start(self._sql, link_of(self._connection, log).number)
        if entered >= log.due:
            log.on_due()
        self._record.started = now()
        log.harness_ns += self._record.started - entered

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Log how it ended, and the BEGIN that follows it."""
        log, record = self._log, self._record
        if log is None or record is None:
            return
        returned = now()
        record.ns = returned - record.started
        record.running = False
        log.sqlite_ns += record.ns
        log.touch(record)
        if error is not None:
            record.error = RecordedError.of(error)
        elif self._begins and autocommit.__get__(self._connection) is False:
            begin = log.start("BEGIN", record.connection, (record.place, record.via))
            begin.started = returned
            begin.running = False
        if returned >= log.due:
            log.on_due()
        log.harness_ns += now() - returned


def _state(connection: Any) -> tuple[bool | int | None, bool]:
    """Give `autocommit` and whether a transaction is open; (None, False) on a closed connection."""
    try:
        return autocommit.__get__(connection), is_in_transaction(connection)
    except (AttributeError, sqlite3.Error):
        return None, False
