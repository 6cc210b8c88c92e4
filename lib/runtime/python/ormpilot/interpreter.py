"""Mends what CPython lacks or gets wrong in WebAssembly, so that ORM code runs as elsewhere.

Nothing of either ORM is changed. Pyodide's own event loop cannot block, so it is taken out of the
way: `asyncio.run`, Django's `a…` methods and asgiref's bridges then work as in any script.
"""

import asyncio
import builtins
import concurrent.futures.thread
import contextvars
import importlib
import importlib.util
import operator
import random
import sys
import threading
import time
import warnings
from asyncio import events, tasks
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any, Final, NoReturn, cast, override

_NO_THREADS: Final = (
    "Threads are not available here: Python runs as WebAssembly, which has one thread only. "
    "A ThreadPoolExecutor can be used: it runs its calls one after the other."
)
_NO_INPUT: Final = (
    "input() is not available here: nobody can answer while a program runs. "
    "Write the value into the program."
)
_NOTHING_TO_WAIT_FOR: Final = (
    "The event loop waits for something that cannot come: there are no threads and no network "
    "here, and no timer is set."
)


def prepare() -> None:
    """Mend the interpreter, once, before anything else is imported: modules copy what is mended."""
    _replace_methodcaller()
    _replace_thread_pools()
    _replace_event_loops()
    _replace_asgiref_bridges()
    threading.Thread.start = _refuse_thread
    builtins.input = _refuse_input
    # Pyodide's own first asks JavaScript whether it may suspend Python, which it never may here.
    time.sleep = getattr(time.sleep, "__wrapped__", time.sleep)


def after_restore() -> None:
    """Renew what must differ from run to run, and was saved with the memory."""
    # The archives are not those that the memory was saved with: modules lie elsewhere in them.
    importlib.invalidate_caches()
    _leave_pyodides_loop()
    random.seed()
    # Both are made at their first use, from randomness of that moment.
    for module, name in (("tempfile", "_name_sequence"), ("uuid", "_node")):
        if module in sys.modules:
            setattr(sys.modules[module], name, None)


class InlineExecutor(ThreadPoolExecutor):
    """A thread pool whose only thread is the caller's: a call is over when `submit` returns."""

    def __init__(
        self,
        max_workers: int | None = None,
        thread_name_prefix: str = "",
        initializer: Callable[..., object] | None = None,
        initargs: tuple[Any, ...] = (),
    ) -> None:
        """Take what a pool takes; the initializer is called before the first call."""
        super().__init__(max_workers, thread_name_prefix, initializer, initargs)
        self._initialize = None if initializer is None else (initializer, initargs)
        self._is_shut = False

    @override
    def submit[**P, R](self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Call `fn` now, in a context of its own as a thread has one.

        Raises `RuntimeError` after `shutdown`, and whatever the initializer raises.
        """
        if self._is_shut:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if self._initialize is not None:
            (initialize, values), self._initialize = self._initialize, None
            initialize(*values)
        return _called(contextvars.Context().run, (fn, *args), kwargs)

    @override
    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Accept no more calls; there are none to wait for or to cancel."""
        self._is_shut = True
        super().shutdown(wait, cancel_futures=cancel_futures)


class Loop(asyncio.BaseEventLoop):
    """An event loop that has callbacks and timers, but no sockets, signals or processes."""

    def __init__(self) -> None:
        """Make a loop that is not running."""
        super().__init__()
        self._selector = _Timer()
        self._pool = InlineExecutor()

    def _process_events(self, event_list: list[object]) -> None:
        """Do nothing: without sockets there are no events. The base class calls it."""

    def _write_to_self(self) -> None:
        """Do nothing: no other thread has to wake this loop. The base class calls it."""

    @override
    def run_in_executor(self, executor: Executor | None, func: Any, *args: Any) -> Any:
        """Call `func` at once, by the given executor or the loop's own; give a done future."""
        return super().run_in_executor(executor or self._pool, func, *args)

    @override
    def set_default_executor(self, executor: Any) -> None:
        """Use `executor` where none is given."""
        self._pool = executor


class _Timer:
    """Stands where a loop has its selector: all it can wait for is time."""

    def select(self, timeout: float | None = None) -> list[object]:
        """Wait, in seconds. Raises `RuntimeError` where the wait would never end."""
        if timeout is None:
            raise RuntimeError(_NOTHING_TO_WAIT_FOR)
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self) -> None:
        """Do nothing: there is nothing to close."""


class _NoMainLoop(threading.local):
    """What asgiref knows of a thread that serves a loop: never that loop.

    With it, `async_to_sync` would ask the loop to go on and wait for it, while the loop waits for
    this very call. Without, it makes a loop of its own.
    """

    @property
    def main_event_loop(self) -> None:
        """Name no loop."""

    @main_event_loop.setter
    def main_event_loop(self, loop: object) -> None:
        """Forget the loop."""


def _called[R](
    call: Callable[..., R], args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Future[R]:
    """Give the outcome of a call that is made as if no event loop were running."""
    future: Future[R] = Future()
    future.set_running_or_notify_cancel()
    loop = events._get_running_loop()  # pyright: ignore[reportPrivateUsage]
    task = None if loop is None else _swap_task(loop, None)
    events._set_running_loop(None)  # pyright: ignore[reportPrivateUsage]
    try:
        result = call(*args, **kwargs)
    except BaseException as error:  # noqa: BLE001
        future.set_exception(error)
    else:
        future.set_result(result)
    finally:
        events._set_running_loop(loop)  # pyright: ignore[reportPrivateUsage]
        if loop is not None:
            _swap_task(loop, task)
    try:
        return future
    finally:
        # The error's traceback holds this frame: without the name they would be a cycle, and keep
        # alive what the call worked on.
        del future


def _swap_task(loop: asyncio.AbstractEventLoop, task: object) -> object:
    return cast(Any, tasks)._swap_current_task(loop, task)


def _replace_methodcaller() -> None:
    """Put the standard library's own methodcaller in Python in the place of the one in C.

    The function by which the garbage collector clears the C type has a wrong signature, on which
    WebAssembly stops for good. SQLAlchemy keeps a methodcaller in each scalar result.
    """
    spec = importlib.util.find_spec("operator")
    if spec is None or spec.loader is None:
        raise ImportError("The module operator cannot be loaded a second time.", name="operator")
    pure = importlib.util.module_from_spec(spec)
    in_c = sys.modules["_operator"]
    sys.modules["_operator"] = cast(Any, None)  # an import of it now fails
    try:
        spec.loader.exec_module(pure)
    finally:
        sys.modules["_operator"] = in_c
    operator.methodcaller = pure.methodcaller


def _replace_thread_pools() -> None:
    modules: tuple[Any, ...] = (concurrent.futures, concurrent.futures.thread)
    for module in modules:
        module.ThreadPoolExecutor = InlineExecutor


def _replace_event_loops() -> None:
    _leave_pyodides_loop()
    asyncio.run = asyncio.runners.run
    with warnings.catch_warnings():
        # Python 3.16 is to have no policies; until then they decide which loop `asyncio.run` makes.
        warnings.simplefilter("ignore", DeprecationWarning)

        class Policy(asyncio.DefaultEventLoopPolicy):
            _loop_factory = Loop

        asyncio.set_event_loop_policy(Policy())  # pyright: ignore[reportDeprecated]


def _leave_pyodides_loop() -> None:
    """Let no loop be running: Pyodide always reports its own, and Django then refuses to work."""
    events._set_running_loop(None)  # pyright: ignore[reportPrivateUsage]


def _replace_asgiref_bridges() -> None:
    sync: Any = importlib.import_module("asgiref.sync")

    def submit(self: Executor, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return _called(fn, args, kwargs)

    sync.CurrentThreadExecutor.submit = submit
    sync.SyncToAsync.threadlocal = _NoMainLoop()


def _refuse_thread(self: threading.Thread) -> NoReturn:
    raise RuntimeError(_NO_THREADS)


def _refuse_input(prompt: object = "", /) -> NoReturn:
    raise EOFError(_NO_INPUT)
