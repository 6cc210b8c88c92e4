"""Describes SQLAlchemy's mapped classes by their mappers."""

from typing import Any, cast

from ..places import Places
from .type_text import plain_name


def described(kind: Any, places: Places) -> dict[str, Any]:
    """Give `ModelSchema` of lib/runtime/tools/describe.ts."""
    from sqlalchemy import inspect

    mapper: Any = cast(Any, inspect)(kind)
    tables = [each for each in mapper.tables if hasattr(each, "indexes")]
    return {
        "name": kind.__name__,
        "module": kind.__module__,
        "span": places.of_class(kind),
        "table": getattr(mapper.local_table, "name", None),
        "fields": [*_columns(mapper), *_relations(mapper), *_hybrids(mapper)],
        "managers": [],
        "indexes": sorted(str(each.name) for table in tables for each in table.indexes),
        "constraints": sorted(
            str(each.name) for table in tables for each in table.constraints if each.name
        ),
    }


def python_type(column: Any) -> type | None:
    """Give the type of a column's values, None where its type does not say it."""
    try:
        kind: type = column.type.python_type
    except NotImplementedError:
        return None
    return kind


def is_nullable(relation: Any) -> bool:
    """Tell whether a relation to one object may be None."""
    return relation.direction.name != "MANYTOONE" or any(
        column.nullable for column in relation.local_columns
    )


def _field(name: str, kind: str, field: str, python: str) -> dict[str, Any]:
    return {
        "name": name,
        "kind": kind,
        "reverse": False,
        "field": field,
        "python": python,
        "sql": None,
        "column": None,
        "primaryKey": False,
        "nullable": False,
        "target": None,
        "queryName": name,
        "lookups": [],
        "transforms": [],
        "choices": [],
    }


def _columns(mapper: Any) -> list[dict[str, Any]]:
    from sqlalchemy import Column

    found: list[dict[str, Any]] = []
    for attribute in mapper.column_attrs:
        column = attribute.columns[0]
        field = _field(
            attribute.key, "column", type(column.type).__name__, plain_name(python_type(column))
        )
        field["choices"] = [
            {"value": repr(each), "label": str(each)}
            for each in getattr(column.type, "enums", None) or ()
        ]
        if isinstance(column, Column):
            field["sql"] = _sql(column)
            field["column"] = column.name
            field["primaryKey"] = column.primary_key
            field["nullable"] = bool(column.nullable)
        found.append(field)
    return found


def _sql(column: Any) -> str | None:
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.exc import CompileError

    try:
        return str(column.type.compile(dialect=sqlite.dialect()))
    except CompileError:
        return None


def _relations(mapper: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for relation in mapper.relationships:
        target = relation.mapper.class_.__name__
        kind = "to-many" if relation.uselist else "to-one"
        field = _field(relation.key, kind, "relationship", target)
        field["target"] = target
        field["reverse"] = relation.direction.name == "ONETOMANY"
        field["nullable"] = not relation.uselist and is_nullable(relation)
        found.append(field)
    return found


def _hybrids(mapper: Any) -> list[dict[str, Any]]:
    from sqlalchemy.ext.hybrid import HybridExtensionType

    return [
        _field(name, "column", "hybrid_property", "Any")
        for name, each in mapper.all_orm_descriptors.items()
        if each.extension_type is HybridExtensionType.HYBRID_PROPERTY
    ]
