"""Rules for what people type: texts are trimmed and never endless, hours and days are read as they are written here."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import date, time

from meetingplace.domain.refusals import Reason, Refused

NAME_LIMIT = 80
TITLE_LIMIT = 120
LINE_LIMIT = 300
TEXT_LIMIT = 5_000

_TIME = re.compile(r"(\d{1,2})\s*(?:[:.hu]\s*(\d{0,2}))?\s*(?:h|u|uur)?", re.IGNORECASE)
_DATE = re.compile(r"(?P<day>\d{1,2})\s*[/.\- ]\s*(?P<month>\d{1,2})(?:\s*[/.\- ]\s*(?P<year>\d{2}|\d{4}))?")
_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_CENTURY = 2000


def name(typed_name: str, limit: int = NAME_LIMIT) -> str:
    """Tidy a name or title that must be there: one line; refuses NAME_MISSING and TEXT_TOO_LONG."""
    tidy = line(typed_name, limit)
    if not tidy:
        raise Refused(Reason.NAME_MISSING)
    return tidy


def line(typed_line: str, limit: int = LINE_LIMIT) -> str:
    """Tidy one line that may be empty: white space folded; refuses TEXT_TOO_LONG."""
    return _within(" ".join(_without_controls(typed_line).split()), limit)


def text(typed_text: str, limit: int = TEXT_LIMIT) -> str:
    """Tidy several lines that may be empty: line ends unified, outer space gone; refuses TEXT_TOO_LONG."""
    unified = typed_text.replace("\r\n", "\n").replace("\r", "\n")
    return _within(_without_controls(unified).strip(), limit)


def folded(words: str) -> str:
    """Fold words for searching: no accents, no case, single spaces ("Çağla  B" gives "cagla b")."""
    decomposed = unicodedata.normalize("NFKD", words.replace("ı", "i"))
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(bare.casefold().split())


def read_time(typed: str) -> time:
    """Read an hour as people write it: 9, 9:30, 9.30, 9u30, 9h30, 0930; refuses TIME_IMPOSSIBLE."""
    words = typed.strip()
    if re.fullmatch(r"\d{3,4}", words):
        words = f"{words[:-2]}:{words[-2:]}"
    found = _TIME.fullmatch(words)
    if found:
        hours, minutes = int(found[1]), int(found[2] or 0)
        if hours < 24 and minutes < 60:
            return time(hours, minutes)
    raise Refused(Reason.TIME_IMPOSSIBLE, typed=typed.strip()[:20])


def read_date(typed: str, near: date) -> date:
    """Read a day as people here write it: 27/10/2026, 27.10, 27-10-26, or 2026-10-27; refuses DATE_IMPOSSIBLE.

    Without a year it is the one that lies nearest to `near`.
    """
    words = typed.strip()
    found = _DATE.fullmatch(words) or _ISO_DATE.fullmatch(words)
    days = _days_meant(found, near) if found else []
    if not days:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=words[:20])
    return min(days, key=lambda day: abs(day - near))


def _days_meant(found: re.Match[str], near: date) -> list[date]:
    # 29 February is not in every year
    year, month, day = found["year"], int(found["month"]), int(found["day"])
    years = [near.year - 1, near.year, near.year + 1]
    if year:
        years = [int(year) + (_CENTURY if len(year) == 2 else 0)]
    days = []
    for one in years:
        with suppress(ValueError):
            days.append(date(one, month, day))
    return days


def _within(words: str, limit: int) -> str:
    if len(words) > limit:
        raise Refused(Reason.TEXT_TOO_LONG, limit=limit, length=len(words))
    return words


def _without_controls(words: str) -> str:
    # PostgreSQL refuses NUL, and no control sign has a meaning in a name; half a sign (Cs) cannot be written at all;
    # line ends are kept for texts.
    return "".join(sign for sign in words if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))
