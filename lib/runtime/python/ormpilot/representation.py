"""A `repr` for showing that does no harm: bounded in length, depth and work, and it never raises.

Built-in containers are written by this module, so that a million nested lists or a text of 50 MB
costs nothing. A class's own `__repr__` is called once, and cut. An address in memory, which differs
from run to run, is left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final, cast

from .values import type_name

_DEEPEST: Final = 12
_ADDRESS: Final = re.compile(r" at 0x[0-9a-fA-F]+")
_ELLIPSIS: Final = "…"
_PRINTABLE_BITS: Final = 2_000
_BRACKETS: Final[dict[type, tuple[str, str]]] = {
    list: ("[", "]"),
    tuple: ("(", ")"),
    set: ("{", "}"),
    frozenset: ("frozenset({", "})"),
    dict: ("{", "}"),
}
_EMPTY: Final[dict[type, str]] = {set: "set()", frozenset: "frozenset()"}


class _Full(Exception):
    """There is no more room."""


class _Writer:
    """Writes one value into a text of bounded length."""

    def __init__(self, limit: int) -> None:
        self._room = limit
        self.parts: list[str] = []
        self._open: set[int] = set()

    def write(self, value: object) -> None:
        kind = type(value)
        brackets = _BRACKETS.get(kind)
        if brackets is not None:
            self._container(value, kind, brackets)
        elif kind is str or kind is bytes or kind is bytearray:
            text = cast(str | bytes | bytearray, value)
            self._put(repr(text[: self._room]) if len(text) > self._room else repr(text))
        elif kind is int and int.bit_length(cast(int, value)) > _PRINTABLE_BITS:
            self._put(int.__format__(cast(int, value), "#x"))
        else:
            self._put(_own(value))

    def _container(self, value: object, kind: type, brackets: tuple[str, str]) -> None:
        left, right = brackets
        items: Any = value
        if not items:
            self._put(_EMPTY.get(kind, left + right))
            return
        if id(value) in self._open or len(self._open) >= _DEEPEST:
            self._put(f"{left}...{right}")
            return
        self._open.add(id(value))
        self._put(left)
        self._separated(self._pairs(items) if kind is dict else self._plain(items))
        self._put(",)" if kind is tuple and len(items) == 1 else right)
        self._open.discard(id(value))

    def _separated(self, steps: Iterable[Callable[[], None]]) -> None:
        for number, step in enumerate(steps):
            if number:
                self._put(", ")
            step()

    def _plain(self, items: Iterable[object]) -> Iterator[Callable[[], None]]:
        for item in islice(items, self._room + 1):
            yield lambda item=item: self.write(item)

    def _pairs(self, items: dict[object, object]) -> Iterator[Callable[[], None]]:
        def write(key: object, item: object) -> None:
            self.write(key)
            self._put(": ")
            self.write(item)

        for key, item in islice(items.items(), self._room + 1):
            yield lambda key=key, item=item: write(key, item)

    def _put(self, text: str) -> None:
        if len(text) > self._room:
            self.parts.append(text[: self._room])
            raise _Full
        self.parts.append(text)
        self._room -= len(text)


def represent(value: object, limit: int) -> str:
    """Give a value's `repr` in at most `limit` characters and an ellipsis where it was cut."""
    writer = _Writer(limit)
    try:
        writer.write(value)
    except _Full:
        return "".join(writer.parts) + _ELLIPSIS
    except RuntimeError as error:  # a set or dict that changes while it is written
        return _failed(value, error)
    return "".join(writer.parts)


def _own(value: object) -> str:
    """Call a value's own `__repr__`, whatever it does."""
    try:
        text = repr(value)
    except Exception as error:  # noqa: BLE001 - a person's `__repr__` may raise anything
        return _failed(value, error)
    return _ADDRESS.sub("", str.__str__(text))


def _failed(value: object, error: Exception) -> str:
    return f"<{type_name(type(value))} object, whose repr raised {type_name(type(error))}>"
