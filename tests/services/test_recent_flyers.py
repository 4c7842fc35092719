"""Flyers that were made: the newest first, each once, and out of date when what they tell of has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity, OwnText, Reader
from meetingplace.services import flyer_reading, flyers, planning
from meetingplace.services.flyers import CheckKind, Draft, Paper
from meetingplace.services.recent_flyers import recent_flyers
from meetingplace.storage import sessions
from tests.makers import DAY, make_house, make_member, make_place, make_session

pytestmark = pytest.mark.usefixtures("qapp")
NOW = datetime(2026, 10, 20, 8)
TODAY = NOW.date()
HOUR = timedelta(hours=1)


@pytest.fixture
def place(house: None) -> int:
    """Make a house with a place."""
    make_house()
    return make_place()


def make_series(place: int) -> int:
    """Make a series on Tuesdays."""
    activity = Activity("Babbelcafé", place, time(13), time(15))
    return sessions.add_series(activity, Weekly((1,), DAY, DAY + timedelta(weeks=4)), ())


def test_the_newest_comes_first_with_all_that_makes_it_again(place: int) -> None:
    session, series = make_session(place), make_series(place)
    poster = Draft(session, layout="door-poster", languages=("nl",), paper=Paper.A3, mood="park", is_grey=True)
    flyers.note_made(poster, NOW)
    flyers.note_made(Draft(series_id=series, languages=("nl", "ar")), NOW + HOUR)
    latest, before = recent_flyers(TODAY, 9)
    assert (latest.title, latest.place, latest.day, latest.made_at) == ("Babbelcafé", "Kuregem", None, NOW + HOUR)
    assert latest.draft == Draft(series_id=series, languages=("nl", "ar"), since=TODAY)
    assert (before.title, before.day, before.made_at) == ("Open ontmoeting", DAY, NOW)
    assert before.draft == replace(poster, since=TODAY)
    assert [one.made_at for one in recent_flyers(TODAY, 1)] == [NOW + HOUR]


def test_one_that_was_printed_and_then_shared_is_listed_once(place: int) -> None:
    draft = Draft(make_session(place))
    for hour in range(3):
        flyers.note_made(draft, NOW + hour * HOUR)
    assert [one.made_at for one in recent_flyers(TODAY, 9)] == [NOW + 2 * HOUR]


def test_what_changed_since_is_out_of_date_until_it_is_made_again(place: int) -> None:
    session, other = make_session(place), make_session(place, title="Elders")
    for one in (session, other):
        flyers.note_made(Draft(one), NOW)
    assert [one.is_out_of_date for one in recent_flyers(TODAY, 9)] == [False, False]
    planning.move_session(session, sessions.get(session).version, DAY, time(10), time(12))
    assert {one.title: one.is_out_of_date for one in recent_flyers(TODAY, 9)} == {
        "Open ontmoeting": True,
        "Elders": False,
    }
    flyers.note_made(Draft(session), NOW + HOUR)
    assert not recent_flyers(TODAY, 9)[0].is_out_of_date


def test_a_month_is_out_of_date_when_one_of_its_sessions_changed_came_or_went(place: int) -> None:
    bus, month = make_place("Bus"), date(2026, 10, 1)
    session = make_session(place)
    make_session(place, date(2026, 10, 31))
    whole = Draft(month=month, layout="month-programme")
    here = replace(whole, place_id=place)

    def made() -> None:
        for draft in (whole, here):
            flyers.note_made(draft, NOW)

    def out_of_date() -> dict[int | None, bool]:
        return {one.draft.place_id: one.is_out_of_date for one in recent_flyers(TODAY, 9)}

    made()
    assert out_of_date() == {None: False, place: False}
    make_session(place, date(2026, 11, 1))  # of the next month
    assert out_of_date() == {None: False, place: False}
    make_session(bus)
    assert out_of_date() == {None: True, place: False}
    sessions.change(session, None, state="held", remark="druk")  # the desk was closed
    assert out_of_date() == {None: True, place: False}
    sessions.change(session, None, state="cancelled", reason="ziek")
    assert out_of_date() == {None: True, place: True}
    made()
    assert out_of_date() == {None: False, place: False}
    assert [(one.title, one.place) for one in recent_flyers(TODAY, 9)] == [("", "Kuregem"), ("", "")]


# --- who read it


WORDS = ("fr", "Café", "Venez !")


def test_who_read_the_words_is_said_until_they_change(place: int) -> None:
    nele = make_member("Nele")
    draft = Draft(make_session(place, texts=(OwnText(*WORDS, "machine"),)), languages=("nl", "fr"))
    flyers.note_made(draft, NOW)
    assert _open(draft) == ("fr",)
    flyer_reading.note_read(draft, *WORDS, Reader.PARENT, nele, TODAY)
    line = _line(draft)
    assert (line.read_by, line.read_on, line.ticked_by) == (Reader.PARENT, TODAY, "Nele")
    assert _open(draft) == ()
    assert not recent_flyers(TODAY, 9)[0].is_out_of_date  # nothing else stands on it

    version = flyers.flyer_board(draft).version
    flyers.write_text(draft, version, *WORDS, "checked")
    assert (_line(draft).read_by, _line(draft).state) == (Reader.PARENT, "checked")
    flyers.write_text(draft, flyers.flyer_board(draft).version, "fr", "Café", "Venez tous !", "machine")
    assert (_line(draft).read_by, _line(draft).ticked_by, _open(draft)) == (None, "", ("fr",))


def test_the_tick_can_be_taken_away_and_nobody_needs_to_be_named(place: int) -> None:
    draft = Draft(make_session(place, texts=(OwnText(*WORDS),)), languages=("nl", "fr"))
    flyer_reading.note_read(draft, *WORDS, Reader.TRANSLATOR, None, TODAY)
    assert (_line(draft).read_by, _line(draft).ticked_by) == (Reader.TRANSLATOR, "")
    flyer_reading.note_unread(draft, *WORDS)
    assert (_line(draft).read_by, _line(draft).read_on) == (None, None)


def test_a_session_that_says_what_its_series_says_is_read_there(place: int) -> None:
    series = sessions.add_series(
        Activity("Babbelcafé", place, time(13), time(15), texts=(OwnText(*WORDS),)),
        Weekly((1,), DAY, DAY + timedelta(weeks=4)),
        (),
    )
    draft = Draft(make_session(place, series_id=series), languages=("nl", "fr"))
    flyer_reading.note_read(draft, *WORDS, Reader.COLLEAGUE, None, TODAY)
    assert _line(draft).read_by is Reader.COLLEAGUE
    assert _line(Draft(series_id=series, languages=("nl", "fr"))).read_by is Reader.COLLEAGUE


def _line(draft: Draft) -> flyers.TextLine:
    return next(text for text in flyers.flyer_board(draft).texts if text.language == "fr")


def _open(draft: Draft) -> tuple[str, ...]:
    return next(check.open_for for check in flyers.flyer_board(draft).checks if check.kind is CheckKind.READ)
