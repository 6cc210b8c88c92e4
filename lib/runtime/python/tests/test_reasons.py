"""For each reason a statement is sent, and its reason is told."""

import unittest

from programs import run, run_in_shop

SELECT = "from sqlalchemy import select, func, insert, update, delete, text\n"
ALEMBIC = """\
from pathlib import Path
from alembic import command
from alembic.config import Config

Path("migrations/versions").mkdir(parents=True)
Path("migrations/env.py").write_text('''
from alembic import context
from database import engine

with engine.begin() as connection:
    context.configure(connection)
    with context.begin_transaction():
        context.run_migrations()
''')
Path("migrations/versions/one.py").write_text('''
import sqlalchemy as sa
from alembic import op

revision, down_revision = "one", None

def upgrade():
    op.create_table("note", sa.Column("id", sa.Integer))
''')
config = Config()
config.set_main_option("script_location", "migrations")
command.upgrade(config, "head")
"""


class Django(unittest.TestCase):
    def check(self, script: str, *told: tuple[str, str | None]) -> None:
        """Check the reasons of all queries that a script sends."""
        ran = run_in_shop("django", script)
        self.assertEqual(ran.kind, "done", ran.error)
        self.assertEqual(ran.reasons, list(told))

    def test_explicit(self) -> None:
        for script in (
            "Book.objects.count()",
            "list(Author.objects.get_queryset())",
            "Tag.objects.create(name='x')",
            "Tag(name='x').save()",
            "Tag.objects.update(name='x')",
            "Tag.objects.bulk_create([Tag(name='x'), Tag(name='y')])",
            "from django.db import connection\nconnection.cursor().execute('SELECT 1')",
            "list(Book.objects.raw('SELECT * FROM app_book'))",
        ):
            with self.subTest(script=script):
                self.check(script, ("explicit", None))

    def test_a_related_manager_is_asked_explicitly(self) -> None:
        self.check(
            "a = Author.objects.first()\nlist(a.books.all())\na.books.count()",
            *[("explicit", None)] * 3,
        )

    def test_lazy_load_of_a_foreign_key(self) -> None:
        self.check(
            "b = Book.objects.first()\nb.author\nb.author",
            ("explicit", None),
            ("lazy-load", "author"),
        )

    def test_lazy_load_both_ways_of_one_to_one(self) -> None:
        self.check(
            "a = Author.objects.first()\na.profile\np = Profile.objects.first()\np.author.name",
            ("explicit", None),
            ("lazy-load", "profile"),
            ("explicit", None),
            ("lazy-load", "author"),
        )

    def test_lazy_load_for_all_peers_at_once(self) -> None:
        self.check(
            "from django.db.models import FETCH_PEERS\n"
            "books = list(Book.objects.fetch_mode(FETCH_PEERS))\nbooks[0].author\nbooks[1].author",
            ("explicit", None),
            ("lazy-load", "author"),
        )

    def test_lazy_load_of_a_generic_foreign_key(self) -> None:
        models = (
            "from django.db import models\n"
            "from django.contrib.contenttypes.fields import GenericForeignKey\n"
            "from django.contrib.contenttypes.models import ContentType\n"
            "class A(models.Model):\n    pass\n"
            "class Note(models.Model):\n"
            "    kind = models.ForeignKey(ContentType, models.CASCADE)\n"
            "    number = models.IntegerField()\n"
            "    about = GenericForeignKey('kind', 'number')\n"
        )
        script = (
            "from models import A, Note\n# %%\nNote.objects.create(about=A.objects.create())\n"
            "# %%\nnote = Note.objects.get()\nnote.about\n"
        )
        ran = run("django", script, models=models)
        told = [
            (each["reason"], each.get("reasonDetail")) for each in ran.queries if each["cell"] == 1
        ]
        self.assertEqual(told, [("explicit", None), ("lazy-load", "about")])

    def test_what_was_selected_along_is_not_loaded(self) -> None:
        self.check("Book.objects.select_related('author').first().author", ("explicit", None))

    def test_deferred_column(self) -> None:
        self.check(
            "a = Author.objects.defer('bio').first()\na.bio\na.bio",
            ("explicit", None),
            ("deferred-column", "bio"),
        )
        self.check(
            "a = Author.objects.only('bio').first()\na.name",
            ("explicit", None),
            ("deferred-column", "name"),
        )

    def test_deferred_column_of_all_peers_at_once(self) -> None:
        self.check(
            "from django.db.models import FETCH_PEERS\n"
            "a, b = Author.objects.defer('bio').fetch_mode(FETCH_PEERS)\na.bio\nb.bio",
            ("explicit", None),
            ("deferred-column", "bio"),
        )

    def test_refresh(self) -> None:
        self.check(
            "a = Author.objects.first()\na.refresh_from_db()", ("explicit", None), ("refresh", None)
        )
        self.check(
            "a = Author.objects.first()\na.refresh_from_db(fields=['name'])",
            ("explicit", None),
            ("refresh", None),
        )

    def test_prefetch(self) -> None:
        self.check(
            "list(Author.objects.prefetch_related('books__tags'))",
            ("explicit", None),
            ("prefetch", "app_book"),
            ("prefetch", "app_tag"),
        )

    def test_prefetch_of_objects_that_are_there(self) -> None:
        self.check(
            "from django.db.models import prefetch_related_objects\n"
            "books = list(Book.objects.all())\nprefetch_related_objects(books, 'author')",
            ("explicit", None),
            ("prefetch", "app_author"),
        )

    def test_transactions(self) -> None:
        ran = run_in_shop(
            "django",
            "from django.db import transaction\n"
            "with transaction.atomic():\n"
            "    with transaction.atomic():\n        pass\n"
            "    try:\n"
            "        with transaction.atomic():\n            1 / 0\n"
            "    except ZeroDivisionError:\n        pass\n"
            "try:\n    with transaction.atomic():\n        1 / 0\n"
            "except ZeroDivisionError:\n    pass\n",
        )
        self.assertEqual(
            [each["kind"] for each in ran.statements],
            [
                "begin",
                "savepoint",
                "release",
                "savepoint",
                "rollback-to",
                "release",
                "commit",
                "begin",
                "rollback",
            ],
        )
        self.assertEqual({each["reason"] for each in ran.statements}, {"transaction"})

    def test_migration(self) -> None:
        ran = run(
            "django",
            "from django.core.management import call_command\n"
            "call_command('migrate', 'contenttypes', verbosity=0)\n",
            models="",
        )
        self.assertEqual(ran.kind, "done", ran.error)
        made = [
            each
            for each in ran.statements
            if each["sql"].startswith('CREATE TABLE "django_content')
        ]
        self.assertEqual([each["reason"] for each in made], ["migration"])
        (begin,) = [each for each in ran.statements if each["id"] == made[0]["id"] - 1]
        self.assertEqual((begin["kind"], begin["reason"]), ("begin", "migration"))
        self.assertEqual(
            {ran.sender(each) for each in made},
            {"call_command('migrate', 'contenttypes', verbosity=0)"},
        )

    def test_setup(self) -> None:
        ran = run("django", "x = 1\n")
        self.assertEqual({each["reason"] for each in ran.everything}, {"setup"})


class SQLAlchemy(unittest.TestCase):
    def check(self, script: str, *told: tuple[str, str | None]) -> None:
        ran = run_in_shop("sqlalchemy", SELECT + script)
        self.assertEqual(ran.kind, "done", ran.error)
        self.assertEqual(ran.reasons, list(told))

    def test_explicit(self) -> None:
        for script in (
            "session.scalars(select(Book)).all()",
            "session.get(Author, 1)",
            "session.query(Book).all()",
            "session.execute(insert(Tag), [{'name': 'x'}, {'name': 'y'}])",
            "session.execute(update(Tag).values(name='x'))",
            "session.execute(delete(Tag).where(Tag.id == 9))",
            "session.execute(text('SELECT 1'))",
            "from database import engine\nwith engine.connect() as c:\n"
            "    c.execute(text('SELECT 1'))",
            "session.merge(Tag(id=1, name='x'))",
        ):
            with self.subTest(script=script):
                self.check(script, ("explicit", None))

    def test_lazy_load_of_one_and_of_many(self) -> None:
        self.check(
            "b = session.get(Book, 1)\nb.author\nb.author\nb.tags\nb.author.books",
            ("explicit", None),
            ("lazy-load", "author"),
            ("lazy-load", "tags"),
            ("lazy-load", "books"),
        )

    def test_deferred_column(self) -> None:
        self.check(
            "a = session.get(Author, 1)\na.bio", ("explicit", None), ("deferred-column", "bio")
        )

    def test_column_that_was_not_asked_for(self) -> None:
        self.check(
            "from sqlalchemy.orm import load_only\n"
            "a = session.scalars(select(Author).options(load_only(Author.bio))).first()\na.name",
            ("explicit", None),
            ("deferred-column", "name"),
        )

    def test_flush(self) -> None:
        self.check("session.add(Tag(name='x'))\nsession.flush()", ("flush", None))

    def test_flush_by_commit(self) -> None:
        self.check("session.add(Tag(name='x'))\nsession.commit()", ("flush", "commit"))
        self.check("with session.begin():\n    session.add(Tag(name='x'))", ("flush", "commit"))

    def test_flush_before_a_savepoint(self) -> None:
        self.check("session.add(Tag(name='x'))\nsession.begin_nested()", ("flush", "savepoint"))

    def test_autoflush(self) -> None:
        self.check(
            "session.add(Tag(name='x'))\nsession.scalars(select(Tag)).all()",
            ("autoflush", None),
            ("explicit", None),
        )

    def test_autoflush_by_a_lazy_load(self) -> None:
        self.check(
            "a = session.get(Author, 1)\nsession.add(Tag(name='x'))\na.books",
            ("explicit", None),
            ("autoflush", None),
            ("lazy-load", "books"),
        )

    def test_refresh_of_what_a_commit_expired(self) -> None:
        self.check(
            "a = session.get(Author, 1)\nsession.commit()\na.name\na.name",
            ("explicit", None),
            ("refresh", None),
        )

    def test_refresh_of_what_was_expired_by_name(self) -> None:
        self.check(
            "a = session.get(Author, 1)\nsession.expire(a, ['name'])\na.name",
            ("explicit", None),
            ("refresh", None),
        )

    def test_refresh_at_once(self) -> None:
        self.check(
            "a = session.get(Author, 1)\nsession.refresh(a)", ("explicit", None), ("refresh", None)
        )

    def test_prefetch_by_each_loader_that_sends_a_statement_of_its_own(self) -> None:
        for loader, table, times in (
            ("selectinload", "book", 1),
            ("subqueryload", "author", 1),
            ("immediateload", "book", 2),
        ):
            with self.subTest(loader=loader):
                self.check(
                    f"from sqlalchemy.orm import {loader}\n"
                    f"session.scalars(select(Author).options({loader}(Author.books))).all()",
                    ("explicit", None),
                    *[("prefetch", table)] * times,
                )

    def test_a_join_sends_nothing_more(self) -> None:
        self.check(
            "from sqlalchemy.orm import joinedload\n"
            "session.scalars(select(Author).options(joinedload(Author.books))).unique().all()",
            ("explicit", None),
        )

    def test_transactions(self) -> None:
        ran = run_in_shop(
            "sqlalchemy",
            SELECT + "session.execute(insert(Tag).values(name='x'))\n"
            "with session.begin_nested():\n    session.execute(insert(Tag).values(name='y'))\n"
            "nested = session.begin_nested()\nsession.execute(insert(Tag).values(name='z'))\n"
            "nested.rollback()\nsession.rollback()\n"
            "session.execute(insert(Tag).values(name='y'))\nsession.commit()\n",
        )
        self.assertEqual(
            [each["kind"] for each in ran.statements if each["kind"] != "insert"],
            [
                "begin",
                "savepoint",
                "release",
                "savepoint",
                "rollback-to",
                "rollback",
                "begin",
                "commit",
            ],
        )
        self.assertEqual(
            {each["reason"] for each in ran.statements if each["kind"] != "insert"}, {"transaction"}
        )

    def test_migration(self) -> None:
        ran = run("sqlalchemy", ALEMBIC, models="")
        self.assertEqual(ran.kind, "done", ran.error)
        made = [each for each in ran.statements if "CREATE TABLE note" in each["sql"]]
        self.assertEqual([each["reason"] for each in made], ["migration"])
        self.assertEqual([ran.sender(each) for each in made], ['command.upgrade(config, "head")'])

    def test_setup(self) -> None:
        ran = run("sqlalchemy", "x = 1\n")
        self.assertEqual({each["reason"] for each in ran.everything}, {"setup"})
        self.assertIn("ddl", {each["kind"] for each in ran.everything})
