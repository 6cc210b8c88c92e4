"""Warming runs a program of each side and leaves nothing of them, and what is left is found."""

import json
import os
import shutil
import sqlite3
import sys
import unittest
from types import ModuleType
from unittest import mock

from programs import LIMITS, prepare, run

from ormpilot import database_file, django_side, runner, sqlalchemy_side, tracer, warm


class WarmCase(unittest.TestCase):
    """Each test looks only at what it left itself: other tests leave things as well."""

    def setUp(self) -> None:
        prepare()
        # Django can be set up once only, and the tests have done it.
        self.enterContext(mock.patch.object(django_side, "prepare"))
        os.chdir("/")  # the folder that one is in could not be removed
        shutil.rmtree(database_file.FOLDER, ignore_errors=True)
        self.before = warm.residue()

    def added(self) -> list[str]:
        rest = list(self.before)
        found: list[str] = []
        for each in warm.residue():
            if each in rest:
                rest.remove(each)
            else:
                found.append(each)
        return found


class Warming(WarmCase):
    def test_nothing_is_left_of_the_rehearsals(self) -> None:
        folder = os.getcwd()  # noqa: PTH109
        warm.warm()
        self.assertEqual(self.added(), [])
        self.assertEqual(os.getcwd(), folder)  # noqa: PTH109

    def test_both_sides_are_rehearsed_and_then_forgotten(self) -> None:
        with mock.patch.object(runner, "run", wraps=runner.run) as rehearsed:
            warm.warm()
        sides = [json.loads(call.args[0])["orm"] for call in rehearsed.call_args_list]
        self.assertEqual(sides, ["django", "sqlalchemy"])

    def test_imports_alone_run_nothing(self) -> None:
        with mock.patch.object(runner, "run") as never:
            warm.warm(imports_only=True)
        never.assert_not_called()
        self.assertIn("alembic.command", sys.modules)

    def test_a_rehearsal_that_fails_is_an_error(self) -> None:
        broken = '{"kind": "python-error", "error": "why"}'
        with (
            mock.patch.object(runner, "run", return_value=broken),
            self.assertRaisesRegex(RuntimeError, "^the rehearsal of django failed: why$"),
        ):
            warm.warm()

    def test_a_program_runs_as_well_afterwards(self) -> None:
        warm.warm()
        self.assertEqual(
            run("django", "from models import Tag\nTag.objects.count()\n").values, ["0"]
        )
        self.assertEqual(
            run("sqlalchemy", "from models import Tag\nsession.query(Tag).count()\n").values, ["0"]
        )


class Residue(WarmCase):
    """Each thing that could be left is planted once."""

    def test_a_program_of_djangos_that_nobody_forgot(self) -> None:
        run_only("django", "from django.db import models\nclass Planted(models.Model): ...\n")
        self.addCleanup(django_side.forget)
        found = self.added()
        self.assertIn("the model app.Planted", found)
        self.assertIn("a connection", found, "Django keeps one, though it is closed")
        django_side.forget()
        self.assertEqual(self.added(), [f"the folder {database_file.FOLDER}"])

    def test_a_base_and_a_mapper_of_sqlalchemys(self) -> None:
        from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

        class Planted(DeclarativeBase): ...

        class Note(Planted):
            __tablename__ = "note"
            id: Mapped[int] = mapped_column(primary_key=True)

        found = self.added()
        self.assertEqual(len(found), 2)
        self.assertRegex(found[0], r"^the class .*Planted$")
        self.assertEqual((found[1], Note.__tablename__), ("a mapper", "note"))
        sqlalchemy_side.forget()

    def test_a_connection_and_a_cursor(self) -> None:
        connection = sqlite3.connect(":memory:")
        self.addCleanup(connection.close)
        cursor = connection.execute("SELECT 1")
        self.assertEqual(self.added(), ["a connection", "a cursor"])
        cursor.close()

    def test_a_module(self) -> None:
        sys.modules["helpers"] = sys.modules["settings"] = ModuleType("settings")
        self.addCleanup(sys.modules.pop, "helpers")
        self.addCleanup(sys.modules.pop, "settings")
        self.assertEqual(self.added(), ["the module settings"])

    def test_a_recorder(self) -> None:
        tracer.install()
        self.addCleanup(tracer.uninstall)
        self.assertEqual(self.added(), ["a recorder"])

    def test_the_folder(self) -> None:
        database_file.prepare(has_image=False)
        self.assertEqual(self.added(), [f"the folder {database_file.FOLDER}"])


def run_only(orm: str, models: str) -> None:
    """Run a program and do not forget it."""
    files = {"models.py": models}
    request = {"orm": orm, "files": files, "limits": LIMITS, "hasImage": False}
    runner.run(json.dumps(request), lambda _chunk: None, lambda _cell, _state: None)
