"""Reads SQLAlchemy's mapped classes."""

from typing import Any, cast

from ..loading import Loaded
from .conditions import plain
from .literals import literal, own_doc, own_members
from .parts import Check, Column, Entity, Group, Key, Kind, ManyToMany, Models, OnDelete


def read(loaded: Loaded) -> Models:
    """Read the classes, and note what has no counterpart."""
    return _Reader(loaded).models


type _Details = tuple[int | None, int | None, int | None]
"""Length, precision and scale."""


class _Reader:
    """The classes of one side."""

    def __init__(self, loaded: Loaded) -> None:
        from sqlalchemy import inspect

        self.models = Models()
        self._mappers: dict[str, Any] = {}
        self._taken: set[Any] = set()
        """Relationships that are part of something already."""
        for kind in loaded.models:
            mapper: Any = cast(Any, inspect)(kind)
            if mapper.single:
                self.models.note(
                    f"{kind.__name__} shares the table of the class it inherits from: left out."
                )
            else:
                self._mappers[kind.__name__] = mapper
        by_table = {mapper.local_table: mapper for mapper in self._mappers.values()}
        self._by_table: dict[Any, Any] = by_table
        for mapper in self._mappers.values():
            self.models.entities.append(self._entity(mapper))
        for entity, mapper in zip(self.models.entities, self._mappers.values(), strict=True):
            self._pairs(entity, mapper)
            self._rest(mapper)

    def _entity(self, mapper: Any) -> Entity:
        table = mapper.local_table
        kind = mapper.class_
        entity = Entity(kind.__name__, table.name, own_doc(kind))
        if table.schema is not None:
            self.models.note(f"{kind.__name__}: the schema {table.schema} is left out.")
        if mapper.inherits is not None:
            self.models.note(
                f"{kind.__name__} inherits from {mapper.inherits.class_.__name__}; here it refers "
                "to its row."
            )
        names = {each.columns[0].key: each.key for each in mapper.column_attrs}
        for attribute in mapper.column_attrs:
            for column in attribute.columns:
                if getattr(column, "table", None) is table:
                    names[column.key] = attribute.key
        for column in table.columns:
            entity.columns.append(self._column(mapper, column, names.get(column.key, column.key)))
        self._constraints(entity, table)
        return entity

    def _column(self, mapper: Any, column: Any, attribute: str) -> Column:
        place = f"{mapper.class_.__name__}.{attribute}"
        kind, details = self._kind(place, column.type)
        read = Column(attribute, column.name, kind, *details)
        read.nullable = bool(column.nullable)
        read.primary_key = column.primary_key
        read.unique = bool(column.unique)
        read.indexed = bool(column.index) and not column.unique
        read.automatic = column.table.autoincrement_column is column
        read.choices = _choices(column.type)
        read.key = self._key(mapper, column, attribute)
        self._default(place, column, read)
        return read

    def _kind(self, place: str, kind: Any) -> tuple[Kind, _Details]:
        """Give the kind of a column with length, precision and scale."""
        import sqlalchemy as sa

        if isinstance(kind, sa.types.TypeDecorator):
            name = type(kind).__name__
            self.models.note(f"{place}: {name} is a type of your own; the draft has its column.")
            kind = kind.impl_instance
        if isinstance(kind, sa.Enum):
            if kind.enum_class is not None:
                self.models.note(f"{place}: the names of {kind.enum_class.__name__} are stored.")
            return "string", (kind.length, None, None)
        for known, name in _known_types():
            if isinstance(kind, known):
                if name == "interval":
                    self.models.note(f"{place}: the two store durations in different ways.")
                return self._details(place, name, kind)
        self.models.note(f"{place}: there is no counterpart of {kind!r}; it is a text.")
        return "text", (None, None, None)

    def _details(self, place: str, name: Kind, kind: Any) -> tuple[Kind, _Details]:
        if name == "string":
            return ("text" if kind.length is None else name), (kind.length, None, None)
        if name != "decimal":
            return name, (None, None, None)
        if kind.precision is None:
            self.models.note(f"{place}: max_digits and decimal_places are guessed.")
        return name, (None, kind.precision, kind.scale)

    def _default(self, place: str, column: Any, read: Column) -> None:
        if column.default is not None:
            read.default = literal(column.default.arg) if column.default.is_scalar else None
            if read.default is None:
                self.models.note(f"{place}: its default is a function or no plain value.")
        if column.server_default is not None:
            self.models.note(f"{place}: its server_default is left out.")
        if column.onupdate is not None:
            self.models.note(f"{place}: its onupdate is left out.")

    def _key(self, mapper: Any, column: Any, attribute: str) -> Key | None:
        keys = list(column.foreign_keys)
        if not keys:
            return None
        target = keys[0].column
        other = self._by_table.get(target.table)
        is_part = any(len(each.constraint.elements) > 1 for each in keys)
        if other is None or is_part or len(other.primary_key) > 1:
            self.models.note(
                f"{mapper.class_.__name__}.{attribute}: Django has no key of several columns, "
                "or to a table without a class, so it is a plain column."
            )
            return None
        relation = _to_one(mapper, column)
        back = _reverse(relation) if relation is not None else _to_many(other, column)
        self._taken |= {each for each in (relation, back) if each is not None}
        name = attribute.removesuffix("_id") if attribute.endswith("_id") else f"{attribute}_object"
        is_one = back is not None and not back.uselist
        return Key(
            entity=other.class_.__name__,
            table=target.table.name,
            column=target.name,
            on_delete=_on_delete(keys[0], back, column.nullable),
            relation=name if relation is None else relation.key,
            reverse=None if back is None else back.key,
            is_one_to_one=is_one or bool(column.unique) or _is_alone(column),
            to_primary=target.primary_key,
        )

    def _constraints(self, entity: Entity, table: Any) -> None:
        import sqlalchemy as sa

        for constraint in sorted(table.constraints, key=lambda each: str(each.name)):
            if isinstance(constraint, sa.CheckConstraint):
                if not getattr(constraint, "_type_bound", False):
                    entity.checks.append(Check(constraint.name, plain(str(constraint.sqltext))))
            elif isinstance(constraint, sa.UniqueConstraint):
                columns = [each.name for each in constraint.columns]
                if len(columns) > 1 or not table.columns[columns[0]].unique:
                    entity.uniques.append(Group(_name(constraint), columns))
        for index in sorted(table.indexes, key=lambda each: str(each.name)):
            columns = [each.name for each in index.columns]
            if len(columns) < len(index.expressions) or not columns:
                self.models.note(f"{entity.name}: the index {index.name} is on an expression.")
            elif len(columns) == 1 and table.columns[columns[0]].index:
                continue
            elif index.unique:
                entity.uniques.append(Group(_name(index), columns))
            else:
                entity.indexes.append(Group(_name(index), columns))

    def _pairs(self, entity: Entity, mapper: Any) -> None:
        """Read relations over a table of pairs, each on the side that the table names first."""
        for relation in mapper.relationships:
            if relation.secondary is None or relation in self._taken:
                continue
            back = _reverse(relation)
            own = [end.name for _, end in relation.synchronize_pairs]
            other = [end.name for _, end in relation.secondary_synchronize_pairs]
            if len(own) != 1 or len(other) != 1 or relation.viewonly:
                self.models.note(f"{entity.name}.{relation.key} has a join of its own: left out.")
                continue
            first = next(each.name for each in relation.secondary.columns if each.foreign_keys)
            if back is not None and first not in own and relation.mapper is not mapper:
                continue
            self._taken |= {each for each in (relation, back) if each is not None}
            through = self._by_table.get(relation.secondary)
            entity.many_to_many.append(
                ManyToMany(
                    attribute=relation.key,
                    entity=relation.mapper.class_.__name__,
                    table=relation.secondary.name,
                    own_column=own[0],
                    other_column=other[0],
                    reverse=None if back is None else back.key,
                    through=None if through is None else through.class_.__name__,
                )
            )

    def _rest(self, mapper: Any) -> None:
        """Note what a class has beyond columns and relations."""
        name = mapper.class_.__name__
        for relation in mapper.relationships:
            if relation not in self._taken and relation.secondary is None:
                self.models.note(f"{name}.{relation.key} has a join of its own: left out.")
        for each in [*mapper.composites, *mapper.synonyms]:
            self.models.note(f"{name}.{each.key} ({type(each).__name__}) has no counterpart.")
        hybrids: list[str] = [
            str(key)
            for key, each in mapper.all_orm_descriptors.items()
            if not each.is_mapper and not each.is_attribute
        ]
        left = ", ".join(sorted({*own_members(mapper.class_), *hybrids}))
        if left:
            self.models.note(f"{name}: its methods and properties are left out ({left}).")


def _known_types() -> list[tuple[Any, Kind]]:
    """Give SQLAlchemy's types, those that inherit from others before these."""
    import sqlalchemy as sa

    return [
        (sa.Boolean, "boolean"),
        (sa.BigInteger, "big-integer"),
        (sa.SmallInteger, "small-integer"),
        (sa.Integer, "integer"),
        (sa.Float, "float"),
        (sa.Numeric, "decimal"),
        (sa.Text, "text"),
        (sa.String, "string"),
        (sa.DateTime, "datetime"),
        (sa.Date, "date"),
        (sa.Time, "time"),
        (sa.Interval, "interval"),
        (sa.LargeBinary, "binary"),
        (sa.Uuid, "uuid"),
        (sa.JSON, "json"),
    ]


def _choices(kind: Any) -> str | None:
    enums: list[str] | None = getattr(kind, "enums", None)
    if not enums:
        return None
    return f"[{', '.join(f'({literal(each)}, {literal(each)})' for each in enums)}]"


def _name(part: Any) -> str | None:
    return str(part.name) if isinstance(part.name, str) else None


def _to_one(mapper: Any, column: Any) -> Any:
    """Give the relationship that goes by a key of one column, None where there is none."""
    for relation in mapper.relationships:
        is_to_one = relation.direction.name == "MANYTOONE" and not relation.viewonly
        if is_to_one and set(relation.local_columns) == {column}:
            return relation
    return None


def _to_many(other: Any, column: Any) -> Any:
    """Give the relationship at the other end of a key, where that is the only one."""
    for relation in other.relationships:
        if relation.direction.name == "ONETOMANY" and set(relation.remote_side) == {column}:
            return relation
    return None


def _reverse(relation: Any) -> Any:
    backs = list(relation._reverse_property)
    return backs[0] if len(backs) == 1 else None


def _is_alone(column: Any) -> bool:
    """Tell whether a key is the whole primary key, so that each row has one partner."""
    return column.primary_key and len(column.table.primary_key) == 1


def _on_delete(key: Any, back: Any, nullable: bool) -> OnDelete:
    rule = (key.ondelete or "").upper()
    if rule == "CASCADE" or (back is not None and back.cascade.delete):
        return "cascade"
    if rule == "SET NULL":
        return "set-null"
    if rule == "SET DEFAULT":
        return "set-default"
    return "restrict" if rule or not nullable else "set-null"
