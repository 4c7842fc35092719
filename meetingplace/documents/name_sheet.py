"""The first-name sheet: who is expected, by picture and first name, with boxes for who came along.

Blank rows at the end.

It holds first names or nicknames only and says so: it is shredded after typing in.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from meetingplace.documents import pictograms
from meetingplace.documents.fonts import has_pictogram, printable
from meetingplace.documents.paper import MM, one_paper_at_a_time
from meetingplace.documents.roles import ROLES
from meetingplace.documents.sheets import (
    LIST_WIDTH,
    TEAM_FOOT,
    TEAM_ROOM,
    TEAM_TEXT,
    TEAM_TOP,
    ListSheet,
    SheetHead,
    head,
    team_box,
)
from meetingplace.domain.families import Relation
from meetingplace.i18n.catalog import Translator, isolated
from meetingplace.i18n.formats import Formats, own_name

ROWS = 15  # on a page
BLANKS = 2  # at least, on the last page: somebody new always comes
_TOP, _PITCH = 37.1, 10.7
_TICKS = (98.6, 111.7, 124.8, 137.8)
_SPARE_PICTURE = "star"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"


@dataclass(frozen=True)
class NameRow:
    """A family that may come.

    The shape of its picture (empty: none), first names or a nickname, ages in months, languages as codes.
    """

    shape: str
    names: tuple[str, ...]
    ages: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameSheet:
    """What a first-name sheet is made of, in the order of its rows; who waits for a place stands under a line."""

    head: SheetHead
    rows: tuple[NameRow, ...] = ()
    waiting: tuple[NameRow, ...] = ()


def name_sheet(sheet: NameSheet, _: Translator) -> bytes:
    """Make the sheet: A4 landscape, as many pages as the rows need, each with the head.

    Refuses TEXT_TOO_LONG and LETTERS_MISSING.
    """
    with one_paper_at_a_time():
        kind = _("name list")
        page = ListSheet(_, sheet.head.mood, f"{sheet.head.title} - {kind}")
        lines = _lines(sheet, _)
        count = len(lines) // ROWS
        for number in range(count):
            if number:
                page.next_page()
            pages = _("page {n} of {m}", n=number + 1, m=count) if count > 1 else ""
            head(page, sheet.head, kind, _, pages=pages)
            _table(page, lines[number * ROWS : (number + 1) * ROWS], _)
            team_box(page, _("team, after the session"), sheet.head.session_code)
            _team(page, _)
        return page.finished()


def _lines(sheet: NameSheet, _: Translator) -> list[NameRow | str | None]:
    """Set the names on whole pages: blank rows (None) after them, and who waits at the end, under a heading."""
    last: list[NameRow | str] = [_("waiting list"), *sheet.waiting] if sheet.waiting else []
    filled = len(sheet.rows) + len(last)
    blanks = math.ceil((filled + BLANKS) / ROWS) * ROWS - filled
    return [*sheet.rows, *[None] * blanks, *last]


def _table(page: ListSheet, lines: Sequence[NameRow | str | None], _: Translator) -> None:
    _column_heads(page, _)
    for number, line in enumerate(lines):
        y = _TOP + number * _PITCH
        if isinstance(line, str):
            page.rule(0, y + 1.2, LIST_WIDTH + 1, page.palette.deep, 0.5)
            page.say(line, "sheet_heading", 14.0, y + _PITCH / 2 + 0.8, 55, tone="deep")
            continue
        if number % 2 == 0:
            page.panel(0, y, LIST_WIDTH + 1, _PITCH, page.palette.tint, 2)
        if line is None:
            _blank(page, y)
        else:
            _name(page, line, y, _)
        _boxes(page, line.languages if line else (), y)


def _boxes(page: ListSheet, known: Sequence[str], y: float) -> None:
    for middle in _TICKS:
        page.tick_box(middle - 2.45, y + 2.9, 4.9)
    if known:
        side = _RIGHT_TO_LEFT if page.is_right_to_left else _LEFT_TO_RIGHT  # of the sheet, not of the first name
        words = side + ", ".join(isolated(own_name(code)) for code in known)
        page.say(words, "sheet_small", 145.1, y + _PITCH / 2, 22, lines=2)
    else:
        page.rule(145.1, y + 8.4, 22, page.palette.mute, 0.25)
    page.rule(171.2, y + 8.4, 22, page.palette.mute, 0.25)


def _column_heads(page: ListSheet, _: Translator) -> None:
    for text, x, width in (
        (_("first name"), 14.0, 55.0),
        (_("age"), 72.1, 20.0),
        (_("language at home"), 145.1, 25.0),
        (_("new? how did they hear?"), 171.2, 24.0),
    ):
        page.say(text, "sheet_heading", x, 31.6, width, tone="deep", lines=2)
    columns = [
        (pictograms.RELATIONS[Relation.MOTHER], _("mum")),
        (pictograms.RELATIONS[Relation.FATHER], _("dad")),
        (pictograms.RELATIONS[Relation.GRANDPARENT], _("gran, grandad")),
        (pictograms.RELATIONS[Relation.OTHER_FAMILY], _("other")),
    ]
    page.tick_heads(columns, _TICKS, 13.0, 24.2, 6.4)


def _name(page: ListSheet, row: NameRow, y: float, _: Translator) -> None:
    formats = Formats(_.language)
    middle = y + _PITCH / 2
    if row.shape:
        page.disc(2.0, middle - 4.05, 8.1, page.palette.soft)
        shape = row.shape if has_pictogram(row.shape) else _SPARE_PICTURE
        page.pictogram(shape, 3.35, middle - 2.7, 5.4, page.palette.deep)
    else:
        page.dashed_circle(2.0, middle - 4.05, 8.1, page.palette.mute)
    known = filter(None, (printable(name, ROLES["sheet_name"].manner.cut) for name in row.names))
    names = page.set(formats.list_of([isolated(name) for name in known]), "sheet_name", 56, lines=2)
    page.place(names, 14.0, middle, 56)
    ages = " · ".join(_age(months, _).replace(" ", "\u00a0") for months in row.ages)
    if ages:
        page.say(ages, "sheet_age", 72.1, middle, 19, lines=2)


def _age(months: int, _: Translator) -> str:
    """Write an age in few letters: months under two years, then years."""
    return _("{n} m", n=months) if months < 24 else _("{n} y", n=months // 12)


def _blank(page: ListSheet, y: float) -> None:
    page.dashed_circle(2.0, y + (_PITCH - 8.1) / 2, 8.1, page.palette.mute)
    page.rule(14.0, y + 8.4, 54, page.palette.mute, 0.25)
    page.rule(72.1, y + 8.4, 17, page.palette.mute, 0.25)


def _team(page: ListSheet, _: Translator) -> None:
    width = TEAM_ROOM
    y = TEAM_TOP + 17.4
    for title, lines in (
        (_("came without a name (number of children, adults)"), 1),
        (_("what went well today?"), 4),
        (_("questions and ideas of parents"), 4),
        (_("referred to (no names)"), 3),
    ):
        y = page.heading(title, y, lines=2)
        y = page.writing_lines(TEAM_TEXT, y - 0.2, width, lines, 8.4) + 3.2
    note = page.set(
        _("First names or nicknames only. This sheet goes into the shredder once it is typed in."),
        "sheet_small",
        width - 7.5,
        lines=5,
    )
    middle = TEAM_FOOT - 5 - max(note.height / MM, 6) / 2
    page.pictogram("information", TEAM_TEXT, middle - 2.6, 5.2, page.palette.deep)
    page.place(note, TEAM_TEXT + 7.5, middle, width - 7.5, tone="mute")
