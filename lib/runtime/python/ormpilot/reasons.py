"""Why a statement was sent, read off the library functions between it and a person's code.

Names are those of Django 6.1 and SQLAlchemy 2.1 (`co_qualname`); a test sends a statement for each.
"""

import re
from types import CodeType
from typing import Final, Literal, NamedTuple

from .sql import StatementKind

type Reason = Literal[
    "explicit", "lazy-load", "deferred-column", "flush", "autoflush", "refresh", "prefetch",
    "transaction", "setup", "migration",
]  # fmt: skip

MARKERS: Final = frozenset(
    {
        "__get__", "_autoflush", "_flush", "_load", "_load_expired", "_load_for_path",
        "_load_for_state", "_prepare_impl", "_take_snapshot", "flush", "migrate",
        "prefetch_related_objects", "refresh", "refresh_from_db", "run_migrations",
    }
)  # fmt: skip
"""Names (`co_name`) that the recorder looks for; `_REASONS` tells them apart by their class."""

_TRANSACTION: Final[frozenset[StatementKind]] = frozenset(
    {"begin", "commit", "rollback", "savepoint", "release", "rollback-to"}
)
_DESCRIPTORS: Final[dict[str, Reason]] = {
    "ForwardManyToOneDescriptor.__get__": "lazy-load",
    "ReverseOneToOneDescriptor.__get__": "lazy-load",
    "GenericForeignKeyDescriptor.__get__": "lazy-load",
    "DeferredAttribute.__get__": "deferred-column",
}
_REASONS: Final[dict[str, Reason]] = {
    **_DESCRIPTORS,
    "Model.refresh_from_db": "refresh",
    "prefetch_related_objects": "prefetch",
    "Session.flush": "flush",
    "Session._flush": "flush",
    "InstanceState._load_expired": "refresh",
    "Session.refresh": "refresh",
    "_DeferredColumnLoader._load_for_state": "deferred-column",
    "_LazyLoader._load_for_state": "lazy-load",
    "_SelectInLoader._load_for_path": "prefetch",
    "_SubqueryLoader._SubqCollections._load": "prefetch",
    "MigrationExecutor.migrate": "migration",
    "MigrationContext.run_migrations": "migration",
}
_IMMEDIATE: Final = "_ImmediateLoader._load_for_path"
"""It loads by the lazy loader, for each object of a query before the query returns."""
_MIGRATING: Final = frozenset({"MigrationExecutor.migrate", "MigrationContext.run_migrations"})
_UNTIL: Final = frozenset({"Model.refresh_from_db", "prefetch_related_objects"})
"""What a descriptor does its work by: the descriptor is the reason then."""
_ATTRIBUTE: Final = re.compile(r"\.\s*([^\W\d]\w*)\Z")
_FROM: Final = re.compile(r"\bFROM\s+[\"`]?(\w+)", re.IGNORECASE)


class Why(NamedTuple):
    """A reason, and what was loaded or flushed, where that is known."""

    reason: Reason
    detail: str | None


def why(kind: StatementKind, sql: str, via: tuple[CodeType, ...], expression: str) -> Why:
    """Tell why a statement was sent.

    `via`: the marked library code between the statement and the person's, innermost first.
    `expression`: the text of the person's expression that was being evaluated.
    """
    names = [code.co_qualname for code in via]
    if not _MIGRATING.isdisjoint(names):
        return Why("migration", None)
    if kind in _TRANSACTION:
        return Why("transaction", None)
    for name in names:
        reason = _REASONS.get(name)
        if reason is None:
            continue
        if name in _UNTIL:
            reason = _by_descriptor(names) or reason
        if reason == "lazy-load" and _IMMEDIATE in names:
            reason = "prefetch"
        if reason == "flush":
            return _flush(names)
        return Why(reason, _detail(reason, sql, expression))
    return Why("explicit", None)


def _by_descriptor(names: list[str]) -> Reason | None:
    return next((_DESCRIPTORS[name] for name in names if name in _DESCRIPTORS), None)


def _detail(reason: Reason, sql: str, expression: str) -> str | None:
    """Name the attribute that was asked for, or the table that was read for all parents."""
    found: re.Match[str] | None = None
    if reason in {"lazy-load", "deferred-column"}:
        found = _ATTRIBUTE.search(expression)
    elif reason == "prefetch":
        found = _FROM.search(sql)
    return None if found is None else found[1]


def _flush(names: list[str]) -> Why:
    if "Session._autoflush" in names:
        return Why("autoflush", None)
    if "SessionTransaction._prepare_impl" in names:
        return Why("flush", "commit")
    return Why("flush", "savepoint" if "SessionTransaction._take_snapshot" in names else None)
