"""The database of a run: a file, as in a project, so that each connection is one of its own."""

import gc
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any, Final, NamedTuple

from .link import BaseConnection, is_in_transaction
from .traced_cursor import BaseCursor

FOLDER: Final = Path("/tmp/ormpilot")  # noqa: S108 - the interpreter has a file system of its own
IMAGE_IN: Final = FOLDER / "in.sqlite"
"""Where the page puts the database to start from."""
IMAGE_OUT: Final = FOLDER / "out.sqlite"
"""Where it finds the one that the run left."""
IMAGE_STATE: Final = FOLDER / "state.sqlite"
"""Where it finds one that a cell left, when it is told of it."""
PROJECT: Final = FOLDER / "project"
"""The folder that a program runs in."""
NAME: Final = "db.sqlite3"
"""The database's file there, as the set-up files of both sides name it."""

# The header of a database file (https://www.sqlite.org/fileformat.html#the_database_header).
_HEADER: Final = 28
_VERSIONS: Final = slice(18, 20)
_IN_ROLLBACK: Final = b"\x01\x01"
_IN_WAL: Final = b"\x02\x02"
_COUNTER: Final = slice(24, 28)

_PROBE: Final = "ormpilot_probe"
_execute = BaseConnection.execute
_close = BaseConnection.close
_create_function = BaseConnection.create_function
_set_trace_callback = BaseConnection.set_trace_callback


class Left(NamedTuple):
    """What a program left undone with the database."""

    in_transaction: int
    """Connections with a transaction that was neither committed nor rolled back."""
    unread: int
    """Connections with a query whose rows were not read to the end."""
    attached: int
    """Further databases that were attached to a connection."""


def prepare(has_image: bool) -> None:
    """Make the folder of a run, with the given database in it or none, and go there."""
    if PROJECT.exists():
        os.chdir("/")
        shutil.rmtree(PROJECT)
    IMAGE_OUT.unlink(missing_ok=True)
    PROJECT.mkdir(parents=True)
    if has_image:
        shutil.copyfile(IMAGE_IN, PROJECT / NAME)
    os.chdir(PROJECT)


def _connect() -> Any:
    """Open the run's database, past the recorder; there is nobody who could unlock it meanwhile."""
    return BaseConnection(str(PROJECT / NAME), timeout=0)


def mark() -> object:
    """Give what is another after each commit, without asking SQLite.

    That is the change counter of the file's header and its size, and those of a write-ahead log.
    """
    try:
        with (PROJECT / NAME).open("rb") as file:
            header = file.read(_HEADER)
        return header[_COUNTER], [_signs(PROJECT / name) for name in (NAME, f"{NAME}-wal")]
    except OSError:
        return None


def _signs(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns


def state(most: int) -> bytes | None:
    """Give the database as it is committed, None when it has more bytes than `most`.

    Raises `sqlite3.Error` where it is locked or damaged, `FileNotFoundError` where it is gone.
    """
    if not (PROJECT / NAME).is_file():
        raise FileNotFoundError(NAME)
    connection = _connect()
    try:
        ((pages,),) = _execute(connection, "PRAGMA page_count")
        ((size,),) = _execute(connection, "PRAGMA page_size")
        if pages == 0:
            return b""
        if pages * size > most:
            return None
        image = connection.serialize()
    finally:
        _close(connection)
    # A database in the mode WAL can be opened as a file only, not as an image in memory.
    if image[_VERSIONS] != _IN_WAL:
        return image
    return image[: _VERSIONS.start] + _IN_ROLLBACK + image[_VERSIONS.stop :]


def table_names() -> set[str]:
    """Give the names of the tables that are there; asked past the recorder."""
    connection = _connect()
    try:
        rows = _execute(
            connection, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        )
        return {str(row[0]) for row in rows}
    finally:
        _close(connection)


def finish() -> Left:
    """End what is open, and put the database into its place for the page; tell what was open."""
    connections = _open_connections()
    left = Left(
        sum(_is_in_transaction(each) for each in connections),
        sum(_has_unread(each) for each in connections),
        sum(_attached(each) for each in connections),
    )
    for connection in connections:
        try:
            _close(connection)  # with it, an open transaction is rolled back
        except sqlite3.Error:
            continue
    try:
        _write_image()
    except (OSError, sqlite3.Error):
        # The program deleted or damaged it: there is nothing that could be kept.
        IMAGE_OUT.unlink(missing_ok=True)
    return left


def _write_image() -> None:
    if not (PROJECT / NAME).exists():
        return
    connection = _connect()
    try:
        # A database in the mode WAL can be opened as a file only, not as an image in memory.
        _execute(connection, "PRAGMA journal_mode = DELETE")
        IMAGE_OUT.write_bytes(connection.serialize())
    finally:
        _close(connection)


def _open_connections() -> list[Any]:
    """Find the open connections to the run's database, wherever a program keeps them."""
    classes = _with_subclasses(BaseConnection)
    # An object refers to its class: so the search is made in C, over a hundred thousand objects.
    holders: list[Any] = gc.get_referrers(*classes)
    found = [each for each in holders if type(each) in classes]
    return [each for each in found if any(_is_main(row) for row in _databases(each))]


def _with_subclasses(kind: type) -> set[type]:
    below: list[type] = type.__subclasses__(kind)
    return {kind}.union(*(_with_subclasses(each) for each in below))


def _databases(connection: Any) -> list[Any]:
    """Give (number, name, file) of each database of a connection; none when it is closed."""
    try:
        # The program's own callback is not to hear of what is asked here.
        _set_trace_callback(connection, None)
        cursor = BaseCursor(connection)
        cursor.row_factory = None
        return list(cursor.execute("PRAGMA database_list"))
    except sqlite3.Error:
        return []


def _is_main(row: Any) -> bool:
    return row[1] == "main" and Path(str(row[2])).name == NAME


def _attached(connection: Any) -> int:
    return sum(row[1] not in {"main", "temp"} for row in _databases(connection))


def _is_in_transaction(connection: Any) -> bool:
    try:
        return is_in_transaction(connection)
    except sqlite3.Error:
        return False


def _has_unread(connection: Any) -> bool:
    """Tell whether a query is under way: SQLite then refuses to replace a function."""
    try:
        _create_function(connection, _PROBE, 0, None)
        _create_function(connection, _PROBE, 0, int)
        _create_function(connection, _PROBE, 0, None)
    except sqlite3.OperationalError:
        return True
    except sqlite3.Error:
        return False
    return False
