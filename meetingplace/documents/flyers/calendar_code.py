"""The code on a flyer that puts the session into a phone's calendar without internet.

A VEVENT of at most 134 bytes (41 modules).
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from meetingplace.documents.flyers.content import FlyerFacts
from meetingplace.domain.recurrence import Weekly

MOST_BYTES = 134
MOST_OF_A_LINK = 106  # bytes: at level M the same 41 modules
_MASK = 2  # of the eight that a code may wear; to find the very best one takes longer than all the rest of a page
_RESERVED, _ESCAPED = r"([\\;:,])", r"\\\1"
QUIET = 4  # modules of white around the code, outside its printed size


def event(facts: FlyerFacts, title: str) -> str:
    """Write the event in floating local time; title, then place, are cut where 134 bytes are full.

    It repeats only when it never stands still: a phone must not send anybody to a closed door, and there is
    no room for the exceptions.
    """
    rule = facts.rule
    usual = next((one for one in rule.dates() if one >= facts.first_day), facts.first_day) if rule else facts.first_day
    day = facts.first_day if facts.dates else usual
    lines = [
        "BEGIN:VEVENT",
        "SUMMARY:",
        f"DTSTART:{datetime.combine(day, facts.start):%Y%m%dT%H%M%S}",
        f"DTEND:{datetime.combine(day, facts.end):%Y%m%dT%H%M%S}",
        "END:VEVENT",
    ]
    stands_still = facts.skips_school_holidays or any(one.closed for one in facts.dates)
    if isinstance(rule, Weekly) and len(rule.weekdays) == 1 and not stands_still:
        every = f"INTERVAL={rule.every};" if rule.every > 1 else ""
        lines.insert(4, f"RRULE:FREQ=WEEKLY;{every}UNTIL={rule.last_day:%Y%m%d}")
    room = MOST_BYTES - len("\n".join(lines))
    lines[1] += _cut(title, room)
    room = MOST_BYTES - len("\n".join(lines).encode())
    where = _cut(facts.address or facts.place_name, room - len("\nLOCATION:"))
    if len(where) >= min(8, len(facts.address or facts.place_name)) > 0:
        lines.insert(2, f"LOCATION:{where}")
    return "\n".join(lines)


def contact_card(name: str, phone: str, email: str) -> str:
    """Write how to reach the house, for a phone's contacts; what makes it longer than a code may be is left out."""
    card = "MECARD:"
    for key, text in (("N", _cut(name, 40)), ("TEL", phone.replace(" ", "")), ("EMAIL", email)):
        field = f"{key}:{re.sub(_RESERVED, _ESCAPED, text)};"
        if text and len(f"{card}{field};".encode()) <= MOST_OF_A_LINK:
            card += field
    return f"{card};"


@lru_cache(maxsize=64)  # the same event stands on the pages of every language, and on each new preview
def modules(text: str, error: str = "l") -> tuple[tuple[bool, ...], ...]:
    """Give the code as rows of dark and light modules, without the quiet zone, at an error level (l or m)."""
    import segno  # noqa: PLC0415 (heavy: only paper itself loads it)

    code = segno.make_qr(text, error=error, mask=_MASK, boost_error=False, encoding="utf-8", eci=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def _cut(text: str, room: int) -> str:
    """Shorten a text to a number of bytes without breaking a letter.

    Commas and semicolons would need escapes, so they go.
    """
    tidy = " ".join(text.replace(",", " ").replace(";", " ").replace("\\", " ").split())
    while len(tidy.encode()) > max(0, room):
        tidy = tidy[:-1]
    return tidy.strip()
