"""Writes models of Django."""

import keyword
import re
from typing import Final

from .conditions import as_q
from .layout import header, laid_out
from .literals import quoted
from .parts import Column, Entity, Group, Key, Kind, ManyToMany, Models

_FIELDS: Final[dict[Kind, str]] = {
    "big-integer": "BigIntegerField",
    "binary": "BinaryField",
    "boolean": "BooleanField",
    "date": "DateField",
    "datetime": "DateTimeField",
    "decimal": "DecimalField",
    "float": "FloatField",
    "integer": "IntegerField",
    "interval": "DurationField",
    "json": "JSONField",
    "small-integer": "SmallIntegerField",
    "string": "CharField",
    "text": "TextField",
    "time": "TimeField",
    "uuid": "UUIDField",
}
_ON_DELETE: Final = {
    "cascade": "CASCADE",
    "nothing": "DO_NOTHING",
    "restrict": "PROTECT",
    "set-default": "SET_DEFAULT",
    "set-null": "SET_NULL",
}
_TAKEN: Final = frozenset({"check", "clean", "delete", "full_clean", "objects", "pk", "save"})
_DIGITS: Final = (10, 2)
_LONGEST_INDEX_NAME: Final = 30


def write(models: Models) -> str:
    """Give the text of `models.py`."""
    return _Writer(models).text()


class _Writer:
    """The text of one file."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._written: set[str] = set()
        self._decimals = False

    def text(self) -> str:
        """Give it."""
        classes: list[str] = []
        for entity in self._models.entities:
            classes.append(self._entity(entity))
            self._written.add(entity.name)
        pairs = [
            self._through(entity, each)
            for entity in self._models.entities
            for each in entity.many_to_many
            if each.through is None and not self._is_plain(entity, each)
        ]
        self._general_notes()
        imports = "from decimal import Decimal\n\n" if self._decimals else ""
        head = header("SQLAlchemy", self._models.notes)
        text = f"{head}\n{imports}from django.db import models\n"
        return "\n\n".join([text, *classes, *pairs])

    def _general_notes(self) -> None:
        entities = self._models.entities
        columns = [column for each in entities for column in each.columns]
        if any(column.key and not column.indexed for column in columns):
            self._models.note(
                "Django makes an index for each foreign key; db_index=False leaves it out."
            )
        if any(column.kind == "datetime" for column in columns):
            self._models.note("With USE_TZ, Django's dates with a time are aware of a time zone.")

    def _entity(self, entity: Entity) -> str:
        lines = [f"class {entity.name}(models.Model):"]
        if entity.doc is not None:
            lines.append(f'    """{entity.doc}"""\n')
        primary = entity.primary
        if len(primary) > 1:
            parts = [f"{self._name(each)}_id" if each.key else self._name(each) for each in primary]
            head = "pk = models.CompositePrimaryKey("
            lines.append(laid_out("    ", head, [quoted(each) for each in parts]))
        fields = [self._field(entity, each, len(primary) > 1) for each in entity.columns]
        lines += [each for each in fields if each]
        lines += [self._many_to_many(entity, each) for each in entity.many_to_many]
        if not primary:
            self._models.note(f"{entity.name} has no primary key; Django will look for an id.")
        if len(lines) > 1:
            lines.append("")
        lines += ["    class Meta:", f"        db_table = {quoted(entity.table)}"]
        lines += self._meta(entity)
        return "\n".join(lines) + "\n"

    def _name(self, column: Column) -> str:
        """Give the name of a field, which Django wants without some underscores."""
        name = column.attribute if column.key is None else column.key.relation
        plain = re.sub("__+", "_", name).rstrip("_") or "field"
        if plain in _TAKEN or keyword.iskeyword(plain):
            plain = f"{plain}_value"
        if plain != name:
            self._models.note(f"{name} is no name for a field of Django's; it is {plain}.")
        return plain

    def _field(self, entity: Entity, column: Column, is_composite: bool) -> str:
        name = self._name(column)
        if column.automatic and column.key is None and name == column.column == "id":
            return ""
        if column.key is not None:
            return self._key(entity, name, column, column.key, is_composite)
        field, options = self._kind(column)
        if name != column.column:
            options.append(f"db_column={quoted(column.column)}")
        options += self._options(column, is_composite)
        return laid_out("    ", f"{name} = models.{field}(", options)

    def _kind(self, column: Column) -> tuple[str, list[str]]:
        options: list[str] = []
        if column.kind == "string" and column.length is not None:
            options.append(f"max_length={column.length}")
        if column.kind == "decimal":
            digits = column.precision or _DIGITS[0]
            places = _DIGITS[1] if column.scale is None else column.scale
            options += [f"max_digits={digits}", f"decimal_places={places}"]
        if column.choices is not None:
            options.append(f"choices={column.choices}")
        if column.automatic and column.kind.endswith("integer"):
            return "BigAutoField" if column.kind == "big-integer" else "AutoField", options
        return _FIELDS[column.kind], options

    def _options(self, column: Column, is_composite: bool) -> list[str]:
        options: list[str] = []
        if column.primary_key and not is_composite:
            options.append("primary_key=True")
        if column.nullable and not column.primary_key:
            options.append("null=True")
        if column.unique and not column.primary_key:
            options.append("unique=True")
        if column.indexed:
            options.append("db_index=True")
        if column.default is not None:
            self._decimals |= column.default.startswith("Decimal(")
            options.append(f"default={column.default}")
        return options

    def _key(self, entity: Entity, name: str, column: Column, key: Key, is_composite: bool) -> str:
        target = "self" if key.entity == entity.name else key.entity
        arguments = [
            target if target in self._written else quoted(target),
            f"on_delete=models.{_ON_DELETE[key.on_delete]}",
        ]
        if f"{name}_id" != column.column:
            arguments.append(f"db_column={quoted(column.column)}")
        if not key.to_primary:
            arguments.append(f"to_field={quoted(self._target_field(key))}")
        options = self._options(column, is_composite)
        is_one = key.is_one_to_one
        arguments += [each for each in options if not (is_one and each == "unique=True")]
        arguments = [each for each in arguments if each != "db_index=True"]
        arguments.append(f"related_name={quoted(key.reverse or '+')}")
        field = "OneToOneField" if is_one else "ForeignKey"
        return laid_out("    ", f"{name} = models.{field}(", arguments)

    def _target_field(self, key: Key) -> str:
        for entity in self._models.entities:
            for column in entity.columns:
                if entity.name == key.entity and column.column == key.column:
                    return self._name(column)
        return key.column

    def _many_to_many(self, entity: Entity, pair: ManyToMany) -> str:
        target = "self" if pair.entity == entity.name else pair.entity
        arguments = [target if target in self._written else quoted(target)]
        if target == "self":
            arguments.append("symmetrical=False")
        if pair.through is not None:
            arguments.append(f"through={quoted(pair.through)}")
        elif self._is_plain(entity, pair):
            arguments.append(f"db_table={quoted(pair.table)}")
            self._models.note(f"Django gives {pair.table} a column id, where it makes the table.")
        else:
            arguments.append(f"through={quoted(_class_name(pair.table))}")
        arguments.append(f"related_name={quoted(pair.reverse or '+')}")
        return laid_out("    ", f"{pair.attribute} = models.ManyToManyField(", arguments)

    def _is_plain(self, entity: Entity, pair: ManyToMany) -> bool:
        """Tell whether a table of pairs has the columns that Django gives it by itself."""
        if pair.entity == entity.name:
            ends = f"from_{entity.name.lower()}_id", f"to_{entity.name.lower()}_id"
        else:
            ends = f"{entity.name.lower()}_id", f"{pair.entity.lower()}_id"
        return ends == (pair.own_column, pair.other_column)

    def _through(self, entity: Entity, pair: ManyToMany) -> str:
        """Write the class of a table of pairs whose columns have names of their own."""
        own, other = (each.removesuffix("_id") for each in (pair.own_column, pair.other_column))
        if own == other:
            other = f"{other}_other"
        fields = "".join(
            laid_out(
                "    ",
                f"{name} = models.ForeignKey(",
                [
                    target,
                    "on_delete=models.CASCADE",
                    f"db_column={quoted(column)}",
                    'related_name="+"',
                ],
            )
            + "\n"
            for name, target, column in (
                (own, entity.name, pair.own_column),
                (other, pair.entity, pair.other_column),
            )
        )
        parts = [quoted(f"{own}_id"), quoted(f"{other}_id")]
        key = laid_out("    ", "pk = models.CompositePrimaryKey(", parts)
        meta = f"    class Meta:\n        db_table = {quoted(pair.table)}\n"
        return f"class {_class_name(pair.table)}(models.Model):\n{key}\n{fields}\n{meta}"

    def _meta(self, entity: Entity) -> list[str]:
        constraints = [self._unique(entity, each) for each in entity.uniques]
        attributes = {each.column: self._name(each) for each in entity.columns}
        for check in entity.checks:
            condition = as_q(check.sql, attributes)
            if condition is None:
                self._models.note(f"{entity.name}: the check {check.sql} is left out.")
            else:
                name = check.name or f"{entity.table}_check_{len(constraints) + 1}"
                arguments = [f"condition={condition}", f"name={quoted(name)}"]
                constraints.append(f"models.CheckConstraint({', '.join(arguments)})")
        indexes = [self._index(entity, each) for each in entity.indexes]
        return [*_listed("indexes", indexes), *_listed("constraints", constraints)]

    def _fields_of(self, entity: Entity, group: Group) -> str:
        names = [
            quoted(self._name(column))
            for name in group.columns
            for column in entity.columns
            if column.column == name
        ]
        return f"fields=[{', '.join(names)}]"

    def _unique(self, entity: Entity, group: Group) -> str:
        name = group.name or "_".join([entity.table, *group.columns, "uniq"])
        return f"models.UniqueConstraint({self._fields_of(entity, group)}, name={quoted(name)})"

    def _index(self, entity: Entity, group: Group) -> str:
        name = group.name
        is_fit = name is not None and len(name) <= _LONGEST_INDEX_NAME and name[0].isalpha()
        if name is not None and not is_fit:
            self._models.note(f"{entity.name}: {name} is no name for an index of Django's.")
        named = f", name={quoted(name)}" if name is not None and is_fit else ""
        return f"models.Index({self._fields_of(entity, group)}{named})"


def _listed(name: str, items: list[str]) -> list[str]:
    return [laid_out("        ", f"{name} = [", items, "]")] if items else []


def _class_name(table: str) -> str:
    return "".join(part.capitalize() for part in table.split("_"))
