"""Django's side: models.py is an app, and its tables are there when the script starts."""

import unittest
from typing import Any

from programs import MODELS, Ran, prepare, run, run_in_shop

IMPORT = "from django.db import models\n\n"


def tables(ran: Ran) -> list[str]:
    """Give the names of the tables that the setup made, in order."""
    made = [each["sql"] for each in ran.everything if each["sql"].startswith('CREATE TABLE "')]
    return [sql.split('"')[1] for sql in made]


class Models(unittest.TestCase):
    def run_with(self, models: str, script: str, **more: Any) -> Ran:
        ran = run("django", script, models=IMPORT + models, **more)
        self.assertEqual((ran.kind, ran.error), ("done", {}))
        return ran

    def test_no_app_label_is_needed(self) -> None:
        ran = self.run_with(
            "class Note(models.Model): ...\n",
            "from models import Note\nNote._meta.label, Note._meta.db_table\n",
        )
        self.assertEqual(ran.values, ["('app.Note', 'app_note')"])

    def test_the_registry_knows_the_app(self) -> None:
        ran = self.run_with(
            "class Note(models.Model): ...\n",
            "from django.apps import apps\n"
            "app = apps.get_app_config('app')\n"
            "apps.get_model('app', 'Note').__name__, app.label, apps.ready\n",
        )
        self.assertEqual(ran.values, ["('Note', 'app', True)"])

    def test_models_may_be_empty(self) -> None:
        ran = run("django", "1\n", models="")
        self.assertEqual((ran.kind, tables(ran)), ("done", []))

    def test_a_table_comes_after_those_that_it_refers_to(self) -> None:
        ran = self.run_with(
            "class Note(models.Model):\n    about = models.ForeignKey('Thing', models.CASCADE)\n\n"
            "class Thing(models.Model): ...\n",
            "1\n",
        )
        self.assertEqual(tables(ran), ["app_thing", "app_note"])

    def test_two_that_refer_to_each_other_and_one_to_itself(self) -> None:
        ran = self.run_with(
            "class A(models.Model):\n    b = models.ForeignKey('B', models.CASCADE, null=True)\n\n"
            "class B(models.Model):\n    a = models.ForeignKey(A, models.CASCADE, null=True)\n"
            "    b = models.ForeignKey('self', models.CASCADE, null=True)\n",
            "from models import A, B\nb = B.objects.create(a=A.objects.create())\nb.b = b\n"
            "b.save()\n",
        )
        self.assertEqual(sorted(tables(ran)), ["app_a", "app_b"])

    def test_a_user_gets_its_table_when_a_model_refers_to_it(self) -> None:
        ran = self.run_with(
            "class Note(models.Model):\n"
            "    user = models.ForeignKey('auth.User', models.CASCADE)\n",
            "from django.contrib.auth.models import User\nfrom models import Note\n"
            "Note.objects.create(user=User.objects.create_user('x'))\n"
            "User.objects.get().note_set.count()\n",
        )
        self.assertEqual(ran.values, ["1"])
        self.assertLess(tables(ran).index("auth_user"), tables(ran).index("app_note"))
        self.assertIn("auth_user_groups", tables(ran))

    def test_and_not_otherwise(self) -> None:
        self.assertEqual(
            tables(self.run_with("class Note(models.Model): ...\n", "1\n")), ["app_note"]
        )

    def test_many_to_many_by_a_table_of_djangos(self) -> None:
        ran = self.run_with(
            "class A(models.Model): ...\n\nclass B(models.Model):\n"
            "    all = models.ManyToManyField(A)\n",
            "from models import A, B\nb = B.objects.create()\n"
            "b.all.add(A.objects.create())\nb.all.count()\n",
        )
        self.assertEqual((ran.values, tables(ran)), (["1"], ["app_a", "app_b", "app_b_all"]))

    def test_many_to_many_by_a_model_of_ones_own(self) -> None:
        ran = self.run_with(
            "class A(models.Model): ...\n\nclass B(models.Model):\n"
            "    all = models.ManyToManyField(A, through='AB')\n\n"
            "class AB(models.Model):\n    a = models.ForeignKey(A, models.CASCADE)\n"
            "    b = models.ForeignKey(B, models.CASCADE)\n    note = models.TextField()\n",
            "from models import A, AB, B\nb = B.objects.create()\n"
            "b.all.add(A.objects.create(), through_defaults={'note': 'x'})\n"
            "AB.objects.get().note\n",
        )
        self.assertEqual((ran.values, sorted(tables(ran))), (["'x'"], ["app_a", "app_ab", "app_b"]))

    def test_inheritance(self) -> None:
        ran = self.run_with(
            "class Named(models.Model):\n    name = models.TextField()\n"
            "    class Meta:\n        abstract = True\n\n"
            "class Place(Named): ...\n\nclass Bar(Place): ...\n\n"
            "class Pub(Bar):\n    class Meta:\n        proxy = True\n",
            "from models import Pub\nPub.objects.create(name='x')\nPub.objects.get().name\n",
        )
        self.assertEqual((ran.values, tables(ran)), (["'x'"], ["app_place", "app_bar"]))

    def test_one_that_is_not_managed_gets_none(self) -> None:
        ran = self.run_with(
            "class A(models.Model):\n    class Meta:\n        managed = False\n", "1\n"
        )
        self.assertEqual(tables(ran), [])

    def test_constraints_and_indexes_are_made(self) -> None:
        ran = run(
            "django",
            "from models import A\nA.objects.create(x=1)\nA.objects.create(x=1)\n",
            models=IMPORT
            + "class A(models.Model):\n    x = models.IntegerField()\n    class Meta:\n"
            "        constraints = [models.UniqueConstraint(fields=['x'], name='one')]\n"
            "        indexes = [models.Index(fields=['x'], name='fast')]\n",
        )
        self.assertEqual(ran.error["type"], "django.db.utils.IntegrityError")
        self.assertTrue(any('"fast"' in each["sql"] for each in ran.everything))

    def test_tables_are_made_before_the_clock_of_the_cells(self) -> None:
        ran = run("django", "x = 1\n")
        self.assertEqual({each["cell"] for each in ran.everything}, {None})
        self.assertEqual(ran.timing["sqliteUs"], 0)


class WithAnImage(unittest.TestCase):
    def test_tables_that_are_there_are_mapped(self) -> None:
        ran = run_in_shop("django", "Author.objects.count(), Book.tags.through.objects.count()\n")
        self.assertEqual((ran.values, tables(ran)), (["(2, 4)"], []))

    def test_those_that_are_missing_are_made(self) -> None:
        models = (
            MODELS["django"]
            + "\n\nclass Extra(models.Model):\n    book = models.ForeignKey(Book, models.CASCADE)\n"
        )
        ran = run_in_shop(
            "django", "from models import Extra\nExtra.objects.create(book_id=1)\n", models=models
        )
        self.assertEqual((ran.kind, tables(ran)), ("done", ["app_extra"]))

    def test_so_is_the_table_of_a_new_many_to_many(self) -> None:
        models = MODELS["django"].replace(
            "    bio =", '    fans = models.ManyToManyField("Tag")\n    bio ='
        )
        ran = run_in_shop("django", "Author.objects.get(id=1).fans.add(1)\n", models=models)
        self.assertEqual((ran.kind, tables(ran)), ("done", ["app_author_fans"]))

    def test_a_view_is_as_good_as_a_table(self) -> None:
        image = run_in_shop(
            "django",
            "from django.db import connection\n"
            "connection.cursor().execute('CREATE VIEW names AS SELECT id, name FROM app_tag')\n",
        ).image
        models = (
            IMPORT + "class Name(models.Model):\n    name = models.TextField()\n"
            "    class Meta:\n        db_table = 'names'\n"
        )
        ran = run(
            "django",
            "from models import Name\nName.objects.get().name\n",
            models=models,
            image=image,
        )
        self.assertEqual((ran.values, tables(ran)), (["'t'"], []))

    def test_an_unmanaged_model_maps_what_is_there(self) -> None:
        models = (
            IMPORT + "class Old(models.Model):\n    name = models.TextField()\n"
            "    class Meta:\n        managed = False\n        db_table = 'app_tag'\n"
        )
        image = run_in_shop("django", "1\n").image
        ran = run(
            "django", "from models import Old\nOld.objects.get().name\n", models=models, image=image
        )
        self.assertEqual(ran.values, ["'t'"])


class Scripts(unittest.TestCase):
    def test_the_settings_can_be_imported_and_are_those_in_use(self) -> None:
        ran = run(
            "django",
            "from django.conf import settings as used\nfrom settings import DATABASES, SECRET_KEY\n"
            "used.SECRET_KEY == SECRET_KEY, DATABASES['default']['NAME'], used.USE_TZ\n",
        )
        self.assertEqual(ran.values, ["(True, 'db.sqlite3', True)"])

    def test_no_name_is_there_without_an_import(self) -> None:
        self.assertEqual(run("django", "session\n").error["type"], "NameError")

    def test_a_star_imports_all_models(self) -> None:
        ran = run_in_shop("django", "from models import *\nBook.objects.count()\n")
        self.assertEqual(ran.values, ["4"])

    def test_opening_the_connection_is_not_the_first_querys(self) -> None:
        ran = run_in_shop("django", "Tag.objects.count()\n")
        self.assertEqual([each["kind"] for each in ran.statements], ["select"])

    def test_what_closes_it_pays_for_opening_it_again(self) -> None:
        ran = run_in_shop(
            "django", "from django.db import connection\nconnection.close()\nTag.objects.count()\n"
        )
        self.assertEqual((ran.values, {each["connection"] for each in ran.queries}), (["1"], {1}))

    def test_asynchronous_methods(self) -> None:
        ran = run_in_shop(
            "django",
            "import asyncio\n"
            "async def main():\n"
            "    tag = await Tag.objects.acreate(name='x')\n"
            "    await tag.arefresh_from_db()\n"
            "    books = [b.title async for b in Book.objects.order_by('id')]\n"
            "    return await Tag.objects.acount(), books[0], await asyncio.gather(\n"
            "        Tag.objects.aexists(), Author.objects.acount())\n"
            "asyncio.run(main())\n",
        )
        self.assertEqual(ran.values, ["(2, 'A0', [True, 2])"])
        self.assertEqual(
            ran.senders,
            [
                "await Tag.objects.acreate(name='x')",
                "await tag.arefresh_from_db()",
                "Book.objects.order_by('id')",
                "await Tag.objects.acount()",
                "asyncio.run(main())",
                "asyncio.run(main())",
            ],
        )
        self.assertEqual(ran.reasons[1], ("refresh", None))

    def test_a_plain_call_in_a_coroutine_is_refused_as_elsewhere(self) -> None:
        ran = run_in_shop(
            "django",
            "import asyncio\nasync def main():\n    Tag.objects.count()\nasyncio.run(main())\n",
        )
        self.assertEqual(ran.error["type"], "django.core.exceptions.SynchronousOnlyOperation")
        self.assertEqual([each["function"] for each in ran.error["frames"]], ["main", "<module>"])


class Forgetting(unittest.TestCase):
    def test_the_next_program_may_define_other_models_of_the_same_name(self) -> None:
        run(
            "django",
            "1\n",
            models=IMPORT + "class Note(models.Model):\n    a = models.TextField()\n",
        )
        ran = run(
            "django",
            "from models import Note\nNote.objects.create(b=1)\n"
            "[f.name for f in Note._meta.fields]\n",
            models=IMPORT + "class Note(models.Model):\n    b = models.IntegerField()\n",
        )
        self.assertEqual(ran.values, ["['id', 'b']"])

    def test_of_a_program_that_never_connected_there_is_nothing_to_close(self) -> None:
        run("django", "1\n", models="1 / 0\n")
        self.assertEqual(run_in_shop("django", "Tag.objects.count()\n").values, ["1"])

    def test_it_takes_the_app_out(self) -> None:
        from django.apps import apps

        prepare()
        run("django", "1\n")
        self.assertNotIn("app", {config.label for config in apps.get_app_configs()})
        self.assertEqual([m for m in apps.get_models() if m._meta.app_label == "app"], [])
