"""The public hook: after `install()` every later `sqlite3.connect()` is recorded.

Neither ORM is imported or patched. Both call `sqlite3.connect`, whatever they are given as factory
keeps working, and so do their own test suites. What the driver does is not changed: no SQL is
altered or added, nothing is fetched that was not asked for, no callback slot is taken.
"""

import functools
import sqlite3
import warnings
from sqlite3 import dbapi2
from typing import Any, Final

from . import traced_cursor
from .beneath import beneath, put_beneath
from .link import BaseConnection
from .record import Recorder
from .traced_connection import Connection, adopt
from .traced_cursor import BaseCursor, Cursor

_connect: Final = sqlite3.connect
_FACTORY: Final = 5
"""Position of `factory` among the arguments of `sqlite3.connect`."""
_MODULES: Final = (sqlite3, dbapi2)
_OURS: Final = ("connect", "Connection", "Cursor")


def install(recorder: Recorder | None = None) -> Recorder:
    """Record every connection opened from now on, into `recorder` or a new one, and give that back.

    Installing again only changes the recorder. `sqlite3.connect`, `Connection` and `Cursor` are
    replaced, in `sqlite3` and in `sqlite3.dbapi2`, which is the name both ORMs use.
    """
    log = Recorder() if recorder is None else recorder
    traced_cursor.recorder = log
    for module in _MODULES:
        for name, traced in zip(_OURS, (connect, Connection, Cursor), strict=True):
            setattr(module, name, traced)
    return log


def uninstall() -> None:
    """Stop recording and give `sqlite3` its own names back; open connections go on, unrecorded."""
    traced_cursor.recorder = None
    for module in _MODULES:
        for name, own in zip(_OURS, (_connect, BaseConnection, BaseCursor), strict=True):
            setattr(module, name, own)


@functools.wraps(_connect)
def connect(*args: Any, **kwargs: Any) -> Any:
    """Open a traced connection, as `sqlite3.connect` opens a plain one."""
    log = traced_cursor.recorder
    if log is None:
        return _connect(*args, **kwargs)
    positional = len(args) > _FACTORY
    factory = args[_FACTORY] if positional else kwargs.get("factory", Connection)
    if not isinstance(factory, type):
        made = _open(args, kwargs)
        put_beneath(made, Connection, BaseConnection, log)
        if isinstance(made, Connection) and made.ormpilot_link is None:
            adopt(made)
        return made
    try:
        traced = beneath(factory, Connection) if issubclass(factory, BaseConnection) else factory
    except TypeError:
        log.untraced.append(factory.__qualname__)
        traced = factory
    if positional:
        args = (*args[:_FACTORY], traced, *args[_FACTORY + 1 :])
    else:
        kwargs["factory"] = traced
    return _open(args, kwargs)


def _open(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Call the driver; what it warns of is said of the line that called `connect`."""
    if len(args) < 2:
        return _connect(*args, **kwargs)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        made = _connect(*args, **kwargs)
    for each in caught:
        warnings.warn(each.message, each.category, stacklevel=3)
    return made
