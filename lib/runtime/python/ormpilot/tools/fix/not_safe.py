"""Why a change is not made."""


class NotSafe(Exception):
    """The change could alter more than the number of statements; the text is a sentence."""
