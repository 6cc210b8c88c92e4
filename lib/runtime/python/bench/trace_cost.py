"""What tracing costs: CPU time of the same programs with and without the tracer, for both ORMs.

Prints one JSON object: for each ORM and program the statements of a run, the CPU milliseconds with
and without tracing (medians) and their ratio. The runs are interleaved, each on a fresh database in
memory, so that a machine that slows down meanwhile slows both. Capturing is measured, with records
given out every few milliseconds as in a real run; turning them into JSON is not.

Usage, in the folder above this one: `python -m bench.trace_cost [rounds]`, with Django and
SQLAlchemy importable; or `measure(rounds)` from inside an interpreter that has both.
"""

import gc
import json
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter_ns, process_time_ns
from typing import Final, TypedDict

from ormpilot import tracer
from ormpilot.record import Recorder

from . import django_programs, sqlalchemy_programs

type Prepare = Callable[[], Callable[[], object]]
"""Opens a fresh database and gives what is to be measured on it."""

_GIVEN_OUT_EVERY_NS: Final = 2_000_000
_MARKERS: Final = ("_load_for_state", "_autoflush", "flush", "prefetch_related_objects", "__get__")
_PROGRAMS: Final[dict[str, dict[str, Prepare]]] = {
    "django": django_programs.PROGRAMS,
    "sqlalchemy": sqlalchemy_programs.PROGRAMS,
}


class Cost(TypedDict):
    """The cost of tracing one program."""

    statements: int
    untracedMs: float
    tracedMs: float
    ratio: float


def measure(rounds: int = 9) -> dict[str, dict[str, Cost]]:
    """Run every program `rounds` times in each way, after one run that warms it up."""
    return {
        orm: {name: _measure(prepare, rounds) for name, prepare in programs.items()}
        for orm, programs in _PROGRAMS.items()
    }


def _measure(prepare: Prepare, rounds: int) -> Cost:
    times: dict[bool, list[int]] = {False: [], True: []}
    statements = 0
    for number in range(-1, rounds):
        for traced in (False, True) if number % 2 else (True, False):
            log = tracer.install(_recorder()) if traced else None
            try:
                took, sent = _run(prepare, log)
            finally:
                tracer.uninstall()
            if number >= 0:
                times[traced].append(took)
                statements = sent or statements
    untraced, traced_ns = median(times[False]), median(times[True])
    return {
        "statements": statements,
        "untracedMs": round(untraced / 1e6, 2),
        "tracedMs": round(traced_ns / 1e6, 2),
        "ratio": round(traced_ns / untraced, 3),
    }


def _run(prepare: Prepare, log: Recorder | None) -> tuple[int, int]:
    """Give the CPU time of one run in ns and how many statements it sent."""
    run = prepare()
    gc.collect()
    before = log.kept if log else 0
    started = process_time_ns()
    run()
    took = process_time_ns() - started
    return took, log.kept - before if log else 0


def _recorder() -> Recorder:
    log = Recorder(files=["models.py", "script.py"], entry="script.py", markers=_MARKERS)

    def give_out() -> None:
        log.drain()
        log.due = perf_counter_ns() + _GIVEN_OUT_EVERY_NS

    log.on_due, log.due = give_out, 0
    return log


if __name__ == "__main__":
    print(json.dumps(measure(*map(int, sys.argv[1:2])), indent=2))
