"""What a reader must know to read a trace rightly (`NoticeSchema` of lib/trace/schema.ts)."""

from typing import Literal, TypedDict

from .database_file import Left
from .record import Recorder
from .request import Limits

type NoticeKind = Literal[
    "statement-limit", "output-limit", "unwitnessed", "open-cursor", "open-transaction",
    "attached-database", "incomplete",
]  # fmt: skip


class Notice(TypedDict):
    """One notice; its message is a sentence for people."""

    kind: NoticeKind
    message: str


def notices(log: Recorder, left: Left, limits: Limits, output_is_cut: bool) -> list[Notice]:
    """Give the notices of a run that ended by itself."""
    found: list[Notice] = []
    if log.dropped:
        found.append(
            _notice(
                "statement-limit",
                f"Only the first {limits.statements:,} statements are shown: "
                f"{log.dropped:,} more were executed. Use fewer rows to see all of them.",
            )
        )
    if output_is_cut:
        found.append(
            _notice(
                "output-limit",
                f"The output was cut at {limits.output_chars:,} characters; the program ran on.",
            )
        )
    if log.unwitnessed:
        numbers = ", ".join(
            str(each) for each in sorted({each.connection for each in log.unwitnessed})
        )
        found.append(
            _notice(
                "unwitnessed",
                f"The program set a trace callback of its own (connection {numbers}), in the only "
                "place that SQLite has for one. SQLite could not confirm what came after it.",
            )
        )
    if log.untraced:
        found.append(
            _notice(
                "incomplete",
                f"Statements of {', '.join(sorted(set(log.untraced)))} could not be recorded: "
                "the class cannot be combined with the one that records.",
            )
        )
    return found + _left_open(left)


def _left_open(left: Left) -> list[Notice]:
    found: list[Notice] = []
    if left.in_transaction:
        found.append(
            _notice(
                "open-transaction",
                "The program ended inside a transaction: what it had written there was not "
                "committed and is not in the database that is kept. Commit, or use a with block.",
            )
        )
    if left.unread:
        found.append(
            _notice(
                "open-cursor",
                "A query was not read to its end, so its cursor was still open when the program "
                "ended. Read all of its rows, or close it.",
            )
        )
    if left.attached:
        found.append(
            _notice(
                "attached-database",
                "The program attached another database. Its statements are shown; "
                "the database that is kept after the run is the first one only.",
            )
        )
    return found


def _notice(kind: NoticeKind, message: str) -> Notice:
    return {"kind": kind, "message": message}
