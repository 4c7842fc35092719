"""The programme of a month: its days in a grid, under or beside it a list of what is held, and where.

The list shrinks to what its roles allow; what is still too much goes on further pages. Nothing is ever cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from meetingplace.documents.fit import Fitted, Placed, Wish, rather_smaller
from meetingplace.documents.flyers import month_words, months
from meetingplace.documents.flyers.content import Programme
from meetingplace.documents.flyers.layouts import Frame
from meetingplace.documents.flyers.month_words import EntryWords, Kind
from meetingplace.documents.flyers.page import Page
from meetingplace.documents.flyers.places import Places
from meetingplace.documents.flyers.words import Word
from meetingplace.documents.paper import MM
from meetingplace.documents.roles import ROLES
from meetingplace.documents.typeset import lay

_ROWS = 3  # of an entry: title and hours, days and details, the Dutch title
_TILE, _LEAST_TILE, _TILE_AIR = 14.0, 9.5, 5.0  # mm: beside each entry
_ENTRY_AIR, _MOST_AIR = 2.6, 7.5  # mm: between two entries, least and most
_COLUMN_AIR = 4.0
_UNDER_GRID, _OVER_PLACES = 6.0, 4.0
_NOTHING = Word("", "nl", is_right_to_left=False)


@dataclass(frozen=True)
class _Room:
    """Where the list stands in mm, and where its second column begins."""

    x: float
    y: float
    width: float
    height: float
    second: float

    @property
    def first_width(self) -> float:
        return self.second - _TILE - _TILE_AIR - _COLUMN_AIR

    @property
    def second_width(self) -> float:
        return self.width - self.second


def on_pages(page: Page) -> list[Page]:
    """Give the page as often as the programme of its month needs, each with the entries that stand on it."""
    found = [frame for frame in page.plan.frames if frame.draw == "programme"]
    if not found or page.facts.programme is None:
        return [page]
    shares = _Programme(page, found[0], page.facts.programme).shares()
    return [replace(page, entries=share, part=number, parts=len(shares)) for number, share in enumerate(shares, 1)]


def programme(page: Page, frame: Frame) -> None:
    """Fill with the month: on the first page the grid, on every page its part of the list and the places."""
    if page.facts.programme:
        _Programme(page, frame, page.facts.programme).draw()


def part(page: Page, frame: Frame) -> None:
    """Say which page of how many this is, where there are several."""
    if page.parts > 1:
        sheet = page.sheet
        said = page.line(f"{page.part}/{page.parts}", "part", frame.width)
        wide, y = said.width / MM + 7.0, page.top(frame)
        left = frame.x + frame.width - wide
        sheet.panel(left, y, wide, frame.height, sheet.palette.sun, frame.height / 2)
        sheet.text(said, left, y + (frame.height - said.height / MM) / 2, wide, sheet.palette.ink, align="middle")


class _Programme:
    """The programme of a month in a frame."""

    def __init__(self, page: Page, frame: Frame, told: Programme) -> None:
        """Say its entries in the language of the page."""
        self._page, self._frame, self._told = page, frame, told
        self._said = month_words.entries(told, page.words[0].translator)
        self._kinds = month_words.kinds(told.entries)
        self._beside = frame.number("beside")
        self._places = Places(page, told.places, frame.width)
        self._height = frame.height - (self._places.height + _OVER_PLACES if told.places else 0.0)

    # --- how much stands on a page

    def shares(self) -> list[range]:
        """Divide the entries over as few pages as can hold them at their smallest, evenly."""
        first, further = (self._room(is_first=is_first) for is_first in (True, False))
        least = [(self._least(words, first), self._least(words, further)) for words in self._said]
        fewest = len(_divided(least, first.height, further.height))
        tried = (
            _divided(least, first.height * share / 100, further.height * share / 100) for share in range(50, 101, 2)
        )
        return next(shares for shares in tried if len(shares) <= fewest)

    def _least(self, words: EntryWords, room: _Room) -> float:
        """Give the height in mm that an entry takes at least, without what may be left out."""
        rows = (
            ((words.title, "entry_title", room.first_width), (words.hours, "entry_hours", room.second_width)),
            ((words.days, "entry_text", room.first_width), (words.details, "entry_text", room.second_width)),
        )
        tall = sum(max(self._smallest(*cell) for cell in row) for row in rows)
        return max(tall, _LEAST_TILE) + _ENTRY_AIR

    def _smallest(self, word: Word, role: str, width: float) -> float:
        found = ROLES[self._page.role(role)]
        rtl = word.is_right_to_left
        return lay(word.text, found.manner, found.floor, width=width * MM, is_right_to_left=rtl).height / MM

    # --- where it stands

    def _room(self, *, is_first: bool, cell: float | None = None) -> _Room:
        """Give the room of the list: beside or under the grid on the first page, the whole frame on others."""
        frame, top = self._frame, self._page.top(self._frame)
        if not is_first:
            return _Room(frame.x, top, frame.width, self._height, frame.width * 0.6)
        if self._beside:
            left = self._beside + frame.number("gap", 9)
            width = frame.width - left
            return _Room(frame.x + left, top, width, self._height, width * frame.number("second", 0.6))
        tall = months.height(self._told.month, cell or frame.number("least_cell", 11)) + _UNDER_GRID
        return _Room(frame.x, top + tall, frame.width, self._height - tall, frame.width * 0.6)

    def _cell(self) -> float:
        """Give the height of a day: what the list leaves, within what is fair to it."""
        frame, number = self._frame, len(months.weeks(self._told.month))
        free = self._height - months.HEAD - (number - 1) * months.GAP
        if not self._beside:
            listed = len(self._page.entries or self._said)
            free -= listed * frame.number("entry", 18.0) + _UNDER_GRID
        return max(frame.number("least_cell", 11), min(frame.number("cell", 16), free / number))

    # --- how it is drawn

    def draw(self) -> None:
        """Draw the grid, the list, the places."""
        page, frame, cell = self._page, self._frame, self._cell()
        is_first = page.part == 1
        if is_first:
            width = self._beside or frame.width
            months.grid(page, self._told, (frame.x, page.top(frame), width), cell)
        listed = page.entries or range(len(self._said))
        self._list(self._room(is_first=is_first, cell=cell), listed)
        self._places.draw(frame.x, page.top(frame) + frame.height - self._places.height)

    def _list(self, room: _Room, listed: range) -> None:
        said = [self._said[number] for number in listed]
        done = self._fitted(room, said)
        free = room.height - done.height
        air = min(_MOST_AIR - _ENTRY_AIR, free / max(1, len(said)))
        every = [[row for row in done.rows if row.row // _ROWS == place] for place in range(len(said))]
        lowest = min(end - begin for begin, end in map(_extent, every))
        side = min(_TILE, max(_LEAST_TILE, lowest + air * 0.5))
        for place, (rows, words, number) in enumerate(zip(every, said, listed, strict=True)):
            top = room.y + air * (place + (0.0 if self._beside else 0.3))
            self._mark(room.x, top, side, rows, self._kinds[number])
            self._entry(room, rows, words, top)

    def _mark(self, x: float, top: float, side: float, rows: Sequence[Placed], kind: Kind) -> None:
        """Draw the pictogram of an entry on its tone, in the middle of its rows."""
        sheet, (begin, end) = self._page.sheet, _extent(rows)
        above, inner = top + (begin + end - side) / 2, side * 0.66
        sheet.panel(x, above, side, side, sheet.palette.tone(kind.tone), side * 0.17)
        margin = (side - inner) / 2
        sheet.pictogram(kind.pictogram, x + margin, above + margin, inner, sheet.palette.tone(kind.figure))

    def _fitted(self, room: _Room, said: Sequence[EntryWords]) -> Fitted:
        wide = max(room.first_width, room.second_width)
        columns: tuple[list[Wish], list[Wish]] = ([], [])
        for words in said:
            first = ((words.title, "entry_title", 2), (words.days, "entry_text", 2), (words.dutch, "entry_dutch", 1))
            second = ((words.hours, "entry_hours", 1), (words.details, "entry_text", 2), (_NOTHING, "entry_dutch", 1))
            for column, rows, own in ((columns[0], first, room.first_width), (columns[1], second, room.second_width)):
                for number, (word, role, lines) in enumerate(rows):
                    column.append(
                        Wish(
                            word.text,
                            self._page.role(role),
                            word.language,
                            word.is_right_to_left,
                            lines,
                            lines + 2,
                            gap=_ENTRY_AIR if not number else 0.0,
                            drop=1 if number == _ROWS - 1 else 0,
                            indent=wide - own,
                        )
                    )
        return rather_smaller(columns, wide, room.height)

    def _entry(self, room: _Room, rows: Sequence[Placed], words: EntryWords, top: float) -> None:
        """Write an entry: title, days and Dutch title, then hours and details; both columns begin on one line."""
        sheet = self._page.sheet
        columns = (
            ((words.title, "ink"), (words.days, "ink"), (words.dutch, "mute")),
            ((words.hours, "deep"), (words.details, "ink"), (_NOTHING, "mute")),
        )
        lefts = (room.x + _TILE + _TILE_AIR, room.x + room.second)
        for column, (left, said) in enumerate(zip(lefts, columns, strict=True)):
            y = top + rows[0].tops[column]
            for row in rows:
                setting = row.settings[column]
                word, colour = said[row.row % _ROWS]
                if setting:
                    sheet.smallest = min(sheet.smallest, setting.size)
                    tone = sheet.palette.tone(colour)
                    y = sheet.text(setting, left, y, setting.width / MM, tone, language=word.language)


def _extent(rows: Sequence[Placed]) -> tuple[float, float]:
    """Give the top and the end of an entry in mm, from the top of the list."""
    begin = min(row.tops[column] for row in rows for column, setting in enumerate(row.settings) if setting)
    end = max(
        row.tops[column] + setting.height / MM
        for row in rows
        for column, setting in enumerate(row.settings)
        if setting is not None
    )
    return begin, end


def _divided(least: Sequence[tuple[float, float]], first: float, further: float) -> list[range]:
    """Fill pages with entries in their order: the first page so high in mm, each further one another height.

    `least` is how high an entry is, on the first page and on a further one.
    """
    shares: list[range] = []
    begin, used = 0, 0.0
    for number, heights in enumerate(least):
        if number > begin and used + heights[bool(shares)] > (further if shares else first):
            shares.append(range(begin, number))
            begin, used = number, 0.0
        used += heights[bool(shares)]
    return [*shares, range(begin, len(least))]
