"""A cursor that records what it sends: the hot path of the tracer.

It adds a record and nothing else. SQL, parameters and rows pass through untouched; rows are seen
when the caller fetches them, never before; no SQL is sent and no callback slot of SQLite is used.
`BaseCursor` is the driver's own class: its name in `sqlite3` is given to the traced one.

One thing differs: a deprecation that the driver itself warns of names the line in this file.
"""

import sqlite3
from collections.abc import Iterable
from sqlite3 import Cursor as BaseCursor
from time import perf_counter_ns as now
from typing import Any, Final, Self, cast

from .link import is_in_transaction, link_of
from .record import Record, RecordedError, Recorder
from .rounds import Rounds
from .sql import is_blank, is_write
from .traced_script import Script
from .values import capture_row, capture_set

_execute = BaseCursor.execute
_executemany = BaseCursor.executemany
_executescript = BaseCursor.executescript
_fetchone = BaseCursor.fetchone
_fetchmany = BaseCursor.fetchmany
_fetchall = BaseCursor.fetchall
_next = BaseCursor.__next__
_MAY_BE_BLANK: Final = " \t\n\f\r-/;"
NO_PARAMETERS: Final[Any] = ()
"""What `execute` is given when it is given no parameters; Python has only one empty tuple."""

recorder: Recorder | None = None
"""Where statements are recorded now; None: nowhere. Set by `tracer.install` and `uninstall`."""


class Cursor(BaseCursor):
    """`sqlite3.Cursor`, recording."""

    _ormpilot_record: Record | None = None
    """What was executed last."""

    def execute(self, sql: str, parameters: Any = NO_PARAMETERS, /) -> Self:
        """Execute one statement, as `sqlite3.Cursor.execute` does."""
        log = recorder
        if log is None:
            _execute(self, sql, parameters)
            return self
        weight = log.weight
        entered = now() if weight else 0
        record = self._ormpilot_record = start(log, self, sql)
        if record is None:
            _execute(self, sql, parameters)
            return self
        if parameters is not NO_PARAMETERS:
            kind = type(parameters)  # pyright: ignore[reportUnknownVariableType]
            capture = capture_row if kind is tuple else capture_set
            record.params = capture(parameters, log.value_chars)
        started = now()
        if started >= log.due:
            log.on_due()
            started = now()
        record.started = started
        try:
            _execute(self, sql, parameters)
        except BaseException as error:
            fail(log, record, error, self, now() - started)
            raise
        returned = now()
        record.ns = took = returned - started
        record.running = False
        record.affected = self.rowcount
        record.description = self.description
        log.sqlite_ns += took
        if not record.fresh:
            log.touch(record)
        if returned >= log.due:
            log.on_due()
        if weight:
            log.harness_ns += weight * (started - entered + now() - returned)
        return self

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Self:
        """Execute one statement with each set, as `sqlite3.Cursor.executemany` does."""
        log = recorder
        if log is None:
            _executemany(self, sql, parameters)
            return self
        weight = log.weight
        entered = now() if weight else 0
        record = self._ormpilot_record = start(log, self, sql)
        if record is None:
            _executemany(self, sql, parameters)
            return self
        rounds = Rounds(log, record, parameters)
        started = now()
        if started >= log.due:
            log.on_due()
            started = now()
        record.started = started
        try:
            _executemany(self, sql, rounds.source)
        except BaseException as error:
            record.many = rounds.consumed()
            self._ormpilot_record = record
            fail(log, record, error, self, now() - started)
            raise
        returned = now()
        record.many = rounds.consumed()
        self._ormpilot_record = (
            record  # a set may have come from a generator that used this very cursor
        )
        record.ns = took = returned - started
        record.running = False
        record.affected = self.rowcount
        log.sqlite_ns += took
        log.touch(record)
        if returned >= log.due:
            log.on_due()
        if weight:
            log.harness_ns += weight * (started - entered + now() - returned)
        return self

    def executescript(self, sql_script: str, /) -> Self:
        """Execute a script of several statements, as `sqlite3.Cursor.executescript` does."""
        log = recorder
        if log is None:
            _executescript(self, sql_script)
            return self
        entered = now()
        script = Script(log, self, sql_script)
        started = now()
        try:
            _executescript(self, sql_script)
        except BaseException as error:
            script.fail(error, started, now() - started)
            raise
        returned = now()
        script.finish(started, returned - started)
        log.harness_ns += started - entered + now() - returned
        return self

    def fetchone(self) -> Any:
        """Fetch the next row, as `sqlite3.Cursor.fetchone` does."""
        record, log = self._ormpilot_record, recorder
        if record is None or log is None:
            return _fetchone(self)
        started = now()
        try:
            row = _fetchone(self)
        except BaseException as error:
            fail(log, record, error, self, now() - started)
            raise
        keep(log, record, self, () if row is None else (row,), started)
        return row

    def fetchmany(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Fetch some rows, as `sqlite3.Cursor.fetchmany` does."""
        record, log = self._ormpilot_record, recorder
        if record is None or log is None:
            return _fetchmany(self, *args, **kwargs)
        started = now()
        try:
            rows = _fetchmany(self, *args, **kwargs)
        except BaseException as error:
            fail(log, record, error, self, now() - started)
            raise
        keep(log, record, self, rows, started)
        return rows

    def fetchall(self) -> list[Any]:
        """Fetch the rows that are left, as `sqlite3.Cursor.fetchall` does."""
        record, log = self._ormpilot_record, recorder
        if record is None or log is None:
            return _fetchall(self)
        started = now()
        try:
            rows = _fetchall(self)
        except BaseException as error:
            fail(log, record, error, self, now() - started)
            raise
        keep(log, record, self, rows, started)
        return rows

    def __next__(self) -> Any:
        """Fetch the next row, as iterating over a `sqlite3.Cursor` does."""
        record, log = self._ormpilot_record, recorder
        if record is None or log is None:
            return _next(self)
        started = now()
        try:
            row = _next(self)
        except StopIteration:
            keep(log, record, self, (), started)
            raise
        except BaseException as error:
            fail(log, record, error, self, now() - started)
            raise
        keep(log, record, self, (row,), started)
        return row


# The traced cursor looks like the driver's in messages and reprs.
Cursor.__module__ = BaseCursor.__module__


def start(log: Recorder, cursor: BaseCursor, sql: object) -> Record | None:
    """Log a statement that is about to be sent, after the BEGIN that the driver will send first.

    None when the driver has nothing to send: no text, or no statement in it.
    """
    if type(sql) is not str:
        if not issubclass(type(sql), str):
            return None
        sql = str.__str__(cast(str, sql))
    if sql[:1] in _MAY_BE_BLANK and is_blank(sql):
        return None
    try:
        connection = cursor.connection
        link = link_of(connection, log)
        if link.begin is None or is_in_transaction(connection) or not is_write(sql):
            return log.start(sql, link.number)
    except (AttributeError, sqlite3.Error):
        return None  # unfinished, or closed: the driver says so itself
    begin = log.start(link.begin, link.number)
    begin.running = False
    record = log.start(sql, link.number)
    record.begin = begin
    return record


def fail(log: Recorder, record: Record, error: BaseException, cursor: BaseCursor, ns: int) -> None:
    """Log that a statement, or a fetch of its rows, ended in an error after `ns` in the driver."""
    record.ns += ns
    record.running = False
    record.error = RecordedError.of(error)
    log.sqlite_ns += ns
    log.touch(record)
    begin, record.begin = record.begin, None
    if begin is not None:
        _settle_begin(log, begin, record, error, cursor)
    if now() >= log.due:
        log.on_due()


def keep(log: Recorder, record: Record, cursor: BaseCursor, rows: Any, started: int) -> None:
    """Log rows that were fetched since `started`: how many, and the first ones."""
    returned = now()
    record.ns += returned - started
    log.sqlite_ns += returned - started
    if rows:
        record.fetched += len(rows)
        room = log.row_limit - len(record.rows)
        if room > 0:
            limit = log.value_chars
            record.rows += [capture_row(row, limit) for row in rows[:room]]
    if record.affected >= 0:
        # The driver knows the count of a statement with RETURNING only when its rows were read.
        record.affected = cursor.rowcount
    if not record.fresh:
        log.touch(record)
    if record.weight:
        log.harness_ns += record.weight * (now() - returned)


def _settle_begin(
    log: Recorder, begin: Record, record: Record, error: BaseException, cursor: BaseCursor
) -> None:
    """Correct the BEGIN that was logged before a write, when the write failed."""
    try:
        if is_in_transaction(cursor.connection):
            return
    except sqlite3.Error:  # closed meanwhile
        return
    code: int | None = (
        getattr(error, "sqlite_errorcode", None) if isinstance(error, sqlite3.Error) else None
    )
    if code is None or code == sqlite3.SQLITE_ERROR:
        log.withdraw(begin, record)  # the write was refused when it was prepared: no BEGIN was sent
    elif code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        begin.error = record.error  # BEGIN IMMEDIATE or EXCLUSIVE did not get its lock
        log.touch(begin)
