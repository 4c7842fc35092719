"""The code for a phone's calendar: short enough, true about the date, never sending anybody to a closed door."""

from __future__ import annotations

from datetime import date

import pytest

from meetingplace.documents.flyers import calendar_code
from meetingplace.documents.flyers.calendar_code import MOST_BYTES, MOST_OF_A_LINK, modules
from meetingplace.documents.flyers.flyer import flyer
from meetingplace.documents.flyers.layouts import layout
from meetingplace.domain.recurrence import Weekly

from . import reading
from .examples import TRANSLATORS, content, facts

EVERY_OTHER = Weekly((2,), date(2026, 11, 18), date(2027, 6, 30), every=2)


def test_the_first_wednesday_stands_in_it() -> None:
    text = calendar_code.event(facts(first_day=date(2026, 11, 16)), "Spelen")
    assert text.split("\n") == [
        "BEGIN:VEVENT",
        "SUMMARY:Spelen",
        "LOCATION:Kersenhofstraat 12",
        "DTSTART:20261118T093000",
        "DTEND:20261118T120000",
        "END:VEVENT",
    ]


def test_it_repeats_only_when_no_holidays_are_skipped() -> None:
    assert "RRULE" not in calendar_code.event(facts(skips_school_holidays=True), "Spelen")
    every_week = calendar_code.event(facts(skips_school_holidays=False), "Spelen")
    assert "RRULE:FREQ=WEEKLY;UNTIL=20270630" in every_week
    every_other = calendar_code.event(facts(skips_school_holidays=False, rule=EVERY_OTHER), "Spelen")
    assert "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270630" in every_other


@pytest.mark.parametrize("title", ["Spelen", "ش" * 120, "Samen lezen, spelen; en meer " * 5, "é" * 200])
@pytest.mark.parametrize("skips", [True, False])
def test_it_fits_41_modules_and_cuts_between_letters(title: str, skips: bool) -> None:
    text = calendar_code.event(facts(skips_school_holidays=skips), title)
    assert len(text.encode()) <= 134
    assert len(calendar_code.modules(text)) <= 41
    assert text.startswith("BEGIN:VEVENT\nSUMMARY:")
    assert text.endswith("END:VEVENT")


def test_a_link_takes_the_place_of_the_calendar_and_says_so() -> None:
    link = "https://huis.example/programma?a=1&b=<2>"
    event, other = (flyer(content(code=code), layout("one-language"), TRANSLATORS) for code in ("", link))
    assert "scan voor in je agenda" in reading.words(event)
    assert "scan voor meer" in reading.words(other)
    assert len(modules(link, "m")) <= len(modules("b" * MOST_BYTES)) == 41
    assert len(modules("é" * (MOST_OF_A_LINK // 2), "m")) == 41
