"""The draft of the other side loads there, and makes the same tables."""

import sqlite3
import unittest
from typing import Any

from asking import ask
from programs import MODELS, Orm, run

_DJANGO = '''
import uuid
from datetime import date
from decimal import Decimal

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Named(models.Model):
    name = models.CharField(max_length=30, db_column="label")

    class Meta:
        abstract = True


class Country(models.Model):
    """Where people live, "and" where \\\\ not."""

    code = models.CharField(max_length=2, primary_key=True)

    def __str__(self):
        return self.code

    def shout(self):
        return self.code.upper()


class Person(Named):
    key = models.UUIDField(default=uuid.uuid4, unique=True)
    country = models.ForeignKey(Country, models.SET_NULL, null=True, related_name="people")
    boss = models.ForeignKey("self", models.CASCADE, null=True, related_name="+", db_column="chef")
    mentor = models.ForeignKey("self", models.DO_NOTHING, null=True, related_name="mentees")
    friends = models.ManyToManyField("self", symmetrical=False, related_name="admirers")
    clubs = models.ManyToManyField("Club", through="Membership", related_name="people")
    date = models.DateField(default=date.today)
    seen = models.DateTimeField(auto_now=True)
    wage = models.DecimalField(max_digits=8, decimal_places=2, default=Decimal("1.50"))
    level = models.PositiveSmallIntegerField(default=3)
    active = models.BooleanField(default=True)
    mood = models.CharField(max_length=1, choices=[("g", "good")], default="g")
    notes = models.TextField(null=True)
    extra = models.JSONField(null=True)
    photo = models.BinaryField(null=True)
    ratio = models.FloatField(default=0.5)
    took = models.DurationField(null=True)
    big = models.BigIntegerField(null=True)

    class Meta:
        db_table = "person"
        indexes = [models.Index(fields=["name", "-level"], name="by_name")]
        constraints = [
            models.UniqueConstraint(fields=["name", "country"], name="once_a_country"),
            models.CheckConstraint(condition=models.Q(wage__gt=0, level__lt=9), name="paid"),
            models.UniqueConstraint(fields=["level"], condition=models.Q(level=1), name="one_boss"),
        ]


class Passport(models.Model):
    person = models.OneToOneField(Person, models.PROTECT, primary_key=True)
    number = models.IntegerField()


class Club(Named):
    pass


class Membership(models.Model):
    pk = models.CompositePrimaryKey("person_id", "club_id")
    person = models.ForeignKey(Person, models.CASCADE)
    club = models.ForeignKey(Club, models.CASCADE)
    since = models.IntegerField()

    class Meta:
        unique_together = [("club", "since")]


class Tag(models.Model):
    kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    number = models.IntegerField()
    thing = GenericForeignKey("kind", "number")


class Chief(Person):
    rank = models.IntegerField()


class Loud(Country):
    class Meta:
        proxy = True
'''
_SQLALCHEMY = '''
import datetime as dt
import enum
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, composite, mapped_column, relationship


class Base(DeclarativeBase):
    pass


Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")


class Mood(enum.Enum):
    GOOD = "g"
    BAD = "b"


class Loud(sa.types.TypeDecorator):
    impl = sa.String(20)
    cache_ok = True


friends = sa.Table(
    "friends",
    Base.metadata,
    sa.Column("one_id", ForeignKey("person.id"), primary_key=True),
    sa.Column("two_id", ForeignKey("person.id"), primary_key=True),
)
person_club = sa.Table(
    "person_club",
    Base.metadata,
    sa.Column("person_id", ForeignKey("person.id"), primary_key=True),
    sa.Column("club_id", ForeignKey("club.id"), primary_key=True),
)


class Country(Base):
    """Where people live."""

    __tablename__ = "country"
    code: Mapped[str] = mapped_column(sa.String(2), primary_key=True)
    people: Mapped[list["Person"]] = relationship(back_populates="country", cascade="all")


class Person(Base):
    __tablename__ = "person"
    __table_args__ = (
        sa.UniqueConstraint("label", "country_code", name="once_a_country"),
        sa.CheckConstraint("wage > 0 AND level < 9", name="paid"),
        sa.CheckConstraint("length(label) > 2", name="long"),
        sa.Index("by_name", "label", "level"),
        sa.Index("a_name_that_is_too_long_for_an_index", "level", "wage"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    name_: Mapped[str] = mapped_column("label", sa.String(30))
    country_code: Mapped[str | None] = mapped_column(ForeignKey("country.code"))
    country: Mapped[Country | None] = relationship(back_populates="people")
    boss_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    boss: Mapped["Person | None"] = relationship(remote_side=[id], backref="staff")
    friends: Mapped[list["Person"]] = relationship(
        secondary=friends,
        primaryjoin=id == friends.c.one_id,
        secondaryjoin=id == friends.c.two_id,
        backref="admirers",
    )
    clubs: Mapped[list["Club"]] = relationship(secondary=person_club, back_populates="people")
    born: Mapped[dt.date] = mapped_column(default=dt.date.today)
    seen: Mapped[dt.datetime] = mapped_column(server_default=sa.func.now())
    wage: Mapped[Decimal] = mapped_column(sa.Numeric(8, 2), default=Decimal("1.50"))
    level: Mapped[int] = mapped_column(sa.SmallInteger, default=3, index=True)
    active: Mapped[bool] = mapped_column(default=True)
    mood: Mapped[Mood | None]
    color: Mapped[str] = mapped_column(sa.Enum("red", "blue"), default="red")
    notes: Mapped[str | None]
    extra: Mapped[Any] = mapped_column(sa.JSON)
    photo: Mapped[bytes | None]
    ratio: Mapped[float] = mapped_column(default=0.5)
    key: Mapped[UUID] = mapped_column(unique=True)
    loud: Mapped[str | None] = mapped_column(Loud)

    def shout(self):
        return self.name_.upper()


class Club(Base):
    __tablename__ = "club"
    id: Mapped[int] = mapped_column(Number, primary_key=True)
    people: Mapped[list[Person]] = relationship(secondary=person_club, back_populates="clubs")


class Passport(Base):
    __tablename__ = "passport"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    person: Mapped[Person] = relationship()


class Membership(Base):
    __tablename__ = "membership"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    club_id: Mapped[int] = mapped_column(ForeignKey("club.id"), primary_key=True)
    since: Mapped[int]


class Chief(Person):
    __tablename__ = "chief"
    id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    rank: Mapped[int]
'''


def _drafted(orm: Orm, models: str) -> dict[str, Any]:
    answer = ask("skeleton", orm, {"models.py": models, "script.py": "1 / 0"})
    assert answer["kind"] == "drafted", answer
    return answer


def _tables(orm: Orm, models: str) -> dict[str, Any]:
    """Give the tables that a side makes: for each column if it may be null, and is in the key."""
    ran = run(orm, "", models=models)
    assert ran.kind == "done", (ran.error, models)
    assert ran.image is not None
    connection = sqlite3.connect(":memory:")
    connection.deserialize(ran.image)
    names = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not row[0].startswith(("auth_", "django_", "sqlite_"))
    ]
    tables = {name: _table(connection, name) for name in names}
    connection.close()
    return tables


def _table(connection: sqlite3.Connection, name: str) -> dict[str, Any]:
    columns = {
        row[1]: ("NOT NULL" if row[3] else "NULL", "KEY" if row[5] else "")
        for row in connection.execute(f"PRAGMA table_info({name})")
    }
    uniques = {
        tuple(sorted(str(part[2]) for part in connection.execute(f"PRAGMA index_info({row[1]})")))
        for row in connection.execute(f"PRAGMA index_list({name})")
        if row[2] and not row[4]
    }
    key = tuple(sorted(column for column, (_, in_key) in columns.items() if in_key))
    return {"columns": columns, "uniques": sorted(uniques - {key})}


def _without_number(table: dict[str, Any]) -> dict[str, Any]:
    """Leave out the number that Django gives pairs of its own, which then are the key."""
    columns = {name: facts for name, facts in table["columns"].items() if name != "id"}
    return {name: null for name, (null, _) in columns.items()}


class FromDjango(unittest.TestCase):
    def test_the_draft_makes_the_same_tables(self) -> None:
        answer = _drafted("django", _DJANGO)
        self.assertEqual(answer["orm"], "sqlalchemy")
        checked = ask("check", "sqlalchemy", {"models.py": answer["text"]})
        self.assertEqual(checked["problems"], [])
        before, after = _tables("django", _DJANGO), _tables("sqlalchemy", answer["text"])
        self.assertEqual(before.keys(), after.keys())
        for name, table in before.items():
            with self.subTest(name):
                if name == "person_friends":
                    self.assertEqual(_without_number(table), _without_number(after[name]))
                    continue
                self.assertEqual(table["columns"], after[name]["columns"])
                rest = [each for each in table["uniques"] if each != ("level",)]
                self.assertEqual(rest, after[name]["uniques"])

    def test_relations_defaults_and_constraints_are_there(self) -> None:
        text = _drafted("django", _DJANGO)["text"]
        for line in (
            "    code: Mapped[str] = mapped_column(String(2), primary_key=True)",
            '    name: Mapped[str] = mapped_column("label", String(30))',
            '    people: Mapped[list["Person"]] = relationship(back_populates="country")',
            "    wage: Mapped[_decimal.Decimal] = mapped_column(",
            '        Numeric(8, 2), default=_decimal.Decimal("1.50")',
            "    date: Mapped[_datetime.date]",
            '    mood: Mapped[str] = mapped_column(String(1), default="g")',
            '        foreign_keys=[mentor_id], remote_side=[id], back_populates="mentees"',
            '        UniqueConstraint("label", "country_id", name="once_a_country"),',
            '        Index("by_name", "label", "level"),',
            '        CheckConstraint("level < 9 AND wage > \'0\'", name="paid"),',
            '    passport: Mapped["Passport | None"] = relationship(back_populates="person")',
        ):
            with self.subTest(line):
                self.assertIn(f"\n{line}\n", text)

    def test_what_is_not_carried_is_said(self) -> None:
        answer = _drafted("django", _DJANGO)
        said = "\n".join(answer["notCarried"])
        for part in (
            "Country: its methods and properties are left out (shout).",
            "Person.key: its default is a function",
            "Person.seen: auto_now",
            "Person: the constraint one_boss has a condition.",
            "Person.mood: the choices",
            "Tag.thing (GenericForeignKey)",
            "Tag.kind_id leads to ContentType",
            "Loud is a proxy",
            "Chief inherits",
            "Person.took: Django stores a duration",
            "read only: its pairs are Membership",
        ):
            with self.subTest(part):
                self.assertIn(part, said)
        self.assertIn("# A draft, made from the models of the Django side.", answer["text"])

    def test_models_named_as_sqlalchemys_parts_are_told_apart(self) -> None:
        models = (
            "from django.db import models\n\n\nclass Column(models.Model):\n"
            "    text = models.TextField()\n    metadata = models.JSONField()\n\n\n"
            "class Table(models.Model):\n    columns = models.ManyToManyField(Column)\n"
        )
        answer = _drafted("django", models)
        self.assertIn("import sqlalchemy as sa\n", answer["text"])
        self.assertIn('metadata_: Mapped[Any] = mapped_column("metadata", sa.JSON)', answer["text"])
        self.assertEqual(set(_tables("sqlalchemy", answer["text"])), set(_tables("django", models)))


class FromSQLAlchemy(unittest.TestCase):
    def test_the_draft_makes_the_same_tables(self) -> None:
        answer = _drafted("sqlalchemy", _SQLALCHEMY)
        self.assertEqual(answer["orm"], "django")
        checked = ask("check", "django", {"models.py": answer["text"]})
        self.assertEqual(checked["problems"], [])
        before, after = _tables("sqlalchemy", _SQLALCHEMY), _tables("django", answer["text"])
        self.assertEqual(before.keys(), after.keys())
        for name, table in before.items():
            with self.subTest(name):
                if name == "person_club":
                    self.assertEqual(_without_number(table), _without_number(after[name]))
                    continue
                self.assertEqual(table["columns"], after[name]["columns"])
                self.assertEqual(table["uniques"], after[name]["uniques"])

    def test_relations_defaults_and_constraints_are_there(self) -> None:
        text = _drafted("sqlalchemy", _SQLALCHEMY)["text"]
        for line in (
            '    """Where people live."""',
            "    code = models.CharField(max_length=2, primary_key=True)",
            '    name = models.CharField(max_length=30, db_column="label")',
            "        on_delete=models.CASCADE,",
            '        db_column="country_code",',
            '        related_name="people",',
            '    pk = models.CompositePrimaryKey("person_id", "club_id")',
            "    wage = models.DecimalField("
            'max_digits=8, decimal_places=2, default=Decimal("1.50"))',
            "    level = models.SmallIntegerField(db_index=True, default=3)",
            "    clubs = models.ManyToManyField(",
            '        "Club", db_table="person_club", related_name="people"',
            '        "self", symmetrical=False, through="Friends", related_name="admirers"',
            "            models.UniqueConstraint("
            'fields=["name", "country"], name="once_a_country"),',
            '            models.Index(fields=["name", "level"], name="by_name"),',
            "            models.CheckConstraint("
            'condition=models.Q(wage__gt=0) & models.Q(level__lt=9), name="paid"),',
            "    number = models.IntegerField(primary_key=True)",
        ):
            with self.subTest(line):
                self.assertIn(f"\n{line}\n", text)

    def test_what_is_not_carried_is_said(self) -> None:
        said = "\n".join(_drafted("sqlalchemy", _SQLALCHEMY)["notCarried"])
        for part in (
            "Person.loud: Loud is a type of your own",
            "Person.born: its default is a function",
            "Person.seen: its server_default",
            "Person: the check length(label) > 2 is left out.",
            "Person.mood: the names of Mood are stored.",
            "Person: its methods and properties are left out (shout).",
            "name_ is no name for a field of Django's; it is name.",
            "a_name_that_is_too_long_for_an_index",
            "Chief inherits from Person",
        ):
            with self.subTest(part):
                self.assertIn(part, said)

    def test_a_class_in_its_parents_table_is_left_out_and_said(self) -> None:
        models = MODELS["sqlalchemy"] + (
            "\n\nclass Novel(Book):\n    __mapper_args__ = {'polymorphic_identity': 'novel'}\n"
        )
        answer = _drafted("sqlalchemy", models)
        self.assertNotIn("class Novel", answer["text"])
        self.assertIn("Novel shares the table", answer["notCarried"][0])

    def test_models_that_do_not_load_have_no_draft(self) -> None:
        answer = ask("skeleton", "sqlalchemy", {"models.py": "x = 1 / 0\n"})
        self.assertEqual(answer["problem"]["span"]["startLine"], 1)
