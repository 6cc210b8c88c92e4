"""Reads the licences that wheels carry along."""

import json
import re
import zipfile
from collections.abc import Iterable
from email.parser import HeaderParser

_TEXT = re.compile(
    r"\.dist-info/(licenses/)?[^/]*(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE
)


def collect(wheels: Iterable[str]) -> str:
    """Return JSON: for each wheel its name, version, licence and the texts of its licence files."""
    return json.dumps([_of(wheel) for wheel in wheels])


def _of(wheel: str) -> dict[str, str]:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
        about = HeaderParser().parsestr(archive.read(metadata).decode())
        texts = [archive.read(name).decode() for name in sorted(names) if _TEXT.search(name)]
    licence = about["License-Expression"] or about["License"] or "see its text"
    return {
        "name": about["Name"],
        "version": about["Version"],
        "licence": licence.strip().splitlines()[0],
        "text": "\n\n".join(texts),
    }
