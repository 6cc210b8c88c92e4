"""Calls of a person's that reach an ORM and send nothing: building a query, adding to a session.

Python itself tells of each call in the person's code (`sys.monitoring`, PEP 669), once for each
place in a cell: the place is switched off when it was seen, so a loop pays for it one time.
"""

import sys
from collections.abc import Iterable
from types import CodeType, FunctionType, MethodType
from typing import Any, Final

from .positions import Positions, Span
from .report import Report

_TOOL: Final = 4
"""A tool number that `sys.monitoring` keeps for nobody."""
_NAME: Final = "ormpilot"
_MODULES: Final = (
    "django.db.models.manager",
    "django.db.models.query",
    "django.db.models.fields.related_descriptors",
    "sqlalchemy.orm.collections",
    "sqlalchemy.orm.query",
    "sqlalchemy.orm.scoping",
    "sqlalchemy.orm.session",
    "sqlalchemy.sql._dml_constructors",
    "sqlalchemy.sql._selectable_constructors",
    "sqlalchemy.sql.dml",
    "sqlalchemy.sql.selectable",
)
"""Where the functions are defined that build queries and keep changes."""
_NOT_SHOWN: Final = frozenset({"begin", "begin_nested", "close"})
"""They open and close a block; it is the block's own lines that tell something."""


class QuietCalls:
    """Watches the person's code of one run."""

    def __init__(self, positions: Positions) -> None:
        """Prepare to turn places into spans by `positions`."""
        self._positions = positions
        self._seen: list[tuple[CodeType, int]] = []
        self._watching = False

    def start(self) -> None:
        """Begin to watch, unless somebody else has the tool number."""
        monitoring = sys.monitoring
        if monitoring.get_tool(_TOOL) is not None:
            return
        monitoring.use_tool_id(_TOOL, _NAME)
        monitoring.register_callback(_TOOL, monitoring.events.CALL, self._on_call)
        self._watching = True

    def stop(self) -> None:
        """Watch no longer."""
        if not self._watching:
            return
        self._watching = False
        sys.monitoring.register_callback(_TOOL, sys.monitoring.events.CALL, None)
        sys.monitoring.free_tool_id(_TOOL)

    def watch(self, code: CodeType) -> None:
        """Watch a code object, and those of the functions and classes in it."""
        if not self._watching:
            return
        sys.monitoring.set_local_events(_TOOL, code, sys.monitoring.events.CALL)
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                self.watch(constant)

    def next_cell(self) -> None:
        """Look at all places anew."""
        self._seen.clear()
        if self._watching:
            sys.monitoring.restart_events()

    def report(self, cell: int, report: Report) -> None:
        """Add the calls that were seen in a cell and sent nothing."""
        sent = report.spans_of_calls(cell)
        for span in _outermost(self._spans()):
            if not any(_overlap(span, other) for other in sent):
                report.add_quiet_call(cell, span)

    def _spans(self) -> Iterable[Span]:
        found = (self._positions.span(code, offset) for code, offset in self._seen)
        return [span for span in found if span is not None]

    def _on_call(self, code: CodeType, offset: int, called: object, _first: object) -> Any:
        if _reaches_orm(called):
            self._seen.append((code, offset))
        return sys.monitoring.DISABLE


def _reaches_orm(called: Any) -> bool:
    if type(called) is MethodType:
        called = called.__func__
    return (
        type(called) is FunctionType
        and called.__module__ in _MODULES
        and not called.__name__.startswith("_")
        and called.__name__ not in _NOT_SHOWN
    )


def _start(span: Span) -> tuple[int, int]:
    return span["startLine"], span["startColumn"]


def _end(span: Span) -> tuple[int, int]:
    return span["endLine"], span["endColumn"]


def _file_and_start(span: Span) -> tuple[str, tuple[int, int]]:
    return span["file"], _start(span)


def _overlap(one: Span, other: Span) -> bool:
    return one["file"] == other["file"] and _start(one) < _end(other) and _start(other) < _end(one)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """Leave out what lies within another one: `a.filter()` in `a.filter().order_by()`."""
    kept: list[Span] = []
    for span in sorted(sorted(spans, key=_end, reverse=True), key=_file_and_start):
        if not kept or not _overlap(kept[-1], span):
            kept.append(span)
    return kept
