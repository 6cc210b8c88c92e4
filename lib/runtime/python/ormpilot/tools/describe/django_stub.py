"""Writes the stub of a file with Django models: what Django adds to them when they are loaded."""

import ast
from typing import Any, Final, cast

from ..source_file import SourceFile
from .django_models import attribute_of, fields_of, is_reverse, is_to_many, python_type
from .stub_file import WriteClass, class_lines, function_lines, stub_lines, write_stub
from .type_text import ANY, IMPORTS, type_text

_HEAD: Final = (
    IMPORTS + "from django.db import models as _models\n"
    "from django.db.models.fields.related_descriptors import (\n"
    "    ManyRelatedManager as _ManyRelatedManager,\n"
    "    RelatedManager as _RelatedManager,\n"
    ")\n"
    "from django.db.models.manager import Manager as _Manager\n"
)
_REFINING: Final = frozenset(
    [
        "alias",
        "all",
        "annotate",
        "defer",
        "distinct",
        "exclude",
        "extra",
        "filter",
        "get_queryset",
        "none",
        "only",
        "order_by",
        "prefetch_related",
        "reverse",
        "select_for_update",
        "select_related",
        "using",
    ]
)
"""Methods after which a query is still one of the same objects."""


def stub(file: SourceFile, models: list[Any]) -> str:
    """Give the text of a `.pyi` for a file that defines models."""
    return _Stub(file, models).text()


class _Stub:
    """The stub of one file."""

    def __init__(self, file: SourceFile, models: list[Any]) -> None:
        self._file = file
        self._module = file.name.removesuffix(".py")
        self._models = models
        self._imports: dict[str, None] = {}
        self._owners: dict[Any, set[str]] = {}
        """Managers' classes and those of their queries, to the models that use them."""

    def text(self) -> str:
        """Give its text."""
        for model in self._models:
            for manager in model._meta.managers:
                for kind in (type(manager), getattr(manager, "_queryset_class", None)):
                    self._owners.setdefault(kind, set()).add(model.__name__)
        special: dict[str, WriteClass] = {
            kind.__name__: self._queries(kind)
            for kind in self._owners
            if kind is not None and kind.__module__ == self._module
        }
        special |= {model.__name__: self._model(model) for model in self._models}
        text = write_stub(self._file, _HEAD, special)
        at = text.index(_HEAD) + len(_HEAD)
        return text[:at] + "".join(f"{line}\n" for line in self._imports) + text[at:]

    def _named(self, kind: Any) -> str:
        """Give how a class is written here; one of another file is imported."""
        if kind.__module__ != self._module:
            self._imports[f"from {kind.__module__} import {kind.__name__}"] = None
        return str(kind.__name__)

    def _queries(self, kind: Any) -> WriteClass:
        """Write a class of managers or queries: for which model, and that its methods refine."""
        owners = sorted(self._owners[kind])
        of = owners[0] if len(owners) == 1 else ANY
        is_manager = not hasattr(kind, "as_manager")
        refined = f"_models.QuerySet[{of}]" if is_manager else "_Self"

        def write(node: ast.ClassDef) -> list[str]:
            bases = [_parametrised(each, of) for each in node.bases]
            body: list[str] = []
            for each in node.body:
                if isinstance(each, ast.FunctionDef):
                    body += function_lines(each, refined if _is_refining(each) else None)
                else:
                    body += stub_lines(each)
            return class_lines(node, bases, body)

        return write

    def _model(self, model: Any) -> WriteClass:
        fields = fields_of(model)
        managers = {each.name for each in model._meta.managers}
        generated = {attribute_of(each) for each in fields} | managers

        def write(node: ast.ClassDef) -> list[str]:
            before: list[str] = []
            body = [line for each in fields for line in self._field(each)]
            for manager in model._meta.managers:
                kind, more = self._manager(model, manager)
                before += more
                body.append(f"{manager.name}: _ClassVar[{kind}]")
            for each in node.body:
                if not _assigned(each) & generated and not _is_meta(each):
                    body += stub_lines(each)
            bases = [ast.unparse(each) for each in node.bases]
            return [*before, *class_lines(node, bases, body)]

        return write

    def _manager(self, model: Any, manager: Any) -> tuple[str, list[str]]:
        """Give how a manager's class is written, and lines that must stand before its model."""
        kind: Any = type(manager)
        of_queries: Any = getattr(manager, "_queryset_class", None)
        if kind.__module__ in _own_modules(self._models):
            return self._named(kind), []
        if of_queries is not None and of_queries.__module__ in _own_modules(self._models):
            name = f"_{model.__name__}_{manager.name}"
            bases = f"{self._named(of_queries)}, _Manager[{model.__name__}]"
            return name, [f"class {name}({bases}): ..."]
        return f"_Manager[{model.__name__}]", []

    def _field(self, field: Any) -> list[str]:
        name = attribute_of(field)
        target = field.related_model if field.is_relation else None
        if not field.is_relation:
            return self._plain(field)
        if not isinstance(target, type):
            return [f"{name}: {ANY}"]
        other = self._named(target)
        if is_reverse(field):
            many = "_ManyRelatedManager[{}, _Any]" if field.many_to_many else "_RelatedManager[{}]"
            return [f"{name}: {many.format(other) if is_to_many(field) else other}"]
        kind = _field_class(field)
        if field.many_to_many:
            return [f"{name}: {kind}[{other}, _Any]"]
        none = " | None" if field.null else ""
        key = type_text(python_type(field.target_field))
        lines = [f"{name}: {kind}[_Any, {other}{none}]"]
        if field.attname != name:
            lines.append(f"{field.attname}: {key}{none}")
        return lines

    def _plain(self, field: Any) -> list[str]:
        none = " | None" if getattr(field, "null", False) else ""
        kind = type_text(python_type(field))
        # What may be assigned is more than what is read: expressions, texts for dates.
        lines = [f"{field.name}: {_field_class(field)}[_Any, {kind}{none}]"]
        if getattr(field, "choices", None):
            lines.append(f"def get_{field.name}_display(self) -> str: ...")
        return lines


def _own_modules(models: list[Any]) -> set[str]:
    """Give the modules that are the person's: those beside the models'."""
    import sys

    return {
        name
        for name, module in sys.modules.items()
        if getattr(module, "__file__", None) == f"{name}.py"
    } | {each.__module__ for each in models}


def _field_class(field: Any) -> str:
    """Give Django's class of a field, or that which the person's own inherits from."""
    from django.db import models

    of_django = cast(Any, models)
    for kind in type(field).__mro__:
        if getattr(of_django, kind.__name__, None) is kind:
            return f"_models.{kind.__name__}"
    return "_models.Field"


def _parametrised(base: ast.expr, of: str) -> str:
    text = ast.unparse(base)
    is_bare = text.rpartition(".")[2] in {"BaseManager", "Manager", "QuerySet"}
    return f"{text}[{of}]" if is_bare else text


def _is_refining(node: ast.FunctionDef) -> bool:
    """Tell whether a method gives a query that is made of its own object."""
    last = node.body[-1]
    value = last.value if isinstance(last, ast.Return) else None
    name = None
    while isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        if value.func.attr not in _REFINING:
            return False
        name, value = value.func.attr, value.func.value
    return name is not None and isinstance(value, ast.Name) and value.id == "self"


def _assigned(statement: ast.stmt) -> set[str]:
    if isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    elif isinstance(statement, ast.Assign):
        targets = statement.targets
    else:
        return set()
    return {each.id for each in targets if isinstance(each, ast.Name)}


def _is_meta(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ClassDef) and statement.name == "Meta"
