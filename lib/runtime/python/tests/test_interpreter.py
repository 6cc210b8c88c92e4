"""ORM code that waits, uses pools or makes cycles runs here as it does elsewhere."""

import asyncio
import builtins
import concurrent.futures
import contextvars
import gc
import inspect
import operator
import os
import random
import sys
import tempfile
import threading
import time
import unittest
import uuid
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import programs

from ormpilot import interpreter

in_webassembly = unittest.skipUnless(sys.platform == "emscripten", "it is not mended elsewhere")
"""`run_tests` prepares the interpreter before any test is loaded."""


@in_webassembly
class Methodcaller(unittest.TestCase):
    def test_the_collector_may_clear_it_in_a_cycle(self) -> None:
        # The one in C stops the whole interpreter here.
        cycle: list[Any] = [operator.methodcaller("upper")]
        cycle.append(cycle)
        del cycle
        self.assertGreater(gc.collect(), 0)

    def test_a_result_of_sqlalchemys_that_an_error_holds_is_collected(self) -> None:
        from sqlalchemy import create_engine, text
        from sqlalchemy.exc import MultipleResultsFound
        from sqlalchemy.orm import Session

        engine = create_engine("sqlite://")
        with Session(engine) as session:
            kept: BaseException | None = None
            try:
                session.scalars(text("SELECT 1 UNION SELECT 2")).unique().one()
            except MultipleResultsFound as error:
                kept = error
            self.assertIsNotNone(kept)
            del kept
        gc.collect()
        with Session(engine) as session:
            self.assertEqual(session.scalars(text("SELECT 3")).one(), 3)
        engine.dispose()

    def test_it_is_the_librarys_own(self) -> None:
        upper = operator.methodcaller("replace", "a", "b")
        self.assertEqual((upper("banana"), type(upper).__module__), ("bbnbnb", "operator"))
        self.assertEqual(repr(upper), "operator.methodcaller('replace', 'a', 'b')")
        self.assertIs(operator.itemgetter, sys.modules["_operator"].itemgetter)


@in_webassembly
class Pools(unittest.TestCase):
    def test_calls_run_one_after_the_other(self) -> None:
        done: list[int] = []
        with ThreadPoolExecutor(max_workers=4) as pool:
            futures = [pool.submit(done.append, number) for number in range(3)]
            self.assertEqual(done, [0, 1, 2])
            self.assertEqual(list(pool.map(lambda a, b: a * b, [1, 2], [3, 4])), [3, 8])
        finished, waiting = concurrent.futures.wait(futures)
        self.assertEqual((len(finished), len(waiting)), (3, 0))

    def test_an_error_comes_with_the_result(self) -> None:
        with ThreadPoolExecutor() as pool:
            future = pool.submit(int, "x")
        with self.assertRaisesRegex(ValueError, "invalid literal"):
            future.result()

    def test_a_failed_call_keeps_nothing_alive(self) -> None:
        class Thing:
            def fail(self) -> None:
                raise LookupError

        gc.disable()
        self.addCleanup(gc.enable)
        thing = Thing()
        reference = weakref.ref(thing)
        future = ThreadPoolExecutor().submit(thing.fail)
        self.assertIsInstance(future.exception(), LookupError)
        del future, thing
        self.assertIsNone(reference())

    def test_a_call_has_a_context_of_its_own(self) -> None:
        variable = contextvars.ContextVar("variable", default="unset")
        variable.set("set")
        self.assertEqual(ThreadPoolExecutor().submit(variable.get).result(), "unset")
        ThreadPoolExecutor().submit(variable.set, "changed")
        self.assertEqual(variable.get(), "set")

    def test_the_initializer_is_called_once(self) -> None:
        seen: list[str] = []
        pool = ThreadPoolExecutor(initializer=seen.append, initargs=("begun",))
        self.assertEqual(seen, [])
        pool.submit(seen.append, "one")
        pool.submit(seen.append, "two")
        self.assertEqual(seen, ["begun", "one", "two"])

    def test_a_pool_that_is_shut_takes_no_more(self) -> None:
        pool = ThreadPoolExecutor()
        pool.shutdown()
        with self.assertRaisesRegex(RuntimeError, "after shutdown"):
            pool.submit(print)
        with self.assertRaisesRegex(ValueError, "max_workers"):
            ThreadPoolExecutor(max_workers=0)


@in_webassembly
class Loops(unittest.TestCase):
    def test_none_is_running(self) -> None:
        with self.assertRaisesRegex(RuntimeError, "no running event loop"):
            asyncio.get_running_loop()

    def test_tasks_and_timers(self) -> None:
        order: list[str] = []

        async def note(name: str, seconds: float) -> str:
            await asyncio.sleep(seconds)
            order.append(name)
            return name

        async def main() -> list[str]:
            waits = (("late", 0.05), ("early", 0.01), ("now", 0))
            return list(await asyncio.gather(*(note(*wait) for wait in waits)))

        started = time.monotonic()
        self.assertEqual(asyncio.run(main()), ["late", "early", "now"])
        self.assertEqual(order, ["now", "early", "late"])
        self.assertGreaterEqual(time.monotonic() - started, 0.045)

    def test_a_timeout(self) -> None:
        async def main() -> None:
            async with asyncio.timeout(0.01):
                await asyncio.sleep(10)

        with self.assertRaises(TimeoutError):
            asyncio.run(main())

    def test_other_threads_are_this_one_at_once(self) -> None:
        async def main() -> Any:
            task = asyncio.current_task()
            loop = asyncio.get_running_loop()
            got = (
                await asyncio.to_thread(is_loop_running),
                await loop.run_in_executor(None, is_loop_running),
                await loop.run_in_executor(ThreadPoolExecutor(), is_loop_running),
            )
            self.assertIs(asyncio.current_task(), task)
            self.assertIs(asyncio.get_running_loop(), loop)
            return got

        self.assertEqual(asyncio.run(main()), (False, False, False))

    def test_a_loop_may_run_in_a_call_of_another(self) -> None:
        async def inner() -> int:
            await asyncio.sleep(0.001)
            return 5

        async def main() -> int:
            return await asyncio.to_thread(asyncio.run, inner()) + await inner()

        self.assertEqual(asyncio.run(main()), 10)

    def test_waiting_for_what_cannot_come_is_an_error(self) -> None:
        async def main() -> None:
            await asyncio.Event().wait()

        with self.assertRaisesRegex(RuntimeError, "waits for something that cannot come"):
            asyncio.run(main())

    def test_asgiref_bridges_both_ways_and_within_each_other(self) -> None:
        from asgiref.sync import async_to_sync, sync_to_async

        async def add_one(value: int) -> int:
            await asyncio.sleep(0.001)
            return value + 1

        def plain(value: int) -> int:
            return async_to_sync(add_one)(value) * 10

        async def main() -> list[int]:
            return [
                await sync_to_async(plain)(1),
                await sync_to_async(plain, thread_sensitive=False)(2),
            ]

        self.assertEqual(async_to_sync(add_one)(1), 2)
        self.assertEqual(asyncio.run(main()), [20, 30])
        self.assertEqual(async_to_sync(main)(), [20, 30])


@in_webassembly
class DjangoAsync(unittest.TestCase):
    note: Any
    ALIAS = "of_the_tests"

    @classmethod
    def setUpClass(cls) -> None:
        from django.db import connections, models

        programs.prepare()

        class Note(models.Model):
            text = models.TextField()

            class Meta:
                app_label = "tests_of_the_interpreter"

        default = connections.settings["default"]
        connections.settings[cls.ALIAS] = {**default, "NAME": ":memory:"}
        with connections[cls.ALIAS].schema_editor() as editor:
            editor.create_model(Note)
        cls.note = Note

    @classmethod
    def tearDownClass(cls) -> None:
        from django.apps import apps
        from django.db import connections

        connections[cls.ALIAS].connection.close()
        del connections[cls.ALIAS], connections.settings[cls.ALIAS]
        del apps.all_models["tests_of_the_interpreter"]
        apps.clear_cache()

    def test_plain_calls_need_no_permission(self) -> None:
        self.assertNotIn("DJANGO_ALLOW_ASYNC_UNSAFE", os.environ)
        self.note.objects.using(self.ALIAS).create(text="plain")
        self.assertTrue(self.note.objects.using(self.ALIAS).filter(text="plain").exists())

    def test_asynchronous_calls_reach_the_same_database(self) -> None:
        notes = self.note.objects.using(self.ALIAS)

        async def main() -> list[str]:
            await notes.acreate(text="awaited")
            both = asyncio.gather(notes.acreate(text="a"), notes.acreate(text="b"))
            self.assertEqual([note.text for note in await both], ["a", "b"])
            return [note.text async for note in notes.exclude(text="plain").order_by("id")]

        self.assertEqual(asyncio.run(main()), ["awaited", "a", "b"])
        self.assertEqual(notes.filter(text="awaited").count(), 1)

    def test_a_plain_call_in_a_coroutine_is_refused_as_elsewhere(self) -> None:
        from django.core.exceptions import SynchronousOnlyOperation

        async def main() -> int:
            return self.note.objects.using(self.ALIAS).count()

        with self.assertRaises(SynchronousOnlyOperation):
            asyncio.run(main())


@in_webassembly
class Missing(unittest.TestCase):
    def test_a_thread_says_why_it_cannot_start(self) -> None:
        with self.assertRaisesRegex(RuntimeError, "^Threads are not available here: .*one thread"):
            threading.Thread(target=print).start()
        with self.assertRaisesRegex(RuntimeError, "^Threads are not available here"):
            threading.Timer(1, print).start()

    def test_input_says_why_it_has_no_answer(self) -> None:
        with self.assertRaisesRegex(EOFError, r"^input\(\) is not available here"):
            builtins.input("Name? ")

    def test_sleep_sleeps(self) -> None:
        started = time.monotonic()
        time.sleep(0.05)
        self.assertGreaterEqual(time.monotonic() - started, 0.045)
        self.assertTrue(inspect.isbuiltin(time.sleep), "JavaScript is asked nothing")


class Restoring(unittest.TestCase):
    """A snapshot gives every run the same state; here it is given back by hand."""

    def test_random_numbers_differ(self) -> None:
        saved = random.getstate()
        self.addCleanup(random.setstate, saved)

        def drawn() -> list[int]:
            random.setstate(saved)
            interpreter.after_restore()
            return [random.getrandbits(64) for _ in range(4)]

        self.assertNotEqual(drawn(), drawn())

    def test_names_of_temporary_files_are_drawn_anew(self) -> None:
        first: Any = tempfile._get_candidate_names()  # type: ignore[attr-defined]
        state = first.rng.getstate()
        interpreter.after_restore()
        again: Any = tempfile._get_candidate_names()  # type: ignore[attr-defined]
        self.assertNotEqual(again.rng.getstate(), state)

    @in_webassembly
    def test_the_node_of_a_uuid_is_drawn_anew(self) -> None:
        node = uuid.getnode()
        interpreter.after_restore()
        self.assertNotEqual(uuid.getnode(), node)

    def test_a_loop_that_was_running_is_left(self) -> None:
        loop = asyncio.new_event_loop()
        self.addCleanup(loop.close)
        asyncio._set_running_loop(loop)
        interpreter.after_restore()
        with self.assertRaises(RuntimeError):
            asyncio.get_running_loop()


def is_loop_running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
