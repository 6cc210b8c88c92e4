"""What is wrong with code is said at its place, without running the script."""

import unittest
from collections.abc import Mapping
from typing import Any

from asking import ask
from programs import MODELS, Orm


def _checked(orm: Orm, files: Mapping[str, str]) -> list[dict[str, Any]]:
    return ask("check", orm, {"script.py": "raise SystemExit\n", **files})["problems"]


def _text(files: Mapping[str, str], problem: Mapping[str, Any]) -> str:
    span = problem["span"]
    lines = files[span["file"]].split("\n")
    if span["startLine"] != span["endLine"]:
        return "\n".join(lines[span["startLine"] - 1 : span["endLine"]])
    units = lines[span["startLine"] - 1].encode("utf-16-le")
    return units[span["startColumn"] * 2 : span["endColumn"] * 2].decode("utf-16-le")


class Checking(unittest.TestCase):
    def test_sound_code_has_no_problem(self) -> None:
        for orm in ("django", "sqlalchemy"):
            with self.subTest(orm):
                self.assertEqual(_checked(orm, {"models.py": MODELS[orm]}), [])

    def test_each_file_that_does_not_compile_is_named_with_the_place(self) -> None:
        files = {
            "models.py": MODELS["django"],
            "script.py": "# %% é😀\nx = '😀' +\n",
            "helpers.py": "def f(:\n    pass\n",
            "more.py": "s = '\\d'\n",
        }
        found = ask("check", "django", files)["problems"]
        self.assertEqual(
            [(each["file"], each["severity"], each["code"]) for each in found],
            [
                ("script.py", "error", "SyntaxError"),
                ("helpers.py", "error", "SyntaxError"),
                ("more.py", "warning", "SyntaxWarning"),
            ],
        )
        self.assertEqual(found[0]["span"]["startLine"], 2)
        self.assertEqual(_text(files, found[2]), "s = '\\d'")

    def test_what_comes_out_of_the_models_is_said_at_their_line(self) -> None:
        for orm in ("django", "sqlalchemy"):
            for code, kind, place in [
                ("import helpers\n", "ZeroDivisionError", "1 / 0"),
                ("import nothing_here\n", "ModuleNotFoundError", "import nothing_here"),
                ("raise SystemExit(3)\n", "SystemExit", "raise SystemExit(3)"),
                ("def f(): f()\nf()\n", "RecursionError", "f()"),
            ]:
                with self.subTest(f"{orm} {code}"):
                    files = {"models.py": code, "helpers.py": "x = 1 / 0\n"}
                    [problem] = _checked(orm, files)
                    self.assertEqual((problem["code"], _text(files, problem)), (kind, place))
                    self.assertIn("hint" if kind != "ZeroDivisionError" else "message", problem)

    def test_what_models_print_or_warn_of_does_not_matter_or_is_said(self) -> None:
        code = "import warnings\nprint('x')\nwarnings.warn('old', DeprecationWarning)\n"
        [problem] = _checked("django", {"models.py": code})
        self.assertEqual((problem["severity"], problem["message"]), ("warning", "old"))
        self.assertEqual(problem["span"]["startLine"], 3)


class DjangoChecks(unittest.TestCase):
    def test_a_check_is_said_at_the_field_the_class_or_the_text(self) -> None:
        head = (
            "from django.db import models\n\n\nclass Named(models.Model):\n"
            "    é_ = models.TextField()\n\n    class Meta:\n        abstract = True\n\n\n"
        )
        for body, code, place in [
            (
                "class A(models.Model):\n    name = models.CharField(choices=1)\n",
                "fields.E004",
                "name",
            ),
            ("class A(Named):\n    pass\n", "fields.E001", "é_"),
            (
                "class A(models.Model):\n    b = models.ForeignKey('B', models.CASCADE)\n",
                "fields.E300",
                "b",
            ),
            (
                "class A(models.Model):\n    class Meta:\n        ordering = ['nome']\n",
                "models.E015",
                "'nome'",
            ),
            (
                "class A(models.Model):\n    class Meta:\n        db_table = 't'\n\n\n"
                "class B(models.Model):\n    class Meta:\n        db_table = 't'\n",
                "models.E028",
                "A",
            ),
            ("class A(models.Model):\n    a__b = models.TextField()\n", "fields.E002", "a__b"),
        ]:
            with self.subTest(code):
                files = {"models.py": head + body}
                found = {each["code"]: each for each in _checked("django", files)}
                self.assertIn(code, found)
                self.assertEqual(found[code]["severity"], "error")
                self.assertEqual(_text(files, found[code]), place)

    def test_a_hint_comes_along_and_a_warning_is_one(self) -> None:
        code = (
            "from django.db import models\n\n\nclass A(models.Model):\n"
            "    name = models.CharField(null=True, primary_key=True, max_length=3)\n"
            "    b = models.ForeignKey('self', models.CASCADE, unique=True)\n"
        )
        found = {each["code"]: each for each in _checked("django", {"models.py": code})}
        self.assertEqual(found["fields.E007"]["hint"][:8], "Set null")
        self.assertEqual(found["fields.W342"]["severity"], "warning")


class SQLAlchemyChecks(unittest.TestCase):
    def test_what_does_not_fit_together_is_said_where_it_is_written(self) -> None:
        models = MODELS["sqlalchemy"]
        for before, after, code, place in [
            ('Mapped[list["Book"]]', 'Mapped[list["Boook"]]', "InvalidRequestError", None),
            (
                'relationship(back_populates="author")',
                'relationship(back_populates="writer")',
                "InvalidRequestError",
                '"writer"',
            ),
            ('ForeignKey("author.id")', "Integer", "NoForeignKeysError", "books"),
            (
                'ForeignKey("tag.id")',
                'ForeignKey("tags.id")',
                "NoReferencedTableError",
                '"tags.id"',
            ),
        ]:
            with self.subTest(after):
                text = models.replace(before, after).replace(
                    "import Column", "import Column, Integer"
                )
                files = {"models.py": text}
                found = _checked("sqlalchemy", files)
                self.assertEqual(found[0]["code"].rpartition(".")[2], code)
                if place is not None:
                    self.assertEqual(_text(files, found[0]), place)

    def test_a_key_that_no_relation_needs_must_lead_somewhere_too(self) -> None:
        code = MODELS["sqlalchemy"].replace(
            "    title: Mapped[str]\n",
            "    title: Mapped[str]\n"
            "    shop_id: Mapped[int] = mapped_column(ForeignKey('shop.id'))\n",
        )
        [problem] = _checked("sqlalchemy", {"models.py": code})
        self.assertEqual(_text({"models.py": code}, problem), "'shop.id'")
        self.assertIn("could not find table 'shop'", problem["message"])

    def test_a_warning_of_the_mapping_is_said_at_the_relation(self) -> None:
        code = MODELS["sqlalchemy"].replace('(back_populates="author")', "()")
        files = {"models.py": code.replace('(back_populates="books")', "()")}
        found = _checked("sqlalchemy", files)
        self.assertEqual({each["severity"] for each in found}, {"warning"})
        self.assertIn(_text(files, found[0]), ("books", "author"))
