"""The texts of the set-up files, read once so that a snapshot of the memory holds them."""

from pkgutil import get_data
from typing import Final


def data_text(package: str, path: str) -> str:
    """Read a text that lies beside the modules of a package, in an archive or not."""
    data = get_data(package, path)
    if data is None:
        raise FileNotFoundError(f"{package} has no {path}")
    return data.decode()


SETTINGS: Final = data_text("visible", "settings.py")
"""Django's `settings.py`."""
DATABASE: Final = data_text("visible", "database.py")
"""SQLAlchemy's `database.py`."""
