"""Describes an exception of a person's program (`RunErrorSchema` of lib/trace/schema.ts)."""

from typing import Any, Final, Literal

from .hints import hint
from .positions import Frame, Positions, Span
from .request import Request
from .values import type_name

type FailureKind = Literal["python-error", "out-of-memory"]

_MOST_FRAMES: Final = 30
_ENDED: Final = "The program ended itself by sys.exit(); what stands after it did not run."


class Failure:
    """An exception, described; it holds neither the exception nor its frames."""

    def __init__(
        self,
        error: BaseException,
        request: Request,
        positions: Positions,
        cell: int | None,
        place: Span | None = None,
    ) -> None:
        """Describe `error`; `place` is where it happened when none of the person's frames tell."""
        frames = positions.traceback(error.__traceback__)
        span = _span(error, frames, positions) or place
        self.cell = cell
        self.kind: FailureKind = (
            "out-of-memory" if isinstance(error, MemoryError) else "python-error"
        )
        self.error: dict[str, Any] = {
            "type": type_name(type(error)),
            "message": _message(error, request.limits.sql_chars),
            "cell": cell,
            "frames": frames[:_MOST_FRAMES],
        }
        if span is not None:
            self.error["span"] = span
        advice = hint(error, request)
        if advice is not None:
            self.error["hint"] = advice


def _span(error: BaseException, frames: list[Frame], positions: Positions) -> Span | None:
    """Give the innermost place; a SyntaxError's own, where it is one of a person's file."""
    if isinstance(error, SyntaxError):
        span = positions.syntax_error(error)
        if span is not None:
            return span
    return frames[0]["span"] if frames else None


def _message(error: BaseException, limit: int) -> str:
    """Give an exception's text, whatever its `__str__` does."""
    if isinstance(error, SystemExit):
        return _ENDED
    if isinstance(error, SyntaxError):
        return str(error.msg)[:limit]
    try:
        return str.__str__(str(error))[:limit]
    except Exception as second:  # noqa: BLE001 - a person's `__str__` may raise anything
        return f"(its text cannot be shown: __str__ raised {type_name(type(second))})"
