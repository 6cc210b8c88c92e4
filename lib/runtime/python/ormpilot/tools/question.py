"""What is asked: code of one side, and what else a tool wants to know."""

import json
from typing import Any, Final, NamedTuple

from ..request import MODELS, SCRIPT, Limits, Orm, Request

_LIMITS: Final = Limits(output_chars=0, statements=0, rows=0, sql_chars=10_000, value_chars=2_000)


class Question(NamedTuple):
    """A question about code."""

    orm: Orm
    files: dict[str, str]
    """The person's files: name to text."""
    has_image: bool
    """Whether a database to start from was put into its place."""
    more: dict[str, Any]
    """Everything that was asked, as it came."""

    @property
    def request(self) -> Request:
        """Give the same as a run's request, as those want it who describe failures."""
        files = {MODELS: "", SCRIPT: "", **self.files}
        return Request(self.orm, files, _LIMITS, self.has_image)


def parse(text: str) -> Question:
    """Read a question's JSON, which the page has made (`writeQuestion` of lib/runtime/tools)."""
    given: dict[str, Any] = json.loads(text)
    return Question(given["orm"], given["files"], given["hasImage"], given)
