"""What people type: tidied and never endless, found again in any spelling; hours and days as they are written here."""

from __future__ import annotations

import unicodedata
from datetime import date, time

import pytest
from hypothesis import given, strategies as st

from meetingplace.domain import typed_text
from meetingplace.domain.refusals import Reason, Refused

NEAR = date(2026, 10, 27)
ANY_TEXT = st.text(max_size=60)


def _reason(work: object, *typed: object) -> Reason:
    with pytest.raises(Refused) as refused:
        work(*typed)
    return refused.value.reason


# --- texts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("  Open   ontmoeting ", "Open ontmoeting"),
        ("Open\nontmoeting\t", "Open ontmoeting"),
        ("Kure\0gem\x07", "Kuregem"),
        ("\u00a0Kuregem\u2003", "Kuregem"),
        ("<b>Jan & Co</b>", "<b>Jan & Co</b>"),
        ("=1+1", "=1+1"),
        ("مرحبا", "مرحبا"),
        ("👩‍👩‍👧 familie", "👩‍👩‍👧 familie"),
        ("half \ud83d sign", "half sign"),
    ],
)
def test_a_name_is_one_tidy_line(typed: str, tidy: str) -> None:
    assert typed_text.name(typed) == tidy


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\0", "\u00a0"])
def test_a_name_must_be_there_and_a_line_may_be_empty(typed: str) -> None:
    assert _reason(typed_text.name, typed) is Reason.NAME_MISSING
    assert typed_text.line(typed) == ""
    assert typed_text.text(typed) == ""


@pytest.mark.parametrize(
    ("tidying", "limit"),
    [(typed_text.name, 80), (typed_text.line, 300), (typed_text.text, 5_000)],
)
def test_a_text_has_an_end(tidying: object, limit: int) -> None:
    assert tidying("x" * limit) == "x" * limit
    assert tidying(f"  {'x' * limit}  ") == "x" * limit  # what is trimmed does not count
    with pytest.raises(Refused) as refused:
        tidying("x" * 10_000)
    assert refused.value.reason is Reason.TEXT_TOO_LONG
    assert refused.value.facts == {"limit": limit, "length": 10_000}


def test_a_limit_may_be_another_one() -> None:
    assert typed_text.name("x" * 120, typed_text.TITLE_LIMIT) == "x" * 120
    assert _reason(typed_text.name, "x" * 121, typed_text.TITLE_LIMIT) is Reason.TEXT_TOO_LONG


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("een\r\ntwee\rdrie\n", "een\ntwee\ndrie"), ("\n\n  een\n\n  twee  ", "een\n\n  twee"), ("a\0b\x1b", "ab")],
)
def test_a_long_text_keeps_its_lines(typed: str, kept: str) -> None:
    assert typed_text.text(typed) == kept


@given(ANY_TEXT)
def test_tidying_twice_changes_nothing_more_and_leaves_no_control(typed: str) -> None:
    for tidying in (typed_text.line, typed_text.text):
        tidy = tidying(typed)
        assert tidying(tidy) == tidy
        assert tidy == tidy.strip()
        assert not [sign for sign in tidy if unicodedata.category(sign) == "Cc" and sign not in "\n\t"]
        tidy.encode("utf-8")  # every database and every paper can write it


# --- searching -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Çağla  B", "cagla b"),
        ("IŞIL", "isil"),
        ("ışıl", "ISIL"),
        ("İstanbul", "istanbul"),
        ("Zoë", "ZOE\u0308"),
        ("Straße", "STRASSE"),
        ("Łukasz"[1:], "ukasz"),
        ("ﬁets", "fiets"),
        ("مُحَمَّد", "محمد"),
        ("Ångström", "angstrom"),
        ("  tante \t Fatma ", "Tante Fatma"),
    ],
)
def test_one_name_in_two_ways_of_writing_is_found(one: str, other: str) -> None:
    assert typed_text.folded(one) == typed_text.folded(other)


@pytest.mark.parametrize(("one", "other"), [("Maan", "Man"), ("Ster", "Ster 2"), ("محمد", "أحمد")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert typed_text.folded(one) != typed_text.folded(other)


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(words: str) -> None:
    folded = typed_text.folded(words)
    assert typed_text.folded(folded) == folded


@given(ANY_TEXT, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_it_does_not_matter_how_a_keyboard_composes_accents(words: str, form: str) -> None:
    assert typed_text.folded(unicodedata.normalize(form, words)) == typed_text.folded(words)


# --- hours and days --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("9", time(9)),
        ("9:30", time(9, 30)),
        (" 9.30 ", time(9, 30)),
        ("9u30", time(9, 30)),
        ("9 h 30", time(9, 30)),
        ("9H", time(9)),
        ("9 uur", time(9)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_hours_as_people_write_them(typed: str, hour: time) -> None:
    assert typed_text.read_time(typed) == hour


@pytest.mark.parametrize("typed", ["", "24:00", "25:00", "9:60", "9:30:15", "half tien", "-1", "9;30", "9:30" * 2_500])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    assert _reason(typed_text.read_time, typed) is Reason.TIME_IMPOSSIBLE


@given(st.times())
def test_every_hour_is_read_back(hour: time) -> None:
    minute = hour.replace(second=0, microsecond=0)
    for pattern in ("{0.hour}:{0.minute:02d}", "{0.hour:02d}{0.minute:02d}", "{0.hour}u{0.minute:02d}"):
        assert typed_text.read_time(pattern.format(minute)) == minute


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("25/11/2026", date(2026, 11, 25)),
        ("1-9-26", date(2026, 9, 1)),
        ("29.2.2028", date(2028, 2, 29)),
        ("2026-11-25", date(2026, 11, 25)),
        (" 25 / 11 / 2026 ", date(2026, 11, 25)),
        ("25/11", date(2026, 11, 25)),
        ("5/1", date(2027, 1, 5)),  # the nearest one to 27 October 2026 is next January
        ("5/5", date(2026, 5, 5)),  # 175 days back, 190 days ahead
    ],
)
def test_days_as_people_write_them(typed: str, day: date) -> None:
    assert typed_text.read_date(typed, NEAR) == day


def test_the_last_day_of_a_leap_february_is_found_without_its_year() -> None:
    assert typed_text.read_date("29/2", date(2028, 2, 20)) == date(2028, 2, 29)
    assert typed_text.read_date("29/2", date(2027, 12, 20)) == date(2028, 2, 29)
    assert _reason(typed_text.read_date, "29/2", date(2026, 2, 20)) is Reason.DATE_IMPOSSIBLE


@pytest.mark.parametrize(
    "typed", ["", "31/11/2026", "29/2/2027", "0/1/2026", "1/13/2026", "2026-13-01", "morgen", "1/1/1", "1/1/20266"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    assert _reason(typed_text.read_date, typed, NEAR) is Reason.DATE_IMPOSSIBLE


def test_what_was_typed_is_said_again_in_short() -> None:
    with pytest.raises(Refused) as refused:
        typed_text.read_date("x" * 10_000, NEAR)
    assert refused.value.facts == {"typed": "x" * 20}


@given(st.dates(date(1970, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for typed in (day.isoformat(), f"{day.day}/{day.month}/{day.year}", f"{day.day:02d}.{day.month:02d}.{day.year}"):
        assert typed_text.read_date(typed, NEAR) == day
