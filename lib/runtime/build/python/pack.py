"""Makes the archives of modules; runs inside the interpreter that will load them."""

import compileall
import py_compile
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

# Files of the projects' own templates are data: compiled, `alembic init` and `startproject` fail.
_DATA = re.compile(r"/alembic/templates/|/conf/\w+_template/|/visible/|/rehearsal/")
_COMPILED_PARTS = (".so", ".pyd", ".c", ".h", ".pyi", ".pxd", ".pyx")
_UNUSED_DIRECTORIES = (
    "/django/contrib/gis/",
    "/django/contrib/admin/static/",
    "/sqlalchemy/testing/",
    "/alembic/testing/",
)
# What is found by listing a directory must be there, also when it has been imported already.
_LISTED = re.compile(r"/(commands|migrations|templatetags)/")
# Zip files know no earlier date; a fixed one makes equal input give equal bytes.
_DATE = (1980, 1, 1, 0, 0, 0)


def is_used(path: str) -> bool:
    """Tell whether a file of the packages is needed at run time.

    :param path: relative to the directory on ``sys.path``, with ``/`` between names.
    """
    anchored = "/" + path
    if any(part in anchored for part in _UNUSED_DIRECTORIES):
        return False
    if "/locale/" in anchored:
        return path == "django/conf/locale/__init__.pyc" or "/locale/en/" in anchored
    if ".dist-info/" in anchored:
        return path.endswith("/METADATA")
    return True


def is_listed(path: str) -> bool:
    """Tell whether a module may be found by listing its directory, as Django finds its commands."""
    return _LISTED.search("/" + path) is not None


def unpack(archives: Iterable[str], target: str) -> None:
    """Extract wheels or other zips into one directory, without the files of C extensions."""
    for archive in archives:
        with zipfile.ZipFile(archive) as source:
            source.extractall(
                target, [n for n in source.namelist() if not n.endswith(_COMPILED_PARTS)]
            )


def compile_tree(root: str, prefix: str) -> None:
    """Compile every module under ``root`` beside its source.

    :param prefix: the path that tracebacks show in place of ``root``.
    :raises RuntimeError: when a module cannot be compiled.
    """
    compiled = compileall.compile_dir(
        root,
        quiet=1,
        legacy=True,
        rx=_DATA,
        optimize=0,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        stripdir=root,
        prependdir=prefix,
    )
    if not compiled:
        raise RuntimeError(f"not every module under {prefix} could be compiled")


def write_zip(root: str, archive: str, used: Callable[[str], bool]) -> None:
    """Zip a compiled tree, stored: sources that were compiled are left out."""
    base = Path(root)
    with zipfile.ZipFile(archive, "w") as target:
        for path in sorted(p for p in base.rglob("*") if p.is_file()):
            name = path.relative_to(base).as_posix()
            if path.suffix == ".py" and path.with_suffix(".pyc").exists():
                continue
            if "__pycache__" not in path.parts and used(name):
                target.writestr(zipfile.ZipInfo(name, _DATE), path.read_bytes())


def pack_packages(wheels: Iterable[str], archive: str) -> None:
    """Make the archive of all third-party packages from their wheels."""
    root = "/build/packages"
    unpack(wheels, root)
    compile_tree(root, "/lib/packages.zip")
    write_zip(root, archive, is_used)
    shutil.rmtree(root)


def pack_stdlib(source: str, archive: str) -> None:
    """Make the archive of the compiled standard library from the one of sources."""
    root = "/build/stdlib"
    unpack([source], root)
    compile_tree(root, "/lib/python314.zip")
    write_zip(root, archive, lambda _name: True)
    shutil.rmtree(root)


def add_own(archive: str, root: str) -> None:
    """Compile our own packages under ``root`` and add them to the archive of packages."""
    compile_tree(root, "/lib/packages.zip")
    own = "/build/own.zip"
    write_zip(root, own, lambda _name: True)
    with zipfile.ZipFile(own) as source, zipfile.ZipFile(archive, "a") as target:
        for entry in source.infolist():
            target.writestr(entry, source.read(entry))


def without(archive: str, loaded: Iterable[str], rest: str) -> None:
    """Copy an archive without the modules that a snapshot holds in memory already, deflated.

    :param loaded: names inside the archive.
    """
    gone = {name for name in loaded if not is_listed(name)}
    with (
        zipfile.ZipFile(archive) as source,
        zipfile.ZipFile(rest, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
    ):
        for entry in source.infolist():
            if entry.filename not in gone:
                kept = zipfile.ZipInfo(entry.filename, _DATE)
                kept.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(kept, source.read(entry))
