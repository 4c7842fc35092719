"""The tally sheet: tick boxes without names, by age, adult and family; languages, municipality, how they heard.

A box for the team.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meetingplace.documents import pictograms
from meetingplace.documents.paper import one_paper_at_a_time
from meetingplace.documents.sheets import (
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
from meetingplace.domain.families import AgeBand, Relation
from meetingplace.domain.sessions import Function
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import own_name

_TOP, _HEIGHT = 24.9, 104.1
_COLUMN = 13.63
_LIST_TOP, _LIST_ROWS, _LIST_PITCH = 138.4, 9, 6.53
_LIST_TICKS = 5
_MOST_TEAM = 8


@dataclass(frozen=True)
class TallySheet:
    """What a tally sheet is made of; languages as codes, the other lists as they are written in the house."""

    head: SheetHead
    languages: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    how_heard: tuple[str, ...] = ()  # empty: the usual ways
    team: tuple[str, ...] = ()


def tally_sheet(sheet: TallySheet, _: Translator) -> bytes:
    """Make the sheet: one A4, landscape. Refuses TEXT_TOO_LONG and LETTERS_MISSING."""
    with one_paper_at_a_time():
        kind = _("tally sheet")
        page = ListSheet(_, sheet.head.mood, f"{sheet.head.title} - {kind}")
        head(page, sheet.head, kind, _)
        _ticks(page, _)
        _lists(page, sheet, _)
        team_box(page, _("team, after the session"), sheet.head.session_code)
        _team(page, sheet, _)
        return page.finished()


def _ticks(page: ListSheet, _: Translator) -> None:
    ages = {
        AgeBand.BABY: _("0–11 m"),
        AgeBand.ONE: _("1 year"),
        AgeBand.TWO: _("2 years"),
        AgeBand.THREE: _("3 years"),
        AgeBand.FOUR_FIVE: _("4–5 years"),
        AgeBand.OLDER: _("6 years +"),
    }
    families = [(pictograms.FAMILY, _("family")), (pictograms.NEW, _("new"))]
    _tick_panel(page, 0.0, _("children"), [(pictograms.AGES[band], word) for band, word in ages.items()], _)
    _tick_panel(page, 83.8, _("adults"), [(pictograms.RELATIONS[who], word) for who, word in relations(_).items()], _)
    _tick_panel(page, 167.6, _("families"), families, _)


def relations(_: Translator) -> dict[Relation, str]:
    """Give the short words for who came with the child, as they stand above tick boxes: a dozen millimetres wide."""
    # Translators: at most nine letters a word, two words may stand under each other
    return {
        Relation.MOTHER: _("mum"),
        Relation.FATHER: _("dad"),
        Relation.GRANDPARENT: _("gran, grandad"),
        Relation.OTHER_FAMILY: _("relative"),
        Relation.CARER: _("carer"),
        Relation.PROFESSIONAL: _("support worker"),
    }


def _tick_panel(page: ListSheet, x: float, title: str, columns: Sequence[tuple[str, str]], _: Translator) -> None:
    """Draw a panel with thirty boxes a column, in groups of ten."""
    width = _COLUMN * len(columns)
    page.panel(x, _TOP, width, _HEIGHT, page.palette.tint, 3.5)
    page.say(title, "sheet_heading", x + 3, _TOP + 3.9, width - 4, tone="deep")
    middles = [x + _COLUMN * (number + 0.5) for number in range(len(columns))]
    page.tick_heads(columns, middles, _COLUMN - 0.3, _TOP + 7.0, 8.0)
    for number, middle in enumerate(middles):
        if number:
            page.divider(x + _COLUMN * number, _TOP + 8.2, _HEIGHT - 11.2, page.palette.line, 0.25)
        for row in range(15):
            y = 46.95 + row * 5.19 + (row // 5) * 1.2
            for side in (-4.85, 0.75):
                page.tick_box(middle + side, y, 4.1)


def _lists(page: ListSheet, sheet: TallySheet, _: Translator) -> None:
    usual = (
        _("friend, neighbour"), _("flyer, poster"), _("school"), _("Kind en Gezin"), _("doctor, maternity ward"),
        _("WhatsApp, web"), _("passing by"),
    )  # fmt: skip
    languages = [own_name(code) for code in sheet.languages]
    _list(page, 0.0, 54.0, "translate", _("languages at home"), languages, _, sheet.languages)
    _list(page, 58.0, 66.5, "home", _("lives in"), sheet.municipalities, _)
    _list(page, 129.0, 66.0, "bullhorn", _("how did you hear of us?"), sheet.how_heard or usual, _)


def _list(
    page: ListSheet,
    x: float,
    width: float,
    icon: str,
    title: str,
    rows: Sequence[str],
    _: Translator,
    languages: Sequence[str] = (),
) -> None:
    """Draw a list with boxes to tick; `languages` are those of its rows if not all of the sheet's own."""
    page.pictogram(icon, x, 132.2, 5.4, page.palette.deep)
    page.say(title, "sheet_heading", x + 7.4, 134.9, width - 7.4, tone="deep")
    ticks = _LIST_TICKS * 4.32
    for number in range(_LIST_ROWS):
        y = _LIST_TOP + number * _LIST_PITCH
        middle = y + _LIST_PITCH / 2
        if number < len(rows) and number < _LIST_ROWS - 1:
            setting = page.set_in_one(rows[number], "sheet_row", width - ticks - 2, lines=2)
            language = languages[number] if languages else ""
            page.place(setting, x, middle, width - ticks - 2, language=language)
        for tick in range(_LIST_TICKS):
            page.tick_box(x + width - ticks + 0.5 + tick * 4.32, middle - 1.85, 3.7)
        page.rule(x, y + _LIST_PITCH, width, page.palette.line, 0.25)


def _team(page: ListSheet, sheet: TallySheet, _: Translator) -> None:
    y = _counts(page, TEAM_TOP + 14.2, _)
    y = _functions(page, y + 2.4, _)
    y = page.heading(_("team"), y + 2.4) + 0.4
    width = TEAM_ROOM
    names = (*sheet.team[:_MOST_TEAM], *([""] if len(sheet.team) < 3 else []))
    for name in names:
        page.tick_box(TEAM_TEXT, y + 1.2, 4.1)
        page.say(name, "sheet_row", TEAM_TEXT + 6.2, y + 3.2, 44)
        page.say(_("hours"), "sheet_row", TEAM_TEXT + width - 15, y + 3.2, 15, tone="mute", align="end")
        page.rule(TEAM_TEXT, y + 6.55, width, page.palette.line, 0.25)
        y += 6.55
    y = page.heading(_("what did we hear?"), y + 2.6) - 0.6
    room = TEAM_FOOT - 3.5 - y
    page.writing_lines(TEAM_TEXT, y, width, max(1, int(room / 6.55)), 6.55)


def _counts(page: ListSheet, y: float, _: Translator) -> float:
    """Draw what is counted and the minutes: a word and a box to write in."""
    groups = (
        (
            _("counted"),
            (
                (_("children"), 16.0),
                (_("adults"), 16.0),
                (_("families, of which new"), 23.7),
                (_("had to wait or go back"), 16.0),
            ),
        ),
        (_("time in minutes"), ((_("preparing"), 16.0), (_("looking back"), 16.0))),
    )
    for number, (title, rows) in enumerate(groups):
        y = counted(page, page.heading(title, y + (1.8 if number else 0)) + 0.9, rows)
    return y


def _functions(page: ListSheet, y: float, _: Translator) -> float:
    words = {
        Function.INFORMATION: _("information"),
        Function.PRACTICAL: _("practical support"),
        Function.EMOTIONAL: _("emotional support"),
        Function.COHESION: _("bringing people together"),
        Function.SIGNALLING: _("signalling, referring"),
        Function.ADVICE: _("parenting advice"),
    }
    y = page.heading(_("what did we do?"), y) + 0.6
    for function, word in words.items():
        page.tick_box(TEAM_TEXT, y + 1.2, 4.1)
        page.pictogram(pictograms.FUNCTIONS[function], TEAM_TEXT + 6.3, y + 1.0, 4.6, page.palette.deep)
        page.say(word, "sheet_row", TEAM_TEXT + 13, y + 3.2, 50)
        y += 6.7
    return y
