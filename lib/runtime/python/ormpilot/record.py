"""The log of a run: one record for each statement handed to SQLite, in the order of sending.

A record holds numbers and references to immutable things, nothing else: a frame, a cursor or an
object reached from one would keep mapped objects alive, and SQLAlchemy's identity map, which holds
weak references, would then send other SQL than without the recorder.
"""

from collections.abc import Callable, Collection
from time import perf_counter_ns
from types import CodeType
from typing import Final, NamedTuple

from .stack import Place, Stack, Stacks
from .values import Captured, Row, type_name

type Description = tuple[tuple[str, None, None, None, None, None, None], ...]

NEVER: Final = 2**63
"""A time that the clock does not reach."""
_ALL_MEASURED: Final = 64
_MEASURED_OF: Final = 16
"""The tracer's own time is measured on all of the first statements, then on one of so many."""


class RecordedError(NamedTuple):
    """Why a statement failed: qualified type and text of the exception."""

    type: str
    message: str

    @classmethod
    def of(cls, error: BaseException) -> "RecordedError":
        """Describe an exception: neither keep it, for it holds frames, nor call its `__str__`."""
        args: tuple[object, ...] = _args(error)
        message = args[0] if args and type(args[0]) is str else ""
        return cls(type_name(type(error)), message)


class Unwitnessed(NamedTuple):
    """A person's own trace callback took SQLite's only trace slot on a connection."""

    connection: int
    since: int
    """Id of the first record there that SQLite's own trace cannot confirm any more."""


class Record:
    """One statement, or one executemany."""

    __slots__ = (
        "affected", "begin", "cell", "connection", "description", "error", "fetched", "fresh", "id",
        "many", "ns", "params", "place", "rows", "running", "setup", "sql", "sql_length", "started",
        "via", "weight",
    )  # fmt: skip

    id: int
    """Counted from 0 without gaps, in the order of sending."""
    sql: str
    """As sent, cut at the recorder's `sql_chars`."""
    sql_length: int
    """Length of the whole text in characters."""
    params: Captured | list[Captured] | None
    """None when none were passed; for executemany the first sets of them, a list."""
    many: int | None
    """executemany: how many parameter sets were consumed; otherwise None."""
    place: Place
    """The person's frames, innermost first."""
    via: tuple[CodeType, ...]
    """Marked library code between statement and person's innermost frame, innermost first."""
    cell: int | None
    setup: bool
    connection: int
    started: int
    """Clock (`perf_counter_ns`) when it was handed to SQLite; subtract the recorder's `origin`."""
    ns: int
    """Time inside the driver and SQLite so far: execute and fetches."""
    running: bool
    """It has not come back yet."""
    affected: int
    """The cursor's `rowcount`: -1 when the driver does not know."""
    description: Description | None
    rows: list[Row]
    """The first rows that were fetched, captured."""
    fetched: int
    """How many rows were fetched in all."""
    error: RecordedError | None
    """Set when the driver or SQLite refused it. Whether it began to execute is not known then."""
    begin: "Record | None"
    """The BEGIN that the driver sent before it, of its own accord."""
    weight: int
    """For how many statements the tracer's own time is measured here; 0: it is not."""
    fresh: bool
    """It waits for the next `Recorder.drain()`."""

    @property
    def columns(self) -> list[str] | None:
        """Names of the result's columns, None when the statement gives no rows."""
        return None if self.description is None else [column[0] for column in self.description]

    @property
    def row_count(self) -> int | None:
        """Rows affected by a writing statement, read so far of a reading one, None when unknown."""
        if self.affected >= 0:
            return self.affected
        return None if self.description is None else self.fetched


class Recorder:
    """The log of one run, with its bounds, and what the run is doing now.

    Records wait in `pending` until `drain` gives them out. Whoever drains often keeps little in
    memory: what is kept costs time too, since Python's garbage collector walks over it.
    """

    def __init__(
        self,
        *,
        files: Collection[str] = (),
        entry: str | None = None,
        markers: Collection[str] = (),
        statements: int = 20_000,
        rows: int = 100,
        sql_chars: int = 100_000,
        value_chars: int = 2_000,
    ) -> None:
        """Start an empty log.

        `files`: names (`co_filename`) of the person's files. `entry`: the one of them whose
        module-level code is the outermost frame that matters. `markers`: names (`co_name`) of the
        library functions that tell why a statement was sent. The rest are bounds: statements kept,
        rows (and executemany sets) kept of each, characters kept of an SQL text and of a value.
        """
        self.stacks = Stacks(files, entry, markers)
        self.statement_limit = statements
        self.row_limit = rows
        self.sql_chars = sql_chars
        self.value_chars = value_chars
        self.origin = perf_counter_ns()
        """Zero of the run's clock."""
        self.pending: list[Record] = []
        """Records that were started or changed and not given out since; for `drain`."""
        self.kept = 0
        """How many statements were logged; the next one's id."""
        self.dropped = 0
        """Statements that ran beyond the bound: executed, not kept."""
        self.cell: int | None = None
        """Index of the cell that runs now."""
        self.setup = False
        """Whether what is sent now belongs to the setup (tables, starting data)."""
        self.connections = 0
        """How many were opened; each is known by its number, from 0."""
        self.sqlite_ns = 0
        """Time inside the driver and SQLite, functions that SQLite calls back included."""
        self.harness_ns = 0
        """Time that the tracer itself took, callbacks included. Of many statements it is measured
        on some only, since reading the clock costs as much as the rest."""
        self.weight = 1
        """`weight` of the next record."""
        self.unwitnessed: list[Unwitnessed] = []
        self.untraced: list[str] = []
        """Factories whose connections or cursors could not be given the tracer: type names."""
        self.due = NEVER
        """Clock (`perf_counter_ns`) from which on `on_due` is called; never, to begin with."""
        self.on_due: Callable[[], object] = _nothing
        """Called before a statement is handed to SQLite (its record is pending, `running`) and when
        it came back, each time the clock has passed `due`; it sets the next `due`."""

    @property
    def files(self) -> set[str]:
        """Names of the person's files; more may be added while the run goes on."""
        return self.stacks.files

    def start(self, sql: str, connection: int, stack: Stack | None = None) -> Record:
        """Log a statement that the caller, or `stack`, is about to send; set `started` then."""
        record = Record()
        length = record.sql_length = len(sql)
        record.sql = sql if length <= self.sql_chars else sql[: self.sql_chars]
        record.params = record.many = record.description = record.error = record.begin = None
        record.cell = self.cell
        record.setup = self.setup
        record.connection = connection
        record.started = record.ns = record.fetched = 0
        record.running = record.fresh = True
        record.affected = -1
        record.rows = []
        record.place, record.via = self.stacks.of(sql) if stack is None else stack
        record.weight = self.weight
        number = record.id = self.kept
        if number < self.statement_limit:
            if number >= _ALL_MEASURED:
                self.weight = 0 if number % _MEASURED_OF else _MEASURED_OF
            self.kept = number + 1
            self.pending.append(record)
        else:
            self.weight = 1
            self.dropped += 1
        return record

    def touch(self, record: Record) -> None:
        """Note that a record changed, so that the next `drain()` gives it again."""
        if not record.fresh:
            record.fresh = True
            self.pending.append(record)

    def rewrite(self, record: Record, sql: str) -> None:
        """Replace the text of a record that turned out to be the first of several statements."""
        record.sql_length = len(sql)
        record.sql = sql[: self.sql_chars]
        self.touch(record)

    def withdraw(self, begin: Record, record: Record) -> None:
        """Take back a BEGIN that was logged just before `record` but not sent.

        Where that is no longer possible, because it was already given out by `drain` or another
        statement came after it, it stays as failed, for the reason that `record` failed.
        """
        if self.pending[-2:] == [begin, record] and self.kept == record.id + 1:
            record.id = begin.id
            self.kept -= 1
            self.pending.remove(begin)
        else:
            begin.error = record.error
            self.touch(begin)

    def drain(self) -> list[Record]:
        """Give the records that were started or changed since the last call, ids ascending."""
        drained, self.pending = self.pending, []
        for record in drained:
            record.fresh = False
        drained.sort(key=_id)
        return drained


_args = BaseException.__dict__["args"].__get__


def _nothing() -> None:
    """Nobody is to be called."""


def _id(record: Record) -> int:
    return record.id
