"""Where a month is held: the only place with how to get there, or each of several with its address, on soft ground."""

from __future__ import annotations

import itertools

from meetingplace.documents import pictograms
from meetingplace.documents.fit import Wish, one_size
from meetingplace.documents.flyers.content import Where
from meetingplace.documents.flyers.frames import place_strip
from meetingplace.documents.flyers.layouts import Frame
from meetingplace.documents.flyers.page import Page
from meetingplace.documents.paper import MM
from meetingplace.documents.typeset import Setting

_STRIP = 17.0  # mm, of the only place
_PAD, _AIR = 4.5, 2.0  # mm: at the sides, and above and under each row
_MARK, _MARK_AIR = 6.5, 2.0
_MOST_ACROSS = 3


class Places:
    """The places of a programme, set for a width in mm; refuses TEXT_TOO_LONG and LETTERS_MISSING."""

    def __init__(self, page: Page, places: tuple[Where, ...], width: float) -> None:
        """Set names and addresses, each in one size."""
        self._page, self._width = page, width
        self._is_only = len(places) == 1
        self._across = 2 if len(places) in (2, 4) else _MOST_ACROSS
        said = [] if self._is_only else self._set(places)
        self._rows = [said[at : at + self._across] for at in range(0, len(said), self._across)]

    @property
    def height(self) -> float:
        """Give its height in mm; 0 without a place."""
        if self._is_only:
            return _STRIP
        return sum(map(_height, self._rows)) + _AIR if self._rows else 0.0

    def draw(self, x: float, y: float) -> None:
        """Draw it at a place in mm."""
        page, sheet = self._page, self._page.sheet
        if self._is_only:
            options = {"has_price": False}
            place_strip(page, Frame("where", x, y, self._width, _STRIP, "place_strip", options=options))
        elif self._rows:
            sheet.panel(x, y, self._width, self.height, sheet.palette.soft, page.radius)
        top = y + _AIR / 2
        for row in self._rows:
            tall = _height(row)
            for number, settings in enumerate(row):
                self._place(settings, x + _PAD + number * self._step, top, tall)
            top += tall

    @property
    def _step(self) -> float:
        return (self._width - 2 * _PAD) / self._across

    def _set(self, places: tuple[Where, ...]) -> list[list[Setting]]:
        width = self._step - _MARK - _MARK_AIR - 3.0
        names = [Wish(place.name, self._page.role("programme_place"), "nl", lines=2) for place in places]
        role = self._page.role("programme_address")
        addresses = [Wish(place.address, role, "nl", lines=3) for place in places if place.address]
        known = iter(one_size(addresses, width) if addresses else ())
        return [
            [name, *itertools.islice(known, 1 if place.address else 0)]
            for name, place in zip(one_size(names, width), places, strict=True)
        ]

    def _place(self, settings: list[Setting], x: float, top: float, tall: float) -> None:
        sheet = self._page.sheet
        sheet.pictogram(pictograms.WHERE, x, top + (tall - _MARK) / 2, _MARK, sheet.palette.deep)
        y = top + (tall - sum(setting.height for setting in settings) / MM) / 2
        for setting in settings:
            width = setting.width / MM
            y = sheet.text(setting, x + _MARK + _MARK_AIR, y, width, sheet.palette.ink, language="nl")


def _height(row: list[list[Setting]]) -> float:
    return max(sum(setting.height for setting in settings) for settings in row) / MM + _AIR
