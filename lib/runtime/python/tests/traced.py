"""What the tests of the tracer share: a recorder for each test, and SQLite's own word."""

import sqlite3
import unittest
from typing import Any

from ormpilot import tracer
from ormpilot.record import Record, Recorder


class TracedCase(unittest.TestCase):
    """Each test runs under a fresh recorder."""

    def setUp(self) -> None:
        self.log = tracer.install(Recorder(files=["person.py"], entry="person.py"))
        self.addCleanup(tracer.uninstall)
        self.seen: list[Record] = []

    def connect(self, **options: Any) -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", **options)
        self.addCleanup(connection.close)
        return connection

    def records(self) -> list[Record]:
        """Give the records since the last call."""
        return self.log.drain()

    def sql(self) -> list[str]:
        """Give the texts of the records since the last call."""
        return [record.sql for record in self.records()]

    def last(self) -> Record:
        """Give the last record."""
        return self.records()[-1]

    def witness(self, connection: sqlite3.Connection) -> list[str]:
        """Let SQLite's own trace, which a person may set, tell what it executes from now on."""
        executed: list[str] = []
        connection.set_trace_callback(executed.append)
        return executed
