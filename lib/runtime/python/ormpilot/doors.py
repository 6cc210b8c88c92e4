"""Shuts the ways from Python to JavaScript, with sentences that say so.

A courtesy, not a wall: a person who tries gets an answer instead of an odd error. What keeps a
program in is outside of Python (docs/decisions/0007).
"""

import errno
import socket
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final, NoReturn

_OUTSIDE: Final = frozenset(
    {"_pyodide", "_pyodide_core", "js", "micropip", "pyodide", "pyodide_js"}
)
_MEMORY: Final = frozenset({"_ctypes", "_ctypes_test", "_xxtestfuzz", "ctypes"})
_REASONS: Final = {
    **dict.fromkeys(_OUTSIDE, "your code has no way to the page or the network"),
    **dict.fromkeys(_MEMORY, "your code has no way to the memory of the interpreter"),
    "_multiprocessing": "Python runs as WebAssembly, which has no processes",
    "greenlet": "it does not exist for WebAssembly, so neither does SQLAlchemy's asyncio",
}
_NO_NETWORK: Final = "There is no network in this sandbox: your code cannot reach any server."


class Closed:
    """A finder that refuses modules which lead out, or cannot exist here."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raise `ImportError` for a closed module or one within it; know nothing of any other."""
        reason = _REASONS.get(name.partition(".")[0])
        if reason is not None:
            raise ImportError(f"{name} is not available in this sandbox: {reason}.", name=name)
        return None


def close() -> None:
    """Shut the doors, for good, when everything that is needed from JavaScript was taken."""
    finders: list[Any] = sys.meta_path
    for finder in finders:
        if type(finder).__name__ == "JsFinder":
            finder.jsproxies.clear()
    finders[:] = [Closed(), *(each for each in finders if not _is_pyodides(each))]
    for name in [name for name in sys.modules if name.partition(".")[0] in _OUTSIDE | _MEMORY]:
        del sys.modules[name]
    socket.socket.connect = _refuse_network


def _is_pyodides(finder: object) -> bool:
    kind = finder if isinstance(finder, type) else type(finder)
    return kind.__module__ == "_pyodide._importhook"


def _refuse_network(*args: Any, **kwargs: Any) -> NoReturn:
    raise OSError(errno.ENETUNREACH, _NO_NETWORK)
