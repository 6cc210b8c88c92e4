"""Writes models of SQLAlchemy."""

from typing import Final

from .layout import header, laid_out
from .literals import literal, quoted
from .parts import Column, Entity, Key, Kind, ManyToMany, Models
from .sqlalchemy_relations import Relations

_TYPES: Final[dict[Kind, tuple[str | None, str]]] = {
    "big-integer": ("BigInteger", "int"),
    "binary": (None, "bytes"),
    "boolean": (None, "bool"),
    "date": (None, "date"),
    "datetime": (None, "datetime"),
    "decimal": ("Numeric", "Decimal"),
    "float": (None, "float"),
    "integer": (None, "int"),
    "interval": ("Interval", "timedelta"),
    "json": ("JSON", "Any"),
    "small-integer": ("SmallInteger", "int"),
    "string": ("String", "str"),
    "text": ("Text", "str"),
    "time": (None, "time"),
    "uuid": (None, "UUID"),
}
"""The type that must be said, and that of Python."""
_MODULES: Final = {
    "Any": "typing",
    "Decimal": "decimal",
    "UUID": "uuid",
    "date": "datetime",
    "datetime": "datetime",
    "time": "datetime",
    "timedelta": "datetime",
}
_RESERVED: Final = frozenset({"metadata", "registry"})
_ON_DELETE: Final = {
    "cascade": "CASCADE",
    "restrict": "RESTRICT",
    "set-default": "SET DEFAULT",
    "set-null": "SET NULL",
}
_NAMES: Final = frozenset(
    [
        "BigInteger",
        "CheckConstraint",
        "Column",
        "ForeignKey",
        "Index",
        "Interval",
        "JSON",
        "Numeric",
        "SmallInteger",
        "String",
        "Table",
        "Text",
        "UniqueConstraint",
        "DeclarativeBase",
        "Mapped",
        "Base",
    ]
)


def write(models: Models) -> str:
    """Give the text of `models.py`."""
    return _Writer(models).text()


class _Writer:
    """The text of one file."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._used: set[str] = set()
        self._orm: set[str] = {"DeclarativeBase", "Mapped", "mapped_column"}
        self._python: set[str] = set()
        self._relations = Relations(models)
        names = {each.name for each in models.entities}
        self._prefix = "sa." if names & _NAMES else ""
        attributes = {column.attribute for each in models.entities for column in each.columns}
        self._aliased = bool(attributes & _MODULES.keys())

    def text(self) -> str:
        """Give it."""
        tables = [
            self._pairs(each, entity)
            for entity in self._models.entities
            for each in entity.many_to_many
            if each.through is None
        ]
        classes = [self._entity(each) for each in self._models.entities]
        self._general_notes()
        head = header("Django", self._models.notes)
        base = "class Base(DeclarativeBase):\n    pass\n"
        return "\n\n".join([f"{head}\n{self._imports()}", base, *tables, *classes])

    def _general_notes(self) -> None:
        columns = [column for each in self._models.entities for column in each.columns]
        if any(each.key and each.key.on_delete != "nothing" for each in columns):
            self._models.note(
                "Django carries out on_delete itself; ondelete is the database's, and SQLite "
                "heeds it only after PRAGMA foreign_keys = ON."
            )

    def _imports(self) -> str:
        lines: list[str] = []
        for module in sorted({_MODULES[name] for name in self._python}):
            names = sorted(name for name in self._python if _MODULES[name] == module)
            is_alias = self._aliased and module != "typing"
            lines.append(
                f"import {module} as _{module}"
                if is_alias
                else f"from {module} import {', '.join(names)}"
            )
        groups = ["".join(f"{line}\n" for line in sorted(lines, key=_import_key))]
        orm = [*self._orm, "relationship"] if self._relations.are_used else self._orm
        used = sorted(self._used, key=_case_key)
        third: list[str] = []
        if self._prefix:
            third.append("import sqlalchemy as sa")
        elif used:
            line = f"from sqlalchemy import {', '.join(used)}"
            is_long = len(line) > 88
            third.append(laid_out("", "from sqlalchemy import (", used) if is_long else line)
        third.append(f"from sqlalchemy.orm import {', '.join(sorted(orm, key=_case_key))}")
        groups.append("".join(f"{line}\n" for line in third))
        return "\n".join(group for group in groups if group)

    def _sa(self, name: str) -> str:
        self._used.add(name)
        return f"{self._prefix}{name}"

    def _type(self, name: str) -> str:
        if name not in _MODULES:
            return name
        self._python.add(name)
        module = _MODULES[name]
        return f"_{module}.{name}" if self._aliased and module != "typing" else name

    def _pairs(self, relation: ManyToMany, owner: Entity) -> str:
        """Write a table of pairs that has no class."""
        target = self._relations.find(relation.entity)
        columns = [
            f"{self._sa('Column')}({quoted(column)}, {self._foreign_key(entity)}, primary_key=True)"
            for column, entity in ((relation.own_column, owner), (relation.other_column, target))
            if entity is not None
        ]
        arguments = [quoted(relation.table), "Base.metadata", *columns]
        deep = "".join(f"    {each},\n" for each in arguments)
        return f"{relation.table} = {self._sa('Table')}(\n{deep})\n"

    def _foreign_key(self, entity: Entity) -> str:
        [primary] = entity.primary or entity.columns[:1]
        return f'{self._sa("ForeignKey")}("{entity.table}.{primary.column}")'

    def _entity(self, entity: Entity) -> str:
        lines = [f"class {entity.name}(Base):"]
        if entity.doc is not None:
            lines.append(f'    """{entity.doc}"""\n')
        lines.append(f"    __tablename__ = {quoted(entity.table)}")
        lines += self._table_args(entity)
        lines.append("")
        lines += [self._column(each) for each in entity.columns]
        lines += self._relations.to_ones(entity)
        lines += self._relations.reverses(entity)
        lines += self._relations.pairs(entity)
        lines += self._relations.pair_reverses(entity)
        self._relations.wrote(entity)
        return "\n".join(lines) + "\n"

    def _table_args(self, entity: Entity) -> list[str]:
        arguments = [
            _call(self._sa("UniqueConstraint"), [*map(quoted, each.columns)], each.name)
            for each in entity.uniques
        ]
        arguments += [
            _call(self._sa("Index"), [literal(each.name) or "", *map(quoted, each.columns)], None)
            for each in entity.indexes
        ]
        arguments += [
            _call(self._sa("CheckConstraint"), [quoted(each.sql)], each.name)
            for each in entity.checks
        ]
        if not arguments:
            return []
        tail = ",)" if len(arguments) == 1 else ")"
        line = f"    __table_args__ = ({', '.join(arguments)}{tail}"
        if len(line) <= 88:
            return [line]
        return ["    __table_args__ = (", *(f"        {each}," for each in arguments), "    )"]

    def _column(self, column: Column) -> str:
        attribute = self._attribute(column)
        name, python = _TYPES[column.kind]
        arguments: list[str] = [] if attribute == column.column else [quoted(column.column)]
        if name is not None and column.key is None:
            is_text = column.kind == "string"
            details = [column.length] if is_text else [column.precision, column.scale]
            given = ", ".join(str(each) for each in details if each is not None)
            arguments.append(f"{self._sa(name)}({given})" if given else self._sa(name))
        if column.key is not None:
            arguments.append(self._key(column.key))
        arguments += self._options(column)
        none = " | None" if column.nullable else ""
        head = f"{attribute}: Mapped[{self._type(python)}{none}]"
        if not arguments:
            return f"    {head}"
        return laid_out("    ", f"{head} = mapped_column(", arguments)

    def _attribute(self, column: Column) -> str:
        if column.attribute not in _RESERVED:
            return column.attribute
        self._models.note(f"{column.attribute} is a name of SQLAlchemy's; it has an underscore.")
        return f"{column.attribute}_"

    def _options(self, column: Column) -> list[str]:
        options: list[str] = []
        if column.primary_key:
            options.append("primary_key=True")
            if column.kind.endswith("integer") and not column.automatic and column.key is None:
                options.append("autoincrement=False")
        if column.unique:
            options.append("unique=True")
        if column.indexed:
            options.append("index=True")
        if column.default is not None:
            is_decimal = column.default.startswith("Decimal(")
            default = column.default.removeprefix("Decimal") if is_decimal else column.default
            options.append(f"default={self._type('Decimal') if is_decimal else ''}{default}")
        return options

    def _key(self, key: Key) -> str:
        rule = _ON_DELETE.get(key.on_delete)
        arguments = [quoted(f"{key.table}.{key.column}")]
        if rule is not None:
            arguments.append(f"ondelete={quoted(rule)}")
        return f"{self._sa('ForeignKey')}({', '.join(arguments)})"


def _call(name: str, arguments: list[str], constraint: str | None) -> str:
    given = [*arguments, f"name={quoted(constraint)}"] if constraint else arguments
    return f"{name}({', '.join(given)})"


def _import_key(line: str) -> tuple[bool, str]:
    return line.startswith("from "), line


def _case_key(name: str) -> tuple[int, str]:
    """Order names as import sorters do: constants, classes, functions."""
    return (0 if name.isupper() else 2 if name.islower() else 1), name
