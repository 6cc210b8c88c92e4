"""What an error means here and what to do is said beside it."""

import unittest
from typing import Any

from programs import MODELS, run, run_in_shop

from ormpilot.hints import hint
from ormpilot.request import Limits, Request

LIMITS = Limits(1, 1, 1, 1, 1)


def request(*files: str, has_image: bool = False) -> Request:
    return Request(
        "django", dict.fromkeys(("models.py", "script.py", *files), ""), LIMITS, has_image
    )


class OfPrograms(unittest.TestCase):
    def check(self, orm: Any, script: str, pattern: str, **more: Any) -> None:
        ran = run_in_shop(orm, script, **more)
        self.assertEqual(ran.kind, "python-error")
        self.assertRegex(ran.error["hint"], pattern)

    def test_a_package_that_is_not_there(self) -> None:
        self.check(
            "django",
            "import requests\n",
            r"^Only the standard library, .* \(helpers, models\)",
            files={"helpers.py": ""},
        )

    def test_a_driver_that_is_not_there(self) -> None:
        script = "from sqlalchemy import create_engine\ncreate_engine('postgresql+psycopg://a/b')\n"
        self.check("sqlalchemy", script, "^Only the standard library, ")

    def test_the_other_sides_set_up_file(self) -> None:
        self.check("django", "import database\n", "^Only the standard library, ")
        self.check("sqlalchemy", "import settings\n", "^Only the standard library, ")

    def test_a_name_that_a_file_does_not_define(self) -> None:
        self.check(
            "django", "from models import Nope\n", "^Look at models.py: the name is not defined"
        )
        self.check(
            "django", "from helpers import x\n", "^Look at helpers.py: ", files={"helpers.py": ""}
        )
        self.check(
            "sqlalchemy", "from database import Base\n", "^database.py has `engine` and `Session`"
        )

    def test_a_name_that_a_library_does_not_define_needs_none(self) -> None:
        self.assertNotIn("hint", run("django", "from django.db.models import Nope\n").error)

    def test_the_asyncio_of_sqlalchemy(self) -> None:
        self.check(
            "sqlalchemy",
            "from sqlalchemy.ext.asyncio import create_async_engine\n"
            "create_async_engine('sqlite+aiosqlite://')\n",
            "needs greenlet, .* Use a plain Session",
        )

    def test_a_model_outside_of_models(self) -> None:
        self.check(
            "django",
            "from django.db import models\nclass A(models.Model): ...\n",
            "^Put your models into models.py",
        )

    def test_a_table_that_is_not_there(self) -> None:
        script = "from sqlalchemy import text\nsession.execute(text('SELECT * FROM nope'))\n"
        self.check(
            "sqlalchemy", script, "^The tables are those of the dataset, and those of your models"
        )
        ran = run("sqlalchemy", script)
        self.assertRegex(ran.error["hint"], "^Tables are made from the models in models.py before")

    def test_a_model_without_a_table(self) -> None:
        models = (
            MODELS["django"]
            + "\n\nclass Gone(models.Model):\n    class Meta:\n        managed = False\n"
        )
        ran = run("django", "from models import Gone\nGone.objects.count()\n", models=models)
        self.assertRegex(ran.error["hint"], "managed = False")

    def test_a_database_that_another_session_has_locked(self) -> None:
        self.check(
            "sqlalchemy",
            "from sqlalchemy import text\nfrom database import Session\n"
            "session.add(Tag(name='x'))\nsession.flush()\nother = Session()\n"
            "other.execute(text('PRAGMA busy_timeout = 1'))\nother.add(Tag(name='y'))\n"
            "other.flush()\n",
            "^Another connection of this program has a transaction open that writes",
        )

    def test_a_star_that_hides_the_session(self) -> None:
        self.check(
            "sqlalchemy",
            "from sqlalchemy.orm import *\nsession.add(Tag(name='x'))\n",
            r"^`from sqlalchemy.orm import \*` put a module named session in the place",
        )

    def test_await_outside_of_a_function(self) -> None:
        for script in ("await Book.objects.acount()\n", "[b async for b in Book.objects.all()]\n"):
            with self.subTest(script=script):
                self.check("django", script, r"run that with asyncio\.run\(…\)\.$")

    def test_ends_that_are_no_mistakes_of_the_orm(self) -> None:
        for script, pattern in (
            ("def f():\n    f()\nf()\n", "^A function calls itself without an end"),
            ("import sys\nsys.exit()\n", "^Take it out to run the rest"),
        ):
            with self.subTest(script=script):
                self.check("django", script, pattern)

    def test_out_of_memory(self) -> None:
        ran = run("django", "raise MemoryError\n")
        self.assertRegex(ran.error["hint"], "What it had done until then is kept")


class OfErrors(unittest.TestCase):
    def test_where_there_is_nothing_to_add_there_is_none(self) -> None:
        for error in (
            ValueError("x"),
            ZeroDivisionError(),
            KeyError("no"),
            AttributeError("session"),
        ):
            with self.subTest(error=error):
                self.assertIsNone(hint(error, request()))

    def test_a_text_that_raises_is_passed_over(self) -> None:
        class Broken(Exception):
            def __str__(self) -> str:
                raise LookupError

        self.assertIsNone(hint(Broken(), request()))

    def test_a_full_database(self) -> None:
        self.assertRegex(
            hint(OSError("database or disk is full"), request()) or "", "^The database, or"
        )

    def test_greenlet_by_whatever_message_names_it(self) -> None:
        for error in (
            ImportError("greenlet is not available in this sandbox", name="greenlet"),
            ModuleNotFoundError("No module named 'greenlet'", name="greenlet"),
            ValueError("the greenlet library is required to use this function"),
        ):
            with self.subTest(error=error):
                self.assertRegex(hint(error, request()) or "", "needs greenlet")

    def test_own_files_are_named_without_the_script(self) -> None:
        found = hint(ModuleNotFoundError("x"), request("a.py", "b.py")) or ""
        self.assertIn("your own files (a, b, models).", found)
