"""Django: turns rows that are written one by one in a loop into one write."""

import ast
from typing import Any, Final

from ..source_file import SourceFile
from .chains import SUBSCRIPT, chain, quoted
from .created_rows import create_together
from .django_facts import has_own_queries, is_own, require_plain
from .loops import Loop, loop_of, move_last, replace_loop, require_unused
from .names import definition, is_bound
from .not_safe import NotSafe
from .purity import require_pure
from .task import Task

_WHOLE: Final = frozenset(["all", "exclude", "filter", "using"])
"""Methods after which `update()` and `delete()` mean the same objects."""
_KEPT: Final = _WHOLE | {SUBSCRIPT, "distinct", "only", "order_by", "reverse", "select_related"}
"""Methods after which a query keeps the objects that it has given."""


def write_together(task: Task) -> None:
    """Make the change; raises `NotSafe` where it is not sure to be right."""
    file, found = task.expression(task.place)
    if not isinstance(found, ast.Call) or not isinstance(found.func, ast.Attribute):
        raise NotSafe("The rows are written by something that is not a plain call.")
    match task.facts["method"]:
        case "bulk_create":
            create_together(task, file, found)
        case "update" | "bulk_update":
            _update(task, file, loop_of(file, found), found)
        case "delete":
            _delete(task, file, loop_of(file, found), found)
        case _:
            raise NotSafe("There is no such change for Django.")


def _update(task: Task, file: SourceFile, loop: Loop, call: ast.Call) -> None:
    model = task.model()
    require_plain(model, "save", ("pre_save", "post_save"))
    target = _saved(file, loop, call)
    values = [_assigned(task, file, line, target) for line in loop.body]
    if not values:
        raise NotSafe("The loop saves objects that it does not plainly change.")
    fields = [_field(model, name) for name, _ in values]
    _require_fields(model, call, fields)
    if task.facts["method"] == "update" and _is_one_query(model, file, loop, target, values):
        _update_query(task, file, loop, values)
    else:
        _update_objects(task, file, loop, target, model, list(dict.fromkeys(fields)))


def _saved(file: SourceFile, loop: Loop, call: ast.Call) -> str:
    """Give the name of the object that each round saves or deletes."""
    func = call.func
    target = loop.node.target
    saved = func.value if isinstance(func, ast.Attribute) else None
    if isinstance(target, ast.Name) and isinstance(saved, ast.Name) and saved.id == target.id:
        return target.id
    raise NotSafe(f"{file.text_of(call)} is not about what the loop goes through.")


def _assigned(task: Task, file: SourceFile, line: ast.stmt, target: str) -> tuple[str, ast.expr]:
    """Read `target.field = value`, or `+=` and its kin."""
    place = line.targets[0] if isinstance(line, ast.Assign) and len(line.targets) == 1 else None
    place = line.target if isinstance(line, ast.AugAssign) else place
    value = line.value if isinstance(line, ast.Assign | ast.AugAssign) else None
    if (
        isinstance(place, ast.Attribute)
        and isinstance(place.value, ast.Name)
        and place.value.id == target
        and value is not None
    ):
        require_pure(file, task.imports(file), value)
        return place.attr, value
    raise NotSafe("The loop does more than change the object that it saves.")


def _field(model: Any, name: str) -> str:
    for field in model._meta.concrete_fields:
        if name in (field.name, field.attname) and not field.primary_key:
            return str(field.name)
    raise NotSafe(f"{model.__name__}.{name} is no column that could be set for many rows.")


def _require_fields(model: Any, save: ast.Call, fields: list[str]) -> None:
    """Raise `NotSafe` where `save()` writes something else than the fields that were assigned."""
    from django.db.models import Field

    if save.args or any(keyword.arg != "update_fields" for keyword in save.keywords):
        raise NotSafe("save() is told more than the fields to write.")
    for keyword in save.keywords:
        names = keyword.value.elts if isinstance(keyword.value, ast.List | ast.Tuple) else []
        told = {each.value for each in names if isinstance(each, ast.Constant)}
        if told != set(fields):
            raise NotSafe("save() writes other fields than those that the loop sets.")
    for field in model._meta.concrete_fields:
        is_own = type(field).pre_save is not Field.pre_save
        if is_own and getattr(field, "auto_now", True) and not save.keywords:
            raise NotSafe(
                f"save() sets {field.name} as well, which a write of many rows would not."
            )


def _is_one_query(
    model: Any, file: SourceFile, loop: Loop, target: str, values: list[tuple[str, ast.expr]]
) -> bool:
    """Tell whether every object of a plain query gets the same values, and is forgotten."""
    if any(isinstance(line, ast.AugAssign) for line in loop.body) or not _is_whole(loop.node.iter):
        return False
    names = {
        node.id for _, value in values for node in ast.walk(value) if isinstance(node, ast.Name)
    }
    if has_own_queries(model, "update"):
        return False
    if target in names or len({name for name, _ in values}) < len(values):
        return False
    try:
        require_unused(file, loop.node)
    except NotSafe:
        return False
    return True


def _is_whole(expression: ast.expr) -> bool:
    """Tell whether an expression is a query that is written here and takes `update()`."""
    base, links = chain(expression)
    return (
        isinstance(base, ast.Attribute)
        and all(link.name in _WHOLE for link in links)
        and bool(links)
    )


def _update_query(
    task: Task, file: SourceFile, loop: Loop, values: list[tuple[str, ast.expr]]
) -> None:
    given = ", ".join(f"{name}={file.text_of(value)}" for name, value in values)
    text = f"{file.text_of(loop.node.iter)}.update({given})"
    replace_loop(task.edits, file, loop.node, text)
    task.notes.append("update() reads no objects, calls no save() and sends no signals.")


def _update_objects(
    task: Task, file: SourceFile, loop: Loop, target: str, model: Any, fields: list[str]
) -> None:
    """Keep the loop, and write its objects together after it."""
    iterated = loop.node.iter
    edits = task.edits
    text = task.imports(file).of_class(model, file.start(loop.node))
    if text is None or not is_own(model, "bulk_update"):
        raise NotSafe(f"{model.__name__}.objects is not known here.")
    indent = file.indent(loop.node)
    if isinstance(iterated, ast.Name):
        name = iterated.id
        _require_kept(file, iterated)
    else:
        base, links = chain(iterated)
        if not links or links[-1].name == "iterator" or not isinstance(base, ast.Attribute):
            raise NotSafe("The loop does not go through a query that could be kept.")
        name = _free_name(file, target)
        kept = f"{name} = {file.text_of(iterated)}{file.newline}{indent}"
        edits.insert(file, file.start(loop.node), kept)
        edits.replace(file, file.start(iterated), file.end(iterated), name)
    listed = ", ".join(quoted(file, field) for field in fields)
    move_last(edits, file, loop, f"{text}.objects.bulk_update({name}, [{listed}])")
    task.notes.append("bulk_update() calls no save() and sends no signals; this model has neither.")


def _require_kept(file: SourceFile, name: ast.Name) -> None:
    """Raise `NotSafe` where a name may be of something that can be gone through once only."""
    value = definition(file, name).value
    _, links = chain(value)
    is_query = bool(links) and links[-1].name in _KEPT
    is_list = isinstance(value, ast.List | ast.ListComp) or (
        isinstance(value, ast.Call) and file.text_of(value.func) in {"list", "sorted"}
    )
    if not is_query and not is_list:
        raise NotSafe(f"{name.id} is not plainly a query or a list.")


def _free_name(file: SourceFile, target: str) -> str:
    """Give a name for the objects of a loop that the file does not use."""
    for name in (f"{target}s", f"changed_{target}s"):
        if not is_bound(file, name):
            return name
    raise NotSafe(f"{target}s is the name of something else.")


def _delete(task: Task, file: SourceFile, loop: Loop, call: ast.Call) -> None:
    model = task.model()
    _saved(file, loop, call)
    if call.args or call.keywords or loop.body:
        raise NotSafe("The loop does more than delete an object.")
    require_plain(model, "delete", ())
    if has_own_queries(model, "delete"):
        raise NotSafe(f"{model.__name__}'s queries have a delete() of their own.")
    if not _is_whole(loop.node.iter):
        raise NotSafe("The loop does not plainly go through a whole query.")
    require_unused(file, loop.node)
    text = f"{file.text_of(loop.node.iter)}.delete()"
    replace_loop(task.edits, file, loop.node, text)
