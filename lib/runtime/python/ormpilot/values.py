"""Python values as a trace holds them: plain scalars, or `{type, value}` for what JSON cannot hold.

Nothing here runs code that a person defined: types are compared exactly, and a subclass is read
through the methods of the built-in type beneath it. So a `__repr__`, `__str__` or `__iter__` of
somebody's class can neither change a run nor break a trace.

Two steps, because the first lies in the hot path: *capturing* keeps immutable values by reference
and shapes the rest at once; *shaping* gives the JSON form (`ValueSchema` of lib/trace/schema.ts).
"""

import base64
import datetime as dt
import decimal
import math
import sqlite3
import uuid
import zoneinfo
from collections.abc import Callable, Iterable
from types import NoneType
from typing import Any, Final, cast

EXACT_INTEGER: Final = 2**53
"""Greatest magnitude of an integer that JavaScript holds without loss."""
_PRINTABLE_BITS: Final = 2_000
"""The longest that Python writes in decimal however few digits it is allowed."""


class Shaped(dict[str, str | int]):
    """`{type, value, length?}`: a value in its JSON form; shaping it again changes nothing."""


type Value = bool | int | float | str | Shaped | None
"""The JSON form of a value."""
type Row = tuple[object, ...]
"""A captured row, or one captured set of positional parameters."""
type Captured = Row | dict[str, object]
"""One captured set of parameters."""


def type_name(kind: type) -> str:
    """Give the qualified name of a type, without `builtins`."""
    name: str = _qualname(kind)
    module: object = _module(kind)
    return f"{module}.{name}" if type(module) is str and module != "builtins" else name


def shape(value: object, limit: int) -> Value:
    """Give a value its JSON form.

    `limit` bounds the characters (of binary values: bytes) that are kept; what was longer becomes
    `{type, value, length}` with its full length. Never raises, never runs a person's code.
    """
    kind = type(value)
    if value is None or kind is bool or kind is Shaped:
        return cast(Value, value)
    if kind is str:
        text = cast(str, value)
        return text if len(text) <= limit else _cut("str", text, limit)
    if kind is int and -EXACT_INTEGER <= cast(int, value) <= EXACT_INTEGER:
        return cast(int, value)
    if kind is float and math.isfinite(cast(float, value)):
        return cast(float, value)
    for base, (name, text_of) in _TEXTS.items():
        if issubclass(kind, base):
            return _cut(name if kind is base else type_name(kind), text_of(value), limit)
    for base in _BINARY:
        if issubclass(kind, base):
            return _shape_binary(value, base, limit)
    return _unknown(kind)


def shape_captured(captured: Captured, limit: int) -> list[Value] | dict[str, Value]:
    """Give a captured row or parameter set its JSON form."""
    if isinstance(captured, dict):
        return {name: shape(value, limit) for name, value in captured.items()}
    return [shape(value, limit) for value in captured]


def python_type(value: object) -> str:
    """Name the Python type that a captured value had, as its JSON form does where it has one.

    `int`, `NoneType`, `decimal`, `models.Colour`.
    """
    if type(value) is Shaped:
        return cast(str, value["type"])
    known = _TEXTS.get(type(value))
    return type_name(type(value)) if known is None else known[0]


def capture(value: object, limit: int) -> object:
    """Take a snapshot of a value: by reference if it is small and cannot change, else shaped."""
    kind = type(value)
    if kind is str or kind is bytes:
        return value if len(cast(str | bytes, value)) <= limit else shape(value, limit)
    return value if kind in _IMMUTABLE else shape(value, limit)


def capture_set(given: object, limit: int) -> Captured | None:
    """Take a snapshot of one set of parameters; None when it is empty.

    Sequences become tuples and mappings dicts. What could only be read by running a person's code
    (a sequence or mapping class of their own) becomes one value that names its type.
    """
    kind = type(given)
    if kind is not tuple and issubclass(kind, dict):
        named = _items(cast(dict[object, object], given))
        return {_key(name): capture(value, limit) for name, value in named} or None
    return capture_row(given, limit) or None


def capture_row(row: object, limit: int) -> Row:
    """Take a snapshot of one row, or of positional parameters, of whatever type it is."""
    if type(row) is tuple:
        values = cast(Row, row)
        for value in values:
            kind = type(value)
            if kind is str or kind is bytes:
                if len(cast(str | bytes, value)) > limit:
                    break
            elif kind not in _IMMUTABLE:
                break
        else:
            return values
        return tuple([capture(value, limit) for value in values])
    for base, items in _CONTAINERS:
        if issubclass(type(row), base):  # `isinstance` would ask the object for its `__class__`
            return capture_row(tuple(items(row)), limit)
    return (capture(row, limit),)


def _cut(name: str, text: str, limit: int) -> Shaped:
    if len(text) <= limit:
        return Shaped(type=name, value=text)
    return Shaped(type=name, value=text[:limit], length=len(text))


def _shape_binary(value: Any, base: Any, limit: int) -> Shaped:
    kind = type(cast(object, value))
    name = type_name(kind)
    try:
        if base is memoryview:
            length: int = value.nbytes
            head = (
                value.cast("B")[:limit].tobytes() if value.c_contiguous else value.tobytes()[:limit]
            )
        else:
            length: int = base.__len__(value)
            head = bytes(base.__getitem__(value, slice(0, limit)))
    except (ValueError, TypeError):  # a released view, or one with a zero in its shape
        return _unknown(kind)
    text = base64.b64encode(head).decode("ascii")
    return (
        Shaped(type=name, value=text)
        if length <= limit
        else Shaped(type=name, value=text, length=length)
    )


def _unknown(kind: type) -> Shaped:
    """Say what `object.__repr__` would, without the address, which differs from run to run."""
    name = type_name(kind)
    return Shaped(type=name, value=f"<{name} object>")


def _digits(number: int) -> str:
    if int.bit_length(number) <= _PRINTABLE_BITS:
        return int.__repr__(number)
    return int.__format__(number, "#x")


def _iso_datetime(value: dt.datetime) -> str:
    if type(_zone_of_datetime(value)) in _KNOWN_ZONES:
        return dt.datetime.isoformat(value)
    if type(value) is dt.datetime:
        return value.replace(tzinfo=None).isoformat()
    return f"<{type_name(type(value))} object>"


def _iso_time(value: dt.time) -> str:
    if type(_zone_of_time(value)) in _KNOWN_ZONES:
        return dt.time.isoformat(value)
    if type(value) is dt.time:
        return value.replace(tzinfo=None).isoformat()
    return f"<{type_name(type(value))} object>"


def _key(name: object) -> str:
    return str.__str__(cast(str, name)) if issubclass(type(name), str) else type_name(type(name))


# Read through the descriptors of `type` and the base classes: a metaclass or a subclass may have
# put a property of its own in their place.
_qualname: Final = type.__dict__["__qualname__"].__get__
_module: Final = type.__dict__["__module__"].__get__
_zone_of_datetime: Final = dt.datetime.__dict__["tzinfo"].__get__
_zone_of_time: Final = dt.time.__dict__["tzinfo"].__get__
_KNOWN_ZONES: Final = frozenset({NoneType, dt.timezone, zoneinfo.ZoneInfo})
_IMMUTABLE: Final = frozenset(
    {NoneType, bool, int, float, str, bytes, decimal.Decimal, dt.date, dt.timedelta, uuid.UUID}
)
_TEXTS: Final[dict[type, tuple[str, Callable[[Any], str]]]] = {
    str: ("str", str.__str__),
    int: ("int", _digits),
    float: ("float", float.__repr__),
    decimal.Decimal: ("decimal", decimal.Decimal.__str__),
    dt.datetime: ("datetime", _iso_datetime),
    dt.date: ("date", dt.date.isoformat),
    dt.time: ("time", _iso_time),
    dt.timedelta: ("timedelta", dt.timedelta.__str__),
    uuid.UUID: ("uuid", uuid.UUID.__str__),
}
_BINARY: Final = (bytes, bytearray, memoryview)
_items: Final = dict[object, object].items
_CONTAINERS: Final[tuple[tuple[type, Callable[[Any], Iterable[object]]], ...]] = (
    (tuple, tuple[object, ...].__iter__),
    (list, list[object].__iter__),
    (dict, dict[object, object].values),
    (sqlite3.Row, sqlite3.Row.__iter__),
)
