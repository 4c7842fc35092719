"""The board of the Today screen over a real database."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.families import Relation
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity, Closing, Function, SessionState
from meetingplace.domain.team import Away
from meetingplace.domain.visits import ChildPresent, Tallied
from meetingplace.domain.voices import Voice, VoiceState
from meetingplace.services import arrivals, calls, closing, parents_corner, today
from meetingplace.services.today import TodayBoard, Wait, Waiting
from meetingplace.storage import absences, sessions, upkeep, voices
from tests.makers import DAY, make_family, make_member, make_place, make_session, make_visit

NOW = datetime(2026, 10, 27, 9, 10)


@pytest.fixture
def place(house: None) -> int:
    """Make a place, in a house that made its back-up this morning."""
    upkeep.note(upkeep.LAST_BACKUP, "2026-10-27T08:00:00")
    return make_place()


def board(place_id: int | None = None, now: datetime = NOW) -> TodayBoard:
    """Ask the board in Dutch."""
    return today.today_board(now, place_id, "nl")


def wait(what: Waiting, place_id: int | None = None, now: datetime = NOW) -> Wait | None:
    """Find the thing of this kind that waits."""
    return next((one for one in board(place_id, now).waits if one.what is what), None)


def test_the_cards_show_the_sessions_of_today_by_hour(place: int) -> None:
    samira = make_member("Samira")
    make_session(place, start=time(14, 0), end=time(16, 0), title="Papa's en blokken")
    make_session(place, title="Open ontmoeting", capacity=25, functions=(Function.COHESION,), team=(samira,))
    make_session(place, day=DAY + timedelta(days=1))
    evening = make_session(place, start=time(18, 0), end=time(19, 30), title="Babbelcafé")
    sessions.change(evening, None, state="cancelled", reason="De spreker is ziek")
    first, second, third = board().cards
    assert [card.title for card in board().cards] == ["Open ontmoeting", "Papa's en blokken", "Babbelcafé"]
    assert (first.place_name, first.capacity, first.functions) == ("Kuregem", 25, (Function.COHESION,))
    assert [member.initials for member in first.team] == ["SA"]
    assert [card.is_next for card in (first, second, third)] == [True, False, False]
    assert (third.state, third.reason) == (SessionState.CANCELLED, "De spreker is ziek")
    assert first.minutes_until(NOW) == 20
    assert first.minutes_until(NOW + timedelta(seconds=30)) == 20
    assert first.minutes_until(NOW + timedelta(hours=1)) == 0


def test_the_next_session_is_the_first_one_that_is_not_over(place: int) -> None:
    make_session(place)
    make_session(place, start=time(14, 0), end=time(16, 0))
    assert [card.is_next for card in board(now=datetime(2026, 10, 27, 11, 59)).cards] == [True, False]
    assert [card.is_next for card in board(now=datetime(2026, 10, 27, 12, 0)).cards] == [False, True]
    assert [card.is_next for card in board(now=datetime(2026, 10, 27, 17, 0)).cards] == [False, False]


def test_only_the_sessions_of_the_place_in_view(place: int) -> None:
    other = make_place("Bonnevie")
    make_session(place, title="Hier")
    make_session(other, title="Daar")
    assert [card.title for card in board(other).cards] == ["Daar"]
    assert board(other).place_name == "Bonnevie"
    assert [card.title for card in board().cards] == ["Hier", "Daar"]


def held(place: int, day: date, named: int, unnamed: int, **where: object) -> int:
    """Make a held session with so many children."""
    session = make_session(place, day=day, **where)  # type: ignore[arg-type]
    if named:
        make_visit(
            session, make_family(f"Gezin {day}"), datetime.combine(day, time(10)), [ChildPresent(None, 12)] * named
        )
    if unnamed:
        arrivals.tally(session, Tallied.CHILDREN, "12", unnamed)
    closing.close_session(session, None, Closing(), datetime.combine(day, time(12)))
    return session


def test_expected_is_the_average_of_the_last_four_held_sessions_alike(place: int) -> None:
    for weeks, (named, unnamed) in enumerate([(10, 8), (17, 0), (0, 18), (18, 0), (99, 0)], start=1):
        held(place, DAY - timedelta(weeks=weeks), named, unnamed)
    held(place, DAY - timedelta(days=1), 50, 0)  # a Monday: not alike
    make_session(place)
    # 18, 17, 18 and 18 children: 17.75 on average; the 99 of five weeks ago no longer count
    assert board().cards[0].expected == 18


def test_what_was_held_more_than_half_a_year_ago_says_nothing(place: int) -> None:
    make_session(place, title="Open")
    held(place, DAY - timedelta(weeks=29), 9, 0, title="Open")
    assert board().cards[0].expected is None
    held(place, DAY - timedelta(weeks=28), 5, 0, title="Open")
    assert board().cards[0].expected == 5


def test_expected_looks_at_the_series_when_there_is_one(place: int) -> None:
    series = sessions.add_series(
        Activity("Open", place, time(9, 30), time(12)), Weekly((1,), date(2026, 9, 1), DAY), ()
    )
    held(place, DAY - timedelta(weeks=1), 4, 0, series_id=series, title="Open")
    held(place, DAY - timedelta(weeks=1), 40, 0, title="Open", start=time(14), end=time(15))
    make_session(place, series_id=series, title="Open")
    assert board().cards[0].expected == 4


def test_without_history_only_enrolment_says_what_to_expect(place: int) -> None:
    make_session(place, capacity=12)
    make_session(place, start=time(14), end=time(15), capacity=12, is_walk_in=False)
    assert [card.expected for card in board().cards] == [None, 12]


def test_a_card_shows_who_is_there(place: int) -> None:
    session = make_session(place)
    arrivals.guests(session, [12, 13], [Relation.FATHER], [], "", NOW)
    assert board().cards[0].present == 2


def test_an_empty_house_is_helped_on_its_way(house: None) -> None:
    assert [one.what for one in board().waits] == [Waiting.FIRST_PLACE]
    place = make_place()
    assert [one.what for one in board().waits] == [Waiting.FIRST_SESSION]
    make_session(place, day=DAY - timedelta(days=300))
    assert [one.what for one in board().waits] == [Waiting.BACKUP]


def test_voices_wait_since_the_oldest(place: int) -> None:
    make_session(place)
    assert wait(Waiting.VOICES) is None
    for days, state, answer in [
        (16, VoiceState.HEARD, ""),
        (3, VoiceState.PLANNED, ""),
        (40, VoiceState.DONE, ""),
        (50, VoiceState.HEARD, "Ja!"),
    ]:
        voices.add(Voice(0, DAY - timedelta(days=days), "Meer boekjes", place_id=place, state=state, answer=answer))
    voices.add(Voice(0, DAY - timedelta(days=20), "Elders", place_id=make_place("Bonnevie")))
    found = wait(Waiting.VOICES, place)
    assert found is not None
    assert (found.number, found.days) == (2, 16)
    everywhere = wait(Waiting.VOICES)
    assert everywhere is not None
    assert (everywhere.number, everywhere.days) == (3, 20)


def test_sessions_that_were_not_closed_wait(place: int) -> None:
    first = make_session(place, day=date(2026, 10, 21), title="Josaphatpark")
    make_session(place, day=date(2026, 10, 22), title="Josaphatpark")
    make_session(place, day=date(2026, 8, 1), title="Lang geleden")
    held(place, date(2026, 10, 23), 1, 0)
    cancelled = make_session(place, day=date(2026, 10, 24))
    sessions.change(cancelled, None, state="cancelled", reason="ziek")
    make_session(place)  # today: still to come
    found = wait(Waiting.NOT_CLOSED)
    assert found is not None
    assert (found.number, found.titles, found.session_id) == (2, ("Josaphatpark",), first)
    assert found.on == (date(2026, 10, 21), date(2026, 10, 22))


def test_a_coming_session_waits_for_its_flyer_until_it_is_made_and_again_when_it_changes(place: int) -> None:
    session = make_session(place, day=DAY + timedelta(days=3), title="Parkspelen")
    make_session(place, day=DAY + timedelta(days=15), title="Te ver weg")
    found = wait(Waiting.FLYER_MISSING)
    assert found is not None
    assert (found.number, found.titles, found.session_id) == (1, ("Parkspelen",), session)
    sessions.add_flyer(
        session=session, layout="one_language", languages=("nl",), made_at=NOW, of_version=sessions.get(session).version
    )
    assert wait(Waiting.FLYER_MISSING) is None
    sessions.change(session, None, price_cents=200)
    assert wait(Waiting.FLYER_MISSING) is None
    old = wait(Waiting.FLYER_OLD)
    assert old is not None
    assert old.session_id == session


def test_the_flyer_of_a_series_serves_its_sessions(place: int) -> None:
    rule = Weekly((1,), DAY, DAY + timedelta(weeks=8))
    series = sessions.add_series(Activity("Open", place, time(9, 30), time(12)), rule, ())
    for weeks in range(2):
        make_session(place, day=DAY + timedelta(weeks=weeks), series_id=series, title="Open")
    found = wait(Waiting.FLYER_MISSING)
    assert found is not None
    assert (found.number, found.series_id, found.session_id) == (1, series, None)
    version = sessions.get_series(series).version
    sessions.add_flyer(series=series, layout="one_language", languages=("nl",), made_at=NOW, of_version=version)
    assert wait(Waiting.FLYER_MISSING) is None
    assert wait(Waiting.FLYER_OLD) is None


def test_sessions_of_two_weeks_that_ask_for_a_look_wait_with_the_first_one(place: int) -> None:
    samira, nele = make_member("Samira"), make_member("Nele")
    elsewhere = make_place("Bonnevie", minimum_hosts=0)
    make_session(place, day=DAY - timedelta(days=1), title="Gisteren")
    make_session(place, day=DAY + timedelta(days=15), title="Later")
    first = make_session(place, day=DAY + timedelta(days=1), title="Goed", team=(samira, nele))
    assert wait(Waiting.HINTS) is None
    make_session(place, day=DAY + timedelta(days=14), title="Babbelcafé", team=(samira,))  # two hosts are asked
    absences.add(Away(0, nele, DAY, DAY + timedelta(days=5)))
    absent = make_session(elsewhere, day=DAY + timedelta(days=2), title="Parkspelen", team=(nele,))
    absences.add(Away(0, samira, DAY + timedelta(days=1), DAY + timedelta(days=1)))
    all_three = ("Goed", "Parkspelen", "Babbelcafé")
    assert wait(Waiting.HINTS) == Wait(Waiting.HINTS, 3, None, all_three, session_id=first)
    assert wait(Waiting.HINTS, elsewhere) == Wait(Waiting.HINTS, 1, None, ("Parkspelen",), session_id=absent)
    assert wait(Waiting.HINTS, place) == Wait(Waiting.HINTS, 2, None, ("Goed", "Babbelcafé"), session_id=first)


def test_a_backup_of_more_than_a_week_ago_waits(place: int) -> None:
    make_session(place)
    upkeep.note(upkeep.LAST_BACKUP, "2026-10-20T18:00:00")
    assert wait(Waiting.BACKUP) is None
    upkeep.note(upkeep.LAST_BACKUP, "2026-10-18T18:00:00")
    found = wait(Waiting.BACKUP)
    assert found is not None
    assert found.days == 9


def test_the_week_shows_its_sessions_and_both_calendars(place: int) -> None:
    make_session(place, functions=(Function.COHESION, Function.EMOTIONAL), title="Ontmoeting")
    make_session(place, day=date(2026, 11, 1), title="Zondag")
    make_session(place, day=date(2026, 11, 2), title="Volgende week")
    week = board().week
    assert [day.day.day for day in week] == [26, 27, 28, 29, 30, 31, 1]
    assert [[session.title for session in day.sessions] for day in week] == [
        [],
        ["Ontmoeting"],
        [],
        [],
        [],
        [],
        ["Zondag"],
    ]
    assert week[1].sessions[0].function is Function.COHESION
    assert [day.is_today for day in week] == [False, True, False, False, False, False, False]
    # autumn holiday 2026: French-speaking schools 19 to 30 October (enseignement.be), Dutch-speaking schools from
    # 2 November (onderwijs.vlaanderen.be)
    assert [day.off(DaysOff.FRENCH) is not None for day in week[:5]] == [True] * 5
    assert all(day.off(DaysOff.FLEMISH) is None for day in week[:5])
    all_saints = week[6].off(DaysOff.PUBLIC)
    assert all_saints is not None
    assert "Allerheiligen" in all_saints.name


def test_a_call_from_the_corner_waits_until_a_host_goes(place: int) -> None:
    parents_corner.call_host("ar", NOW - timedelta(minutes=5), place)
    (call,) = board(place).calls
    assert (call.language, call.place_id, call.called_at) == ("ar", place, NOW - timedelta(minutes=5))
    assert board(make_place("Bonnevie")).calls == ()
    calls.answer(call.id, NOW)
    assert board(place).calls == ()
