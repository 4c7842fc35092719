"""The dates of a series on a flyer: how often it is held, a tile for each date by month, how to take part.

Tiles take the largest arrangement that the frame has room for. A date on which nothing is held is an empty tile with
a cross, and a sentence says why: never a colour alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from meetingplace.documents.fit import Wish, fitted, one_size
from meetingplace.documents.flyers import date_words, tiles
from meetingplace.documents.flyers.content import FlyerDate
from meetingplace.documents.flyers.date_words import MonthOfDates
from meetingplace.documents.flyers.frames import write
from meetingplace.documents.flyers.layouts import Frame
from meetingplace.documents.flyers.page import Page
from meetingplace.documents.flyers.tiles import Arrangement
from meetingplace.documents.flyers.words import Word, unbroken
from meetingplace.documents.paper import MM
from meetingplace.documents.roles import ROLES
from meetingplace.documents.typeset import Setting, lay
from meetingplace.domain.refusals import Reason, Refused

_NAME_AIR, _MOST_NAME = 5.0, 46.0  # mm: after the name of a month, and its own width
_BESIDE, _BESIDE_AIR = 44.0, 5.0  # mm: of the sentences beside the tiles, with the air before them
_WIDEST_BESIDE = 60.0
_IN_BRACKETS = re.compile(r"[(（][^)）]*[)）]")
_UNDER = 3.0  # mm between tiles and the sentences under them
_RATHER_BESIDE = 0.97  # of the size of tiles that is given up for it
_SHARE, _DIGITS = 0.56, 1.25  # how tall a number is set: of a tile's height, and em for two digits with air
_LEAST_SHARE = 0.8
_CROSS = "close-thick"


def times(page: Page, frame: Frame) -> None:
    """Fill with how often a series is held, and the hours in the deep tone: on one line where they fit, else on two."""
    sheet, words, top = page.sheet, page.words[0], page.top(frame)
    said, hours = words.named("times"), words.named("hours")
    late = page.word(hours, "times_hours", frame.width)
    wide = late.width / MM
    beside = _beside(page, said, frame.width - wide - 4.0)
    if beside is None:
        rows = [
            Wish(said.text, page.role("times"), said.language, said.is_right_to_left, 1, 2),
            Wish(hours.text, page.role("times_hours"), hours.language, hours.is_right_to_left),
        ]
        done = fitted([rows], frame.width, frame.height)
        begin = top + (frame.height - done.height) / 2
        for row, word, colour in zip(done.rows, (said, hours), ("ink", "deep"), strict=True):
            [setting] = row.settings
            if setting:
                tone = sheet.palette.tone(colour)
                sheet.text(setting, frame.x, begin + row.tops[0], frame.width, tone, language=word.language)
        return
    baseline = top + frame.height / 2 + max(beside.baseline, late.baseline) / MM / 2
    at = frame.x
    for setting, word, colour in ((beside, said, "ink"), (late, hours, "deep")):
        above = baseline - setting.baseline / MM
        sheet.text(setting, at, above, setting.width / MM, sheet.palette.tone(colour), language=word.language)
        at += setting.width / MM + 4.0


def _beside(page: Page, said: Word, width: float) -> Setting | None:
    """Set how often on one line beside the hours; None where it would be smaller than it may."""
    try:
        return page.word(said, "times", width)
    except Refused as refused:
        if refused.reason is not Reason.TEXT_TOO_LONG:
            raise
        return None


def join(page: Page, frame: Frame) -> None:
    """Fill with how to take part, after a pictogram: an open door, or something to sign."""
    sheet, words, top = page.sheet, page.words[0], page.top(frame)
    size = frame.number("pictogram", 11.0)
    icon = "door-open" if page.facts.is_walk_in else "clipboard-edit-outline"
    done = fitted([[page.wish(row, words) for row in frame.rows]], frame.width - size - 4.0, frame.height)
    begin = top + (frame.height - done.height) / 2
    sheet.pictogram(icon, frame.x, top + (frame.height - size) / 2, size, sheet.palette.deep)
    write(page, done, 0, words, frame, frame.rows, (frame.x + size + 4.0, begin, frame.width - size - 4.0))


def dates(page: Page, frame: Frame) -> None:
    """Fill with a tile for each date by month, and the sentences; refuses DATES_CROWDED when there are too many."""
    if page.facts.dates:
        _Dates(page, frame).draw()


class _Dates:
    """The dates of a series in a frame."""

    def __init__(self, page: Page, frame: Frame) -> None:
        """Set the names of the months and the sentences."""
        self._page, self._frame, self._sheet = page, frame, page.sheet
        self._months = date_words.months(page.facts, page.words[0].translator)
        self._said = date_words.notes(page.facts, page.words[0].translator)
        self._top = page.top(frame)
        self._height = frame.height - (page.push if frame.is_pushed else 0.0)
        self._names = one_size([self._wish(month.name, "date_month") for month in self._months], _MOST_NAME)

    def draw(self) -> None:
        """Draw months from the start, and the sentences beside them where there is room, else under them."""
        chosen, beside, under = self._arranged()
        role = ROLES[self._page.role("date_number")]
        if self._size(chosen) < role.floor:
            raise Refused(Reason.DATES_CROWDED, number=len(self._page.facts.dates))
        tall = chosen.tall + (_UNDER + _height(under) if under else 0.0)
        top = self._top + max(0.0, self._height - tall) * 0.4
        places = [(self._frame.x + x, top + y) for x, y in chosen.places()]
        self._names = self._names_within(chosen.line)
        for month, name, place in zip(self._months, self._names, places, strict=True):
            self._month(chosen, month, name, place)
        if beside:
            left = self._frame.x + chosen.used + _BESIDE_AIR
            self._write(beside, left, self._top_beside(beside, [y for _x, y in places], top + tall))
        self._write(under, self._frame.x, top + chosen.tall + _UNDER)

    def _names_within(self, line: float) -> list[Setting]:
        """Set the names of the months no taller than the steps between their lines; smaller than its floor is none."""
        role = ROLES[self._page.role("date_month")]
        tallest = max(setting.height for setting in self._names)
        ratio = min(1.0, line * MM / tallest)
        if ratio == 1.0:
            return self._names
        size = max(role.floor, role.size * ratio)
        return [
            lay(month.name.text, role.manner, min(size, was.size), is_right_to_left=month.name.is_right_to_left)
            for month, was in zip(self._months, self._names, strict=True)
        ]

    def _arranged(self) -> tuple[Arrangement, list[Setting], list[Setting]]:
        """Find the largest tiles, and set the sentences beside or under them."""
        counts = [len(month.dates) for month in self._months]
        name = max(setting.width for setting in self._names) / MM + _NAME_AIR
        width, height = self._frame.width, self._height
        if not self._said:
            return tiles.largest(counts, name, width, height), [], []
        under = self._sentences(width)
        low = tiles.largest(counts, name, width, height - _UNDER - _height(under))
        narrow = tiles.largest(counts, name, width - _BESIDE, height, most_columns=1)
        if narrow.height >= low.height * _RATHER_BESIDE:
            beside = self._beside(min(width - narrow.used - _BESIDE_AIR, _WIDEST_BESIDE))
            if beside and _height(beside) <= height * 0.8:
                return narrow, beside, []
        return low, [], under

    def _beside(self, width: float) -> list[Setting]:
        """Set the sentences in a narrow column, the reason of each in one piece; none where that cannot be."""
        try:
            return self._sentences(width, _reason_in_one_piece)
        except Refused as refused:
            if refused.reason is not Reason.TEXT_TOO_LONG:
                raise
            return []

    def _sentences(self, width: float, kept: Callable[[str], str] = str) -> list[Setting]:
        wishes = [replace(self._wish(note, "date_note", lines=9), text=kept(note.text)) for note in self._said]
        return one_size(wishes, width)

    def _wish(self, word: Word, role: str, lines: int = 1) -> Wish:
        return Wish(word.text, self._page.role(role), word.language, word.is_right_to_left, lines)

    def _size(self, chosen: Arrangement) -> float:
        """Give how large the numbers are: as tall as is fair to the tile, or as the floor asks where that fits too."""
        role = ROLES[self._page.role("date_number")]
        widest = chosen.width * MM / _DIGITS
        fair = min(role.size, chosen.height * _SHARE * MM, widest)
        return max(fair, min(role.floor, chosen.height * _LEAST_SHARE * MM, widest))

    def _month(self, chosen: Arrangement, month: MonthOfDates, name: Setting, place: tuple[float, float]) -> None:
        x, y = place
        middle = y + (chosen.height - name.height / MM) / 2
        self._sheet.text(name, x, middle, chosen.name, self._sheet.palette.deep, language=month.name.language)
        for number, date in enumerate(month.dates):
            line, column = divmod(number, chosen.across)
            self._tile(chosen, date, x + chosen.name + column * chosen.step, y + line * chosen.line)

    def _tile(self, chosen: Arrangement, date: FlyerDate, x: float, y: float) -> None:
        """Draw a deep tile with a white number; an empty one with a cross where nothing is held."""
        sheet, palette, translator = self._sheet, self._sheet.palette, self._page.words[0].translator
        wide, tall = chosen.width, chosen.height
        radius, size = min(2.6, tall * 0.16), self._size(chosen)
        is_off, is_other = date.closed is not None, date_words.is_unusual(date, self._page.facts.rule)
        if is_off:
            sheet.frame(x, y, wide, tall, palette.line, radius)
            side = min(tall * 0.28, 5.0)
            sheet.pictogram(_CROSS, x + wide - side - tall * 0.05, y + tall * 0.05, side, palette.deep)
        else:
            sheet.panel(x, y, wide, tall, palette.sun if is_other else palette.deep, radius)
        role = ROLES[self._page.role("date_off" if is_off else "date_number")]
        number = lay(date_words.number_of(date, translator), role.manner, size * (0.9 if is_off else 1.0))
        colour = palette.mute if is_off else palette.tone("ink" if is_other else "white")
        above = y + (tall - number.height / MM) / 2 + (tall * 0.06 if is_off else 0.0)
        sheet.text(number, x, above, wide, colour, align="middle", language=translator.language)

    def _top_beside(self, beside: Sequence[Setting], tops: Sequence[float], end: float) -> float:
        """Give where the sentences begin: beside the first month that has a date they tell of, if they end in time."""
        rule = self._page.facts.rule
        told = (
            top
            for month, top in zip(self._months, tops, strict=True)
            if any(date.closed is not None or date_words.is_unusual(date, rule) for date in month.dates)
        )
        return max(self._top, min(next(told, self._top), end - _height(beside)))

    def _write(self, sentences: Sequence[Setting], x: float, y: float) -> None:
        for setting, word in zip(sentences, self._said, strict=False):
            self._sheet.smallest = min(self._sheet.smallest, setting.size)
            width = setting.width / MM
            y = self._sheet.text(setting, x, y, width, self._sheet.palette.ink, language=word.language)


def _reason_in_one_piece(text: str) -> str:
    """Tie what stands in brackets together."""
    return _IN_BRACKETS.sub(lambda found: unbroken(found[0]), text)


def _height(settings: Sequence[Setting]) -> float:
    return sum(setting.height for setting in settings) / MM
