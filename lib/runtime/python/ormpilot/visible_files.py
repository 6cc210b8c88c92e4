"""The texts of the set-up files, read once so that a snapshot of the memory holds them."""

from importlib.resources import files
from typing import Final

SETTINGS: Final = files("visible").joinpath("settings.py").read_text(encoding="utf-8")
"""Django's `settings.py`."""
DATABASE: Final = files("visible").joinpath("database.py").read_text(encoding="utf-8")
"""SQLAlchemy's `database.py`."""
