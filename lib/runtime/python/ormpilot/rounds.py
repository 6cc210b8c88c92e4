"""The parameter sets of an executemany, on their way to the driver."""

from collections.abc import Iterable, Iterator
from operator import length_hint
from typing import Any, Final, cast

from .record import Record, Recorder
from .values import Captured, capture_set

_PLAIN: Final = frozenset({list, tuple})


class Rounds:
    """The parameter sets of an executemany: handed on one by one, counted, the first captured."""

    def __init__(self, log: Recorder, record: Record, given: Iterable[Any]) -> None:
        """Prepare to hand on `given`, not touched yet unless it is a plain list or tuple."""
        self._log = log
        self._given = given
        self._count = 0
        self._sets: list[Captured] = []
        self._rest: Iterator[Any] | None = None
        record.many = 0
        record.params = self._sets
        if type(given) in _PLAIN:
            # The driver reads these itself, in C; how far it came can be asked of their iterator.
            plain = cast(list[Any], given)
            self._sets += [self._capture(each) for each in plain[: log.row_limit]]
            self._rest = iter(plain)

    @property
    def source(self) -> Iterable[Any]:
        """What the driver is given in place of the parameters."""
        return self if self._rest is None else self._rest

    def consumed(self) -> int:
        """Give how many sets the driver took."""
        if self._rest is None:
            return self._count
        return max(0, len(cast(list[Any], self._given)) - length_hint(self._rest))

    def __iter__(self) -> Iterator[Any]:
        """Start where the driver does, so that what cannot be iterated fails as it does there."""
        return self._hand_on(iter(self._given))

    def _hand_on(self, sets: Iterator[Any]) -> Iterator[Any]:
        for each in sets:
            self._count += 1
            if self._count <= self._log.row_limit:
                self._sets.append(self._capture(each))
            yield each

    def _capture(self, given: object) -> Captured:
        return capture_set(given, self._log.value_chars) or ()
