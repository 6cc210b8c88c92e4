"""An executescript: several statements that SQLite runs in one call.

The driver splits the text itself and tells nothing about the parts. When all of them ran, each is
shown as its own statement; when one was refused, nobody knows which, and the script is shown whole.
"""

import re
import sqlite3
from time import perf_counter_ns as now
from typing import Final

from .link import Link, is_in_transaction, is_legacy, link_of
from .record import Record, RecordedError, Recorder
from .sql import split_script

_OPENS: Final = re.compile(r"\b(?:begin|savepoint)\b", re.IGNORECASE)


class Script:
    """The log of one executescript."""

    def __init__(self, log: Recorder, cursor: sqlite3.Cursor, script: object) -> None:
        """Log what is about to be sent, after the COMMIT that the driver sends before a script."""
        self._log = log
        self._commit: Record | None = None
        self._record: Record | None = None
        self._statements: list[str] = []
        if not isinstance(script, str) or "\0" in (text := str.__str__(script)):
            return  # the driver refuses it before it sends anything
        try:
            self._connection = cursor.connection
            self._link: Link = link_of(self._connection, log)
            is_open = is_in_transaction(self._connection)
        except (AttributeError, sqlite3.Error):
            return  # so does it on a closed connection
        if is_open and is_legacy(self._connection):
            self._commit = log.start("COMMIT", self._link.number)
            self._commit.running = False
        self._statements = split_script(text)
        if self._statements:
            whole = text if len(self._statements) > 1 else self._statements[0]
            self._record = log.start(whole, self._link.number)
        self._opens = _OPENS.search(text) is not None
        if now() >= log.due:
            log.on_due()

    def finish(self, started: int, ns: int) -> None:
        """Log that all statements ran; SQLite's time for the script is shared out evenly."""
        log = self._log
        log.sqlite_ns += ns
        if self._commit is not None:
            self._commit.started = started
        if self._record is not None:
            share = ns // len(self._statements)
            log.rewrite(self._record, self._statements[0])
            records = [self._record]
            for sql in self._statements[1:]:
                records.append(
                    log.start(sql, self._link.number, (self._record.place, self._record.via))
                )
            for number, record in enumerate(records):
                record.started = started + number * share
                record.ns = share
                record.running = False
        if now() >= log.due:
            log.on_due()

    def fail(self, error: BaseException, started: int, ns: int) -> None:
        """Log that the script was refused, or one of its statements."""
        log = self._log
        log.sqlite_ns += ns
        if self._commit is not None:
            self._commit.started = started
            if not self._opens and is_in_transaction(self._connection):
                # The transaction is still the old one, so the COMMIT itself did not succeed.
                self._commit.error = RecordedError.of(error)
                log.touch(self._commit)
        if self._record is not None:
            self._record.started = started
            self._record.ns = ns
            self._record.running = False
            self._record.error = RecordedError.of(error)
            log.touch(self._record)
        if now() >= log.due:
            log.on_due()
