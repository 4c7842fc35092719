"""Rules for what people type into short and long fields: trimmed, one line where one is meant, never endless."""

from __future__ import annotations

import unicodedata

from meetingplace.domain.refusals import Reason, Refused

NAME_LIMIT = 80
TITLE_LIMIT = 120
LINE_LIMIT = 300
TEXT_LIMIT = 5_000


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


def _within(words: str, limit: int) -> str:
    if len(words) > limit:
        raise Refused(Reason.TEXT_TOO_LONG, limit=limit, length=len(words))
    return words


def _without_controls(words: str) -> str:
    # PostgreSQL refuses NUL, and no control sign has a meaning in a name; line ends are kept for texts.
    return "".join(sign for sign in words if sign == "\n" or unicodedata.category(sign) != "Cc" or sign == "\t")
