"""Runs one program: the whole way from a request to its last word."""

import json
import sys
from collections.abc import Callable
from time import perf_counter_ns as now
from types import ModuleType
from typing import Any, Final, TextIO

from . import database_file, django_side, sqlalchemy_side, tracer
from .cells import Cell, Compiled, cell_at, compile_cells, cut
from .failures import Failure
from .notices import notices
from .output import Output
from .positions import Positions
from .quiet_calls import QuietCalls
from .reasons import MARKERS
from .record import Recorder
from .report import Report
from .representation import represent
from .request import SCRIPT, Request, parse
from .sources import Sources
from .states import Keep, States
from .values import type_name

_SIDES: Final = {"django": django_side, "sqlalchemy": sqlalchemy_side}
_MAIN: Final = "__main__"


def run(request: str, emit: Callable[[str], object], keep: Keep) -> str:
    """Run a program.

    `request`: a RunRequest as JSON. `emit` is given each chunk of the trace, as JSON; `keep` the
    state of the database after each cell that changed it. Gives the run's last word, as JSON
    (`RunEndSchema` of lib/runtime/contract.ts). Nothing that the program does is raised.
    """
    return _Run(parse(request), emit, keep).go()


class _Run:
    """One run of one program."""

    def __init__(self, request: Request, emit: Callable[[str], object], keep: Keep) -> None:
        limits = request.limits
        script = request.files[SCRIPT]
        self._request = request
        self._script = script
        self._cells: list[Cell] = cut(script)
        self._positions = Positions(request.files)
        self._log = Recorder(
            files=request.files,
            entry=SCRIPT,
            markers=MARKERS,
            statements=limits.statements,
            rows=limits.rows,
            sql_chars=limits.sql_chars,
            value_chars=limits.value_chars,
        )
        self._report = Report(emit, self._log, self._positions, self._cells)
        self._output = Output(limits.output_chars, self._report.printed)
        self._report.listen(self._output)
        self._quiet = QuietCalls(self._positions)
        self._side = _SIDES[request.orm]
        self._states = States(keep, limits.state_bytes, limits.all_states_bytes)
        self._total_ns = 0

    def go(self) -> str:
        """Run it, and put back what it changed of the interpreter."""
        database_file.prepare(self._request.has_image)
        self._states.begin()
        files = {**self._side.VISIBLE, **self._request.files}
        sources = Sources(files, self._quiet.watch)
        streams = sys.stdout, sys.stderr
        main = sys.modules.get(_MAIN)
        sources.install()
        try:
            failure = self._traced(streams)
            # While the program's modules are there: without them, what it left open would close.
            left = database_file.finish()
        finally:
            sources.uninstall()
            if main is not None:
                sys.modules[_MAIN] = main
        return self._last_word(failure, left)

    def _traced(self, streams: tuple[TextIO, TextIO]) -> Failure | None:
        """Run it recorded, its output kept; `streams` are put back after it."""
        self._quiet.start()
        tracer.install(self._log)
        sys.stdout = sys.stderr = self._output
        try:
            failure = self._execute()
            self._report.flush()
        finally:
            tracer.uninstall()
            self._quiet.stop()
            sys.stdout, sys.stderr = streams
        return failure

    def _execute(self) -> Failure | None:
        """Set up, then run cell after cell until one fails."""
        self._report.flush()
        self._log.setup = True
        try:
            namespace = self._side.start()
        except BaseException as error:  # noqa: BLE001 - a program may raise anything
            return self._failed(error, None)
        self._log.setup = False
        self._states.take(None)
        set_up = self._log.sqlite_ns, self._log.harness_ns
        failure = self._run_cells(namespace)
        self._log.sqlite_ns -= set_up[0]
        self._log.harness_ns -= set_up[1]
        return failure

    def _run_cells(self, namespace: dict[str, Any]) -> Failure | None:
        try:
            compiled = compile_cells(self._script, self._cells)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            line = error.lineno if isinstance(error, SyntaxError) else None
            cell = cell_at(self._cells, line or 1)
            self._report.change_cell(cell, state="failed")
            return self._failed(error, cell)
        module = ModuleType(_MAIN)
        module.__dict__.update(namespace)
        module.__dict__["__file__"] = SCRIPT
        sys.modules[_MAIN] = module
        for index, code in enumerate(compiled):
            failure = self._run_cell(index, code, module)
            if failure is not None:
                return failure
        return None

    def _run_cell(self, index: int, code: Compiled, module: ModuleType) -> Failure | None:
        report = self._report
        self._log.cell = index
        report.change_cell(index, state="running")
        report.flush()
        report.hurry()
        self._quiet.next_cell()
        failure: Failure | None = None
        started = now()
        try:
            self._run_code(index, code, module)
        except BaseException as error:  # noqa: BLE001 - a program may raise anything
            failure = self._failed(error, index)
        took = now() - started
        self._total_ns += took
        report.end_cell()
        self._quiet.report(index, report)
        report.value_span = None
        state = "done" if failure is None else "failed"
        report.change_cell(index, state=state, durationUs=took // 1_000)
        self._states.take(index)
        return failure

    def _run_code(self, index: int, code: Compiled, module: ModuleType) -> None:
        """Run a cell; the value of its last expression is written down, unless it is None."""
        if code.body is not None:
            self._quiet.watch(code.body)
            exec(code.body, module.__dict__)  # noqa: S102 - it is what this is for
        if code.value is None or code.last is None:
            return
        self._quiet.watch(code.value)
        value: object = eval(code.value, module.__dict__)  # noqa: S307
        if value is None:
            return
        self._report.value_span = self._positions.expression(SCRIPT, code.last)
        text = represent(value, self._request.limits.value_chars)
        self._report.change_cell(index, value=text, valueType=type_name(type(value)))

    def _failed(self, error: BaseException, cell: int | None) -> Failure:
        """Describe an exception, and let go of it: it holds frames, and they hold everything."""
        place = self._report.value_span
        return Failure(error, self._request, self._positions, cell, place)

    def _last_word(self, failure: Failure | None, left: database_file.Left) -> str:
        log = self._log
        total = self._total_ns
        harness = min(log.harness_ns, total)
        sqlite = min(log.sqlite_ns, total - harness)
        end: dict[str, Any] = {
            "kind": "done" if failure is None else failure.kind,
            "timing": {
                "totalUs": total // 1_000,
                "ormUs": (total - sqlite - harness) // 1_000,
                "sqliteUs": sqlite // 1_000,
                "harnessUs": harness // 1_000,
            },
            "notices": notices(log, left, self._request.limits, self._output.is_cut),
        }
        if failure is not None:
            end["error"] = failure.error
        return json.dumps(end, separators=(",", ":"))
