"""A page of a flyer being drawn: what frames share. Nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.documents.fit import Wish, fitted_line
from meetingplace.documents.flyers.content import FlyerContent, FlyerFacts
from meetingplace.documents.flyers.layouts import Frame, Plan, Row
from meetingplace.documents.flyers.papers import Paper
from meetingplace.documents.flyers.words import FlyerWords, Word
from meetingplace.documents.paper import Sheet
from meetingplace.documents.roles import role_on
from meetingplace.documents.typeset import Setting

PANEL_RADIUS = 5.0
ICON = 7.5  # mm kept for a pictogram before a line
_UNDER = 2.5  # mm of air under the Dutch line


@dataclass(frozen=True)
class Disc:
    """The round price on its place in mm, to be kept clear by the pattern and the title."""

    x: float
    y: float
    size: float
    ring: float = 1.6

    def covers(self, left: float, top: float, side: float) -> bool:
        """Tell whether a square lies, in part, under the disc."""
        middle_x, middle_y, reach = self.x + self.size / 2, self.y + self.size / 2, self.size / 2
        near_x = min(max(middle_x, left), left + side)
        near_y = min(max(middle_y, top), top + side)
        return (near_x - middle_x) ** 2 + (near_y - middle_y) ** 2 < (reach - 0.3) ** 2


@dataclass(frozen=True)
class DutchLine:
    """The Dutch facts in rows, and the height in mm that they take with their ground."""

    rows: tuple[tuple[Setting, ...], ...]
    height: float

    @property
    def push(self) -> float:
        """Give how far what stands under the line has to go down, in mm."""
        return self.height + _UNDER


@dataclass(frozen=True)
class Page:
    """One page being drawn, or one card of it: the sheet, what stands on it, and in which languages.

    `words` are in the order of the columns: the main language first; on a page with a Dutch line the Dutch comes last.
    """

    sheet: Sheet
    content: FlyerContent
    words: tuple[FlyerWords, ...]
    plan: Plan
    paper: Paper
    dutch: DutchLine | None = None
    is_crowded: bool = False  # the words need the room of the pictograms
    entries: range | None = None  # of the month, that stand on this page; None: all
    part: int = 1  # of so many pages that say the same in the same language
    parts: int = 1

    @property
    def frames(self) -> tuple[Frame, ...]:
        """Give the frames that stand on this page, with so many languages."""
        others = len(self.words) - 1
        return tuple(frame for frame in self.plan.frames if frame.others[0] <= others <= frame.others[1])

    @property
    def push(self) -> float:
        """Give how far the Dutch line moves the upper half down, in mm."""
        return self.dutch.push if self.dutch else 0.0

    @property
    def facts(self) -> FlyerFacts:
        """Give the facts that every language shares."""
        return self.content.facts

    @property
    def radius(self) -> float:
        """Give the radius of panels in mm of the design."""
        return PANEL_RADIUS * min(1.0, self.plan.design.half / 15.5)

    def top(self, frame: Frame) -> float:
        """Give the top of a frame in mm."""
        return frame.y + (self.push if frame.is_pushed else 0.0) + (0.0 if self.has_pictograms else frame.sinks)

    @property
    def has_pictograms(self) -> bool:
        """Tell whether the row of pictograms is there; without it the others take its room."""
        return bool(self.facts.expect) and not self.is_crowded

    def badge(self) -> Disc | None:
        """Give the place of the price, when the layout has one."""
        found = [frame for frame in self.plan.frames if frame.draw == "badge"]
        return Disc(found[0].x, self.top(found[0]), found[0].width, found[0].number("ring", 1.6)) if found else None

    def role(self, name: str) -> str:
        """Give a role as it is on this paper."""
        return role_on(self.paper.value.removesuffix("-landscape"), name)

    def line(self, text: str, role: str, width: float, *, lines: int = 1, most: int = 0) -> Setting:
        """Set a Dutch text in a width in mm and a number of lines, at need in `most`."""
        return fitted_line(text, self.role(role), "nl", width, lines=lines, most=most)

    def word(self, word: Word, role: str, width: float, *, lines: int = 1) -> Setting:
        """Set a word in its language in a width in mm."""
        is_rtl = word.is_right_to_left
        return fitted_line(word.text, self.role(role), word.language, width, is_right_to_left=is_rtl, lines=lines)

    def wish(self, row: Row, words: FlyerWords, *, first_width: float | None = None) -> Wish:
        """Ask a place for what a row says in one language."""
        word = words.named(row.content)
        return Wish(
            word.text,
            self.role(row.role),
            word.language,
            word.is_right_to_left,
            row.lines,
            row.most_lines,
            row.gap,
            row.drop,
            ICON if row.has_icon and word.pictogram else 0.0,
            first_width,
        )
