"""The recovery sheet: the words that open the house when the passphrase is forgotten.

Printed once; a file of it is only for printing it elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meetingplace.documents.fit import Wish, one_size
from meetingplace.documents.moods import Mood
from meetingplace.documents.paper import A4, MM, one_paper_at_a_time
from meetingplace.documents.sheets import ListSheet
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats

_COLUMNS = 2
_PITCH = 19.5
_PANEL_TOP, _PANEL_PAD = 97.0, 6.5


@dataclass(frozen=True)
class RecoverySheet:
    """The house, its recovery words in order, and the day on which they were made."""

    house_name: str
    words: tuple[str, ...]
    made_on: date
    mood: Mood = Mood.PARK
    mark: str = "fruit-cherries"


def recovery_sheet(sheet: RecoverySheet, _: Translator) -> bytes:
    """Make the sheet: one A4. Refuses TEXT_TOO_LONG and LETTERS_MISSING."""
    with one_paper_at_a_time():
        page = ListSheet(_, sheet.mood, _("recovery sheet"), A4)
        width = page.format.content
        _head(page, sheet, _)
        title = page.set(_("Keep this sheet in a safe place"), "keep_title", 150, lines=2)
        under = page.run(title, 0, 33.6, width, tone="deep")
        why = _(
            "If the passphrase is forgotten, these {n} words open Meetingplace. "
            "Without this sheet the data are then lost.",
            n=len(sheet.words),
        )
        page.run(page.set(why, "keep_why", 150, lines=4), 0, under + 6.5, 150)
        below = _words(page, sheet, _)
        _rules(page, below + 9.2, _)
        _foot(page, sheet, _)
        return page.finished()


def _head(page: ListSheet, sheet: RecoverySheet, _: Translator) -> None:
    page.mark(sheet.mark, 0, 11, 11.5)
    name = page.set(sheet.house_name, "sender", 150)
    page.place(name, 14.9, 14.9, 150)
    page.say(_("recovery sheet"), "sender_line", 14.9, 19.6, 150, tone="mute")


def _words(page: ListSheet, sheet: RecoverySheet, _: Translator) -> float:
    """Draw the numbered words, column by column; gives the y under the panel."""
    rows = -(-len(sheet.words) // _COLUMNS)
    height = rows * _PITCH + 2 * _PANEL_PAD
    page.panel(0, _PANEL_TOP, page.format.content, height, page.palette.tint, 5)
    wide = (page.format.content - 20) / _COLUMNS - 6
    settings = one_size([Wish(word, "keep_word", _.language) for word in sheet.words], wide - 14)
    for number, setting in enumerate(settings):
        x = 10 + (number // rows) * (wide + 12)
        y = _PANEL_TOP + _PANEL_PAD + (number % rows) * _PITCH
        page.say(str(number + 1), "keep_number", x, y + _PITCH / 2 + 0.8, 8, tone="mute", align="end")
        page.place(setting, x + 13, y + _PITCH / 2, wide - 13)
        page.rule(x, y + _PITCH - 2.2, wide, page.palette.line)
    return _PANEL_TOP + height


def _rules(page: ListSheet, y: float, _: Translator) -> None:
    rules = (
        ("printer", _("Print this sheet once and do not keep it as a file.")),
        ("home-lock", _("Put it in the safe or give it to the chairperson, not beside the computer.")),
        ("account-multiple", _("Tell two people where it is.")),
    )
    settings = one_size(
        [Wish(text, "keep_rule", _.language, _.is_right_to_left, lines=4) for _icon, text in rules], 57.0
    )
    for number, ((icon, _text), setting) in enumerate(zip(rules, settings, strict=True)):
        x = number * 63.5
        page.disc(x, y, 17, page.palette.soft)
        page.pictogram(icon, x + 3.9, y + 3.9, 9.2, page.palette.deep)
        page.run(setting, x, y + 19.3, 57)


def _foot(page: ListSheet, sheet: RecoverySheet, _: Translator) -> None:
    formats = Formats(_.language)
    page.rule(0, 250, page.format.content, page.palette.line)
    made = page.set(_("made on {day}", day=formats.full_day(sheet.made_on)), "contact", 82)
    page.place(made, 0, 261.2, 82)
    of = page.set(_("data of {house}", house=sheet.house_name), "contact", 82, lines=2)
    page.run(of, 0, 266.6 - of.leading / MM / 2, 82, tone="mute")  # a second line goes down, away from the day
    kept = page.set(_("kept by"), "contact", 40)
    start = 86.0
    page.place(kept, start, 264, 40)
    line = start + kept.width * 25.4 / 72 + 5
    page.rule(line, 268, page.format.content - line, page.palette.ink, 0.25)
