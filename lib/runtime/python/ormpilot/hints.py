"""What an exception means here and what to do, where its own message does not say it."""

from collections.abc import Callable
from typing import Final

from .request import Request

_INSTALLED: Final = "the standard library, Django, SQLAlchemy and Alembic"
_GREENLET: Final = (
    "SQLAlchemy's asyncio extension needs greenlet, which switches between stacks of C code. "
    "WebAssembly cannot do that, so it does not exist here. "
    "Use a plain Session: the SQL is the same."
)
_MEMORY: Final = (
    "This run used all the memory that it may have. What it had done until then is kept. "
    "Use fewer rows, or read them in pieces."
)
_RECURSION: Final = (
    "A function calls itself without an end, or too deeply. "
    "Look at the frames: the same lines repeat."
)
_LOCKED: Final = (
    "Another connection of this program has a transaction open that writes. "
    "Commit or roll it back first: SQLite lets one connection write at a time."
)
_SHADOWED: Final = (
    "`from sqlalchemy.orm import *` put a module named session in the place of the `session` that "
    "the script has ready. Import what you need by its name."
)
_AWAIT: Final = "Put it into an async function and run that with asyncio.run(…)."


def hint(error: BaseException, request: Request) -> str | None:
    """Give the hint for an exception, None where there is nothing to add."""
    message = _text(error)
    for applies, advice in _HINTS:
        if applies(error, message):
            return advice(error, message, request)
    return None


type _Applies = Callable[[BaseException, str], bool]
type _Advice = Callable[[BaseException, str, Request], str | None]


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - a person's `__str__` may raise anything
        return ""


def _missing_module(error: BaseException, _message: str, request: Request) -> str | None:
    own = ", ".join(
        sorted(file.removesuffix(".py") for file in request.files if file != "script.py")
    )
    return (
        f"Only {_INSTALLED} can be imported here, and your own files ({own}). "
        "There is no way to install more; add a file if it is code of your own."
    )


def _missing_name(error: BaseException, _message: str, request: Request) -> str | None:
    name = f"{error.name}.py" if isinstance(error, ImportError) else ""
    if name == "database.py":
        return "database.py has `engine` and `Session`. The rest goes into a file of yours."
    if name in request.files:
        return f"Look at {name}: the name is not defined there, or is defined after an error."
    return None


def _no_table(_error: BaseException, _message: str, request: Request) -> str | None:
    if request.has_image:
        return (
            "The tables are those of the dataset, and those of your models that it lacks. "
            "Compare the table's name with that of your model, which must be in models.py."
        )
    return (
        "Tables are made from the models in models.py before the script starts. A model with "
        "managed = False, or one that is defined elsewhere, gets none."
    )


def _always(text: str) -> _Advice:
    return lambda _error, _message, _request: text


def _contains(*words: str) -> _Applies:
    return lambda _error, message: any(word in message for word in words)


def _is(*types: type[BaseException]) -> _Applies:
    return lambda error, _message: isinstance(error, types)


_HINTS: Final[list[tuple[_Applies, _Advice]]] = [
    (_is(MemoryError), _always(_MEMORY)),
    (_is(RecursionError), _always(_RECURSION)),
    (_contains("greenlet"), _always(_GREENLET)),
    (_is(ModuleNotFoundError), _missing_module),
    (_is(ImportError), _missing_name),
    (
        _is(SystemExit),
        _always("Take it out to run the rest. What was sent before it is shown."),
    ),
    (
        _contains("declare an explicit app_label"),
        _always("Put your models into models.py: it is the app."),
    ),
    (_contains("no such table"), _no_table),
    (_contains("database is locked"), _always(_LOCKED)),
    (_contains("'sqlalchemy.orm.session' has no attribute"), _always(_SHADOWED)),
    (_contains("'await' outside", "asynchronous comprehension outside"), _always(_AWAIT)),
    (
        _contains("database or disk is full"),
        _always("The database, or the files beside it, reached the size that one run may have."),
    ),
]
"""The first that applies is given."""
