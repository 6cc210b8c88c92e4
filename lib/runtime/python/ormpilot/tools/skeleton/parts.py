"""What models of either side come to: classes with columns, keys, relations and constraints."""

from dataclasses import dataclass, field
from typing import Literal

type Kind = Literal[
    "big-integer",
    "binary",
    "boolean",
    "date",
    "datetime",
    "decimal",
    "float",
    "integer",
    "interval",
    "json",
    "small-integer",
    "string",
    "text",
    "time",
    "uuid",
]
type OnDelete = Literal["cascade", "nothing", "restrict", "set-default", "set-null"]


@dataclass(slots=True)
class Key:
    """A foreign key of one column."""

    entity: str
    """Name of the class that it leads to."""
    table: str
    column: str
    """The column there."""
    on_delete: OnDelete
    relation: str
    """The attribute that gives the object."""
    reverse: str | None
    """The attribute there that gives back this end."""
    is_one_to_one: bool
    to_primary: bool
    """Whether the column there is the primary key."""


@dataclass(slots=True)
class Column:
    """A column, as an attribute of a class."""

    attribute: str
    column: str
    kind: Kind
    length: int | None = None
    precision: int | None = None
    scale: int | None = None
    nullable: bool = False
    unique: bool = False
    indexed: bool = False
    primary_key: bool = False
    automatic: bool = False
    """Whether the database numbers the rows by it."""
    default: str | None = None
    """A literal of Python."""
    choices: str | None = None
    """The same: a list of pairs."""
    key: Key | None = None


@dataclass(slots=True)
class ManyToMany:
    """A relation over a table of pairs."""

    attribute: str
    entity: str
    table: str
    own_column: str
    other_column: str
    reverse: str | None
    through: str | None
    """Name of the class that the table of pairs has, if it has one."""


@dataclass(slots=True)
class Group:
    """A constraint or an index over columns, by the names that these have in the table."""

    name: str | None
    columns: list[str]


@dataclass(slots=True)
class Check:
    """A condition that every row must meet."""

    name: str | None
    sql: str


@dataclass(slots=True)
class Entity:
    """A class with a table."""

    name: str
    table: str
    doc: str | None = None
    columns: list[Column] = field(default_factory=list[Column])
    many_to_many: list[ManyToMany] = field(default_factory=list[ManyToMany])
    uniques: list[Group] = field(default_factory=list[Group])
    indexes: list[Group] = field(default_factory=list[Group])
    checks: list[Check] = field(default_factory=list[Check])

    @property
    def primary(self) -> list[Column]:
        """Give the columns of the primary key."""
        return [each for each in self.columns if each.primary_key]

    def attribute(self, column: str) -> str:
        """Give the attribute of a column of the table."""
        return next((each.attribute for each in self.columns if each.column == column), column)


@dataclass(slots=True)
class Models:
    """All classes of one side."""

    entities: list[Entity] = field(default_factory=list[Entity])
    notes: list[str] = field(default_factory=list[str])
    """Sentences: what is not carried over, or only in another way."""

    def note(self, sentence: str) -> None:
        """Note a sentence, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)
