"""Reads SQL text as far as a trace needs it: what kind a statement is, and where statements end."""

import re
import sqlite3
from typing import Final, Literal

type StatementKind = Literal[
    "select", "insert", "update", "delete", "ddl", "begin", "commit", "rollback", "savepoint",
    "release", "rollback-to", "pragma", "other",
]  # fmt: skip

_COMMENT: Final = r"--[^\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z)"
_SPACE: Final = rf"[ \t\n\f\r]++|{_COMMENT}"
_STRING: Final = r"""'(?:[^']++|'')*+'|"(?:[^"]++|"")*+"|`(?:[^`]++|``)*+`|\[[^\]]*+\]"""

_BLANK: Final = re.compile(rf"(?:{_SPACE}|;)*+\Z")
_WRITE: Final = re.compile(
    rf"(?:{_SPACE})*+(?:insert|update|delete|replace)", re.IGNORECASE | re.ASCII
)
_FIRST_WORDS: Final = re.compile(
    rf"(?:{_SPACE}|[;(])*+([a-z]+)(?:{_SPACE})*+", re.IGNORECASE | re.ASCII
)
_TO: Final = re.compile(rf"(?:transaction(?:{_SPACE})*+)?to\b", re.IGNORECASE | re.ASCII)
_TOKEN: Final = re.compile(rf"{_COMMENT}|{_STRING}|[();]|\w+", re.ASCII)

_KINDS: Final[dict[str, StatementKind]] = {
    "SELECT": "select",
    "VALUES": "select",
    "INSERT": "insert",
    "REPLACE": "insert",
    "UPDATE": "update",
    "DELETE": "delete",
    "CREATE": "ddl",
    "ALTER": "ddl",
    "DROP": "ddl",
    "BEGIN": "begin",
    "COMMIT": "commit",
    "END": "commit",
    "SAVEPOINT": "savepoint",
    "RELEASE": "release",
    "PRAGMA": "pragma",
}
_AFTER_WITH: Final = frozenset({"SELECT", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE"})


def statement_kind(sql: str) -> StatementKind:
    """Tell what kind of statement a text is, whatever comments or parentheses stand before it.

    A `WITH` counts as the statement that it leads to; `EXPLAIN` executes nothing and is `other`.
    """
    first = _FIRST_WORDS.match(sql)
    if first is None:
        return "other"
    word = first[1].upper()
    if word == "WITH":
        word = _word_after_with(sql, first.end())
    if word == "ROLLBACK":
        return "rollback-to" if _TO.match(sql, first.end()) else "rollback"
    return _KINDS.get(word, "other")


def is_blank(sql: str) -> bool:
    """Tell whether a text holds no statement at all: SQLite then executes nothing."""
    return _BLANK.match(sql) is not None


def is_write(sql: str) -> bool:
    """Tell whether `sqlite3` opens a transaction before this statement (when it is told to do so).

    The rule is the driver's own: INSERT, UPDATE, DELETE or REPLACE after white space and comments,
    but not after a `WITH`.
    """
    return _WRITE.match(sql) is not None


def split_script(script: str) -> list[str]:
    """Cut a script into the statements that SQLite executes, each text as SQLite reports it.

    White space, comments and lone semicolons before a statement are part of its text; what follows
    the last statement belongs to none.
    """
    statements: list[str] = []
    start = 0
    for token in _TOKEN.finditer(script):
        if token[0] != ";":
            continue
        text = script[start : token.end()]
        # Semicolons inside of a trigger's body do not end it, and those of empty statements are
        # read over by SQLite until a statement comes.
        if sqlite3.complete_statement(text) and not is_blank(text):
            statements.append(text)
            start = token.end()
    rest = script[start:]
    return statements if is_blank(rest) else [*statements, rest]


def _word_after_with(sql: str, start: int) -> str:
    """Give the first verb after the common table expressions, all of which stand in parentheses."""
    depth = 0
    for token in _TOKEN.finditer(sql, start):
        text = token[0]
        if text == "(":
            depth += 1
        elif text == ")":
            depth -= 1
        elif depth == 0 and text.upper() in _AFTER_WITH:
            return text.upper()
    return ""
