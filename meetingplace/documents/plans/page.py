"""A page of a plan: head, foot with what the marks mean, function squares, solid and hatched stretches of days off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from meetingplace.documents import pictograms
from meetingplace.documents.moods import WHITE, Colour
from meetingplace.documents.operators import digits, outlined
from meetingplace.documents.paper import A4_WIDE, MM, Format
from meetingplace.documents.plans.content import PlanHead
from meetingplace.documents.plans.setting import fitting, wrapped
from meetingplace.documents.roles import ROLES
from meetingplace.documents.sheets import ListSheet
from meetingplace.documents.typeset import Setting
from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.sessions import Function
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name

# the hues of the functions on screen (look.md section 2); white pictograms stand on each of them, also in grey
HUES = {
    Function.INFORMATION: Colour.of("#1F65B8"),
    Function.PRACTICAL: Colour.of("#6B3A12"),
    Function.EMOTIONAL: Colour.of("#A7365C"),
    Function.COHESION: Colour.of("#7C8D13"),
    Function.SIGNALLING: Colour.of("#402783"),
    Function.ADVICE: Colour.of("#2C97A5"),
}
SCHOOLS = (DaysOff.FLEMISH, DaysOff.FRENCH)
_NO_FUNCTION = "calendar-month"
_CANCELLED = "close-thick"
_TITLE_AT = 52.3  # mm, as on the other sheets for the team
_HEAD, _FOOT = 19.0, 9.5  # mm kept for head and foot on A4
_HATCH, _EDGE = 1.3, 0.25  # mm between the lines, and round a stretch


def sentence_case(text: str) -> str:
    """Begin a title with a capital: Babel writes months and days as they stand in a sentence."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Leaf:
    """A page to be written: what stands largest on it, and how its middle is drawn."""

    title: str
    draw: Callable[[], object]


class PlanSheet(ListSheet):
    """A document of plans; on A3 head, foot and marks are as much larger as the paper is."""

    def __init__(self, _: Translator, head: PlanHead, kind: str, format_: Format, *, has_days_off: bool = True) -> None:
        """Begin a document; `kind` says which plan it is, `has_days_off` whether school holidays are drawn on it."""
        super().__init__(_, head.mood, f"{head.house_name} - {kind}", format_)
        self.scale = format_.content / A4_WIDE.content
        self.width = format_.content
        self.top = format_.top + _HEAD * self.scale
        self.foot = format_.height - format_.top - _FOOT * self.scale
        self.formats = Formats(_.language)
        self._head, self._kind, self._ = head, kind, _
        self._schools = SCHOOLS if has_days_off else ()

    def bound(self, leaves: Sequence[Leaf]) -> bytes:
        """Write all pages, each with head, foot and number; gives the PDF."""
        for number, leaf in enumerate(leaves, start=1):
            if number > 1:
                self.next_page()
            self._draw_head(leaf.title)
            leaf.draw()
            self._draw_foot(number, len(leaves))
        return self.finished()

    def sized(self, text: str, role: str, size: float, width: float) -> Setting:
        """Set a text at a size in pt on as many lines as it needs."""
        return wrapped(text, role, size, width)

    def line(self, text: str, role: str, x: float, middle: float, width: float, tone: str = "ink") -> float:
        """Write a text of the program with its middle at a height in mm; gives how wide it is."""
        setting = wrapped(text, role, ROLES[role].size * self.scale, width)
        self.place(setting, x, middle, width, tone=tone)
        return setting.width / MM

    # --- marks ---

    def square(self, function: Function | None, x: float, y: float, side: float, *, is_cancelled: bool = False) -> None:
        """Draw the square of a function; of a session that does not go on only its outline, with a cross."""
        inset = side * 0.16
        if is_cancelled:
            self.frame(x, y, side, side, self.palette.mute, side / 4, side / 14)
            self.pictogram(_CANCELLED, x + inset, y + inset, side - 2 * inset, self.palette.mute)
            return
        self.panel(x, y, side, side, HUES[function] if function else self.palette.mute, side / 4)
        name = pictograms.FUNCTIONS[function] if function else _NO_FUNCTION
        self.pictogram(name, x + inset, y + inset, side - 2 * inset, WHITE)

    def stretch(self, calendar: DaysOff, x: float, y: float, width: float, height: float, radius: float = 0.8) -> None:
        """Draw days off of a school calendar: solid for the Dutch-language, hatched for the French-language schools."""
        self.frame(x, y, width, height, self.palette.mid, radius, _EDGE)
        if calendar is DaysOff.FRENCH:
            self._hatch(x, y, width, height, radius)
        elif height > 2 * _EDGE:
            inside = (width - _EDGE, height - _EDGE)
            self.panel(x + _EDGE / 2, y + _EDGE / 2, *inside, self.palette.soft, max(0.0, radius - _EDGE / 2))

    def _hatch(self, x: float, y: float, width: float, height: float, radius: float) -> None:
        left, foot = self.left(x, width), self.bottom(y, height)
        across, up = width * MM, height * MM
        lines = []
        at = -up
        while at < across:
            lines.append(f"{digits(left + at)} {digits(foot)} m {digits(left + at + up)} {digits(foot + up)} l")
            at += _HATCH * MM
        with self.clipped(x, y, width, height, radius):
            self._mark(f"{outlined(self.palette.mid)} {digits(0.3 * MM)} w {' '.join(lines)} S")

    # --- head and foot ---

    def _draw_head(self, title: str) -> None:
        head, scale = self._head, self.scale
        top = self.format.top
        room = 37.5 * scale
        self.mark(head.mark, 0, top + 0.9 * scale, 10.1 * scale)
        name = fitting(head.house_name, "sheet_sender", room, 2, scale)
        under = fitting(self._kind, "sheet_kind", room, 2, scale)
        y = top + 6 * scale - (name.height + under.height) / MM / 2
        y = self.run(name, 13.0 * scale, max(top - 2, y), room)
        self.run(under, 13.0 * scale, y - 0.3, room, tone="mute")
        x = _TITLE_AT * scale
        wide = self.width - x
        largest = fitting(title, "sheet_title", wide, 1, scale)
        line = fitting(head.about, "sheet_line", wide, 1, scale) if head.about else None
        both = (largest.height + (line.height if line else 0)) / MM
        y = self.run(largest, x, max(top - 3, top + 6.4 * scale - both / 2), wide, tone="deep", is_title=True)
        if line:
            self.run(line, x, y, wide)

    def _draw_foot(self, number: int, count: int) -> None:
        _, scale = self._, self.scale
        middle = self.format.height - self.format.top - 3.0 * scale
        self.rule(0, middle - 4.2 * scale, self.width, self.palette.line)
        made = _("made on {day}", day=self.formats.day_of_month(self._head.made_on))
        made = f"{made} {self._head.made_on.year}"
        pages = f"{made}  ·  " + _("page {n} of {m}", n=number, m=count)
        setting = wrapped(pages, "plan_small", 8 * scale, 90 * scale)
        self.place(setting, self.width - 90 * scale, middle, 90 * scale, tone="mute", align="end")
        self._legend(middle, self.width - setting.width / MM - 4 * scale)

    def _school(self, calendar: DaysOff) -> str:
        return {
            DaysOff.FLEMISH: self._("Dutch-language schools off"),
            DaysOff.FRENCH: self._("French-language schools off"),
        }[calendar]

    def _legend(self, middle: float, room: float) -> None:
        """Say what the marks mean, in one line that becomes smaller where a language needs more letters."""
        _ = self._
        words = [function_name(_, function) for function in HUES]
        words += [self._school(calendar) for calendar in self._schools]
        side, gap = 3.6 * self.scale, 1.3 * self.scale
        size = 8.5 * self.scale
        while True:
            settings = [wrapped(word, "plan_small", size, room) for word in words]
            used = sum(setting.width / MM + side + gap + 2.6 * self.scale for setting in settings)
            if used <= room or size <= 6.5 * self.scale:
                break
            size -= 0.25
        x = 0.0
        for number, setting in enumerate(settings):
            if number < len(HUES):
                self.square(tuple(HUES)[number], x, middle - side / 2, side)
            else:
                self.stretch(SCHOOLS[number - len(HUES)], x, middle - side / 2, side, side)
            self.place(setting, x + side + gap, middle, setting.width / MM)
            x += side + gap + setting.width / MM + 2.6 * self.scale
