"""Where in a person's files a statement comes from, and by which library functions.

Only code objects and instruction numbers are taken from a frame. It is let go at once: a frame that
is kept keeps its variables alive, and with them objects whose death an ORM waits for.
"""

from collections.abc import Collection
from sys import _getframe as getframe  # pyright: ignore[reportPrivateUsage]
from types import CodeType, FrameType
from typing import Final

type Position = tuple[CodeType, int]
"""A code object and the instruction (`f_lasti`) it stands at; `positions` makes a span of it."""
type Place = tuple[Position, ...]
"""A person's frames, innermost first."""
type Stack = tuple[Place, tuple[CodeType, ...]]
"""A place, and the marked library code between it and the statement, innermost first."""

_KEPT_STACKS: Final = 2_000
"""Bound of the memory for stacks that may come again."""


class Stacks:
    """Reads stacks of one run.

    Walking a stack costs more than all else that the tracer does, since Python makes an object for
    each frame that is looked at. So a statement whose text was sent before is first looked for at
    the depth where it came from then: when the person's frame there stands at the same instruction
    and has called the same function, and the frame half-way down runs the same code too, the stack
    is taken to be the same. Any difference leads to the full walk.
    """

    def __init__(self, files: Collection[str], entry: str | None, markers: Collection[str]) -> None:
        """Prepare for a person's `files` (`co_filename`).

        `entry` is the one of them whose module-level code is the outermost frame that matters,
        `markers` are the names (`co_name`) of library functions that tell why a statement was sent.
        """
        self.files = set(files)
        self._entry = entry
        self._markers = frozenset(markers)
        self._known: dict[str, tuple[int, CodeType, CodeType, Stack, bool]] = {}

    def of(self, sql: str) -> Stack:
        """Give the stack of the caller, which is about to send `sql`."""
        known = self._known.get(sql)
        if known is not None:
            depth, called, halfway, stack, outermost = known
            code, instruction = stack[0][0]
            try:
                frame = getframe(depth)
            except ValueError:  # the stack is not that deep now
                return self._walk(sql, getframe(1))
            if (
                frame.f_code is code
                and frame.f_lasti == instruction
                and getframe(depth - 1).f_code is called
                and getframe(depth // 2).f_code is halfway
                and (outermost or self._place(frame) == stack[0])
            ):
                return stack
        return self._walk(sql, getframe(1))

    def _walk(self, sql: str, frame: FrameType | None) -> Stack:
        files, markers = self.files, self._markers
        codes: list[CodeType | None] = [None]
        via: list[CodeType] = []
        while frame is not None:
            code = frame.f_code
            if code.co_filename in files:
                break
            codes.append(code)
            if code.co_name in markers:
                via.append(code)
            frame = frame.f_back
        place = self._place(frame)
        stack = (place, tuple(via))
        depth = len(codes)
        called, halfway = codes[-1], codes[depth // 2]
        if place and called is not None and halfway is not None and len(self._known) < _KEPT_STACKS:
            self._known[sql] = (depth, called, halfway, stack, self._is_outermost(place[0][0]))
        return stack

    def _place(self, frame: FrameType | None) -> Place:
        files = self.files
        place: list[Position] = []
        while frame is not None:
            code = frame.f_code
            if code.co_filename in files:
                place.append((code, frame.f_lasti))
                if self._is_outermost(code):
                    break
            frame = frame.f_back
        return tuple(place)

    def _is_outermost(self, code: CodeType) -> bool:
        return code.co_name == "<module>" and code.co_filename == self._entry
