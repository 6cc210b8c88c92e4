"""Describes Django's models by their `_meta`."""

import datetime
import decimal
import uuid
from typing import Any, Final

from ..places import Places
from .methods import own_methods
from .type_text import plain_name

_TYPES: Final[dict[str, type]] = {
    "BinaryField": bytes,
    "BooleanField": bool,
    "CharField": str,
    "DateField": datetime.date,
    "DateTimeField": datetime.datetime,
    "DecimalField": decimal.Decimal,
    "DurationField": datetime.timedelta,
    "FilePathField": str,
    "FloatField": float,
    "GenericIPAddressField": str,
    "IntegerField": int,
    "TextField": str,
    "TimeField": datetime.time,
    "UUIDField": uuid.UUID,
}


def described(model: Any, places: Places) -> dict[str, Any]:
    """Give `ModelSchema` of lib/runtime/tools/describe.ts."""
    meta = model._meta
    return {
        "name": model.__name__,
        "module": model.__module__,
        "span": places.of_class(model),
        "table": meta.db_table,
        "fields": [_field(each) for each in fields_of(model)],
        "managers": [{"name": each.name, "methods": _methods(each)} for each in meta.managers],
        "indexes": [each.name for each in meta.indexes],
        "constraints": [each.name for each in meta.constraints],
    }


def fields_of(model: Any) -> list[Any]:
    """Give the fields and relations that a person can name, those from other models last."""
    fields: list[Any] = model._meta.get_fields()
    shown = [each for each in fields if not is_reverse(each) or each.get_accessor_name()]
    return sorted(shown, key=is_reverse)


def is_reverse(field: Any) -> bool:
    """Tell whether a field is the other end of a relation that another model declares."""
    return bool(field.auto_created and not field.concrete)


def is_to_many(field: Any) -> bool:
    """Tell whether a relation leads to several objects."""
    return bool(field.one_to_many or field.many_to_many)


def python_type(field: Any) -> type | None:
    """Give the type of a plain field's values, None where it is not known."""
    own: Any = type(field)
    names = (kind.__name__ for kind in own.__mro__)
    return next((_TYPES[name] for name in names if name in _TYPES), None)


def attribute_of(field: Any) -> str:
    """Give the attribute by which objects have a field or relation."""
    return str(field.get_accessor_name() if is_reverse(field) else field.name)


def _field(field: Any) -> dict[str, Any]:
    from django.db import connection

    is_column = bool(field.concrete and not field.many_to_many)
    target = field.related_model if field.is_relation else None
    lookups, transforms = _lookups(field)
    name = target.__name__ if isinstance(target, type) else None
    return {
        "name": attribute_of(field),
        "kind": _kind(field),
        "reverse": is_reverse(field),
        "field": type(field).__name__,
        "python": name or plain_name(python_type(field)),
        "sql": field.db_type(connection) if is_column else None,
        "column": field.column if is_column else None,
        "primaryKey": bool(getattr(field, "primary_key", False)),
        "nullable": bool(getattr(field, "null", True)) and not is_to_many(field),
        "target": name,
        "queryName": field.name,
        "lookups": lookups,
        "transforms": transforms,
        "choices": [
            {"value": repr(value), "label": str(label)}
            for value, label in (getattr(field, "flatchoices", None) or ())
        ],
    }


def _kind(field: Any) -> str:
    if not field.is_relation:
        return "column"
    return "to-many" if is_to_many(field) else "to-one"


def _lookups(field: Any) -> tuple[list[str], list[str]]:
    from django.db.models import Transform

    source = field.field if is_reverse(field) else field
    find = getattr(source, "get_lookups", None)
    known: dict[str, Any] = {} if find is None else find()
    transforms = {name for name, kind in known.items() if issubclass(kind, Transform)}
    return sorted(known.keys() - transforms), sorted(transforms)


def _methods(manager: Any) -> list[dict[str, str]]:
    """Give what a manager has beyond Django's own methods, that of its queries included."""
    return own_methods(type(manager), "django")
