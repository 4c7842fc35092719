"""What the sheets for the team share: texts in one language, head, box for the team, tick boxes, lines to write on.

No lists.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from meetingplace.documents.fit import Wish, fitted_line, one_size
from meetingplace.documents.fonts import has_pictogram
from meetingplace.documents.moods import WHITE, Mood, palette
from meetingplace.documents.paper import A4_WIDE, MM, Format, Sheet
from meetingplace.documents.typeset import Setting, first_strong_is_right_to_left
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import phrases
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats

LIST_WIDTH = 195.0
TEAM_TOP, TEAM_FOOT = 7.0, 202.0
TEAM_TEXT, TEAM_ROOM = 205.1, 68.0  # where texts in the box for the team begin, and how wide they may be
_TEAM_AT, _TEAM_WIDTH, _HEAD = 201.2, 75.8, 10.9
_TITLE_AT = 52.3
_FEWEST_LETTERS = 4
_SPARE_MARK = "home-heart"


@dataclass(frozen=True)
class SheetHead:
    """What stands on top of a sheet: the house, the session, its day and place.

    `session_code` is typed in with the figures.
    """

    house_name: str
    title: str
    day: date
    start: time
    end: time
    place: str  # "Huis Kersenhof, Schaarbeek"
    session_code: str = ""
    mood: Mood = Mood.CHERRY
    mark: str = "fruit-cherries"


class ListSheet(Sheet):
    """A sheet in one language, whose texts stand with their middle at a height: what rows and labels need."""

    def __init__(self, _: Translator, mood: Mood, title: str, format_: Format = A4_WIDE) -> None:
        """Begin a document in the language of the translator."""
        super().__init__(format_, palette(mood), title=title, language=_.language, is_right_to_left=_.is_right_to_left)
        self._translator = _

    def set(self, text: str, role: str, width: float, lines: int = 1) -> Setting:
        """Set a text in a width in mm; its direction is that of its first letter."""
        is_rtl = first_strong_is_right_to_left(text, self._translator.is_right_to_left)
        return fitted_line(text, role, self._translator.language, width, is_right_to_left=is_rtl, lines=lines)

    def set_in_one(self, text: str, role: str, width: float, lines: int) -> Setting:
        """Set a text on one line if its role may become small enough, otherwise on more."""
        with contextlib.suppress(Refused):
            return self.set(text, role, width)
        return self.set(text, role, width, lines)

    def set_at_most(self, text: str, role: str, width: float, small: str = "sheet_small") -> Setting:
        """Set a text of a list on two lines at most, smaller where it must be, and only its beginning where that fails.

        One long name of many is no reason to refuse the whole list.
        """
        for tried in (role, small):
            found = self._set_if_it_fits(text, tried, width)
            if found is not None:
                return found
        while len(text) > _FEWEST_LETTERS:
            text = text[: len(text) * 4 // 5].rstrip()
            left_open = text.count("\u2068") - text.count("\u2069")
            found = self._set_if_it_fits(f"{text}…{chr(0x2069) * left_open}", small, width)
            if found is not None:
                return found
        return self.set(text, small, width)

    def _set_if_it_fits(self, text: str, role: str, width: float) -> Setting | None:
        try:
            return self.set(text, role, width, lines=2)
        except Refused as refused:
            if refused.reason is not Reason.TEXT_TOO_LONG:
                raise
            return None

    def say(
        self,
        text: str,
        role: str,
        x: float,
        middle: float,
        width: float,
        *,
        tone: str = "ink",
        align: str = "start",
        lines: int = 1,
    ) -> None:
        """Write a text with its middle at a height in mm."""
        self.place(self.set(text, role, width, lines), x, middle, width, tone=tone, align=align)

    def place(
        self,
        setting: Setting,
        x: float,
        middle: float,
        width: float,
        *,
        tone: str = "ink",
        align: str = "start",
        language: str = "",
    ) -> None:
        """Write a setting with its middle at a height in mm."""
        self.run(setting, x, middle - setting.height / MM / 2, width, tone=tone, align=align, language=language)

    def run(
        self,
        setting: Setting,
        x: float,
        y: float,
        width: float,
        *,
        tone: str = "ink",
        align: str = "start",
        language: str = "",
        is_title: bool = False,
    ) -> float:
        """Write a setting, in the language of the sheet if none is said, from a height down; gives the y under it."""
        colour, tongue = self.palette.tone(tone), language or self._translator.language
        return self.text(setting, x, y, width, colour, align=align, language=tongue, is_title=is_title)

    def mark(self, name: str, x: float, y: float, size: float) -> None:
        """Draw the mark of the house, white on a round of the deep tone."""
        self.disc(x, y, size, self.palette.deep)
        inner = size * 0.62
        known = name if has_pictogram(name) else _SPARE_MARK
        self.pictogram(known, x + (size - inner) / 2, y + (size - inner) / 2, inner, WHITE)

    def tick_box(self, x: float, y: float, size: float) -> None:
        """Draw a box to tick."""
        self.frame(x, y, size, size, self.palette.mute, min(0.9, size / 5), 0.28)

    def writing_lines(self, x: float, y: float, width: float, count: int, pitch: float) -> float:
        """Draw lines to write on, the first one a pitch below y; gives the y of the last."""
        for number in range(count):
            self.rule(x, y + (number + 1) * pitch, width, self.palette.mute, 0.25)
        return y + count * pitch

    def heading(self, text: str, y: float, lines: int = 1) -> float:
        """Write a heading in the box for the team; gives the y under it."""
        return self.run(self.set(text, "sheet_heading", TEAM_ROOM, lines), TEAM_TEXT, y, TEAM_ROOM, tone="deep")

    def tick_heads(
        self, columns: Sequence[tuple[str, str]], middles: Sequence[float], width: float, y: float, icon: float
    ) -> None:
        """Draw the heads of tick columns: pictogram and word beneath, all words in one size.

        Y is the top of the pictograms.
        """
        settings = self._one_line_or_two([word for _icon, word in columns], width)
        for (name, _word), middle, setting in zip(columns, middles, settings, strict=True):
            self.pictogram(name, middle - icon / 2, y, icon, self.palette.deep)
            self.place(setting, middle - width / 2, y + icon + 3.1, width, align="middle")

    def _one_line_or_two(self, words: Sequence[str], width: float) -> list[Setting]:
        """Set words of one size on one line each where the floor allows it, otherwise on two."""
        for lines in (1, 2):
            wishes = [self._tick_word(word, lines) for word in words]
            try:
                return one_size(wishes, width)
            except Refused as refused:
                if lines == 2 or refused.reason is not Reason.TEXT_TOO_LONG:
                    raise
        return []

    def _tick_word(self, word: str, lines: int) -> Wish:
        is_rtl = first_strong_is_right_to_left(word, self._translator.is_right_to_left)
        return Wish(word, "sheet_tick", self._translator.language, is_rtl, lines=lines)


def head(page: ListSheet, about: SheetHead, kind: str, _: Translator, *, pages: str = "") -> None:
    """Draw the head: the mark, the house, the kind of sheet, then title, day, hours and place.

    Page numbers at the end.
    """
    page.mark(about.mark, 0, 7.9, 10.1)
    name = page.set(about.house_name, "sheet_sender", 37.5, lines=2)
    under = page.set(kind, "sheet_kind", 37.5)
    both = (name.height + under.height) / MM
    top = page.run(name, 13.0, 12.9 - both / 2, 37.5)
    page.run(under, 13.0, top - 0.3, 37.5, tone="mute")
    room = LIST_WIDTH - _TITLE_AT - (20 if pages else 0)
    title = page.set(about.title, "sheet_title", room, lines=2)
    hours = phrases.hours(_, about.start, about.end).replace(" ", "\u00a0")
    line = _("{day}, {hours}", day=Formats(_.language).full_day(about.day), hours=hours)
    if about.place:
        line += f"\u00a0 · \u00a0\u2068{about.place}\u2069"
    under_title = page.set_in_one(line, "sheet_line", LIST_WIDTH - _TITLE_AT, lines=2)
    begin = max(2.0, 20.9 - (title.height + under_title.height) / MM)
    top = page.run(title, _TITLE_AT, begin, room, tone="deep", is_title=True)
    page.run(under_title, _TITLE_AT, top, LIST_WIDTH - _TITLE_AT)
    if pages:
        page.say(pages, "sheet_small", LIST_WIDTH - 30, 12.4, 30, tone="mute", align="end")


def team_box(page: ListSheet, title: str, code: str) -> None:
    """Draw the empty box for the team, filled in afterwards; `code` names the session for whoever types it in."""
    deep = page.palette.deep
    page.panel(_TEAM_AT, TEAM_TOP, _TEAM_WIDTH, TEAM_FOOT - TEAM_TOP, deep, 4)
    # the white begins inside the head that covers it: edges on one line would shine through as a hairline
    page.panel(_TEAM_AT + 0.3, TEAM_TOP + 5, _TEAM_WIDTH - 0.6, TEAM_FOOT - TEAM_TOP - 5.3, WHITE, 3.7)
    page.panel(_TEAM_AT, TEAM_TOP + 4, _TEAM_WIDTH, _HEAD - 4, deep)
    middle = TEAM_TOP + _HEAD / 2
    page.pictogram("account-group", TEAM_TEXT, middle - 3, 6, WHITE)
    code_width = 19.0 if code else 0.0
    page.say(title, "sheet_box_heading", TEAM_TEXT + 8, middle, TEAM_ROOM - 8 - code_width, tone="white")
    if code:
        end = TEAM_TEXT + TEAM_ROOM - code_width
        page.say(code, "sheet_code", end, middle, code_width, tone="white", align="end")


def counted(page: ListSheet, y: float, rows: Sequence[tuple[str, float]]) -> float:
    """Draw in the box for the team what is counted: words and boxes to write in, so wide; gives the y under them."""
    for word, box in rows:
        page.frame(TEAM_TEXT + TEAM_ROOM - box, y, box, 6.1, page.palette.mute, 0.9, 0.3)
        page.say(word, "sheet_row", TEAM_TEXT, y + 2.9, TEAM_ROOM - box - 2, lines=2)
        y += 7.5
    return y
