"""Reads Django's models."""

from typing import Any, Final

from ..loading import Loaded
from .conditions import plain
from .literals import literal, own_doc, own_members
from .parts import Check, Column, Entity, Group, Key, Kind, ManyToMany, Models, OnDelete

_KINDS: Final[dict[str, Kind]] = {
    "AutoField": "integer",
    "BigAutoField": "integer",
    "BigIntegerField": "big-integer",
    "BinaryField": "binary",
    "BooleanField": "boolean",
    "CharField": "string",
    "DateField": "date",
    "DateTimeField": "datetime",
    "DecimalField": "decimal",
    "DurationField": "interval",
    "FileField": "string",
    "FilePathField": "string",
    "FloatField": "float",
    "GenericIPAddressField": "string",
    "IntegerField": "integer",
    "JSONField": "json",
    "PositiveBigIntegerField": "big-integer",
    "PositiveIntegerField": "integer",
    "PositiveSmallIntegerField": "small-integer",
    "SlugField": "string",
    "SmallAutoField": "integer",
    "SmallIntegerField": "small-integer",
    "TextField": "text",
    "TimeField": "time",
    "UUIDField": "uuid",
}
_ON_DELETE: Final[dict[str, OnDelete]] = {
    "CASCADE": "cascade",
    "DB_CASCADE": "cascade",
    "DB_SET_DEFAULT": "set-default",
    "DB_SET_NULL": "set-null",
    "DO_NOTHING": "nothing",
    "PROTECT": "restrict",
    "RESTRICT": "restrict",
    "SET_DEFAULT": "set-default",
    "SET_NULL": "set-null",
}


def read(loaded: Loaded) -> Models:
    """Read the models, and note what has no counterpart."""
    models = Models()
    for model in loaded.models:
        if model._meta.proxy:
            models.note(f"{model.__name__} is a proxy: it has no table of its own.")
        else:
            models.entities.append(_entity(model, models))
    _cut_loose(models)
    return models


def _cut_loose(models: Models) -> None:
    """Make plain columns of keys to models that are none of the person's."""
    names = {each.name for each in models.entities}
    for entity in models.entities:
        for column in entity.columns:
            if column.key is not None and column.key.entity not in names:
                place = f"{entity.name}.{column.attribute}"
                models.note(f"{place} leads to {column.key.entity}, which is none of yours.")
                column.key = None


def _entity(model: Any, models: Models) -> Entity:
    meta = model._meta
    entity = Entity(model.__name__, meta.db_table, own_doc(model))
    for field in meta.local_concrete_fields:
        entity.columns.append(_column(model, field, models))
        check = field.db_check(_connection()) if _is_number(field) else None
        if check:
            entity.checks.append(Check(None, plain(check)))
    if meta.pk.__class__.__name__ == "CompositePrimaryKey":
        for column in entity.columns:
            column.primary_key = column.column in {each.column for each in meta.pk.fields}
    entity.many_to_many = [_many_to_many(each) for each in meta.local_many_to_many]
    _constraints(model, entity, models)
    _notes(model, models)
    return entity


def _is_number(field: Any) -> bool:
    return field.get_internal_type().startswith("Positive")


def _connection() -> Any:
    from django.db import connection

    return connection


def _column(model: Any, field: Any, models: Models) -> Column:
    place = f"{model.__name__}.{field.name}"
    base = field.target_field if field.remote_field else field
    while base.remote_field:
        base = base.target_field
    column = Column(field.attname, field.column, _kind(place, base, models))
    column.length = base.max_length
    column.precision = getattr(base, "max_digits", None)
    column.scale = getattr(base, "decimal_places", None)
    column.nullable = field.null
    column.primary_key = field.primary_key
    column.unique = field.unique and not field.primary_key
    column.indexed = bool(field.db_index) and not field.unique
    column.automatic = field.get_internal_type().endswith("AutoField")
    if field.remote_field:
        column.key = _key(field)
    _default(place, field, column, models)
    if field.choices:
        models.note(f"{place}: the choices are not checked by the database, so they are left out.")
    return column


def _kind(place: str, field: Any, models: Models) -> Kind:
    internal: str = field.get_internal_type()
    own: Any = type(field)
    if not own.__module__.startswith("django."):
        models.note(f"{place}: {own.__name__} is a field of your own; the draft has its column.")
    if internal in _KINDS:
        if _KINDS[internal] == "interval":
            models.note(f"{place}: Django stores a duration in microseconds, so it is a number.")
        return "big-integer" if _KINDS[internal] == "interval" else _KINDS[internal]
    models.note(f"{place}: there is no counterpart of {own.__name__}; it is a text.")
    return "text"


def _key(field: Any) -> Key:
    remote = field.remote_field
    name = getattr(remote.on_delete, "__name__", None) or type(remote.on_delete).__name__
    return Key(
        entity=field.related_model.__name__,
        table=field.related_model._meta.db_table,
        column=field.target_field.column,
        on_delete=_ON_DELETE.get(name, "nothing"),
        relation=field.name,
        reverse=None if remote.hidden else remote.get_accessor_name(),
        is_one_to_one=field.one_to_one,
        to_primary=field.target_field.primary_key,
    )


def _default(place: str, field: Any, column: Column, models: Models) -> None:
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        models.note(f"{place}: auto_now and auto_now_add are Django's; set the value yourself.")
    if field.has_db_default():
        models.note(f"{place}: db_default is an expression of Django's.")
    if field.has_default():
        column.default = None if callable(field.default) else literal(field.default)
        if column.default is None:
            models.note(f"{place}: its default is a function or no plain value.")


def _many_to_many(field: Any) -> ManyToMany:
    remote = field.remote_field
    through = remote.through
    return ManyToMany(
        attribute=field.name,
        entity=field.related_model.__name__,
        table=through._meta.db_table,
        own_column=field.m2m_column_name(),
        other_column=field.m2m_reverse_name(),
        reverse=None if remote.hidden else remote.get_accessor_name(),
        through=None if through._meta.auto_created else through.__name__,
    )


def _constraints(model: Any, entity: Entity, models: Models) -> None:
    meta = model._meta

    def columns(names: Any) -> list[str]:
        return [meta.get_field(name.lstrip("-")).column for name in names]

    entity.uniques += [Group(None, columns(each)) for each in meta.unique_together]
    for index in meta.indexes:
        if not index.fields or index.condition is not None:
            models.note(f"{model.__name__}: the index {index.name} is on an expression.")
        else:
            entity.indexes.append(Group(index.name, columns(index.fields)))
    for constraint in meta.constraints:
        kind = type(constraint).__name__
        if kind == "CheckConstraint":
            entity.checks.append(Check(constraint.name, _check_sql(model, constraint)))
        elif kind == "UniqueConstraint" and constraint.fields and constraint.condition is None:
            entity.uniques.append(Group(constraint.name, columns(constraint.fields)))
        else:
            models.note(f"{model.__name__}: the constraint {constraint.name} has a condition.")
    named = {each.sql for each in entity.checks if each.name}
    entity.checks = [each for each in entity.checks if each.name or each.sql not in named]


def _check_sql(model: Any, constraint: Any) -> str:
    editor = _connection().schema_editor(collect_sql=True)
    return plain(str(constraint._get_check_sql(model, editor)))


def _notes(model: Any, models: Models) -> None:
    name = model.__name__
    if model._meta.parents:
        models.note(f"{name} inherits from a model with a table; here it refers to its row.")
    for field in model._meta.private_fields:
        if type(field).__name__ != "CompositePrimaryKey":
            models.note(f"{name}.{field.name} ({type(field).__name__}) has no counterpart.")
    plain_manager: Any = _django_models().Manager
    if any(type(each) is not plain_manager for each in model._meta.managers):
        models.note(f"{name}: its managers and their methods are left out.")
    own = ", ".join(own_members(model))
    if own:
        models.note(f"{name}: its methods and properties are left out ({own}).")


def _django_models() -> Any:
    from django.db import models

    return models
