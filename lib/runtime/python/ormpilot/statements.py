"""Gives a record of the tracer its JSON form (`StatementSchema` of lib/trace/schema.ts)."""

from typing import Any, Final

from .positions import Frame
from .reasons import Why
from .record import Record
from .sql import StatementKind
from .values import Captured, python_type, shape_captured

_DIALECT: Final = "sqlite"


def shape_statement(
    record: Record,
    *,
    kind: StatementKind,
    start_us: int,
    call: int | None,
    why: Why,
    stack: list[Frame],
    value_chars: int,
) -> dict[str, Any]:
    """Give the statement of a record; times in microseconds from the start of the run."""
    columns = record.columns
    shaped: dict[str, Any] = {
        "id": record.id,
        "kind": kind,
        "sql": record.sql,
        "dialect": _DIALECT,
        "params": _params(record, value_chars),
        "many": record.many,
        "rowCount": record.row_count,
        "columns": columns,
        "rows": [_row(row, value_chars) for row in record.rows],
        "startUs": start_us,
        "durationUs": max(0, record.ns) // 1_000,
        "call": call,
        "cell": record.cell,
        "setup": record.setup,
        "reason": why.reason,
        "stack": stack,
        "connection": record.connection,
    }
    if record.sql_length > len(record.sql):
        shaped["sqlLength"] = record.sql_length
    types = _types(record)
    if types is not None:
        shaped["paramTypes"] = types
    if why.detail is not None:
        shaped["reasonDetail"] = why.detail
    if record.error is not None:
        shaped["error"] = {"type": record.error.type, "message": record.error.message}
    return shaped


def _params(record: Record, limit: int) -> Any:
    params = record.params
    if params is None:
        return None
    if isinstance(params, list):
        return [shape_captured(each, limit) for each in params]
    return shape_captured(params, limit)


def _row(row: tuple[object, ...], limit: int) -> list[Any]:
    shaped = shape_captured(row, limit)
    return shaped if isinstance(shaped, list) else list(shaped.values())


def _types(record: Record) -> list[str] | None:
    """Name the types of the parameters where JSON does not tell them: 2.0 reads like 2."""
    params = record.params
    first: Captured | None = (params[0] if params else None) if isinstance(params, list) else params
    if first is None:
        return None
    values = list(first.values()) if isinstance(first, dict) else list(first)
    if not any(type(value) is float and value.is_integer() for value in values):
        return None
    return [python_type(value) for value in values]
