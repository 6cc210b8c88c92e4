"""What models have is described, and told to a type checker in a stub."""

import ast
import unittest
from typing import Any

from asking import ask
from programs import MODELS

_DJANGO = (
    MODELS["django"]
    + '''

class Status(models.TextChoices):
    DRAFT = "d", "Draft"
    OUT = "o", "Out"


class ShelfQuerySet(models.QuerySet):
    def high(self, above: int = 3):
        """Those far up."""
        return self.filter(number__gt=above).order_by("number")


class Rooms(models.Manager):
    def lit(self):
        return self.get_queryset().filter(number=1)


class Shelf(models.Model):
    number = models.PositiveIntegerField(null=True)
    status = models.CharField(max_length=1, choices=Status.choices)
    opened = models.DateTimeField()
    price = models.DecimalField(max_digits=6, decimal_places=2)
    best = models.OneToOneField(Book, models.SET_NULL, null=True, related_name="+")
    parent = models.ForeignKey("self", models.CASCADE, related_query_name="child")
    objects = ShelfQuerySet.as_manager()
    rooms = Rooms()

    class Meta:
        indexes = [models.Index(fields=["number"], name="by_number")]
        constraints = [models.UniqueConstraint(fields=["number"], name="one_number")]

    def is_high(self) -> bool:
        x = 1
        return x > 2
'''
)
_SQLALCHEMY = (
    MODELS["sqlalchemy"]
    + """

class Shelf(Base):
    __tablename__ = "shelf"
    __table_args__ = (UniqueConstraint("number", name="one_number"), Index("by_number", "number"))
    id = Column(Integer, primary_key=True)
    number = Column(Numeric(6, 2))
    status = Column(Enum("d", "o"), nullable=False)
    book_id = Column(ForeignKey("book.id"))
    book = relationship("Book", backref="shelves")

    @hybrid_property
    def double(self):
        return self.number * 2
"""
).replace(
    "import Column, ForeignKey, Table",
    "import Column, Enum, ForeignKey, Index, Integer, Numeric, Table, UniqueConstraint\n"
    "from sqlalchemy.ext.hybrid import hybrid_property",
)


def _described(orm: Any, models: str) -> tuple[dict[str, Any], str]:
    answer = ask("describe", orm, {"models.py": models, "script.py": "1/0"})
    assert answer["kind"] == "described", answer
    return {each["name"]: each for each in answer["models"]}, answer["stubs"]["models.pyi"]


def _fields(model: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in model["fields"]}


class Django(unittest.TestCase):
    def test_fields_relations_and_their_other_ends(self) -> None:
        models, _ = _described("django", _DJANGO)
        self.assertEqual(list(models), ["Author", "Tag", "Book", "Profile", "Shelf"])
        author, book, shelf = (_fields(models[name]) for name in ("Author", "Book", "Shelf"))
        self.assertEqual(list(author), ["id", "name", "bio", "books", "profile"])
        self.assertEqual((author["books"]["kind"], author["books"]["reverse"]), ("to-many", True))
        self.assertEqual(
            (author["profile"]["kind"], author["profile"]["target"]), ("to-one", "Profile")
        )
        self.assertEqual((book["author"]["sql"], book["author"]["column"]), ("bigint", "author_id"))
        self.assertEqual((book["tags"]["kind"], book["tags"]["column"]), ("to-many", None))
        self.assertEqual(
            [shelf[name]["python"] for name in ("number", "status", "opened", "price", "best")],
            ["int", "str", "datetime.datetime", "decimal.Decimal", "Book"],
        )
        self.assertEqual((shelf["number"]["nullable"], shelf["price"]["nullable"]), (True, False))
        self.assertEqual(
            (shelf["shelf_set"]["queryName"], shelf["id"]["primaryKey"]), ("child", True)
        )
        self.assertNotIn("+", _fields(models["Book"]))

    def test_lookups_choices_managers_and_names(self) -> None:
        models, _ = _described("django", _DJANGO)
        shelf = models["Shelf"]
        fields = _fields(shelf)
        self.assertLessEqual({"icontains", "in", "isnull"}, set(fields["status"]["lookups"]))
        self.assertLessEqual({"date", "year"}, set(fields["opened"]["transforms"]))
        self.assertNotIn("year", fields["opened"]["lookups"])
        self.assertEqual(fields["status"]["choices"][0], {"value": "'d'", "label": "Draft"})
        self.assertEqual(
            shelf["managers"],
            [
                {
                    "name": "objects",
                    "methods": [
                        {"name": "high", "signature": "(above: int = 3)", "doc": "Those far up."}
                    ],
                },
                {"name": "rooms", "methods": [{"name": "lit", "signature": "()", "doc": ""}]},
            ],
        )
        self.assertEqual((shelf["indexes"], shelf["constraints"]), (["by_number"], ["one_number"]))
        self.assertEqual(shelf["table"], "app_shelf")

    def test_the_stub_tells_what_django_adds(self) -> None:
        _, stub = _described("django", _DJANGO)
        ast.parse(stub)
        for line in (
            "    books: _RelatedManager[Book]",
            "    profile: Profile",
            "    author: _models.ForeignKey[_Any, Author]",
            "    author_id: int",
            "    tags: _models.ManyToManyField[Tag, _Any]",
            "    books: _ManyRelatedManager[Book, _Any]",
            "    number: _models.PositiveIntegerField[_Any, int | None]",
            "    best: _models.OneToOneField[_Any, Book | None]",
            "    best_id: int | None",
            "    def get_status_display(self) -> str: ...",
            "    objects: _ClassVar[_Shelf_objects]",
            "class _Shelf_objects(ShelfQuerySet, _Manager[Shelf]): ...",
            "class ShelfQuerySet(models.QuerySet[Shelf]):",
            "    def high(self, above: int=3) -> _Self: ...",
            "    def lit(self) -> _models.QuerySet[Shelf]: ...",
            "    rooms: _ClassVar[Rooms]",
            "    def is_high(self) -> bool: ...",
            "    DRAFT = ('d', 'Draft')",
            "    objects: _ClassVar[_Manager[Book]]",
        ):
            with self.subTest(line):
                self.assertIn(f"\n{line}\n", stub)
        self.assertNotIn("x = 1", stub)
        self.assertNotIn("class Meta", stub)

    def test_models_of_other_files_have_stubs_of_their_own(self) -> None:
        files = {
            "models.py": "from people import Author\nfrom django.db import models\n\n\n"
            "class Book(models.Model):\n    author = models.ForeignKey(Author, models.CASCADE)\n",
            "people.py": "from django.db import models\n\n\nclass Author(models.Model):\n"
            "    class Meta:\n        app_label = 'app'\n",
        }
        stubs = ask("describe", "django", files)["stubs"]
        self.assertEqual(sorted(stubs), ["models.pyi", "people.pyi"])
        self.assertIn("book_set: _RelatedManager[Book]", stubs["people.pyi"])
        self.assertIn("from models import Book\n", stubs["people.pyi"])


class SQLAlchemy(unittest.TestCase):
    def test_columns_relations_and_hybrids(self) -> None:
        models, _ = _described("sqlalchemy", _SQLALCHEMY)
        shelf, book = _fields(models["Shelf"]), _fields(models["Book"])
        self.assertEqual(
            [(each["name"], each["kind"], each["python"]) for each in models["Shelf"]["fields"]],
            [
                ("id", "column", "int"),
                ("number", "column", "decimal.Decimal"),
                ("status", "column", "str"),
                ("book_id", "column", "int"),
                ("book", "to-one", "Book"),
                ("double", "column", "Any"),
            ],
        )
        self.assertEqual(
            (shelf["number"]["sql"], shelf["number"]["nullable"]), ("NUMERIC(6, 2)", True)
        )
        self.assertEqual([each["value"] for each in shelf["status"]["choices"]], ["'d'", "'o'"])
        self.assertEqual((book["shelves"]["kind"], book["shelves"]["target"]), ("to-many", "Shelf"))
        self.assertEqual((book["author"]["nullable"], shelf["book"]["nullable"]), (False, True))
        self.assertEqual(models["Shelf"]["indexes"], ["by_number"])
        self.assertEqual(models["Shelf"]["constraints"], ["one_number"])

    def test_the_stub_types_what_is_not_annotated(self) -> None:
        _, stub = _described("sqlalchemy", _SQLALCHEMY)
        ast.parse(stub)
        for line in (
            "    id: _Mapped[int]",
            "    number: _Mapped[_decimal.Decimal | None]",
            "    book: _Mapped[Book | None]",
            "    shelves: _Mapped[list[Shelf]]",
            "    title: Mapped[str]",
            "    author: Mapped[Author] = relationship(back_populates='books')",
        ):
            with self.subTest(line):
                self.assertIn(f"\n{line}\n", stub)

    def test_models_that_do_not_load_have_none(self) -> None:
        answer = ask("describe", "sqlalchemy", {"models.py": "x = 1 / 0\n"})
        self.assertEqual(
            (answer["kind"], answer["problem"]["code"]), ("not-loaded", "ZeroDivisionError")
        )
