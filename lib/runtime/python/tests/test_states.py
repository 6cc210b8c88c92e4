"""The committed database after each cell that changed it."""

import sqlite3
import unittest
from typing import Any

from programs import LIMITS, Orm, Ran, run, run_in_shop

ADD = {
    "django": "Tag.objects.create(name='{}')\n",
    "sqlalchemy": "session.add(Tag(name='{}'))\nsession.commit()\n",
}
TABLE = {"django": "app_tag", "sqlalchemy": "tag"}
ORMS: tuple[Orm, ...] = ("django", "sqlalchemy")


def tags(state: Any, orm: Orm) -> list[str]:
    """Read a state as the page does, in memory."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(state)
        sql = f"SELECT name FROM {TABLE[orm]} ORDER BY id"
        return [name for (name,) in connection.execute(sql)]
    finally:
        connection.close()


class Taking(unittest.TestCase):
    def changed(self, ran: Ran, orm: Orm) -> list[tuple[int | None, list[str]]]:
        self.assertEqual(ran.kind, "done", ran.error)
        return [(cell, tags(state, orm)) for cell, state in ran.states]

    def test_after_each_cell_that_changed_something_and_no_other(self) -> None:
        for orm in ORMS:
            with self.subTest(orm=orm):
                add = ADD[orm]
                script = f"# %% a\n1\n# %% b\n{add.format('x')}# %% c\n2\n# %% d\n{add.format('y')}"
                ran = run(
                    orm, f"from models import Tag\n{script}", image=run_in_shop(orm, "1\n").image
                )
                self.assertEqual(self.changed(ran, orm), [(1, ["t", "x"]), (3, ["t", "x", "y"])])
                self.assertEqual(ran.states[-1][1], ran.image)

    def test_after_the_set_up_where_it_made_tables(self) -> None:
        for orm in ORMS:
            with self.subTest(orm=orm):
                self.assertEqual(self.changed(run(orm, "1\n"), orm), [(None, [])])

    def test_an_update_that_changes_no_size_is_one(self) -> None:
        ran = run_in_shop("django", "Tag.objects.update(name='u')\n")
        self.assertEqual(self.changed(ran, "django"), [(0, ["u"])])

    def test_what_is_not_committed_is_in_none(self) -> None:
        script = (
            "session.add(Tag(name='x'))\nsession.flush()\n"
            "# %% b\nsession.add(Tag(name='y'))\nsession.commit()\n"
        )
        ran = run("sqlalchemy", f"# %% a\nfrom models import Tag\n{script}")
        self.assertEqual(self.changed(ran, "sqlalchemy"), [(None, []), (1, ["x", "y"])])

    def test_what_was_rolled_back_changes_nothing(self) -> None:
        script = (
            "from django.db import transaction\ntry:\n    with transaction.atomic():\n"
            "        Tag.objects.create(name='x')\n        1 / 0\n"
            "except ZeroDivisionError:\n    pass\n"
        )
        self.assertEqual(self.changed(run_in_shop("django", script), "django"), [])

    def test_a_cell_that_failed_leaves_what_it_had_committed(self) -> None:
        ran = run_in_shop("django", "Tag.objects.create(name='x')\n1 / 0\n")
        self.assertEqual([tags(state, "django") for _, state in ran.states], [["t", "x"]])

    def test_the_write_ahead_log_is_in_it(self) -> None:
        ran = run_in_shop(
            "django",
            "from django.db import connection\n"
            "connection.cursor().execute('PRAGMA journal_mode = WAL')\n# %% b\n"
            "Tag.objects.create(name='x')\n",
        )
        self.assertEqual(self.changed(ran, "django")[-1][1], ["t", "x"])


class Missing(unittest.TestCase):
    def missing(self, script: str, **limits: int) -> list[Any]:
        return [state for _, state in run_in_shop("django", script, limits=limits).states]

    def test_what_is_too_large(self) -> None:
        self.assertEqual(self.missing(ADD["django"].format("x"), stateBytes=100), ["too-large"])

    def test_what_all_of_them_may_hold_is_used_up(self) -> None:
        add = ADD["django"].format("x")
        size = len(run_in_shop("django", add).image or b"")
        states = self.missing(f"# %% a\n{add}# %% b\n{add}# %% c\n{add}", allStatesBytes=size * 2)
        self.assertEqual(states[2], "no-room")
        self.assertEqual([len(state) for state in states[:2]], [size, size])

    def test_what_is_locked_damaged_or_gone(self) -> None:
        locked = (
            "from django.db import connection\n"
            "connection.cursor().execute('PRAGMA locking_mode = EXCLUSIVE')\n"
            "Tag.objects.create(name='x')\n"
        )
        damaged = "from pathlib import Path\nPath('db.sqlite3').write_text('x' * 5000)\n"
        for script in (locked, damaged, "import os\nos.remove('db.sqlite3')\n"):
            with self.subTest(script=script):
                self.assertEqual(self.missing(script), ["unreadable"])

    def test_reading_makes_no_file(self) -> None:
        ran = run_in_shop("django", "import os\nos.remove('db.sqlite3')\n# %% b\nos.listdir('.')\n")
        self.assertEqual(ran.values[-1], "[]")

    def test_what_it_asks_is_not_in_the_trace(self) -> None:
        ran = run_in_shop("django", ADD["django"].format("x"), limits=LIMITS)
        self.assertEqual({each["kind"] for each in ran.statements}, {"insert"})
