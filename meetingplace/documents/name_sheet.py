"""The first-name sheet: who is expected, by picture and first name, with boxes for who came along.

Blank rows at the end.

It holds first names or nicknames only and says so: it is shredded after typing in.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
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
    counted,
    head,
    team_box,
)
from meetingplace.domain.families import Relation
from meetingplace.domain.paper_lists import FEWEST_BLANKS, USUAL_COLUMNS, NameColumn
from meetingplace.i18n.catalog import Translator, isolated
from meetingplace.i18n.formats import Formats, own_name

ROWS = 15  # on a page
_TOP, _PITCH = 37.1, 10.7
_NAME, _END = 14.0, 193.2  # where names begin and the last column ends
_TICK = 13.07
_SPARE_PICTURE = "star"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"


_WIDTHS = {  # mm, and the gap after it
    NameColumn.AGES: (17.0, 2.9),
    NameColumn.ADULTS: (4 * _TICK, 0.8),
    NameColumn.LANGUAGE: (22.0, 4.1),
    NameColumn.HEARD: (22.0, 4.1),
    NameColumn.LEFT: (15.0, 4.1),
}


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
    columns: tuple[NameColumn, ...] = USUAL_COLUMNS
    blanks: int = FEWEST_BLANKS  # blank rows, at least: the last page is filled with them


@dataclass(frozen=True)
class _Places:
    """Where the columns of a sheet begin, in mm, and how wide the names may be."""

    begins: Mapping[NameColumn, float]
    name_width: float

    @classmethod
    def of(cls, columns: Sequence[NameColumn]) -> _Places:
        """Set the chosen columns from the end of the list; names have what is left."""
        begins, end = dict[NameColumn, float](), _END
        for at, column in enumerate(reversed([one for one in NameColumn if one in columns])):
            width, gap = _WIDTHS[column]
            end -= width + (gap if at else 0)
            begins[column] = end
        return cls(begins, end - 4.1 - _NAME)

    @property
    def ticks(self) -> list[float]:
        """The middles of the boxes for adults."""
        begin = self.begins.get(NameColumn.ADULTS)
        return [] if begin is None else [begin + _TICK * (number + 0.5) for number in range(4)]


def name_sheet(sheet: NameSheet, _: Translator) -> bytes:
    """Make the sheet: A4 landscape, as many pages as the rows need, each with the head.

    Refuses TEXT_TOO_LONG and LETTERS_MISSING.
    """
    with one_paper_at_a_time():
        kind = _("name list")
        page = ListSheet(_, sheet.head.mood, f"{sheet.head.title} - {kind}")
        lines, places = _lines(sheet, _), _Places.of(sheet.columns)
        count = len(lines) // ROWS
        for number in range(count):
            if number:
                page.next_page()
            pages = _("page {n} of {m}", n=number + 1, m=count) if count > 1 else ""
            head(page, sheet.head, kind, _, pages=pages)
            _table(page, lines[number * ROWS : (number + 1) * ROWS], places, _)
            team_box(page, _("team, after the session"), sheet.head.session_code)
            _team(page, _)
        return page.finished()


def _lines(sheet: NameSheet, _: Translator) -> list[NameRow | str | None]:
    """Set the names on whole pages: blank rows (None) after them, and who waits at the end, under a heading."""
    last: list[NameRow | str] = [_("waiting list"), *sheet.waiting] if sheet.waiting else []
    filled = len(sheet.rows) + len(last)
    blanks = math.ceil((filled + sheet.blanks) / ROWS) * ROWS - filled
    return [*sheet.rows, *[None] * blanks, *last]


def _table(page: ListSheet, lines: Sequence[NameRow | str | None], places: _Places, _: Translator) -> None:
    _column_heads(page, places, _)
    for number, line in enumerate(lines):
        y = _TOP + number * _PITCH
        if isinstance(line, str):
            page.rule(0, y + 1.2, LIST_WIDTH + 1, page.palette.deep, 0.5)
            page.say(line, "sheet_heading", _NAME, y + _PITCH / 2 + 0.8, 55, tone="deep")
            continue
        if number % 2 == 0:
            page.panel(0, y, LIST_WIDTH + 1, _PITCH, page.palette.tint, 2)
        if line is None:
            _blank(page, places, y)
        else:
            _name(page, line, places, y, _)
        _boxes(page, line.languages if line else (), places, y)


def _boxes(page: ListSheet, known: Sequence[str], places: _Places, y: float) -> None:
    for middle in places.ticks:
        page.tick_box(middle - 2.45, y + 2.9, 4.9)
    for column in (NameColumn.LANGUAGE, NameColumn.HEARD, NameColumn.LEFT):
        begin, (width, _gap) = places.begins.get(column), _WIDTHS[column]
        if begin is None:
            continue
        if column is NameColumn.LANGUAGE and known:
            side = _RIGHT_TO_LEFT if page.is_right_to_left else _LEFT_TO_RIGHT  # of the sheet, not of the first name
            words = side + ", ".join(isolated(own_name(code)) for code in known)
            page.place(page.set_at_most(words, "sheet_small", width), begin, y + _PITCH / 2, width)
        else:
            page.rule(begin, y + 8.4, width, page.palette.mute, 0.25)


def _column_heads(page: ListSheet, places: _Places, _: Translator) -> None:
    page.say(_("first name"), "sheet_heading", _NAME, 31.6, min(55.0, places.name_width), tone="deep", lines=2)
    for column, text, room in (
        (NameColumn.AGES, _("age"), 20.0),
        (NameColumn.LANGUAGE, _("language at home"), 25.0),
        (NameColumn.HEARD, _("new? how did they hear?"), 24.0),
        (NameColumn.LEFT, _("left at"), 16.0),
    ):
        if column in places.begins:
            page.say(text, "sheet_heading", places.begins[column], 31.6, room, tone="deep", lines=2)
    columns = [
        (pictograms.RELATIONS[Relation.MOTHER], _("mum")),
        (pictograms.RELATIONS[Relation.FATHER], _("dad")),
        (pictograms.RELATIONS[Relation.GRANDPARENT], _("gran, grandad")),
        (pictograms.RELATIONS[Relation.OTHER_FAMILY], _("other")),
    ]
    if places.ticks:
        page.tick_heads(columns, places.ticks, 13.0, 24.2, 6.4)


def _name(page: ListSheet, row: NameRow, places: _Places, y: float, _: Translator) -> None:
    formats = Formats(_.language)
    middle = y + _PITCH / 2
    if row.shape:
        page.disc(2.0, middle - 4.05, 8.1, page.palette.soft)
        shape = row.shape if has_pictogram(row.shape) else _SPARE_PICTURE
        page.pictogram(shape, 3.35, middle - 2.7, 5.4, page.palette.deep)
    else:
        page.dashed_circle(2.0, middle - 4.05, 8.1, page.palette.mute)
    known = filter(None, (printable(name, ROLES["sheet_name"].manner.cut) for name in row.names))
    width = places.name_width + 2
    names = formats.list_of([isolated(name) for name in known])
    page.place(page.set_at_most(names, "sheet_name", width), _NAME, middle, width)
    ages = "\u00a0· ".join(_age(months, _).replace(" ", "\u00a0") for months in row.ages)
    if ages and NameColumn.AGES in places.begins:
        page.place(page.set_at_most(ages, "sheet_age", 19), places.begins[NameColumn.AGES], middle, 19)


def _age(months: int, _: Translator) -> str:
    """Write an age in few letters: months under two years, then years."""
    return _("{n} m", n=months) if months < 24 else _("{n} y", n=months // 12)


def _blank(page: ListSheet, places: _Places, y: float) -> None:
    page.dashed_circle(2.0, y + (_PITCH - 8.1) / 2, 8.1, page.palette.mute)
    page.rule(_NAME, y + 8.4, places.name_width, page.palette.mute, 0.25)
    if NameColumn.AGES in places.begins:
        page.rule(places.begins[NameColumn.AGES], y + 8.4, _WIDTHS[NameColumn.AGES][0], page.palette.mute, 0.25)


def _team(page: ListSheet, _: Translator) -> None:
    width = TEAM_ROOM
    y = page.heading(_("counted"), TEAM_TOP + 14.2) + 0.9
    y = counted(page, y, ((_("children"), 16.0), (_("adults"), 16.0))) + 2.4
    for title, lines in (
        (_("came without a name (number of children, adults)"), 1),
        (_("what went well today?"), 3),
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
