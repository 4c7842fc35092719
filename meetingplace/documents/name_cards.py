"""Name cards for the welcome ritual ("I look if my name is there"): picture and nickname, to cut out of an A4."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from meetingplace.documents.fonts import has_pictogram, printable
from meetingplace.documents.moods import WHITE, Colour, Mood
from meetingplace.documents.paper import A4, one_paper_at_a_time
from meetingplace.documents.roles import ROLES
from meetingplace.documents.sheets import ListSheet
from meetingplace.documents.typeset import Setting
from meetingplace.domain.pictures import PICTURE_COLOURS, Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import Translator

ACROSS, DOWN = 2, 4
ON_A_PAGE = ACROSS * DOWN
_TOP, _WIDTH, _HEIGHT = 11.0, 93.0, 68.75  # mm of a card; nothing is drawn up to its edge, so that a cut may be crooked
_PICTURE, _PAD, _CROSS = 31.0, 6.0, 6.0
_LIGHT_FROM = 4  # the first four colours are dark and carry a white shape, the others ink (as on screen)
_SPARE_PICTURE = "star"


@dataclass(frozen=True)
class NameCard:
    """A card: a nickname or first name, and its picture if there is one."""

    name: str
    picture: Picture | None = None


@dataclass(frozen=True)
class NameCards:
    """What a sheet of cards is made of; cards without a name are added until the last page is full."""

    house_name: str
    cards: tuple[NameCard, ...] = ()
    mood: Mood = Mood.CHERRY
    blanks: int = 0  # at least
    session_code: str = ""  # in the margin, which is cut off


def name_cards(sheet: NameCards, _: Translator) -> bytes:
    """Make the cards: A4, eight a page. Refuses TEXT_TOO_LONG."""
    with one_paper_at_a_time():
        kind = _("name cards")
        page = ListSheet(_, sheet.mood, f"{sheet.house_name} - {kind}", A4)
        pages = max(1, math.ceil((len(sheet.cards) + sheet.blanks) / ON_A_PAGE))
        for number in range(pages * ON_A_PAGE):
            place = number % ON_A_PAGE
            if number and not place:
                page.next_page()
            if not place:
                _cut_marks(page)
                page.say(sheet.session_code, "sheet_small", 0, _TOP / 2, _WIDTH, tone="mute")
            card = sheet.cards[number] if number < len(sheet.cards) else None
            _card(page, card, (place % ACROSS) * _WIDTH, _TOP + (place // ACROSS) * _HEIGHT, _)
        return page.finished()


def _cut_marks(page: ListSheet) -> None:
    """Draw a cross where four cards meet, and halves of it at the edges."""
    width, height = _WIDTH * ACROSS, _HEIGHT * DOWN
    for x, y in itertools.product(range(ACROSS + 1), range(DOWN + 1)):
        across, down = x * _WIDTH, y * _HEIGHT
        left, right = max(0.0, across - _CROSS / 2), min(width, across + _CROSS / 2)
        top, foot = max(0.0, down - _CROSS / 2), min(height, down + _CROSS / 2)
        page.rule(left, _TOP + down, right - left, page.palette.mute, 0.25)
        page.divider(across, _TOP + top, foot - top, page.palette.mute, 0.25)


def _card(page: ListSheet, card: NameCard | None, x: float, y: float, _: Translator) -> None:
    middle, room = x + _WIDTH / 2, _WIDTH - 2 * _PAD
    left = middle - _PICTURE / 2
    if card and card.picture:
        _picture(page, card.picture, left, y + _PAD)
    else:
        page.dashed_circle(left, y + _PAD, _PICTURE, page.palette.mute)
    name = printable(card.name, ROLES["card_name"].manner.cut) if card else ""
    if name:
        page.place(_name(page, name, room), x + _PAD, y + 47.0, room, align="middle")
    else:
        page.rule(x + _PAD + 6, y + 50.0, room - 12, page.palette.mute, 0.25)
    page.say(_("welcome!"), "card_greeting", x + _PAD, y + 61.0, room, tone="mute", align="middle")


def _name(page: ListSheet, name: str, room: float) -> Setting:
    """Set a name on one line if it may be large enough, otherwise on two; a very long one smaller."""
    try:
        return page.set_in_one(name, "card_name", room, lines=2)
    except Refused as refused:
        if refused.reason is not Reason.TEXT_TOO_LONG:
            raise
        return page.set_at_most(name, "sheet_name", room)


def _picture(page: ListSheet, picture: Picture, x: float, y: float) -> None:
    page.disc(x, y, _PICTURE, Colour.of(PICTURE_COLOURS[picture.colour % len(PICTURE_COLOURS)]))
    inner = _PICTURE * 0.62
    shape = picture.shape if has_pictogram(picture.shape) else _SPARE_PICTURE
    glyph = page.palette.ink if picture.colour >= _LIGHT_FROM else WHITE
    page.pictogram(shape, x + (_PICTURE - inner) / 2, y + (_PICTURE - inner) / 2, inner, glyph)
