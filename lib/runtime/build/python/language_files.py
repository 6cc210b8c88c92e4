"""Collects what a language server must know of the packages, as small as it gets."""

import ast
import io
import json
import re
import tokenize
import zipfile
from collections.abc import Iterable, Iterator

# Packages with types of their own, and what of them a program on the page has no use for.
_TYPED = ("sqlalchemy", "alembic", "asgiref", "django_stubs_ext")
_UNUSED = re.compile(
    r"/testing/|^alembic/(templates|autogenerate)/|^asgiref/(server|testing|wsgi)|"
    r"^sqlalchemy/(ext/mypy|dialects/(mysql|oracle|mssql))/|"
    r"^sqlalchemy/dialects/(postgresql|sqlite)/(aio|async|pg8000|psycopg|pysqlcipher|provision)"
)
_UNUSED_STUBS = re.compile(
    r"^django/contrib/(gis|admin|admindocs|flatpages|humanize|messages|postgres|redirects|"
    r"sessions|sitemaps|sites|staticfiles|syndication)/|"
    r"^django/(template|templatetags|views|test)/|"
    r"^django/core/(servers|management/commands|mail|cache/backends)/|"
    r"^django/db/backends/(oracle|mysql|postgresql)/"
)
_STUBS = "django-stubs/"
# Managers have the methods of queries, which Django copies when it is loaded.
_MADE_OF = {"django/db/models/manager.pyi": ("django/db/models/query.py",)}
_COPIED = {"QuerySet": "Manager"}

type _Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def collect(wheels: Iterable[str]) -> str:
    """Return JSON: the text of each file, by where the server finds it.

    Packages lie in ``/packages``; Django, which has no types, is described in ``/typings``.
    """
    sources = {
        name: archive.read(name).decode()
        for wheel in wheels
        for archive in [zipfile.ZipFile(wheel)]
        for name in archive.namelist()
        if name.endswith((".py", ".pyi"))
    }
    files: dict[str, str] = {}
    for name, text in sources.items():
        if name.startswith(_STUBS) and name.endswith(".pyi"):
            path = "django/" + name.removeprefix(_STUBS)
            if _UNUSED_STUBS.search(path) is None:
                documented = [
                    sources.get(name, "") for name in (path[:-1], *_MADE_OF.get(path, ()))
                ]
                files[f"/typings/{path}"] = with_docstrings(text, documented)
        elif name.startswith(_TYPED) and _UNUSED.search(name) is None:
            files[f"/packages/{name}"] = without_bodies(text)
    for package in _TYPED:
        files[f"/packages/{package}/py.typed"] = ""
    return json.dumps(files, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def without_bodies(source: str) -> str:
    """Take out of a module what its functions do, where they say what they give, and its remarks.

    Documentation stays, and so does a function that sets attributes: they are found nowhere else.
    """
    tree = ast.parse(source)
    lines = _lines(source)
    for node in _functions(tree):
        if node.returns is None or _sets_attributes(node):
            continue
        first = node.body[0]
        if _is_docstring(first):
            if len(node.body) == 1:
                continue
            first = node.body[1]
        start, end = _first_line(first), node.body[-1].end_lineno or first.lineno
        if start == node.lineno or lines[start - 1][: first.col_offset].strip() != "":
            continue
        lines[start - 1 : end] = [
            lines[start - 1][: first.col_offset] + "...\n",
            *[""] * (end - start),
        ]
    return without_remarks("".join(lines))


def with_docstrings(stub: str, sources: Iterable[str]) -> str:
    """Give a stub's functions and classes the documentation that the modules have for them."""
    texts: dict[str, str] = {}
    for source in sources:
        for name, text in _documented(ast.parse(source)):
            owner, dot, method = name.partition(".")
            for known in (name, _COPIED.get(owner, owner) + dot + method):
                if text is not None and method != "":
                    texts.setdefault(known, text)
                elif text is not None and known == name:
                    texts.setdefault(name, text)
    lines = _lines(stub)
    seen: set[str] = set()
    # From the end, so that lines that are still to come keep their numbers.
    for name, node in reversed(list(_named(ast.parse(stub)))):
        text = texts.get(name)
        if text is None or name in seen or _is_docstring(node.body[0]):
            continue
        first = node.body[0]
        at = _first_line(first) - 1
        line = lines[at]
        indent = " " * (node.col_offset + 4)
        quoted = _quoted(text, indent)
        before = line[: first.col_offset]
        is_bare = _is_dots(first) and len(node.body) == 1
        if before.strip() == "":
            lines[at] = quoted + ("" if is_bare else line)
            seen.add(name)
        elif is_bare:
            lines[at] = f"{before.rstrip()}\n{quoted}"
            seen.add(name)
    return without_remarks("".join(lines))


def without_remarks(source: str) -> str:
    """Take out the lines of a module that are a comment and nothing else."""
    lines = _lines(source)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        line, column = token.start
        if token.type == tokenize.COMMENT and lines[line - 1][:column].strip() == "":
            lines[line - 1] = ""
    return re.sub(r"\n{3,}", "\n\n", "".join(lines))


def _lines(source: str) -> list[str]:
    """Cut a text where Python counts lines, line ends included."""
    return io.StringIO(source).readlines()


_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give the functions of a module and its classes, not those within functions, last first."""
    found: list[ast.FunctionDef | ast.AsyncFunctionDef] = []

    def visit(node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                found.append(child)
            else:
                visit(child)

    visit(tree)
    return sorted(found, key=lambda each: each.lineno, reverse=True)


def _sets_attributes(node: ast.AST) -> bool:
    return any(
        isinstance(each, ast.Attribute)
        and isinstance(each.ctx, ast.Store)
        and isinstance(each.value, ast.Name)
        and each.value.id in {"self", "cls"}
        for each in ast.walk(node)
    )


def _first_line(statement: ast.stmt) -> int:
    """Give the line that a statement begins in, decorators included."""
    if isinstance(statement, _DEFINITIONS) and statement.decorator_list:
        return statement.decorator_list[0].lineno
    return statement.lineno


def _named(tree: ast.Module) -> Iterator[tuple[str, _Definition]]:
    """Give the definitions of a module with their full names, in their order."""

    def visit(node: ast.AST, prefix: str) -> Iterator[tuple[str, _Definition]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, _DEFINITIONS):
                yield prefix + child.name, child
                if isinstance(child, ast.ClassDef):
                    yield from visit(child, f"{prefix}{child.name}.")
            elif isinstance(child, ast.If):
                yield from visit(child, prefix)

    return visit(tree, "")


def _documented(tree: ast.Module) -> Iterator[tuple[str, str | None]]:
    for name, node in _named(tree):
        yield name, ast.get_docstring(node)


def _is_docstring(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _is_dots(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and statement.value.value is ...
    )


def _quoted(text: str, indent: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if escaped.endswith('"'):
        escaped += " "
    lines = f'"""{escaped}"""'.splitlines()
    return "".join(f"{indent}{line}\n" if line.strip() else "\n" for line in lines)
