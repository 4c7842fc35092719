"""What the eye sees on a flyer: nothing touches, nothing is left alone on a line, no room stands empty for nothing."""

from __future__ import annotations

from meetingplace.documents.flyers.content import FlyerContent, FlyerText
from meetingplace.documents.flyers.flyer import flyers
from meetingplace.documents.flyers.layouts import layout
from meetingplace.documents.flyers.papers import Paper

from . import reading
from .examples import EVERY_TITLE, TRANSLATORS, facts

_DOTS_OF_PASHTO, _ALEF = 0.62, 0.73  # em below and above the baseline, measured in Kurinto Sans Bold


def drawn(key: str, *languages: str, paper: Paper = Paper.A4, **changed: object) -> list[reading.Line]:
    """Give the lines of the first page of a layout in languages."""
    made = layout(key)
    first = made.pages(languages)[0]
    codes = first if "nl" in first else (*first, "nl")
    texts = tuple(FlyerText(code, EVERY_TITLE[code]) for code in codes)
    return reading.pages(flyers([FlyerContent(facts(**changed), texts)], made, TRANSLATORS, paper))[0]


def line(lines: list[reading.Line], begin: str) -> reading.Line:
    """Give the line that begins so."""
    return next(one for one in lines if reading.tidy(one.text).startswith(begin))


def test_dots_that_hang_low_stay_clear_of_the_line_below() -> None:
    lines = drawn("one-language", "ps")
    title, whom = line(lines, "لوبې"), line(lines, "د ")
    assert title.y - _DOTS_OF_PASHTO * title.size > whom.y + _ALEF * whom.size
