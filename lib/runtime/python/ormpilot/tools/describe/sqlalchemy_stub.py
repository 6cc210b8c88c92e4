"""Writes the stub of a file with mapped classes: types for what the classes do not annotate."""

import ast
from typing import Any, Final

from ..source_file import SourceFile
from .sqlalchemy_models import is_nullable, python_type
from .stub_file import WriteClass, class_lines, stub_lines, write_stub
from .type_text import ANY, IMPORTS, type_text

_HEAD: Final = (
    IMPORTS + "from sqlalchemy.orm import (\n"
    "    DynamicMapped as _DynamicMapped,\n"
    "    Mapped as _Mapped,\n"
    "    WriteOnlyMapped as _WriteOnlyMapped,\n"
    ")\n"
)


def stub(file: SourceFile, classes: list[Any]) -> str:
    """Give the text of a `.pyi` for a file that defines mapped classes."""
    imports: dict[str, None] = {}
    special: dict[str, WriteClass] = {
        each.__name__: _class(each, file.name.removesuffix(".py"), imports) for each in classes
    }
    text = write_stub(file, _HEAD, special)
    at = text.index(_HEAD) + len(_HEAD)
    return text[:at] + "".join(f"{line}\n" for line in imports) + text[at:]


def _class(kind: Any, module: str, imports: dict[str, None]) -> WriteClass:
    from sqlalchemy import inspect

    mapper = inspect(kind)

    def write(node: ast.ClassDef) -> list[str]:
        annotated = {
            each.target.id
            for each in node.body
            if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
        }
        typed = {
            name: text
            for name, text in _attributes(kind, mapper, module, imports).items()
            if name not in annotated
        }
        body = [f"{name}: {text}" for name, text in typed.items()]
        for each in node.body:
            names = (
                {target.id for target in each.targets if isinstance(target, ast.Name)}
                if isinstance(each, ast.Assign)
                else set[str]()
            )
            if not names & typed.keys():
                body += stub_lines(each)
        bases = [ast.unparse(each) for each in [*node.bases, *node.keywords]]
        return class_lines(node, bases, body)

    return write


def _attributes(kind: Any, mapper: Any, module: str, imports: dict[str, None]) -> dict[str, str]:
    """Give the types of the attributes that a class itself adds, by name."""
    found: dict[str, str] = {}
    inherited = mapper.inherits.attrs.keys() if mapper.inherits is not None else ()
    for attribute in mapper.column_attrs:
        if attribute.key not in inherited:
            column = attribute.columns[0]
            none = " | None" if getattr(column, "nullable", True) else ""
            found[attribute.key] = f"_Mapped[{type_text(python_type(column))}{none}]"
    for relation in mapper.relationships:
        if relation.key not in inherited:
            target = relation.mapper.class_
            if target.__module__ != module:
                imports[f"from {target.__module__} import {target.__name__}"] = None
            found[relation.key] = _relation(relation, target.__name__)
    return found


def _relation(relation: Any, target: str) -> str:
    if relation.lazy == "dynamic":
        return f"_DynamicMapped[{target}]"
    if relation.lazy == "write_only":
        return f"_WriteOnlyMapped[{target}]"
    if not relation.uselist:
        return f"_Mapped[{target}{' | None' if is_nullable(relation) else ''}]"
    collection = relation.collection_class or list
    if collection in (list, set):
        return f"_Mapped[{collection.__name__}[{target}]]"
    return f"_Mapped[{ANY}]"
