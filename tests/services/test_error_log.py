"""The error log: it begins anew when it is full, stops nobody, and holds no words of anybody."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from meetingplace.services import error_log

SECRET = "Fatma El Idrissi"


def test_a_full_log_begins_anew_and_keeps_the_old_one(own_folders: Path) -> None:
    error_log.file().parent.mkdir(parents=True)
    error_log.file().write_text("x" * (error_log.LONGEST_LOG + 1), encoding="utf-8")
    error_log.log("anew")
    assert error_log.file().read_text(encoding="utf-8") == "anew\n\n"
    assert error_log.file().with_suffix(".old.log").stat().st_size == error_log.LONGEST_LOG + 1


def test_a_log_that_cannot_be_written_stops_nobody(own_folders: Path) -> None:
    own_folders.mkdir()
    (own_folders / "log").write_text("a file where the folder should be", encoding="utf-8")
    error_log.log("nowhere to go")


def test_a_report_says_what_and_where_but_not_what_was_typed(now: datetime) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        told = error_log.report(type(error), error.__traceback__, now)
    assert "ValueError" in told
    assert "test_a_report_says_what_and_where_but_not_what_was_typed" in told
    assert SECRET not in told
    assert str(Path.home()) not in told
