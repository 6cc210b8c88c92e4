"""What the page asks for: one program of one side, and its limits."""

import json
from typing import Any, Final, Literal, NamedTuple

type Orm = Literal["django", "sqlalchemy"]

SCRIPT: Final = "script.py"
MODELS: Final = "models.py"


class Limits(NamedTuple):
    """The bounds that are kept inside of Python; the others are the page's (`LimitsSchema`)."""

    output_chars: int
    statements: int
    rows: int
    sql_chars: int
    value_chars: int
    state_bytes: int = 0
    all_states_bytes: int = 0


class Request(NamedTuple):
    """One run (`RunRequestSchema` of lib/runtime/contract.ts)."""

    orm: Orm
    files: dict[str, str]
    """The person's files: name to text; always with `models.py` and `script.py`."""
    limits: Limits
    has_image: bool
    """Whether a database to start from was put into its place."""


def parse(text: str) -> Request:
    """Read a request's JSON, which the page has checked against its schema."""
    given: dict[str, Any] = json.loads(text)
    limits: dict[str, int] = given["limits"]
    return Request(
        orm=given["orm"],
        files={MODELS: "", SCRIPT: "", **given["files"]},
        limits=Limits(
            output_chars=limits["outputChars"],
            statements=limits["statements"],
            rows=limits["rows"],
            sql_chars=limits["sqlChars"],
            value_chars=limits["valueChars"],
            state_bytes=limits["stateBytes"],
            all_states_bytes=limits["allStatesBytes"],
        ),
        has_image=given["hasImage"],
    )
