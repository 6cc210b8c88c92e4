"""SQLAlchemy: puts a loader option into the statement that feeds a loop."""

import ast
from typing import Any, Final, NamedTuple

from ..source_file import SourceFile
from .chains import SUBSCRIPT, Link, argument_into, call_after, chain, read_by
from .names import definition
from .not_safe import NotSafe
from .task import Task

_EXECUTES: Final = frozenset({"execute", "scalar", "scalars", "stream", "stream_scalars"})
_SELECTS: Final = frozenset(
    [
        "add_columns",
        "distinct",
        "execution_options",
        "fetch",
        "filter",
        "filter_by",
        "group_by",
        "having",
        "join",
        "join_from",
        "limit",
        "offset",
        "options",
        "order_by",
        "outerjoin",
        "outerjoin_from",
        "prefix_with",
        "select_from",
        "slice",
        "where",
        "with_for_update",
    ]
)
"""Methods that give a statement, or a `Query`, of the same objects."""
_ENDS: Final = frozenset(
    [
        "all",
        "count",
        "delete",
        "first",
        "get",
        "one",
        "one_or_none",
        "scalar",
        "scalars",
        "tuples",
        "update",
    ]
) | {SUBSCRIPT}
"""What sends a `Query`: the option goes before it."""
_PLAIN: Final = frozenset(
    ["filter", "filter_by", "limit", "offset", "options", "order_by", "where"]
)
"""Methods that give each object once, as long as they speak of no other class."""
_GROUPS: Final = frozenset({"group_by", "having"})
_MODULE: Final = "sqlalchemy"
_LOADERS: Final = "sqlalchemy.orm"


class _Statement(NamedTuple):
    """A SELECT in the code."""

    expression: ast.expr
    """Where it is written, or the name at which it is executed."""
    links: list[Link]
    """Its methods there, `select()` itself left out."""
    earlier: list[Link]
    entities: list[ast.expr]
    """What is selected."""
    is_query: bool
    """Whether it is a `Query` of a session, which makes joined objects unique by itself."""


def eager_load(task: Task) -> None:
    """Make the change; raises `NotSafe` where it is not sure to be right."""
    path: list[dict[str, Any]] = task.facts["path"]
    if not path or any(step["relation"] is None for step in path):
        raise NotSafe("The run does not name the relation that was loaded.")
    classes = [_checked(task, step) for step in path]
    file, found = task.expression(task.source)
    executed = _executed(found)
    at = file.start(found)
    statement = _statement(
        task, file, read_by(found) if executed is None else _sent_by(executed), at
    )
    owner = _entity(task, file, statement, classes[0], at)
    method: str = task.facts["method"]
    if method == "joinedload" and any(step["cardinality"] == "to-many" for step in path):
        method = _joined_collection(task, file, statement, executed)
    links = [*statement.earlier, *statement.links]
    if method == "joinedload" and any(link.name in _GROUPS for link in links):
        raise NotSafe("The statement groups its rows; joined columns would not be grouped by.")
    option = _option(task, file, method, owner, classes, at)
    _check_options(file, statement, f"{owner}.{path[0]['relation']}")
    _insert(task, file, statement, option)


def _checked(task: Task, step: dict[str, Any]) -> Any:
    """Give the class that a step starts from, once its mapper has been asked for the relation."""
    from sqlalchemy import inspect

    model = task.model_of(step["model"])
    relations = inspect(model).relationships
    if step["relation"] not in relations:
        raise NotSafe(f"{model.__name__} has no relationship {step['relation']}.")
    if relations[step["relation"]].lazy in {"dynamic", "write_only"}:
        raise NotSafe(f"{model.__name__}.{step['relation']} is never loaded whole.")
    return model


def _executed(found: ast.expr) -> Link | None:
    """Give the call that sends a statement; None for a `Query`, which sends itself."""
    _, links = chain(found)
    calls = [link for link in links if link.name in _EXECUTES and _arguments(link)]
    return calls[-1] if calls else None


def _sent_by(link: Link) -> ast.expr:
    call = link.node
    if isinstance(call, ast.Call):
        if call.args:
            return call.args[0]
        for each in call.keywords:
            if each.arg == "statement":
                return each.value
    raise NotSafe("It is not plain to see which statement is sent.")


def _arguments(link: Link) -> list[ast.expr]:
    if not isinstance(link.node, ast.Call):
        return []
    return [*link.node.args, *(each.value for each in link.node.keywords)]


def _statement(task: Task, file: SourceFile, expression: ast.expr, at: int) -> _Statement:
    """Give the statement that an expression is; raises `NotSafe` where it is not plain to see."""
    base, links = chain(expression)
    select = task.imports(file).expression(_MODULE, "select", at)
    first = next((place for place, link in enumerate(links) if link.name == "query"), None)
    if first is not None:
        return _Statement(expression, links[first + 1 :], [], _arguments(links[first]), True)
    first_call = links[0].node if links else None
    if isinstance(first_call, ast.Call) and file.text_of(first_call.func) == select:
        return _Statement(expression, links[1:], [], _arguments(links[0]), False)
    if isinstance(base, ast.Call) and file.text_of(base.func) == select:
        return _Statement(expression, links, [], [*base.args], False)
    if not isinstance(base, ast.Name):
        raise NotSafe("The statement is not a plain select(…).")
    found = definition(file, base)
    before = _statement(task, file, found.value, at)
    if found.others or links:
        earlier = [*before.earlier, *before.links]
        return _Statement(expression, links, earlier, before.entities, before.is_query)
    return before


def _entity(task: Task, file: SourceFile, statement: _Statement, wanted: Any, at: int) -> str:
    """Give how the class is written that is selected; raises `NotSafe` where it is another."""
    name = task.imports(file).of_class(wanted, at)
    texts = [file.text_of(each) for each in statement.entities]
    if name is None or name not in texts:
        raise NotSafe(f"The statement does not plainly select {wanted.__name__}.")
    return name


def _joined_collection(
    task: Task, file: SourceFile, statement: _Statement, executed: Link | None
) -> str:
    """Give the method for a collection that is to be joined: its rows repeat their parents.

    `unique()` folds them, but would also fold objects that the statement itself gives twice; where
    that is possible, a second statement loads the collection instead.
    """
    if statement.is_query:
        return "joinedload"
    links = [*statement.earlier, *statement.links]
    own = {file.text_of(each).rpartition(".")[2] for each in statement.entities}
    is_plain = len(statement.entities) == 1 and all(link.name in _PLAIN for link in links)
    others = {each.__name__ for each in task.loaded.models} - own
    mentioned = {
        node.id if isinstance(node, ast.Name) else node.attr
        for link in links
        for argument in _arguments(link)
        for node in ast.walk(argument)
        if isinstance(node, ast.Name | ast.Attribute)
    }
    if not is_plain or executed is None or executed.name == "scalar" or mentioned & others:
        task.notes.append(
            "selectinload() was taken for the collection: with a join this statement could give "
            "objects twice, and unique() would drop what it is meant to give."
        )
        return "selectinload"
    outer = file.parents[executed.node]
    if not (isinstance(outer, ast.Attribute) and outer.attr == "unique"):
        call_after(file, task.edits, executed.node, ".unique()")
        task.notes.append("unique() folds the rows in which a joined collection repeats its owner.")
    return "joinedload"


def _option(
    task: Task, file: SourceFile, method: str, owner: str, classes: list[Any], at: int
) -> str:
    imports = task.imports(file)
    path: list[dict[str, Any]] = task.facts["path"]
    text = imports.ensure(_LOADERS, method, at)
    for number, (step, kind) in enumerate(zip(path, classes, strict=True)):
        name = owner if number == 0 else imports.of_class(kind, at)
        if name is None:
            name = imports.ensure(kind.__module__, kind.__name__, at)
        text += (
            f"({name}.{step['relation']})"
            if number == 0
            else f".{method}({name}.{step['relation']})"
        )
    return text


def _check_options(file: SourceFile, statement: _Statement, attribute: str) -> None:
    for link in [*statement.earlier, *statement.links]:
        if link.name == "options" and any(
            isinstance(node, ast.Attribute) and file.text_of(node) == attribute
            for argument in _arguments(link)
            for node in ast.walk(argument)
        ):
            raise NotSafe(f"The statement says already how {attribute} is loaded.")


def _insert(task: Task, file: SourceFile, statement: _Statement, option: str) -> None:
    """Put the option into the last `.options(…)`, or a call of it at the statement's end."""
    links = statement.links
    count = next((at for at, link in enumerate(links) if link.name not in _SELECTS), len(links))
    if count < len(links) and not (statement.is_query and links[count].name in _ENDS):
        raise NotSafe(f"{links[count].name} gives something that takes no options.")
    for link in reversed(links[:count]):
        if link.name == "options" and argument_into(file, task.edits, link.node, option):
            return
    receiver = statement.expression if count == len(links) else links[count].receiver
    call_after(file, task.edits, receiver, f".options({option})")
