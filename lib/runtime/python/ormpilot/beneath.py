"""Puts a traced class beneath a class, a callable or an object that a person gave the driver."""

import sqlite3
from typing import Final

from .link import BaseConnection
from .record import Recorder

_mixed: Final[dict[tuple[type, type], type]] = {}
_ORIGINALS: Final = (sqlite3.Cursor, BaseConnection)


def beneath(given: type, traced: type) -> type:
    """Give a subclass of `given` in which `traced` stands directly above the driver's own class.

    So what `given` overrides calls the traced methods by `super()` and they see what is really
    sent. The name stays. Raises `TypeError` when Python cannot combine the two.
    """
    mixed = _mixed.get((given, traced))
    if mixed is None:
        if given in _ORIGINALS:
            return traced
        if issubclass(given, traced):
            return given
        names = {
            "__module__": given.__module__,
            "__qualname__": given.__qualname__,
            "__doc__": given.__doc__,
        }
        mixed = _mixed[given, traced] = type(given.__name__, (given, traced), names)
    return mixed


def put_beneath(made: object, traced: type, base: type, log: Recorder) -> None:
    """Give the traced class to an object that a person's own callable made.

    An object that is not of the driver's `base` class at all is left alone. One whose class cannot
    be changed is noted in `log.untraced`: what it sends will not be seen.
    """
    kind = type(made)
    if isinstance(made, traced) or not issubclass(kind, base):
        return
    try:
        made.__class__ = beneath(kind, traced)
    except TypeError:
        log.untraced.append(kind.__qualname__)
