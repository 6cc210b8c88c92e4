"""Lays source text out as formatters do: in a line where it fits, else an argument a line."""

from typing import Final

_WIDTH: Final = 88


def laid_out(indent: str, head: str, arguments: list[str], tail: str = ")") -> str:
    """Give `head` with its arguments in it; `head` ends in the bracket that `tail` closes."""
    line = f"{indent}{head}{', '.join(arguments)}{tail}"
    if len(line) <= _WIDTH or not arguments:
        return line
    deep = f"{indent}    "
    together = f"{deep}{', '.join(arguments)}"
    if len(together) <= _WIDTH:
        return f"{indent}{head}\n{together}\n{indent}{tail}"
    listed = "".join(f"{deep}{each},\n" for each in arguments)
    return f"{indent}{head}\n{listed}{indent}{tail}"


def header(source: str, notes: list[str]) -> str:
    """Give the comment at the top of a draft."""
    lines = [f"# A draft, made from the models of the {source} side. Review it before you use it."]
    if notes:
        lines.append("# What it does not carry over, or only in another way:")
    for note in notes:
        lines += _wrapped(note)
    return "\n".join(lines) + "\n"


def _wrapped(note: str) -> list[str]:
    lines: list[str] = []
    line = "# -"
    for word in note.split():
        if len(line) + 1 + len(word) > _WIDTH:
            lines.append(line)
            line = "#  "
        line += f" {word}"
    return [*lines, line]
