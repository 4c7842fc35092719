"""The flyer of a month over a real house: what is in it, where it is, which days are off, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from meetingplace.documents.flyers.content import Closed
from meetingplace.domain.calendar import DaysOff, OwnDays
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, OwnText, Reader, SessionState
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.refusals import sentence
from meetingplace.services import flyer_content, flyers
from meetingplace.services.flyer_checks import CheckKind
from meetingplace.services.flyers import Draft, Paper
from meetingplace.storage import days_off, sessions
from tests.documents import reading
from tests.makers import make_house, make_place, make_session

pytestmark = pytest.mark.usefixtures("qapp")
NOW = datetime(2026, 10, 20, 10, 0)
NOVEMBER = date(2026, 11, 1)
MONTH = Draft(month=NOVEMBER, layout="month-programme", languages=("nl",))


@pytest.fixture
def place(house: None) -> int:
    """Make a house with a place that has an address."""
    make_house("Huis Kersenhof", phone="02 555 01 23")
    columns = {"address": "Kersenhofstraat 12", "postcode": "1030", "municipality": "Schaarbeek"}
    return make_place("De Kers", **columns, stop_kind="tram", stop="tram 55")


def of(number: int) -> date:
    return NOVEMBER.replace(day=number)


def facts_of(draft: Draft) -> flyer_content.FlyerFacts:
    return flyer_content.contents(draft)[0].facts


def test_sessions_of_one_kind_are_one_entry_and_cancelled_ones_are_not_in_it(place: int) -> None:
    for number in (18, 25, 4):
        make_session(place, of(number), title="Spelen")
    cancelled = make_session(place, of(11), title="Spelen")
    sessions.change(cancelled, None, state=SessionState.CANCELLED.value, reason="ziek")
    make_session(place, of(12), time(19), time(21), title="Spelen")  # at other hours: another entry
    make_session(place, date(2026, 12, 2), title="Spelen")
    make_session(place, date(2026, 10, 28), title="Spelen")
    programme = facts_of(MONTH).programme
    assert programme
    assert [(one.title("nl").title, [day.day for day in one.days], one.start) for one in programme.entries] == [
        ("Spelen", [4, 18, 25], time(9, 30)),
        ("Spelen", [12], time(19)),
    ]


def test_a_session_of_a_series_says_what_the_series_says(place: int) -> None:
    activity = Activity("Spelen", place, time(9, 30), time(12), texts=(OwnText("ar", "لعب"),))
    series = sessions.add_series(activity, Weekly((2,), of(1), of(30)), ())
    make_session(place, of(18), title="Spelen", series_id=series)
    make_session(place, of(19), title="Praten")
    dutch, arabic = reading.pages(flyers.preview(replace(MONTH, languages=("nl", "ar"))))
    words = {reading.tidy(line.text) for line in arabic}
    assert {"لعب", "Spelen", "Praten", "november 2026"} <= words
    assert "لعب" not in {line.text for line in dutch}
    assert {line.text for line in dutch} >= {"November", "Spelen", "Praten", "De Kers"}


def test_a_month_with_nothing_is_refused_with_a_sentence(place: int) -> None:
    make_session(place, date(2026, 12, 2))
    for ask in (flyers.preview, flyers.flyer_board, flyers.print_ready, flyers.plain_text):
        with pytest.raises(Refused) as refused:
            ask(MONTH)
        assert refused.value.reason is Reason.MONTH_EMPTY
    said = sentence(translator("app", "en"), refused.value, Formats("en"))
    assert said == "Nothing is planned in this month. Choose another month, or plan something first."


def test_one_place_or_all(place: int) -> None:
    bus = make_place("Bus", is_mobile=True)
    make_session(place, of(4), title="Spelen")
    make_session(bus, of(5), title="Rijden")
    whole, here = facts_of(MONTH), facts_of(replace(MONTH, place_id=place))
    assert whole.programme
    assert here.programme
    assert [where.name for where in whole.programme.places] == ["De Kers", "Bus"]
    assert (whole.place_name, whole.address, whole.stop) == ("", "", "")
    assert [one.title("nl").title for one in here.programme.entries] == ["Spelen"]
    assert (here.place_name, here.address, here.town, here.stop) == (
        "De Kers", "Kersenhofstraat 12", "1030 Schaarbeek", "tram 55",
    )  # fmt: skip
    assert here.code == "MECARD:N:Huis Kersenhof;TEL:025550123;;"
    assert facts_of(replace(MONTH, code="https://kersenhof.example")).code == "https://kersenhof.example"


def test_days_off_are_those_that_the_series_skip_and_the_house_closes(place: int) -> None:
    """Flemish autumn holidays 2026: 2 to 8 November; All Saints' Day is a Sunday, Armistice Day a Wednesday."""
    make_session(place, of(18))
    days_off.add(OwnDays(0, of(20), of(20), DaysOff.OWN, "Teamdag"))
    days_off.add(OwnDays(0, of(23), of(23), DaysOff.OWN, "Elders", place_id=make_place("Bus")))
    programme = facts_of(MONTH).programme
    assert programme
    assert {one.day.day: one.closed for one in programme.closed} == {
        1: Closed.PUBLIC_HOLIDAY,
        **dict.fromkeys((2, 3, 4, 5, 6), Closed.SCHOOL_HOLIDAYS),
        11: Closed.PUBLIC_HOLIDAY,
        20: Closed.OTHER,
    }


def test_the_french_holidays_count_where_a_series_skips_them(place: int) -> None:
    """French-language autumn holidays 2026: 19 October to 1 November; the Flemish ones are the week after."""
    activity = Activity("Spelen", place, time(9, 30), time(12))
    series = sessions.add_series(activity, Weekly((2,), of(1), of(30)), (DaysOff.FRENCH,))
    make_session(place, of(18), series_id=series)
    programme = facts_of(MONTH).programme
    assert programme
    assert not {of(3), of(4), of(5), of(6)} & {one.day for one in programme.closed}


def test_months_to_come_can_be_chosen(place: int) -> None:
    bus = make_place("Bus")
    make_session(place, date(2026, 10, 19))  # yesterday
    make_session(place, of(4))
    make_session(place, of(5))
    make_session(bus, date(2027, 1, 6))
    cancelled = make_session(place, date(2026, 12, 2))
    sessions.change(cancelled, None, state=SessionState.CANCELLED.value, reason="ziek")
    months = flyers.flyer_choices(NOW.date(), None).months
    assert [(one.month, one.place) for one in months] == [(NOVEMBER, ""), (date(2027, 1, 1), "")]
    assert [(one.month, one.place) for one in flyers.flyer_choices(NOW.date(), bus).months] == [
        (date(2027, 1, 1), "Bus")
    ]


def test_the_board_of_a_month_looks_at_all_its_words(place: int) -> None:
    own = OwnText("ar", "لعب", "", "machine")
    read = OwnText("fr", "Jouer", "", "human", Reader.PARENT, NOW.date())
    make_session(place, of(4), title="Spelen", texts=(own, read))
    make_session(place, of(5), title="Praten", texts=(OwnText("fr", "Parler", "", "human", Reader.PARENT, NOW.date()),))
    board = flyers.flyer_board(replace(MONTH, languages=("nl", "ar", "fr")))
    found = {check.kind: check.open_for for check in board.checks}
    assert found[CheckKind.OWN_TEXT] == ("ar",)
    assert found[CheckKind.PARENT] == ()
    assert found[CheckKind.FACTS] == found[CheckKind.SENDER] == ()
    assert (board.subject.month, board.texts, board.dutch.title) == (NOVEMBER, (), "november 2026")
    assert board.pages == (("nl",), ("ar",), ("fr",))
    assert board.may_print


def test_a_place_without_an_address_stands_in_the_way_unless_it_moves(place: int) -> None:
    make_session(make_place("Bus", is_mobile=True), of(4))
    assert flyer_content.missing_in_dutch(MONTH) == ()
    make_session(make_place("Zaal"), of(5))
    assert flyer_content.missing_in_dutch(MONTH) == ("address",)
    with pytest.raises(Refused) as refused:
        flyers.print_ready(MONTH)
    assert refused.value.reason is Reason.DUTCH_FACTS_MISSING
    make_session(place, of(6))
    assert flyer_content.missing_in_dutch(replace(MONTH, place_id=place)) == ()


def test_a_full_month_takes_two_pages_and_each_is_saved(place: int, tmp_path: Path) -> None:
    for number in range(12):
        for week in range(3):
            make_session(place, of((3 + number * 2 + week * 7) % 30 + 1), title=f"Activiteit nummer {number}")
    draft = replace(MONTH, languages=("nl", "fr"))
    assert flyers.pages_of(draft) == [("nl",), ("nl",), ("fr",), ("fr",)]
    assert flyers.pages_of(draft, flyers.preview_made(draft).parts) == flyers.pages_of(draft)
    saved = flyers.save_pictures(draft, tmp_path / "november.png")
    assert [file.name for file in saved] == [f"november-{name}.png" for name in ("nl-1", "nl-2", "fr-1", "fr-2")]
    assert all(file.exists() for file in saved)


def test_what_was_made_of_a_month_is_noted_and_goes_out_of_date(place: int) -> None:
    session = make_session(place, of(4))
    assert flyers.flyer_board(MONTH).made_at is None
    flyers.note_made(MONTH, NOW)
    flyers.note_made(replace(MONTH, place_id=place), NOW + timedelta(hours=1))
    board = flyers.flyer_board(MONTH)
    assert (board.made_at, board.is_out_of_date) == (NOW, False)
    sessions.change(session, None, day=of(6))
    assert flyers.flyer_board(MONTH).is_out_of_date


def test_it_lies_on_its_side_and_is_copied_as_words(place: int) -> None:
    make_session(place, of(4), title="Spelen")
    wide = replace(MONTH, paper=Paper.A3_LANDSCAPE, is_grey=True, mood="park")
    assert "Spelen" in reading.words(flyers.preview(wide))
    text = flyers.plain_text(MONTH, "nl")
    assert "november 2026" in text
    assert "woensdag 4, 9.30 – 12 uur" in text.replace("\u00a0", " ")
