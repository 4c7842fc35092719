"""Slips for ideas, four on an A4 to cut apart: each in a language, from its own side, with room to write or draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meetingplace.documents.flyers.furniture import mark
from meetingplace.documents.moods import Colour, palette
from meetingplace.documents.paper import Format, Sheet, one_paper_at_a_time
from meetingplace.documents.posters.poster import Piece, Sender, Text, height, piece
from meetingplace.i18n import corner
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import own_name

ON_A_PAGE, _ACROSS = 4, 2
_WIDE, _TALL = 105.0, 148.5  # mm of a slip
_PAPER = Format(_WIDE * _ACROSS, _TALL * 2, 0, 0)
_MARGIN, _CROSS, _DISC, _MARK = 9.0, 18.0, 15.0, 7.0
_ROOM = _WIDE - 2 * _MARGIN
_NAME = 24.0  # of a language
_HOUSE = _ROOM - _MARK - 2.4 - _NAME - 3.0
_BLACK = Colour(0, 0, 0)


@dataclass(frozen=True)
class IdeaSlips:
    """Who asks, and the languages of the slips in their order; they begin again until the page is full."""

    sender: Sender
    languages: tuple[str, ...]


def idea_slips(content: IdeaSlips, translators: Mapping[str, Translator]) -> bytes:
    """Make the slips, on as many pages as there are fours of languages. Refuses TEXT_TOO_LONG and LETTERS_MISSING."""
    with one_paper_at_a_time():
        languages = content.languages
        pages = -(-len(languages) // ON_A_PAGE)
        first = translators[languages[0]]
        sheet = Sheet(
            _PAPER, palette(content.sender.mood), title=corner.posters(first)["my_idea"], language=first.language
        )
        for number in range(pages * ON_A_PAGE):
            place = number % ON_A_PAGE
            if number and not place:
                sheet.next_page(is_right_to_left=False)
            if not place:
                _cut_marks(sheet)
            spoken = translators[languages[number % len(languages)]]
            _slip(sheet, content.sender, spoken, translators["nl"], place % _ACROSS, place // _ACROSS)
        return sheet.finished()


def _cut_marks(sheet: Sheet) -> None:
    """Draw a cross in the middle of the page, and half of one at the middle of each edge."""
    sheet.is_right_to_left = False
    wide, tall, half = _WIDE * _ACROSS, _TALL * 2, _CROSS / 2
    for x, length in ((0.0, half), (_WIDE - half, _CROSS), (wide - half, half)):
        sheet.rule(x, _TALL, length, _BLACK, 0.09)
    for y, length in ((0.0, half), (_TALL - half, _CROSS), (tall - half, half)):
        sheet.divider(_WIDE, y, length, _BLACK, 0.09)


def _slip(sheet: Sheet, sender: Sender, _: Translator, dutch: Translator, column: int, row: int) -> None:
    """Draw one slip; its own start side is that of its language."""
    sheet.is_right_to_left = _.is_right_to_left
    x = (_ACROSS - 1 - column if sheet.is_right_to_left else column) * _WIDE + _MARGIN
    top, foot = row * _TALL + _MARGIN, (row + 1) * _TALL - _MARGIN
    under = _head(sheet, _, dutch, x, top)
    house, words = piece(Text("nl", sender.house_name), "sheet_small", _HOUSE), _foot_words(_, dutch)
    last = foot - max(_MARK, house.height)
    y = last - 3.0 - height(words, 0.8)
    sheet.dashed_frame(x, under + 3.5, _ROOM, y - under - 7.0, sheet.palette.mute, 4.0)
    for number, one in enumerate(words):
        tone = sheet.palette.ink if number < 2 else sheet.palette.mute
        y = sheet.text(one.setting, x, y, _ROOM, tone, align=_side(one, _), language=one.language) + 0.8
    _house(sheet, sender, house, _, x, (last + foot) / 2)


def _head(sheet: Sheet, _: Translator, dutch: Translator, x: float, y: float) -> float:
    """Draw the lamp and the title, with the Dutch under it; gives the y under them."""
    wide, at = _ROOM - _DISC - 4.0, x + _DISC + 4.0
    title = piece(Text(_.language, corner.posters(_)["my_idea"]), "idea_title", wide, lines=2)
    beside = _beside(_, dutch, ("my_idea",), wide)
    used = title.height + height(beside)
    tall = max(_DISC, used)
    sheet.disc(x, y + (tall - _DISC) / 2, _DISC, sheet.palette.sun)
    sheet.pictogram("lightbulb-on", x + 3.2, y + (tall - 8.6) / 2, 8.6, sheet.palette.ink)
    under = sheet.text(title.setting, at, y + (tall - used) / 2, wide, sheet.palette.deep, language=_.language)
    for one in beside:
        sheet.text(one.setting, at, under, wide, sheet.palette.mute, language=one.language)
    return y + tall


def _foot_words(_: Translator, dutch: Translator) -> list[Piece]:
    said = corner.posters(_)
    own = [piece(Text(_.language, said[key]), "idea_word", _ROOM) for key in ("no_name", "box")]
    return [*own, *_beside(_, dutch, ("no_name", "box"), _ROOM)]


def _beside(_: Translator, dutch: Translator, keys: Sequence[str], width: float) -> list[Piece]:
    """Say it in Dutch too, so that whoever hands the slips out knows what stands there."""
    if _.language == dutch.language:
        return []
    said = corner.posters(dutch)
    return [piece(Text("nl", " ".join(said[key] for key in keys)), "sheet_small", width)]


def _house(sheet: Sheet, sender: Sender, house: Piece, _: Translator, x: float, middle: float) -> None:
    """Draw who asks, and at the end the name of the language."""
    mark(sheet, sender.mark, x, middle - _MARK / 2, _MARK)
    at = x + _MARK + 2.4
    sheet.text(house.setting, at, middle - house.height / 2, _HOUSE, sheet.palette.ink, language="nl")
    name = piece(Text(_.language, own_name(_.language)), "sheet_small", _NAME, lines=1)
    end = x + _ROOM - _NAME
    sheet.text(name.setting, end, middle - name.height / 2, _NAME, sheet.palette.mute, align="end", language=_.language)


def _side(one: Piece, _: Translator) -> str:
    """Give at which side of the slip words begin: at that of their own language."""
    return "start" if one.setting.is_right_to_left is _.is_right_to_left else "end"
