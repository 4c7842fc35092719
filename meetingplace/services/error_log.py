"""The error log of this PC: what nobody expected, without a word of anybody; for the window and the command line."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from meetingplace import paths

LONGEST_LOG = 256_000  # bytes; then it begins anew, with the old one beside it


def report(kind: type[BaseException], trace: TracebackType | None, now: datetime, toolkit: str = "no window") -> str:
    """Write what a maker needs: the kind of error and where; no message and no value, for these may hold names."""
    lines = [
        f"meetingplace {paths.version()}",
        f"{now:%Y-%m-%d %H:%M}",
        f"Python {platform.python_version()}, {toolkit}, {platform.system()} {platform.release()}",
        kind.__name__,
    ]
    for frame in traceback.extract_tb(trace):
        file = Path(frame.filename)
        inside = "/".join(file.parts[file.parts.index("meetingplace") :]) if "meetingplace" in file.parts else file.name
        lines.append(f"  {inside}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


def file() -> Path:
    """Give the file in which the log is kept."""
    return paths.user_log_folder() / "errors.log"


def log(text: str) -> None:
    """Keep a report in the log of this user; a log that cannot be written stops nobody."""
    try:
        kept = file()
        kept.parent.mkdir(parents=True, exist_ok=True)
        if kept.exists() and kept.stat().st_size > LONGEST_LOG:
            kept.replace(kept.with_suffix(".old.log"))
        with kept.open("a", encoding="utf-8") as opened:
            opened.write(text + "\n\n")
    except OSError:
        return
