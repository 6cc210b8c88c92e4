"""SQLAlchemy: turns rows that are written one by one in a loop into one write."""

import ast

from ..source_file import SourceFile
from .chains import chain
from .loops import (
    Around,
    Loop,
    comprehension,
    loop_of,
    move_last,
    replace_loop,
    require_unused,
)
from .not_safe import NotSafe
from .purity import require_pure
from .task import Task


def write_together(task: Task) -> None:
    """Make the change; raises `NotSafe` where it is not sure to be right."""
    file, found = task.expression(task.place)
    if not isinstance(found, ast.Call) or not isinstance(found.func, ast.Attribute):
        raise NotSafe("The rows are written by something that is not a plain call.")
    match task.facts["method"]:
        case "one-flush":
            _flush_once(task, file, found, found.func)
        case "insert-many":
            _insert_many(task, file, found, found.func)
        case _:
            raise NotSafe("Which rows the one statement would have to name is for you to say.")


def _flush_once(task: Task, file: SourceFile, call: ast.Call, func: ast.Attribute) -> None:
    if func.attr not in {"commit", "flush"} or call.args or call.keywords:
        raise NotSafe("The rows are not written by commit() or flush().")
    loop = loop_of(file, call)
    session = file.text_of(func.value)
    if not loop.body:
        raise NotSafe("The loop does nothing but write what was changed elsewhere.")
    added = _added(loop.body[0], session, file)
    if len(loop.body) == 1 and isinstance(added, ast.Call):
        _add_all(task, file, loop, session, added, func.attr)
        return
    for line in loop.body:
        _require_plain(task, file, line, session)
    _require_unread(loop)
    _require_readable(task, file, loop.node.iter, session)
    move_last(task.edits, file, loop, file.text_of(call))


def _added(line: ast.stmt, session: str, file: SourceFile) -> ast.expr | None:
    """Give what `session.add(…)` is given; None where the statement is none."""
    call = line.value if isinstance(line, ast.Expr) else None
    if isinstance(call, ast.Call) and file.text_of(call.func) == f"{session}.add":
        return call.args[0] if len(call.args) == 1 and not call.keywords else None
    return None


def _add_all(
    task: Task, file: SourceFile, loop: Loop, session: str, added: ast.Call, flush: str
) -> None:
    """Collect the new objects, and write them together."""
    _require_new(task, file, added)
    require_unused(file, loop.node)
    element = file.text_of(added)
    imports = task.imports(file)
    text = comprehension(file, imports, loop.node, element, Around(f"{session}.add_all"))
    text += f"{file.newline}{file.indent(loop.node)}{session}.{flush}()"
    replace_loop(task.edits, file, loop.node, text)


def _require_new(task: Task, file: SourceFile, made: ast.Call) -> None:
    """Raise `NotSafe` where an expression is not plainly a new object of a mapped class."""
    imports = task.imports(file)
    known = {imports.of_class(each, file.start(made)) for each in task.loaded.models}
    if file.text_of(made.func) not in known:
        raise NotSafe(f"{file.text_of(made.func)} is not plainly a mapped class.")
    for each in [*made.args, *(keyword.value for keyword in made.keywords)]:
        require_pure(file, imports, each)


def _require_plain(task: Task, file: SourceFile, line: ast.stmt, session: str) -> None:
    """Raise `NotSafe` where a statement does more than make, add or change an object."""
    added = _added(line, session, file)
    if isinstance(added, ast.Name):
        return
    if isinstance(added, ast.Call):
        _require_new(task, file, added)
        return
    value = line.value if isinstance(line, ast.Assign) else None
    if isinstance(value, ast.Call) and _is_named(line):
        _require_new(task, file, value)
        return
    if isinstance(line, ast.Assign | ast.AugAssign):
        targets = line.targets if isinstance(line, ast.Assign) else [line.target]
        if all(_is_attribute(each) for each in targets):
            require_pure(file, task.imports(file), line.value)
            return
    raise NotSafe("The loop does more than make, add or change objects.")


def _require_unread(loop: Loop) -> None:
    """Raise `NotSafe` where an object is looked into that an earlier round may have written."""
    nodes = [node for line in loop.body for node in ast.walk(line)]
    names = [node for node in nodes if isinstance(node, ast.Name)]
    made = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    for node in nodes:
        read = node.value if isinstance(node, ast.Attribute | ast.Subscript) else None
        is_load = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
        if is_load and isinstance(read, ast.Name) and read.id in made:
            raise NotSafe(f"{read.id} is looked into, which may need the key that it got.")


def _is_named(line: ast.stmt) -> bool:
    return isinstance(line, ast.Assign) and all(isinstance(each, ast.Name) for each in line.targets)


def _is_attribute(target: ast.expr) -> bool:
    return isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name)


def _require_readable(task: Task, file: SourceFile, iterated: ast.expr, session: str) -> None:
    """Raise `NotSafe` where what the loop goes through may depend on what was written before."""
    base, links = chain(iterated)
    if links and isinstance(base, ast.Name) and base.id == session:
        return
    require_pure(file, task.imports(file), iterated)


def _insert_many(task: Task, file: SourceFile, call: ast.Call, func: ast.Attribute) -> None:
    if func.attr != "execute" or call.keywords or not call.args:
        raise NotSafe("The rows are not inserted by execute().")
    loop = loop_of(file, call)
    if loop.body:
        raise NotSafe("The loop does more than insert a row.")
    require_unused(file, loop.node)
    imports = task.imports(file)
    statement, row = _statement(task, file, call)
    around = Around(file.text_of(func), statement)
    text = comprehension(file, imports, loop.node, row, around)
    replace_loop(task.edits, file, loop.node, text)
    if not (isinstance(loop.node.iter, ast.List | ast.Tuple) and loop.node.iter.elts):
        task.notes.append(
            "With an empty list, execute() would insert one row of defaults: "
            "guard it where there may be nothing to insert."
        )


def _statement(task: Task, file: SourceFile, call: ast.Call) -> tuple[str, str]:
    """Give the text of the statement without its values, and that of the values of a row."""
    sent = call.args[0]
    insert = task.imports(file).expression("sqlalchemy", "insert", file.start(call))
    text = file.text_of(sent)
    if insert is None or not text.startswith(f"{insert}("):
        raise NotSafe("The statement is not a plain insert(…).")
    _, links = chain(sent)
    names = [link.name for link in links if link.name != "insert"]
    if len(call.args) == 2 and not names and isinstance(call.args[1], ast.Dict | ast.Name):
        require_pure(file, task.imports(file), call.args[1])
        return text, file.text_of(call.args[1])
    values = links[-1].node if links else None
    if len(call.args) > 1 or names != ["values"] or not isinstance(values, ast.Call):
        raise NotSafe("The statement does more than insert the values of a row.")
    return file.text_of(links[-1].receiver), _row(task, file, values)


def _row(task: Task, file: SourceFile, values: ast.Call) -> str:
    """Give the values of `.values(…)` as a dictionary."""
    for each in [*values.args, *(keyword.value for keyword in values.keywords)]:
        require_pure(file, task.imports(file), each)
    if len(values.args) == 1 and not values.keywords and isinstance(values.args[0], ast.Dict):
        return file.text_of(values.args[0])
    if values.args or any(keyword.arg is None for keyword in values.keywords):
        raise NotSafe("The values of a row are not written by their names.")
    pairs = [f'"{each.arg}": {file.text_of(each.value)}' for each in values.keywords]
    return f"{{{', '.join(pairs)}}}"
