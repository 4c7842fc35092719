"""Names of files for paper: what it is, of which session or series, and its day. No Qt here."""

from __future__ import annotations

import re
from datetime import date

_NOT_IN_FILES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST = 80  # letters of a file


def file_name(what: str, title: str, day: date | None, ending: str) -> str:
    """Suggest a name that every system takes."""
    parts = (what, title, f"{day:%Y-%m-%d}" if day else "")
    name = " ".join(_NOT_IN_FILES.sub(" ", " ".join(parts)).split())
    return f"{name[:_LONGEST].strip(' .')}.{ending}"
