"""What a name in a person's code means: where it was assigned, and where else it is used."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from ..source_file import SourceFile
from .not_safe import NotSafe

type Scope = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
type Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
type Loop = ast.For | ast.AsyncFor | ast.While


class Definition(NamedTuple):
    """The assignment that gave a name the value it has at one place."""

    statement: ast.Assign | ast.AnnAssign
    value: ast.expr
    others: list[ast.Name]
    """The other places that read this value."""


def definition(file: SourceFile, use: ast.Name) -> Definition:
    """Find the assignment that `use` reads; raises `NotSafe` where it is not plain to see."""
    name = use.id
    if _is_local_to_comprehension(file, use):
        raise NotSafe(f"{name} is what a comprehension goes through, not a query.")
    if any(name in each.names for each in _declarations(file)):
        raise NotSafe(f"{name} is shared by functions, so it is not sure which query it is.")
    scope = _scope_with(file, use)
    bindings = list(bindings_in(scope, name))
    chosen = bindings[0] if len(bindings) == 1 else _latest_before(file, scope, bindings, use)
    if not isinstance(chosen, ast.Assign | ast.AnnAssign):
        raise NotSafe(f"{name} comes from {_origin(chosen)}, so its query stands elsewhere.")
    value = chosen.value
    is_plain = isinstance(chosen, ast.AnnAssign) or (
        len(chosen.targets) == 1 and isinstance(chosen.targets[0], ast.Name)
    )
    if value is None or not is_plain or file.end(chosen) > file.start(use):
        raise NotSafe(f"It is not sure which query {name} is here.")
    until = _until(file, chosen, bindings)
    others = [
        each
        for each in loads(file, scope, name)
        if each is not use and file.end(chosen) <= file.start(each) <= until
    ]
    return Definition(chosen, value, others)


def scope_of(file: SourceFile, node: ast.AST) -> Scope:
    """Give the function or module whose names a node sees first."""
    for each in file.ancestors(node):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return each
    return file.tree


def loop_around(file: SourceFile, node: ast.AST) -> Loop | Comprehension | Function | None:
    """Give the innermost thing around a node that may run it more than once."""
    for each in file.ancestors(node):
        if isinstance(each, ast.For | ast.AsyncFor) and _is_in(file, node, each.iter):
            continue
        if isinstance(each, ast.For | ast.AsyncFor | ast.While | ast.FunctionDef):
            return each
        if isinstance(each, ast.AsyncFunctionDef | ast.Lambda):
            return each
        if isinstance(each, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            if _is_in(file, node, each.generators[0].iter):
                continue
            return each
    return None


def bindings_in(scope: Scope, name: str) -> Iterator[ast.AST]:
    """Give the statements, arguments and others by which a scope gives a name a value."""
    for node in nodes_in(scope):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(_stores(target, name) for target in targets):
                yield node
        elif isinstance(node, ast.For | ast.AsyncFor | ast.NamedExpr):
            if _stores(node.target, name):
                yield node
        elif _binds(node, name):
            yield node


def nodes_in(scope: Scope) -> Iterator[ast.AST]:
    """Give all nodes of a scope, without those of scopes within it."""
    todo: list[ast.AST] = list(ast.iter_child_nodes(scope))
    while todo:
        node = todo.pop(0)
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        todo[:0] = list(ast.iter_child_nodes(node))


def loads(file: SourceFile, scope: Scope, name: str) -> list[ast.Name]:
    """Give the places within a scope, and the scopes in it, that read a name of it."""
    return [
        node
        for node in ast.walk(scope)
        if isinstance(node, ast.Name)
        and node.id == name
        and isinstance(node.ctx, ast.Load)
        and not _is_local_to_comprehension(file, node)
        and _is_of(file, node, scope)
    ]


def is_read_after(file: SourceFile, name: str, node: ast.stmt) -> bool:
    """Tell whether a name may be read after a statement with the value that it had in it."""
    scope = scope_of(file, node)
    after = [each for each in loads(file, scope, name) if not _is_in(file, each, node)]
    if not after:
        return False
    if loop_around(file, node) not in (None, scope):
        return True
    end = file.end(node)
    bound = [
        file.start(each)
        for each in bindings_in(scope, name)
        if isinstance(each, ast.stmt) and file.start(each) >= end
    ]
    until = min(bound, default=len(file.text) + 1)
    return any(
        end <= file.start(each) < until or scope_of(file, each) is not scope for each in after
    )


def is_bound(file: SourceFile, name: str) -> bool:
    """Tell whether a file gives a name a value anywhere."""
    return any(
        (isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load))
        or _binds(node, name)
        for node in ast.walk(file.tree)
    )


def _is_in(file: SourceFile, node: ast.AST, outer: ast.AST) -> bool:
    return node is outer or any(each is outer for each in file.ancestors(node))


def _is_of(file: SourceFile, node: ast.AST, scope: Scope) -> bool:
    """Tell whether the name at a node is the scope's, not one of a function in it."""
    name = node.id if isinstance(node, ast.Name) else ""
    inner = scope_of(file, node)
    while inner is not scope:
        if any(True for _ in bindings_in(inner, name)):
            return False
        inner = scope_of(file, inner)
    return True


def _declarations(file: SourceFile) -> Iterator[ast.Global | ast.Nonlocal]:
    return (node for node in ast.walk(file.tree) if isinstance(node, ast.Global | ast.Nonlocal))


def _scope_with(file: SourceFile, use: ast.Name) -> Scope:
    scope = scope_of(file, use)
    while not any(True for _ in bindings_in(scope, use.id)):
        if scope is file.tree:
            raise NotSafe(f"{use.id} is not assigned in {file.name}.")
        scope = scope_of(file, scope)
    return scope


def _latest_before(
    file: SourceFile, scope: Scope, bindings: list[ast.AST], use: ast.Name
) -> ast.AST:
    """Give the last of several bindings before a use, all in one row of statements."""
    row = _row(scope)
    holder = next((each for each in row if _is_in(file, use, each)), None)
    if (
        holder is None
        or scope_of(file, use) is not scope
        or any(not any(each is statement for statement in row) for each in bindings)
    ):
        raise NotSafe(f"{use.id} is assigned in several places.")
    before = [each for each in bindings if row.index(_as_statement(each)) < row.index(holder)]
    if not before or (loop_around(file, holder) not in (None, scope)):
        raise NotSafe(f"It is not sure which query {use.id} is here.")
    return before[-1]


def _as_statement(node: ast.AST) -> ast.stmt:
    if not isinstance(node, ast.stmt):
        raise NotSafe("A name is assigned within an expression.")
    return node


def _row(scope: Scope) -> list[ast.stmt]:
    """Give the statements that run one after the other, each once; those of `with` among them."""
    row: list[ast.stmt] = []
    todo = [] if isinstance(scope, ast.Lambda) else list(scope.body)
    while todo:
        statement = todo.pop(0)
        if isinstance(statement, ast.With | ast.AsyncWith):
            todo[:0] = statement.body
        else:
            row.append(statement)
    return row


def _until(file: SourceFile, chosen: ast.AST, bindings: list[ast.AST]) -> int:
    """Give the offset up to which a binding's value is read: the end of the next one."""
    later = bindings[bindings.index(chosen) + 1 :]
    statement = next((each for each in later if isinstance(each, ast.stmt)), None)
    return len(file.text) if statement is None else file.end(statement)


def _stores(target: ast.AST, name: str) -> bool:
    return any(
        isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
        for node in ast.walk(target)
    )


def _binds(node: ast.AST, name: str) -> bool:
    """Tell whether a node that is no assignment binds a name."""
    match node:
        case ast.alias():
            return (node.asname or node.name.partition(".")[0]) == name
        case ast.arg():
            return node.arg == name
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.ExceptHandler():
            return node.name == name
        case ast.MatchAs() | ast.MatchStar():
            return node.name == name
        case ast.withitem():
            return node.optional_vars is not None and _stores(node.optional_vars, name)
        case ast.Delete():
            return any(isinstance(each, ast.Name) and each.id == name for each in node.targets)
        case _:
            return False


def _is_local_to_comprehension(file: SourceFile, use: ast.Name) -> bool:
    for each in file.ancestors(use):
        if isinstance(each, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            is_its_own = any(_stores(part.target, use.id) for part in each.generators)
            if is_its_own and not _is_in(file, use, each.generators[0].iter):
                return True
    return False


def _origin(node: ast.AST) -> str:
    match node:
        case ast.arg():
            return "an argument of a function"
        case ast.For() | ast.AsyncFor():
            return "a loop"
        case ast.alias():
            return "an import"
        case _:
            return "elsewhere"
