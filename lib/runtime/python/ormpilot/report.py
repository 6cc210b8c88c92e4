"""What a run tells the page while it goes on: chunks of cells, calls and statements.

The sum of all chunks is the trace, so a run that never ends still leaves its trace. An entry
replaces the one with the same id (`TraceChunkSchema` of lib/runtime/contract.ts).
"""

import json
from collections.abc import Callable, Iterable
from time import perf_counter_ns as now
from typing import Any, Final

from .cells import Cell
from .output import Output
from .positions import Frame, Positions, Span
from .reasons import Why, why
from .record import Record, Recorder
from .sql import statement_kind
from .statements import shape_statement

_SHORTEST_NS: Final = 25_000_000
"""Chunks follow each other at least so far apart, and so that they cost a tenth at most."""
_SHARE: Final = 10

type _CallKey = tuple[int | None, str, int, int, int, int]


def span_key(cell: int | None, span: Span) -> _CallKey:
    """Give what a call is known by: its cell and its place."""
    return (
        cell,
        span["file"],
        span["startLine"],
        span["startColumn"],
        span["endLine"],
        span["endColumn"],
    )


class Report:
    """The report of one run."""

    def __init__(
        self,
        emit: Callable[[str], object],
        log: Recorder,
        positions: Positions,
        cells: Iterable[Cell],
    ) -> None:
        """Prepare to report of `cells` and of what `log` records, by `emit`."""
        self._emit = emit
        self._log = log
        self._positions = positions
        self.cells: list[dict[str, Any]] = [
            {
                "title": cell.title,
                "startLine": cell.start,
                "endLine": cell.end,
                "value": None,
                "valueType": None,
                "stdout": "",
                "state": "not-reached",
                "durationUs": 0,
            }
            for cell in cells
        ]
        self._calls: dict[_CallKey, dict[str, Any]] = {}
        self._call_of: dict[int, int | None] = {}
        self._touched_cells = set(range(len(self.cells)))
        self._touched_calls: dict[int, dict[str, Any]] = {}
        self._last_start = 0
        self._output: Output | None = None
        self.value_span: Span | None = None
        """Where the value stands that is being written now; what it sends comes from there."""
        log.on_due = self.flush

    def listen(self, output: Output) -> None:
        """Take what is printed from `output`."""
        self._output = output

    def change_cell(self, index: int, **changes: Any) -> None:
        """Note what is known of a cell."""
        self.cells[index].update(changes)
        self._touched_cells.add(index)

    def printed(self, text: str) -> None:
        """Note that a text was printed; whole lines are sent when their time has come."""
        if text.endswith("\n") and now() >= self._log.due:
            self.flush()

    def hurry(self) -> None:
        """Send the next statement as soon as it is known, before it is executed."""
        self._log.due = 0

    def flush(self) -> None:
        """Send everything that is new, and set the time of the next chunk."""
        started = now()
        self._log.due = started + _SHORTEST_NS
        self._take_output()
        statements = [self._statement(record) for record in self._log.drain()]
        if statements or self._touched_cells or self._touched_calls:
            chunk = {
                "cells": [
                    {"index": index, "cell": self.cells[index]}
                    for index in sorted(self._touched_cells)
                ],
                "calls": list(self._touched_calls.values()),
                "statements": statements,
            }
            self._touched_cells.clear()
            self._touched_calls.clear()
            self._emit(json.dumps(chunk, separators=(",", ":")))
        took = now() - started
        self._log.due = now() + max(_SHORTEST_NS, took * _SHARE)

    def end_cell(self) -> None:
        """Give what was printed so far to the cell that runs."""
        self._take_output()

    def spans_of_calls(self, cell: int) -> list[Span]:
        """Give the places of the calls of a cell that sent something."""
        self._statements_first()
        return [call["span"] for call in self._calls.values() if call["cell"] == cell]

    def add_quiet_call(self, cell: int, span: Span) -> None:
        """Note a call that reached the ORM and sent nothing."""
        self._call_at(cell, span)

    def _statements_first(self) -> None:
        """Make sure that every statement recorded so far has its call."""
        if self._log.pending:
            self.flush()

    def _take_output(self) -> None:
        text = "" if self._output is None else self._output.take()
        if text == "" or not self.cells:
            return
        index = self._log.cell or 0
        self.cells[index]["stdout"] += text
        self._touched_cells.add(index)

    def _statement(self, record: Record) -> dict[str, Any]:
        kind = statement_kind(record.sql)
        frames = [self._positions.frame(code, instruction) for code, instruction in record.place]
        stack: list[Frame] = [frame for frame in frames if frame is not None]
        span = stack[0]["span"] if stack else self.value_span
        text = "" if span is None else self._positions.text(span)
        reason = Why("setup", None) if record.setup else why(kind, record.sql, record.via, text)
        if record.started:
            self._last_start = max(0, record.started - self._log.origin) // 1_000
        return shape_statement(
            record,
            kind=kind,
            start_us=self._last_start,
            call=self._call_for(record, span),
            why=reason,
            stack=stack,
            value_chars=self._log.value_chars,
        )

    def _call_for(self, record: Record, span: Span | None) -> int | None:
        """Give the id of the call that sent a record, the same each time it is asked for."""
        if record.id in self._call_of:
            return self._call_of[record.id]
        number: int | None = None
        if span is not None:
            call = self._call_at(record.cell, span)
            call["statements"].append(record.id)
            self._touched_calls[call["id"]] = call
            number = call["id"]
        self._call_of[record.id] = number
        return number

    def _call_at(self, cell: int | None, span: Span) -> dict[str, Any]:
        key = span_key(cell, span)
        known = self._calls.get(key)
        if known is not None:
            return known
        number = len(self._calls)
        call: dict[str, Any] = {"id": number, "cell": cell, "span": span, "statements": []}
        self._calls[key] = self._touched_calls[number] = call
        return call
