"""Runs whole programs as the engine does, and puts their traces together for the tests."""

import json
import logging
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Literal

from ormpilot import database_file, django_side, runner, sqlalchemy_side
from ormpilot.states import Missing

type Orm = Literal["django", "sqlalchemy"]
type States = list[tuple[int | None, bytes | Missing]]
"""Databases after cells, None for the set-up."""

SIDES: Final = {"django": django_side, "sqlalchemy": sqlalchemy_side}
LIMITS: Final = {
    "outputChars": 10_000,
    "statements": 1_000,
    "rows": 100,
    "sqlChars": 10_000,
    "valueChars": 2_000,
    "stateBytes": 1_000_000,
    "allStatesBytes": 4_000_000,
}
MODELS: Final[dict[Orm, str]] = {
    "django": """\
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)
    bio = models.TextField(default="")

    @property
    def titles(self):
        return [book.title for book in self.books.all()]

    def count_books(self):
        return self.books.count()


class Tag(models.Model):
    name = models.CharField(max_length=50)


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="books")
    tags = models.ManyToManyField(Tag, related_name="books")


class Profile(models.Model):
    author = models.OneToOneField(Author, on_delete=models.CASCADE)
""",
    "sqlalchemy": """\
from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import (
    DeclarativeBase, Mapped, mapped_column, relationship,
)


class Base(DeclarativeBase):
    pass


book_tag = Table(
    "book_tag",
    Base.metadata,
    Column("book_id", ForeignKey("book.id"), primary_key=True),
    Column("tag_id", ForeignKey("tag.id"), primary_key=True),
)


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    bio: Mapped[str] = mapped_column(default="", deferred=True)
    books: Mapped[list["Book"]] = relationship(back_populates="author")

    @property
    def titles(self):
        return [book.title for book in self.books]


class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")
    tags: Mapped[list[Tag]] = relationship(secondary=book_tag)
""",
}
"""A small bookshop: the models of a program that does not bring its own."""
_SHOP: Final[dict[Orm, str]] = {
    "django": """\
from models import Author, Book, Profile, Tag

tag = Tag.objects.create(name="t")
for name in "AB":
    author = Author.objects.create(name=name)
    Profile.objects.create(author=author)
    for number in range(2):
        Book.objects.create(title=f"{name}{number}", author=author).tags.add(tag)
""",
    "sqlalchemy": """\
from models import Author, Book, Tag

tag = Tag(name="t")
for name in "AB":
    books = [Book(title=f"{name}{number}", tags=[tag]) for number in range(2)]
    session.add(Author(name=name, books=books))
session.commit()
""",
}


class Ran:
    """What came of a program."""

    def __init__(
        self, files: Mapping[str, str], chunks: list[str], states: States, end: str
    ) -> None:
        last: dict[str, Any] = json.loads(end)
        self.kind: str = last["kind"]
        self.error: dict[str, Any] = last.get("error", {})
        self.notices: list[dict[str, str]] = last["notices"]
        self.timing: dict[str, int] = last["timing"]
        self.chunks = chunks
        self.states = states
        self.image = database_file.IMAGE_OUT.read_bytes() if _has_image() else None
        self._files = files
        cells: dict[int, dict[str, Any]] = {}
        calls: dict[int, dict[str, Any]] = {}
        statements: dict[int, dict[str, Any]] = {}
        for chunk in map(json.loads, chunks):
            cells.update({each["index"]: each["cell"] for each in chunk["cells"]})
            calls.update({each["id"]: each for each in chunk["calls"]})
            statements.update({each["id"]: each for each in chunk["statements"]})
        self.cells = [cells[index] for index in sorted(cells)]
        self.calls = [calls[number] for number in sorted(calls)]
        self.everything = [statements[number] for number in sorted(statements)]
        """All statements, those of the setup included."""

    @property
    def statements(self) -> list[dict[str, Any]]:
        """Give the statements of the cells."""
        return [each for each in self.everything if not each["setup"]]

    @property
    def queries(self) -> list[dict[str, Any]]:
        """Give the statements of the cells that do not only begin or end a transaction."""
        return [each for each in self.statements if each["reason"] != "transaction"]

    @property
    def reasons(self) -> list[tuple[str, str | None]]:
        """Give reason and detail of each of the queries."""
        return [(each["reason"], each.get("reasonDetail")) for each in self.queries]

    @property
    def values(self) -> list[str | None]:
        """Give the value of each cell."""
        return [cell["value"] for cell in self.cells]

    def text(self, span: Mapping[str, Any]) -> str:
        """Give the text at a span, lines and columns counted as the editor counts them."""
        lines = self._files[span["file"]].split("\n")[span["startLine"] - 1 : span["endLine"]]
        units = [line.encode("utf-16-le") for line in lines]
        units[-1] = units[-1][: span["endColumn"] * 2]
        units[0] = units[0][span["startColumn"] * 2 :]
        return "\n".join(part.decode("utf-16-le") for part in units)

    def sender(self, statement: Mapping[str, Any]) -> str:
        """Give the text of the call that sent a statement."""
        return self.text(self.calls[statement["call"]]["span"])

    @property
    def senders(self) -> list[str]:
        """Give the text of the call of each of the queries."""
        return [self.sender(each) for each in self.queries]

    @property
    def quiet(self) -> list[str]:
        """Give the texts of the calls that sent nothing."""
        return [self.text(call["span"]) for call in self.calls if not call["statements"]]


def run(
    orm: Orm,
    script: str,
    *,
    models: str | None = None,
    files: Mapping[str, str] | None = None,
    limits: Mapping[str, int] | None = None,
    image: bytes | None = None,
) -> Ran:
    """Run a program, on the bookshop's models if it has none of its own."""
    prepare()
    texts = {
        "models.py": MODELS[orm] if models is None else models,
        "script.py": script,
        **(files or {}),
    }
    request = {
        "orm": orm,
        "files": texts,
        "database": "sqlite",
        "limits": {**LIMITS, **(limits or {})},
        "hasImage": image is not None,
    }
    if image is not None:
        database_file.FOLDER.mkdir(parents=True, exist_ok=True)
        database_file.IMAGE_IN.write_bytes(image)
    chunks: list[str] = []
    states: States = []

    def keep(cell: int | None, missing: Missing | None) -> None:
        states.append((cell, missing or database_file.IMAGE_STATE.read_bytes()))

    try:
        end = runner.run(json.dumps(request), chunks.append, keep)
    finally:
        SIDES[orm].forget()
    return Ran(texts, chunks, states, end)


def run_in_shop(orm: Orm, script: str, **more: Any) -> Ran:
    """Run a program on a database with two authors of two books each, and imported models."""
    names = "Author, Book, Profile, Tag" if orm == "django" else "Author, Book, Tag"
    return run(orm, f"from models import {names}\n{script}", image=shop(orm), **more)


@cache
def shop(orm: Orm) -> bytes:
    """Give the bookshop's database."""
    ran = run(orm, _SHOP[orm])
    assert ran.image is not None, ran.error
    return ran.image


@cache
def prepare() -> None:
    """Set up, once for all tests, what an interpreter is set up with before it runs a program."""
    django_side.prepare()
    # A run ends every connection, and here goes on living; an interpreter of the page does not.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL + 1)


def _has_image() -> bool:
    return database_file.IMAGE_OUT.exists()
