"""The referral slip: an A5 that a parent takes along, with where to go and what to say. No name of the parent.

Dutch stands first; one other language may stand beside it, at the end side when it is read from right to left.
"""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.documents import pictograms
from meetingplace.documents.fit import fitted_line
from meetingplace.documents.flyers.furniture import draw_code
from meetingplace.documents.moods import Mood
from meetingplace.documents.paper import A5, MM, one_paper_at_a_time
from meetingplace.documents.sheets import ListSheet
from meetingplace.documents.typeset import Setting
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import phrases
from meetingplace.i18n.catalog import Translator

_PAD, _RADIUS = 7.0, 3.5
_DISC, _FACTS_AT = 13.0, 17.0
_FOOT, _QR = 202.0, 18.0  # y of the lower edge, size of the code
_LINE = 9.0  # between two lines to write on
_NOTES = 14.0  # what a heading and one line need
_MOST_BYTES = 134  # a code of 41 modules: still sharp at this size


@dataclass(frozen=True)
class _Room:
    """How large the names and facts stand, and with how much air in mm: more, or as little as long texts leave."""

    partner: str
    address: str
    way: str
    fact: str
    panel: float  # its least height
    pad: float
    gap: float
    pitch: float
    notes: float  # at least for own notes
    has_code: bool


_USUAL = _Room("slip_partner", "slip_address", "slip_stop", "slip_fact", 40.0, 7.0, 5.5, 5.2, _NOTES, has_code=True)
_TIGHT = _Room(
    "slip_partner_long",
    "slip_address_long",
    "slip_address_long",
    "slip_fact_long",
    0.0,
    5.0,
    4.0,
    3.0,
    0.0,
    has_code=False,
)


@dataclass(frozen=True)
class ReferralSlip:
    """Who refers, and to whom; what is empty is left out. `price` empty and `is_free`: it says that it is free."""

    house_name: str
    house_phone: str
    partner: str
    address: str = ""
    phone: str = ""
    stop: str = ""
    hours: str = ""
    price: str = ""
    is_free: bool = False
    mood: Mood = Mood.CHERRY
    mark: str = "fruit-cherries"


def referral_slip(slip: ReferralSlip, dutch: Translator, beside: Translator | None = None) -> bytes:
    """Make the slip as PDF of one page; `beside` is the language of the parent.

    Refuses TEXT_TOO_LONG and LETTERS_MISSING.
    """
    with one_paper_at_a_time():
        for room in (_USUAL, _TIGHT):
            page = _Slip(slip, dutch, beside, room)
            under = page.facts(page.where_to_go(page.head() + 4.0) + room.gap)
            foot = page.foot()
            if under + room.notes <= foot:
                page.own_notes(under + 1.0, foot - 3.0)
                return page.finished()
    raise Refused(Reason.TEXT_TOO_LONG, language="nl", lines=[slip.partner, slip.address, slip.stop, slip.hours])


@dataclass(frozen=True)
class _Words:
    """What the slip says in one language."""

    language: str
    is_right_to_left: bool
    title: str
    hours: str
    price: str
    free: str
    say: str
    notes: str
    foot: tuple[str, str, str]  # who helps, that no name is on it, what the code is for


def _words(_: Translator, house: str) -> _Words:
    return _Words(
        language=_.language,
        is_right_to_left=_.is_right_to_left,
        title=_("You can go here"),
        hours=_("opening hours"),
        price=_("price"),
        free=phrases.price(_, 0),
        say=_("say: I come from {house}", house=house),
        notes=_("notes for yourself"),
        foot=(
            _("Questions? We help you call."),
            _("There is no name on this sheet. You decide yourself whether you go."),
            _("Scan the code to keep this address."),
        ),
    )


class _Slip(ListSheet):
    """The page: each part is drawn from a height in mm down, and gives the y under it."""

    def __init__(self, slip: ReferralSlip, dutch: Translator, beside: Translator | None, room: _Room) -> None:
        self._dutch = _words(dutch, slip.house_name)
        self._other = _words(beside, slip.house_name) if beside else None
        super().__init__(dutch, slip.mood, f"{self._dutch.title} - {slip.partner}", A5)
        self._slip, self._room = slip, room
        self._wide = self.format.content

    def head(self) -> float:
        """Draw who refers, and the title in both languages."""
        slip = self._slip
        self.mark(slip.mark, 0, 8.0, 9.0)
        self.place(self.set(slip.house_name, "slip_house", self._wide - 12, lines=2), 12.0, 12.5, self._wide - 12)
        title = self.set(self._dutch.title, "slip_title", self._wide, lines=2)
        under = self.run(title, 0, 22.5, self._wide, tone="deep")
        if self._other is None:
            return under
        return self._beside(self._other.title, "slip_beside", 0, under + 1.5, self._wide, lines=2)

    def where_to_go(self, y: float) -> float:
        """Draw the partner with its address, its phone and the stop nearby."""
        slip, wide = self._slip, self._wide - 2 * _PAD
        name = self.set(slip.partner, self._room.partner, wide, lines=3)
        address = self.set(slip.address, self._room.address, wide, lines=3) if slip.address else None
        phone = self.set(slip.phone, "slip_phone", wide - 9) if slip.phone else None
        stop = self.set(slip.stop, self._room.way, wide - 9, lines=3) if slip.stop else None
        ways = [(icon, way) for icon, way in ((pictograms.PHONE, phone), (_stop_icon(slip.stop), stop)) if way]
        is_one_line = sum(9 + way.width / MM for _icon, way in ways) + 8 <= wide
        lines = [ways] if is_one_line else [[way] for way in ways]
        high = name.height + (address.height + 1.0 * MM if address else 0)
        high = high / MM + sum(max(way.height / MM for _icon, way in line) + 2.5 for line in lines if line)
        whole = max(self._room.panel, high + 2 * self._room.pad)
        self.panel(0, y, self._wide, whole, self.palette.deep, _RADIUS)
        at = self.run(name, _PAD, y + (whole - high) / 2, wide, tone="white")
        if address:
            at = self.run(address, _PAD, at + 1.0, wide, tone="white")
        for line in lines:
            at = self._ways(line, at + 2.5)
        return y + whole

    def _ways(self, line: list[tuple[str, Setting]], y: float) -> float:
        x = _PAD
        high = max((way.height / MM for _icon, way in line), default=0.0)
        for icon, way in line:
            self.pictogram(icon, x, y + high / 2 - 3.0, 6.0, self.palette.tone("white"))
            self.place(way, x + 9.0, y + high / 2, self._wide - 2 * _PAD - 9, tone="white")
            x += 9.0 + way.width / MM + 8.0
        return y + high

    def facts(self, y: float) -> float:
        """Draw when it is open, what it costs and what to say there: in Dutch, and under it in the other language."""
        slip, other = self._slip, self._other
        if slip.hours:
            y = self._fact("clock-outline", slip.hours, other.hours if other else "", y)
        if slip.is_free:
            y = self._fact("currency-eur", self._dutch.free, other.free if other else "", y)
        elif slip.price:
            y = self._fact("currency-eur", slip.price, other.price if other else "", y)
        return self._fact("human-greeting", self._dutch.say, other.say if other else "", y)

    def _fact(self, icon: str, text: str, beside: str, y: float) -> float:
        wide = self._wide - _FACTS_AT
        setting = self.set(text, self._room.fact, wide, lines=3)
        under = self._setting(beside, "slip_small", wide, lines=2) if beside else None
        high = (setting.height + (under.height if under else 0.0)) / MM
        whole = max(_DISC, high)
        self.disc(0, y + (whole - _DISC) / 2, _DISC, self.palette.soft)
        self.pictogram(icon, 2.8, y + (whole - 7.4) / 2, 7.4, self.palette.deep)
        at = self.run(setting, _FACTS_AT, y + (whole - high) / 2, wide)
        if under:
            self._write_beside(under, _FACTS_AT, at, wide)
        return y + whole + self._room.pitch

    def own_notes(self, y: float, foot: float) -> None:
        """Draw lines for the parent's own notes, as many as there is room for."""
        if foot - y < _NOTES - 4.0:
            return
        half = self._wide / 2 - 3
        self.rule(0, y, self._wide, self.palette.line)
        heading = self.set(self._dutch.notes, "slip_heading", half, lines=2)
        under = self.run(heading, 0, y + 3.0, half, tone="deep")
        if self._other:
            beside = self._setting(self._other.notes, "slip_heading", half, lines=2)
            self.text(beside, half + 6, y + 3.0, half, self.palette.deep, align="end", language=self._other.language)
        self.writing_lines(0, under - 1.5, self._wide, max(0, int((foot - under + 1.5) / _LINE)), _LINE)

    def foot(self) -> float:
        """Draw the code with the address for a phone, and what to know, in both languages; gives the y of its top."""
        columns = [self._foot_words(words) for words in (self._dutch, self._other) if words]
        highs = [sum(setting.height / MM + 1.2 for setting, _tone in column) for column in columns]
        code = _QR if self._room.has_code else 0.0
        top = _FOOT - max(code, *highs)
        if code:
            draw_code(self, _card(self._slip), 0, _FOOT - _QR, _QR)
        wide, start = self._foot_width, code + 5 if code else 0.0
        for number, column in enumerate(columns):
            y = top
            for setting, tone in column:
                x = start + number * (wide + 5)
                align = "end" if number and setting.is_right_to_left else "start"
                language = self._other.language if number and self._other else self._dutch.language
                y = self.text(setting, x, y, wide, self.palette.tone(tone), align=align, language=language) + 1.2
        return top

    @property
    def _foot_width(self) -> float:
        room = self._wide - (_QR + 5 if self._room.has_code else 0.0)
        return (room - 5) / 2 if self._other else room

    def _foot_words(self, words: _Words) -> list[tuple[Setting, str]]:
        slip, (helps, no_name, code) = self._slip, words.foot
        whom = " ".join(filter(None, (slip.house_name, slip.house_phone.replace(" ", "\u00a0"))))
        said = [(helps, "ink"), (whom if words is self._dutch else "", "ink"), (no_name, "mute")]
        said += [(code, "mute")] if self._room.has_code else []
        return [
            (self._setting(text, "slip_foot", self._foot_width, lines=4, words=words), tone)
            for text, tone in said
            if text
        ]

    # --- the language beside the Dutch

    def _setting(self, text: str, role: str, width: float, lines: int = 1, words: _Words | None = None) -> Setting:
        of = words or self._other or self._dutch
        return fitted_line(text, role, of.language, width, is_right_to_left=of.is_right_to_left, lines=lines)

    def _write_beside(self, setting: Setting, x: float, y: float, width: float) -> float:
        align = "end" if setting.is_right_to_left else "start"
        language = (self._other or self._dutch).language
        return self.text(setting, x, y, width, self.palette.ink, align=align, language=language)

    def _beside(self, text: str, role: str, x: float, y: float, width: float, lines: int = 1) -> float:
        return self._write_beside(self._setting(text, role, width, lines), x, y, width)


def _stop_icon(stop: str) -> str:
    known = (icon for word, icon in pictograms.STOPS.items() if word in stop.casefold())
    return next(known, pictograms.WHERE)


def _card(slip: ReferralSlip) -> str:
    """Write name, phone and address as a card that phones keep; the address, then the name are cut to fit the code."""
    name, phone, address = (_plain(text) for text in (slip.partner, slip.phone, slip.address))
    card = f"MECARD:N:{name};TEL:{phone};ADR:{address};;"
    while len(card.encode()) > _MOST_BYTES and (address or name):
        name, address = (name, address[:-1]) if address else (name[:-1], address)
        card = f"MECARD:N:{name};TEL:{phone};ADR:{address};;"
    return card


def _plain(text: str) -> str:
    return " ".join(text.replace(";", " ").replace(":", " ").replace("\\", " ").split())
