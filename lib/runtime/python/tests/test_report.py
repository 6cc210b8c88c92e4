"""Each statement stands with the very expression that sent it, and chunks add up to the trace."""

import json
import unittest

from programs import Ran, run, run_in_shop


class Places(unittest.TestCase):
    def senders(self, script: str, **more: object) -> list[str]:
        return run_in_shop("django", script, **more).senders

    def test_text_before_it_on_the_line_is_counted_as_the_editor_counts_it(self) -> None:
        for before in ("é", "名前", "😀", "é名前😀 'x' "):
            with self.subTest(before=before):
                ran = run_in_shop("django", f'x = ("{before}", Tag.objects.count())\n')
                self.assertEqual(ran.senders, ["Tag.objects.count()"])
                units = len(f'x = ("{before}", '.encode("utf-16-le")) // 2
                self.assertEqual(ran.calls[0]["span"]["startColumn"], units)

    def test_a_name_may_be_in_any_script(self) -> None:
        self.assertEqual(
            self.senders("名前 = Tag\nñ = 名前.objects.count()\n"), ["名前.objects.count()"]
        )

    def test_a_chain_over_several_lines_is_whole(self) -> None:
        chain = "Book.objects\n    .filter(title__contains='é')\n    .order_by('id')\n    .count()"
        self.assertEqual(self.senders(f"x = (\n    {chain}\n)\n"), [chain])

    def test_arguments_over_several_lines(self) -> None:
        call = "Book.objects.filter(\n    title='x',\n    id=1,\n).count()"
        self.assertEqual(self.senders(call + "\n"), [call])

    def test_two_calls_on_a_line_are_two(self) -> None:
        script = (
            "Book.objects.count(); Tag.objects.count()\n"
            "Book.objects.count() + Tag.objects.count()\n"
        )
        ran = run_in_shop("django", script)
        self.assertEqual(ran.senders, ["Book.objects.count()", "Tag.objects.count()"] * 2)
        self.assertEqual([call["statements"] for call in ran.calls], ids_one_by_one(ran))

    def test_within_an_f_string(self) -> None:
        script = 'print(f"é {Tag.objects.count()} {Book.objects.first().author.name!r:>9}")\n'
        self.assertEqual(
            self.senders(script),
            ["Tag.objects.count()", "Book.objects.first()", "Book.objects.first().author"],
        )

    def test_within_comprehensions_and_generators(self) -> None:
        for script in (
            "[b.author for b in Book.objects.all()]\n",
            "x = {b.author.name: 1 for b in Book.objects.all()}\n",
            "g = (b.author for b in Book.objects.all())\nlist(g)\n",
            "def g():\n    for b in Book.objects.all():\n        yield b.author\nlist(g())\n",
        ):
            with self.subTest(script=script):
                self.assertEqual(self.senders(script), ["Book.objects.all()", *["b.author"] * 4])

    def test_a_loop_reads_where_it_names_what_it_goes_through(self) -> None:
        self.assertEqual(
            self.senders("for b in Book.objects.filter(id=1):\n    b.author\n"),
            ["Book.objects.filter(id=1)", "b.author"],
        )

    def test_so_does_an_asynchronous_loop(self) -> None:
        script = (
            "import asyncio\n"
            "async def main():\n"
            "    async for b in Book.objects.filter(id=1):\n"
            "        print(b.title)\n"
            "    return [t.name async for t in Tag.objects.all()]\n"
            "asyncio.run(main())\n"
        )
        self.assertEqual(self.senders(script), ["Book.objects.filter(id=1)", "Tag.objects.all()"])

    def test_a_lambda_a_condition_and_an_assignment_expression(self) -> None:
        self.assertEqual(
            self.senders(
                "f = lambda: Tag.objects.count()\nf()\n"
                "if Tag.objects.exists() and (n := Book.objects.count()) > 1:\n    pass\n"
            ),
            ["Tag.objects.count()", "Tag.objects.exists()", "Book.objects.count()"],
        )

    def test_a_with_block_begins_and_ends_where_it_names_its_manager(self) -> None:
        ran = run_in_shop(
            "django",
            "from django.db import transaction\nwith transaction.atomic():\n"
            "    Tag.objects.create(name='x')\n",
        )
        self.assertEqual(
            [(each["kind"], ran.sender(each)) for each in ran.statements],
            [
                ("begin", "transaction.atomic()"),
                ("insert", "Tag.objects.create(name='x')"),
                ("commit", "transaction.atomic()"),
            ],
        )

    def test_the_innermost_frame_of_the_persons_is_it_and_the_stack_has_all(self) -> None:
        helpers = (
            "from models import Book\n\ndef outer():\n    return inner()\n\n"
            "def inner():\n    return Book.objects.count()\n"
        )
        ran = run_in_shop(
            "django", "import helpers\nhelpers.outer()\n", files={"helpers.py": helpers}
        )
        (only,) = ran.queries
        self.assertEqual(ran.sender(only), "Book.objects.count()")
        self.assertEqual(
            [
                (each["function"], each["span"]["file"], ran.text(each["span"]))
                for each in only["stack"]
            ],
            [
                ("inner", "helpers.py", "Book.objects.count()"),
                ("outer", "helpers.py", "inner()"),
                ("<module>", "script.py", "helpers.outer()"),
            ],
        )

    def test_a_property_and_a_method_of_a_model_stand_in_models(self) -> None:
        ran = run_in_shop("django", "a = Author.objects.get(id=1)\na.titles\na.count_books()\n")
        self.assertEqual(ran.senders[1:], ["self.books.all()", "self.books.count()"])
        self.assertEqual(
            [[frame["function"] for frame in each["stack"]] for each in ran.queries[1:]],
            [["Author.titles", "<module>"], ["Author.count_books", "<module>"]],
        )
        ran = run_in_shop("sqlalchemy", "session.get(Author, 1).titles\n")
        self.assertEqual(ran.senders, ["session.get(Author, 1)", "self.books"])

    def test_a_method_that_a_library_calls_is_the_persons_frame(self) -> None:
        models = (
            "from django.db import models\n\nclass Note(models.Model):\n"
            "    def save(self, *args, **kwargs):\n        super().save(*args, **kwargs)\n"
        )
        ran = run("django", "from models import Note\nNote.objects.create()\n", models=models)
        (insert,) = ran.queries
        self.assertEqual(ran.sender(insert), "super().save(*args, **kwargs)")
        self.assertEqual([f["function"] for f in insert["stack"]], ["Note.save", "<module>"])

    def test_code_without_a_place_of_its_own_belongs_to_who_ran_it(self) -> None:
        self.assertEqual(
            self.senders("exec('Tag.objects.count()')\n"), ["exec('Tag.objects.count()')"]
        )

    def test_what_models_send_while_they_are_imported_is_setup(self) -> None:
        models = "from django.db import connection\nconnection.cursor().execute('SELECT 1')\n"
        ran = run("django", "x = 1\n", models=models)
        sent = [each for each in ran.everything if each["sql"] == "SELECT 1"]
        self.assertEqual(
            [(each["cell"], each["setup"], each["reason"], ran.sender(each)) for each in sent],
            [(None, True, "setup", "connection.cursor().execute('SELECT 1')")],
        )

    def test_lines_may_end_as_on_windows(self) -> None:
        ran = run_in_shop("django", "x = 1\r\n# %% b\r\ny = Tag.objects.count()\r\n")
        span = ran.calls[0]["span"]
        self.assertEqual((span["startLine"], span["startColumn"], span["endColumn"]), (4, 4, 23))


class Calls(unittest.TestCase):
    def test_one_place_that_sends_again_is_one_call(self) -> None:
        ran = run_in_shop("django", "for i in range(3):\n    Tag.objects.filter(id=i).exists()\n")
        self.assertEqual([len(call["statements"]) for call in ran.calls], [3])

    def test_in_another_cell_it_is_another_call(self) -> None:
        script = "# %%\ndef f():\n    return Tag.objects.count()\nf()\n# %%\nf()\n"
        ran = run_in_shop("django", script)
        self.assertEqual(
            [(call["cell"], len(call["statements"])) for call in ran.calls], [(0, 1), (1, 1)]
        )
        self.assertEqual([each["cell"] for each in ran.queries], [0, 1])

    def test_numbers_count_up_without_gaps(self) -> None:
        ran = run_in_shop("sqlalchemy", "session.get(Tag, 1)\nsession.get(Book, 1).author\n")
        self.assertEqual([each["id"] for each in ran.everything], list(range(len(ran.everything))))
        self.assertEqual([call["id"] for call in ran.calls], list(range(len(ran.calls))))
        sent = sorted(number for call in ran.calls for number in call["statements"])
        self.assertEqual(sent, [each["id"] for each in ran.statements])

    def test_setup_without_a_frame_of_the_persons_has_no_call(self) -> None:
        ran = run("django", "x = 1\n")
        self.assertTrue(all(each["setup"] for each in ran.everything))
        self.assertEqual({each["call"] for each in ran.everything}, {None})
        self.assertIn("ddl", {each["kind"] for each in ran.everything})

    def test_times_only_go_forward(self) -> None:
        ran = run_in_shop("sqlalchemy", "for i in range(5):\n    session.get(Book, i)\n")
        starts = [each["startUs"] for each in ran.everything]
        self.assertEqual(starts, sorted(starts))
        self.assertTrue(all(each["durationUs"] >= 0 for each in ran.everything))


class Chunks(unittest.TestCase):
    def test_a_cell_is_announced_before_it_runs(self) -> None:
        ran = run("django", "# %% a\n1\n# %% b\n2\n")
        states = [
            [(each["index"], each["cell"]["state"]) for each in json.loads(chunk)["cells"]]
            for chunk in ran.chunks
        ]
        self.assertEqual(states[0], [(0, "not-reached"), (1, "not-reached")])
        self.assertEqual(
            states[1:], [[(0, "running")], [(0, "done"), (1, "running")], [(1, "done")]]
        )

    def test_a_statement_is_sent_before_it_is_executed(self) -> None:
        ran = run_in_shop("django", "# %%\nTag.objects.count()\nTag.objects.exists()\n")
        first = next(i for i, chunk in enumerate(ran.chunks) if "COUNT(" in chunk)
        statement = json.loads(ran.chunks[first])["statements"][-1]
        self.assertEqual((statement["rows"], statement["durationUs"]), ([], 0))
        self.assertEqual(ran.queries[0]["rows"], [[1]])

    def test_what_changes_later_is_sent_again(self) -> None:
        script = (
            "import time\nrows = Book.objects.iterator()\nnext(rows)\ntime.sleep(0.03)\n"
            "list(rows)\n"
        )
        ran = run_in_shop("django", script)
        (only,) = ran.queries
        self.assertEqual((only["rowCount"], len(only["rows"])), (4, 4))

    def test_while_a_program_runs_chunks_keep_their_distance(self) -> None:
        ran = run_in_shop("django", "for i in range(300):\n    Tag.objects.count()\n")
        self.assertEqual(len(ran.queries), 300)
        self.assertLess(len(ran.chunks), 6 + ran.timing["totalUs"] / 25_000)

    def test_the_time_is_divided_among_who_took_it(self) -> None:
        ran = run_in_shop("django", "for i in range(50):\n    Tag.objects.count()\n")
        timing = ran.timing
        parts = timing["ormUs"] + timing["sqliteUs"] + timing["harnessUs"]
        self.assertAlmostEqual(timing["totalUs"], parts, delta=3)
        self.assertGreater(timing["sqliteUs"], 0)
        self.assertLessEqual(sum(c["durationUs"] for c in ran.cells), timing["totalUs"])


def ids_one_by_one(ran: Ran) -> list[list[int]]:
    return [[each["id"]] for each in ran.statements]
