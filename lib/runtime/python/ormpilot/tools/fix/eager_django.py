"""Django: puts `select_related` or `prefetch_related` into the query that feeds a loop."""

import ast
from typing import Any, Final, NamedTuple

from ..source_file import SourceFile
from .chains import SUBSCRIPT, Link, argument_into, call_after, chain, quoted, read_by
from .names import Definition, definition, loop_around
from .not_safe import NotSafe
from .task import Task

_QUERYSETS: Final = frozenset(
    [
        "alias",
        "all",
        "annotate",
        "complex_filter",
        "defer",
        "distinct",
        "exclude",
        "extra",
        "fetch_mode",
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
"""Methods that give a query of the same objects."""
_ENDS: Final = frozenset(
    [
        "aearliest",
        "afirst",
        "aget",
        "aggregate",
        "aiterator",
        "alast",
        "alatest",
        "contains",
        "count",
        "delete",
        "earliest",
        "exists",
        "explain",
        "first",
        "get",
        "in_bulk",
        "iterator",
        "last",
        "latest",
        "update",
    ]
) | {SUBSCRIPT}
"""What ends a query: the new method goes before it."""
_OTHER_ROWS: Final = frozenset(
    ["dates", "datetimes", "difference", "intersection", "raw", "union", "values", "values_list"]
)
"""What gives no objects, or a query that takes no further methods."""
_HARMLESS: Final = _QUERYSETS - {"only", "defer", "fetch_mode", "select_related"} | _ENDS


class _Query(NamedTuple):
    """A query in the code."""

    expression: ast.expr
    """Where it is written, or the name at which it is read."""
    links: list[Link]
    """Its methods there."""
    earlier: list[Link]
    """Those that it got before, where a name stands for it."""
    base: ast.expr


def eager_load(task: Task) -> None:
    """Make the change; raises `NotSafe` where it is not sure to be right."""
    method: str = task.facts["method"]
    lookup = _lookup(task)
    file, found = task.expression(task.source)
    query = _query(file, read_by(found))
    _check_model(task, file, query)
    _check_links(task, [*query.earlier, *query.links], lookup)
    _insert(task, file, query, method, lookup)


def _lookup(task: Task) -> str:
    """Give the path as the method takes it, once the models have been asked whether it is one."""
    path: list[dict[str, Any]] = task.facts["path"]
    if not path or any(step["relation"] is None for step in path):
        raise NotSafe("The run does not name the relation that was loaded.")
    model = task.model_of(path[0]["model"])
    is_joined = task.facts["method"] == "select_related"
    for step in path:
        model = _follow(model, step["relation"], is_joined)
    return "__".join(step["relation"] for step in path)


def _follow(model: Any, name: str, is_joined: bool) -> Any:
    for field in model._meta.get_fields():
        if not field.is_relation or field.related_model is None:
            continue
        is_forward = not field.auto_created or field.concrete
        attribute = field.name if is_forward else field.get_accessor_name()
        if attribute != name:
            continue
        if is_joined and (field.one_to_many or field.many_to_many or field.name != name):
            raise NotSafe(f"{model.__name__}.{name} cannot be joined.")
        return field.related_model
    raise NotSafe(f"{model.__name__} has no relation {name}.")


def _query(file: SourceFile, expression: ast.expr) -> _Query:
    """Give the query that an expression is; raises `NotSafe` where it is not plain to see."""
    base, links = chain(expression)
    if not isinstance(base, ast.Name):
        if not links:
            raise NotSafe("It is not sure where the query of these objects stands.")
        return _Query(expression, links, [], base)
    found = definition(file, base)
    before = _query(file, found.value)
    last = before.links[-1] if before.links else None
    if (
        last is not None
        and (last.name in _ENDS or last.name in _OTHER_ROWS)
        and not _is_slice(last)
    ):
        raise NotSafe(f"{base.id} is no query: it is what {last.name} gave.")
    if links or _is_better_at_use(file, base, found):
        return _Query(expression, links, [*before.earlier, *before.links], before.base)
    return before


def _is_slice(link: Link) -> bool:
    return isinstance(link.node, ast.Subscript) and isinstance(link.node.slice, ast.Slice)


def _is_better_at_use(file: SourceFile, use: ast.Name, found: Definition) -> bool:
    """Tell whether to change a query where a name of it is read, not where it is assigned.

    At the assignment, everything else that is made of it would load more too. Where it is read, the
    objects would be read anew, so nothing else may read those that the name keeps.
    """
    if not found.others:
        return False
    refining = [_refinement(file, each) for each in found.others]
    is_repeated = loop_around(file, use) is not loop_around(file, found.statement)
    if None not in refining and not is_repeated:
        return True
    if any(name is not None and name not in _HARMLESS for name in refining):
        raise NotSafe(
            f"{use.id} is read and refined in several places, so a change to it reaches further."
        )
    return False


def _refinement(file: SourceFile, use: ast.Name) -> str | None:
    """Give the method by which a use makes a further query; None where it reads the objects."""
    attribute = file.parents[use]
    call = file.parents[attribute]
    if isinstance(attribute, ast.Attribute) and isinstance(call, ast.Call):
        return attribute.attr
    return None


def _check_model(task: Task, file: SourceFile, query: _Query) -> None:
    """Refuse a query that is plainly one of another model."""
    base = query.base
    if not isinstance(base, ast.Attribute):
        return
    wanted = task.model_of(task.facts["path"][0]["model"])
    owner = base.value
    name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", None)
    model = task.loaded.model(name)
    if model is not None and not (issubclass(model, wanted) or issubclass(wanted, model)):
        raise NotSafe(f"The query is one of {name}, not of {wanted.__name__}.")


def _check_links(task: Task, links: list[Link], lookup: str) -> None:
    method: str = task.facts["method"]
    relation = lookup.split("__")[0]
    for link in links:
        if link.name in _OTHER_ROWS:
            raise NotSafe(f"A query with {link.name}() takes no {method}().")
        if link.name in {"only", "defer"} and not _is_to_many(task):
            raise NotSafe(
                f"The query names its columns by {link.name}(), which may leave out {relation}."
            )
        if link.name == "iterator" and method == "prefetch_related" and not _arguments(link):
            raise NotSafe("iterator() would need a chunk_size to prefetch.")
        if link.name == method and lookup in _loaded_by(link):
            raise NotSafe(f"The query has {method}({lookup!r}) already.")
        if link.name == "select_related" == method and not _arguments(link):
            raise NotSafe("select_related() without names would no longer follow the others.")


def _is_to_many(task: Task) -> bool:
    return task.facts["path"][0]["cardinality"] == "to-many"


def _arguments(link: Link) -> list[Any]:
    return [*link.node.args, *link.node.keywords] if isinstance(link.node, ast.Call) else []


def _loaded_by(link: Link) -> set[str]:
    """Give the paths that an earlier call loads, and those on the way to them."""
    found: set[str] = set()
    for argument in _arguments(link):
        for each in ast.walk(argument):
            if isinstance(each, ast.Constant) and isinstance(each.value, str):
                parts = each.value.split("__")
                found |= {"__".join(parts[:count]) for count in range(1, len(parts) + 1)}
    return found


def _insert(task: Task, file: SourceFile, query: _Query, method: str, lookup: str) -> None:
    """Put the lookup into the last call of the method, or a call of it at the query's end."""
    links = query.links
    literal = quoted(file, lookup)
    count = next((at for at, link in enumerate(links) if link.name not in _QUERYSETS), len(links))
    for link in reversed(links[:count]):
        is_mergeable = link.name == method and not _is_reset(link)
        if is_mergeable and argument_into(file, task.edits, link.node, literal):
            return
    receiver = query.expression if count == len(links) else links[count].receiver
    if isinstance(receiver, ast.Attribute) or (count < len(links) and not _is_end(links[count])):
        _check_manager(task, file, query, links[: count + 1])
    elif not isinstance(receiver, ast.Name | ast.Call | ast.Subscript):
        raise NotSafe("The query is written in a way that takes no further method.")
    call_after(file, task.edits, receiver, f".{method}({literal})")


def _is_reset(link: Link) -> bool:
    """Tell whether a call is `select_related(None)` or the like, after which nothing is loaded."""
    return any(isinstance(each, ast.Constant) and each.value is None for each in _arguments(link))


def _is_end(link: Link) -> bool:
    return link.name in _ENDS


def _check_manager(task: Task, file: SourceFile, query: _Query, links: list[Link]) -> None:
    """Refuse a method of nobody knows what; one of the model's own queryset may follow ours."""
    base = query.base
    manager: Any = None
    if isinstance(base, ast.Attribute):
        model = task.loaded.model(_name_of(base.value))
        manager = getattr(model, base.attr, None)
    if not hasattr(manager, "get_queryset"):
        raise NotSafe(f"{file.text_of(base)} is not plainly a manager of a model.")
    missing = [link for link in links if not _is_end(link) and not _has(manager, link.name)]
    if missing:
        raise NotSafe(f"{missing[0].name}() is no method of the model's queries.")


def _has(manager: Any, name: str) -> bool:
    kind: Any = type(manager.get_queryset())
    return hasattr(kind, name)


def _name_of(expression: ast.expr) -> str | None:
    if isinstance(expression, ast.Name):
        return expression.id
    return expression.attr if isinstance(expression, ast.Attribute) else None
