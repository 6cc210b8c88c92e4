"""Django: creates the rows of a loop at once."""

import ast
from typing import Any, NamedTuple

from ..source_file import SourceFile
from .django_facts import is_own, require_plain
from .loops import Around, comprehension, loop_of, replace_loop, require_unused
from .not_safe import NotSafe
from .purity import require_pure
from .task import Task


class _Row(NamedTuple):
    """A row that is created in each round."""

    model: Any
    text: str
    """How the model is written."""
    arguments: str
    """Its arguments with their parentheses."""
    call: ast.Call
    is_saved: bool
    """Whether it is made by `save()`, which gives nothing."""


def create_together(task: Task, file: SourceFile, call: ast.Call) -> None:
    """Create the rows of a loop or a list at once; raises `NotSafe` where that is not sure."""
    row = _row(task, file, call)
    require_plain(row.model, "save", ("pre_save", "post_save"))
    for each in [*row.call.args, *(keyword.value for keyword in row.call.keywords)]:
        require_pure(file, task.imports(file), each)
    element = row.text + row.arguments
    manager = f"{row.text}.objects.bulk_create"
    task.notes.append("bulk_create() calls no save() and sends no signals; this model has neither.")
    listed = file.parents[call]
    if isinstance(listed, ast.ListComp) and listed.elt is call:
        _require_list(task, file, listed, row)
        task.edits.replace(file, file.start(call), file.end(call), element)
        task.edits.insert(file, file.start(listed), f"{manager}(")
        task.edits.insert(file, file.end(listed), ")")
        return
    loop = loop_of(file, call)
    if loop.body:
        raise NotSafe("The loop does more than create a row.")
    require_unused(file, loop.node)
    text = comprehension(file, task.imports(file), loop.node, element, Around(manager))
    replace_loop(task.edits, file, loop.node, text)


def _row(task: Task, file: SourceFile, call: ast.Call) -> _Row:
    """Read `Model.objects.create(…)` or `Model(…).save()`."""
    model = task.model()
    text = task.imports(file).of_class(model, file.start(call))
    func = call.func
    if isinstance(func, ast.Attribute) and text is not None:
        written = file.text_of(func)
        if written == f"{text}.objects.create" and is_own(model, "create"):
            arguments = file.text[file.end(func) : file.end(call)]
            return _Row(model, text, arguments, call, is_saved=False)
        made = func.value
        is_saved = func.attr == "save" and not (call.args or call.keywords)
        if is_saved and isinstance(made, ast.Call) and file.text_of(made.func) == text:
            arguments = file.text[file.end(made.func) : file.end(made)]
            _require_no_key(model, made)
            return _Row(model, text, arguments, made, is_saved=True)
    raise NotSafe(f"The rows are not plainly made by {model.__name__}.objects.create(…).")


def _require_list(task: Task, file: SourceFile, listed: ast.ListComp, row: _Row) -> None:
    """Raise `NotSafe` where what a list goes through may see the rows that were created before."""
    if row.is_saved:
        raise NotSafe("The list is one of what save() gives, not of the rows.")
    for part in listed.generators:
        for each in [part.iter, *part.ifs]:
            require_pure(file, task.imports(file), each)


def _require_no_key(model: Any, made: ast.Call) -> None:
    """Raise `NotSafe` where `save()` may change a row that is there instead of creating one."""
    key = model._meta.pk
    names = {"pk", key.name, getattr(key, "attname", key.name), None}
    if made.args or any(keyword.arg in names for keyword in made.keywords):
        raise NotSafe("save() may find the row there already, and change it.")
