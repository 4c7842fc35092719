"""What the planning screen shows and does with gestures, over a real database and without any window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

import pytest

from meetingplace.domain.calendar import DaysOff, OwnDays
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Function, SessionState
from meetingplace.domain.voices import Voice, VoiceState
from meetingplace.services import series
from meetingplace.services.series import Repeats
from meetingplace.storage import days_off, places, sessions, voices
from meetingplace.ui.planning.spot import Spot
from meetingplace.ui.planning.typed import Scope, Typed
from meetingplace.ui.planning.viewing import LIST
from meetingplace.ui.planning.viewings import PAST
from tests.makers import DAY, make_place, make_session, make_visit
from tests.ui.planning.conftest import NOW, Desk, MakeDesk

WEDNESDAYS = Weekly((2,), date(2026, 10, 14), date(2026, 11, 25))
EVERYTHING = (DaysOff.FLEMISH, DaysOff.FRENCH, DaysOff.PUBLIC)


def activity(place: int, title: str = "Open ontmoeting") -> Activity:
    return Activity(title, place, time(9, 30), time(12))


def titles(desk: Desk) -> list[str]:
    assert desk.seen.week
    return [block.title for block in desk.seen.week.blocks]


# --- what is shown ---


def test_the_week_says_its_days_bands_and_blocks(place: int, team: tuple[int, int], desk: MakeDesk) -> None:
    make_session(place, functions=(Function.COHESION,), team=team)
    seen = desk().seen
    assert seen.week
    assert (seen.week.line, seen.week.period) == ("week 44", "26 October – 1 November")
    assert [(head.word, head.number, head.is_today) for head in seen.week.heads][:2] == [
        ("Mon", "26", False),
        ("Tue", "27", True),
    ]
    assert seen.week.heads[6].closed
    (band,) = seen.week.bands
    assert (band.calendar, band.first, band.last) == (DaysOff.FRENCH, 0, 6)
    assert "19 October" in band.words[0]
    (block,) = seen.week.blocks
    assert (block.column, block.hours, block.function) == (1, ("9:30–12:00", "9:30"), Function.COHESION)
    assert block.spoken == "Tuesday 27 October, 9:30 – 12:00, Open ontmoeting, Kuregem"
    assert (seen.week.now, seen.week.now_columns) == (time(9, 10), (1,))


def test_the_week_says_when_the_house_or_the_place_in_view_is_closed(place: int, desk: MakeDesk) -> None:
    for number, name, where in ((27, "Teamdag", None), (28, "Verhuis", place)):
        day = date(2026, 10, number)
        days_off.add(OwnDays(0, day, day, DaysOff.OWN, name, place_id=where))
    for in_view, closed in ((None, ["", "Teamdag", ""]), (place, ["", "Teamdag", "Verhuis"])):
        seen = desk(place_id=in_view).seen
        assert seen.week
        assert [head.closed for head in seen.week.heads[:3]] == closed


def test_another_week_has_no_line_of_now(place: int, desk: MakeDesk) -> None:
    at = desk()
    at.presenter.step(1)
    assert at.seen.week
    assert (at.seen.week.line, at.seen.week.now) == ("week 45", None)
    at.presenter.show_today()
    assert at.seen.week.line == "week 44"
    at.presenter.step(9)
    assert at.seen.week.period == "28 December 2026 – 3 January 2027"
    at.presenter.step(1)
    assert at.seen.week.period == "4 – 10 January 2027"


def test_what_is_no_longer_chosen_is_not_cancelled_by_a_key(place: int, desk: MakeDesk) -> None:
    at = desk(session_id=make_session(place))
    at.presenter.choose(None)
    at.presenter.ending.cancel()
    assert at.seen.cancel is None


def test_the_session_that_comes_next_is_chosen_by_itself(place: int, desk: MakeDesk) -> None:
    make_session(place, day=date(2026, 10, 26), title="Gisteren")
    today = make_session(place, title="Vandaag")
    cancelled = make_session(place, start=time(8), end=time(9), title="Afgelast")
    sessions.change(cancelled, None, state="cancelled", reason="ziek")
    at = desk()
    assert at.seen.selected == today
    assert at.seen.details
    assert at.seen.details.title == "Vandaag"
    at.presenter.choose(None)
    at.presenter.refresh()
    assert (at.seen.selected, at.seen.details) == (None, None)  # who closed it does not get it back


def test_other_days_ask_for_themselves_only_and_change_everything_at_once(
    place: int, desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_session(place)
    at = desk()
    before, asked, ask = at.seen.details, [], at.work.ask

    def wait(question: Callable[..., object], *args: object, **how: object) -> None:
        asked.append((question.__name__, partial(ask, question, *args, **how)))

    monkeypatch.setattr(at.work, "ask", wait)
    at.presenter.step(1)
    assert [name for name, _answer in asked] == ["hours_board"]  # no hint and no filter has changed
    assert at.seen.details is before is not None
    at.presenter.act("cancel")
    assert at.seen.cancel is None  # what is still seen is no longer chosen
    asked[0][1]()
    assert at.seen.details is None
    at.presenter.refresh()
    assert [name for name, _answer in asked[1:]] == ["hours_board", "hints_board"]
    at.presenter.look(LIST)
    at.presenter.search("open")
    at.presenter.show_period(PAST)
    assert [name for name, _answer in asked[3:]] == ["list_board"] * 3


def test_only_the_place_in_view_is_shown(place: int, desk: MakeDesk) -> None:
    make_session(place, title="Hier")
    make_session(make_place("Bonnevie"), title="Daar")
    assert titles(desk(place_id=place)) == ["Hier"]
    assert titles(desk()) == ["Hier", "Daar"]


def test_the_first_steps_of_an_empty_house(house: None, desk: MakeDesk) -> None:
    at = desk()
    assert at.seen.empty
    assert at.seen.empty.step == "Add a place"
    at.presenter.new()
    assert at.went == [("settings", {})]
    place = make_place()
    at.presenter.refresh()
    assert at.seen.empty.step == "Plan the first session"
    make_session(place, day=date(2026, 1, 6))
    at.presenter.refresh()
    assert at.seen.empty is None


def test_a_session_is_shown_in_its_own_week_whatever_place_is_in_view(place: int, desk: MakeDesk) -> None:
    session = make_session(make_place("Bonnevie"), day=date(2026, 12, 2))
    at = desk(place_id=place, session_id=session)
    assert at.seen.week
    assert at.seen.week.line == "week 49"
    assert at.seen.selected == session
    assert at.around.place.id is None
    assert at.seen.details
    assert at.seen.details.session_id == session


def test_a_session_that_is_gone_leads_to_the_week(place: int, desk: MakeDesk) -> None:
    at = desk(session_id=404)
    assert at.said == ["This is no longer there. Somebody may have removed it; nothing else was changed."]
    assert at.seen.week


def test_what_goes_out_of_sight_is_no_longer_chosen(place: int, desk: MakeDesk) -> None:
    session = make_session(place)
    at = desk(session_id=session)
    at.around.place.id = make_place("Bonnevie")
    at.presenter.refresh()
    assert (at.seen.selected, at.seen.details) == (None, None)


def test_a_session_that_is_moved_to_another_week_is_followed(place: int, desk: MakeDesk) -> None:
    session = make_session(place)
    at = desk(session_id=session)
    at.presenter.act("change")
    at.presenter.editing.save(Typed(activity(place), date(2026, 12, 2)))
    assert at.seen.week
    assert (at.seen.week.line, at.seen.selected) == ("week 49", session)


def test_the_list_has_three_periods_and_a_search(place: int, desk: MakeDesk) -> None:
    for month, title in ((9, "September"), (10, "Oktober"), (12, "December")):
        make_session(place, day=date(2026, month, 29), title=title)
    make_session(place, day=date(2026, 10, 20), title="Vorige week")
    at = desk()
    at.presenter.look("list")

    def found() -> list[str]:
        return [row.title for row in at.seen.listed.rows] if at.seen.listed else []

    assert found() == ["Oktober"]
    at.presenter.show_period("past")
    assert found() == ["September", "Vorige week"]
    at.presenter.show_period("this_year")
    assert found() == ["September", "Vorige week", "Oktober", "December"]
    at.presenter.search("vorige kuregem")
    assert found() == ["Vorige week"]
    at.presenter.search("niets")
    assert at.seen.listed
    assert at.seen.listed.empty
    assert (at.seen.listed.empty.title, at.seen.listed.empty.step) == ("Nothing found", "")


def test_a_list_without_sessions_offers_to_plan_one(place: int, desk: MakeDesk) -> None:
    at = desk()
    at.presenter.look("list")
    assert at.seen.listed
    assert at.seen.listed.empty
    assert at.seen.listed.empty.step == "New session"


# --- the details ---


def test_the_details_tell_place_team_series_and_voice(place: int, team: tuple[int, int], desk: MakeDesk) -> None:
    voice = voices.add(Voice(0, DAY, "een plek om te blijven hangen"))
    full = replace(activity(place), team=team, theme="ontmoeten", capacity=25)
    made = series.plan(full, Repeats(WEDNESDAYS, EVERYTHING), [voice]).made or 0
    first = sessions.of_series(made)[0]
    at = desk(session_id=first.id)
    seen = at.seen
    assert seen.details
    assert [(fact.text, fact.line) for fact in seen.details.facts] == [
        ("Wednesday 14 October", "9:30 – 12:00"),
        ("Kuregem", "room for 25 children"),
        ("Samira, Nele", ""),
        ("Team there: 9:00 – 12:15", "30 min. before, 15 min. after"),
        ("Every Wednesday", "2 more, until 25 November"),
        (f"From voice {voice}", "“een plek om te blijven hangen”"),
        ("ontmoeten", ""),
        ("Children from 0 months up to 6 years", ""),
        ("Walk in", ""),
    ]
    assert seen.details.hints == ()
    names = [act.name for act in seen.details.acts]
    rare = ["series_dates", "series_flyer"]
    assert names == ["change", "repeat", "copy", "templates", "flyer", "desk", "voice", *rare, "cancel"]
    at.presenter.act("voice")  # and from the voice back to the session: its page says what came from it
    assert at.went == [("voices", {"voice_id": voice})]


def test_hints_say_who_is_asked_twice_and_from_when_it_fits(place: int, team: tuple[int, int], desk: MakeDesk) -> None:
    make_session(make_place("Bonnevie"), start=time(9), end=time(11), title="Papazaterdag", team=team[:1])
    session = make_session(place, team=team)
    seen = desk(session_id=session).seen
    assert seen.details
    assert [(hint.text, hint.line) for hint in seen.details.hints] == [
        ("Samira is asked twice", "Papazaterdag at Bonnevie, 9:00 – 11:00. Free from 11:00.")
    ]
    assert seen.week
    assert [block.has_hint for block in seen.week.blocks if block.session_id == session] == [True]


def test_what_has_visits_cannot_be_moved_or_cancelled(place: int, desk: MakeDesk) -> None:
    session = make_session(place)
    make_visit(session, None, NOW)
    at = desk(session_id=session)
    assert at.seen.week
    assert not at.seen.week.blocks[0].may_move
    assert at.seen.details
    assert "cancel" not in [act.name for act in at.seen.details.acts]
    at.presenter.ending.cancel()
    assert at.seen.cancel is None


def test_flyer_and_desk_are_one_press_away(place: int, desk: MakeDesk) -> None:
    made = series.plan(activity(place), Repeats(WEDNESDAYS, EVERYTHING)).made or 0
    session = sessions.of_series(made)[0].id
    at = desk(session_id=session)
    for name in ("flyer", "series_flyer", "desk"):
        at.presenter.act(name)
    assert at.went == [
        ("flyers", {"session_id": session}),
        ("flyers", {"series_id": made}),
        ("arrivals", {"session_id": session}),
    ]


# --- moving ---


def test_a_session_moves_by_the_hand_and_back_by_undo(place: int, desk: MakeDesk) -> None:
    session = make_session(place)
    at = desk()
    at.presenter.move(session, Spot(date(2026, 10, 29)), time(10, 30), time(13))
    assert at.said == ["Open ontmoeting moved to Thursday 29 October, 10:30."]
    assert at.seen.week
    assert [(block.column, block.start) for block in at.seen.week.blocks] == [(3, time(10, 30))]
    assert at.seen.selected == session
    at.work.undo()
    assert [(block.column, block.start) for block in at.seen.week.blocks] == [(1, time(9, 30))]


def test_put_down_where_it_was_nothing_is_done(place: int, desk: MakeDesk) -> None:
    session = make_session(place)
    at = desk()
    at.presenter.move(session, Spot(DAY), time(9, 30), time(12))
    assert at.done == []


def test_the_note_while_dragging_knows_the_whole_house(place: int, team: tuple[int, int], desk: MakeDesk) -> None:
    make_session(make_place("Bonnevie"), day=date(2026, 10, 29), start=time(9), end=time(11, 30), team=team[1:])
    session = make_session(place, team=team)
    at = desk(place_id=place)
    note = at.presenter.hand.clash_at(session, Spot(date(2026, 10, 29)), time(10, 30), time(12), False)
    assert note
    assert (note.title, note.sentence) == (
        "Nele is asked twice",
        "Open ontmoeting at Bonnevie, 9:00 – 11:30. Free from 11:30.",
    )
    assert at.presenter.hand.clash_at(session, Spot(date(2026, 10, 29)), time(11, 30), time(13), False) is None


# --- the forms ---


def test_a_new_session_is_planned_and_comes_into_sight(place: int, desk: MakeDesk) -> None:
    at = desk()
    at.presenter.step(3)
    at.presenter.new()
    form = at.seen.form
    assert form
    assert (form.day, form.start, form.end, form.place_id) == (date(2026, 11, 16), time(9, 30), time(12), place)
    at.presenter.editing.save(Typed(activity(place), date(2026, 12, 2)))
    assert at.seen.closed == 1
    assert at.seen.week
    assert at.seen.week.line == "week 49"
    assert at.seen.selected == at.seen.week.blocks[0].session_id


def test_what_is_refused_is_said_beside_its_field_and_the_form_stays(place: int, desk: MakeDesk) -> None:
    at = desk()
    at.presenter.new(at.presenter.week.spot(2), time(14))
    assert at.seen.form
    assert (at.seen.form.day, at.seen.form.end) == (date(2026, 10, 28), time(16, 30))
    at.presenter.editing.save(Typed(activity(place, "  "), DAY))
    assert at.seen.wrong == ("title", "A title is still missing. Type one.")
    assert at.seen.closed == 0
    assert not sessions.is_any()


def test_a_session_from_a_voice_takes_over_and_links_it(place: int, desk: MakeDesk) -> None:
    voice = voices.add(Voice(0, DAY, "meer boekjes", theme="lezen", functions=(Function.INFORMATION,), place_id=place))
    at = desk(voice_id=voice)
    assert at.seen.form
    assert at.seen.form.voice == f"From voice {voice}: “meer boekjes”"
    assert at.seen.form.board.voice
    assert at.seen.form.board.voice.functions == (Function.INFORMATION,)
    at.presenter.editing.save(Typed(activity(place), DAY))
    assert voices.get(voice).state is VoiceState.PLANNED
    assert at.seen.details
    assert f"From voice {voice}" in [fact.text for fact in at.seen.details.facts]
    at.presenter.new()
    at.presenter.editing.save(Typed(activity(place), DAY))  # the next one has nothing to do with it
    assert len(voices.get(voice).sessions) == 1


def test_the_preview_shows_made_and_skipped_with_why_and_keeps_what_is_ticked(place: int, desk: MakeDesk) -> None:
    at = desk()
    at.presenter.new()
    at.presenter.editing.preview(Repeats(WEDNESDAYS, EVERYTHING), is_extension=False)
    assert at.seen.preview
    assert at.seen.preview.summary == "This makes 3 sessions, 4 dates are skipped"
    assert at.seen.preview.made == ("Wed 14 Oct", "Wed 18 Nov", "Wed 25 Nov")
    assert [skip.day.day for skip in at.seen.preview.skipped] == [21, 28, 4, 11]
    assert at.seen.preview.skipped[2].text.startswith("Wed 4 Nov: ")
    assert at.seen.preview.skipped[2].text.endswith("(Dutch-language schools)")
    kept = Repeats(WEDNESDAYS, EVERYTHING, (date(2026, 11, 4),))
    at.presenter.editing.preview(kept, is_extension=False)
    assert at.seen.preview.summary == "This makes 4 sessions, 3 dates are skipped"
    assert "Wed 4 Nov" in at.seen.preview.made
    assert len(at.seen.preview.skipped) == 4  # the tick can be taken away again
    at.presenter.editing.save(Typed(activity(place), WEDNESDAYS.first_day, kept))
    made = sessions.between(date(2026, 10, 1), date(2026, 12, 31))
    assert len(made) == 4
    assert at.seen.week
    assert (at.seen.week.line, at.seen.selected) == ("week 42", made[0].id)  # its first day comes into sight


def test_a_rule_that_cannot_be_says_why_in_the_preview(place: int, desk: MakeDesk) -> None:
    at = desk()
    at.presenter.editing.preview(Refused(Reason.END_BEFORE_START), is_extension=False)
    assert at.seen.preview
    assert (at.seen.preview.made, at.seen.preview.wrong) == (
        (),
        "The end comes before the beginning. Choose a later end.",
    )


def test_a_change_is_of_one_session_or_of_all_that_follow(place: int, desk: MakeDesk) -> None:
    made = series.plan(activity(place), Repeats(WEDNESDAYS, EVERYTHING)).made or 0
    first, second, third = sessions.of_series(made)
    at = desk(session_id=second.id)
    at.presenter.act("change")
    assert at.seen.form
    assert at.seen.form.can_follow
    following = Typed(activity(place, "Babbelcafé"), second.day, scope=Scope.FOLLOWING)
    at.presenter.editing.save(following)
    assert [sessions.get(one.id).activity.title for one in (first, second, third)] == [
        "Open ontmoeting", "Babbelcafé", "Babbelcafé"
    ]  # fmt: skip
    at.presenter.act("change")
    at.presenter.editing.save(Typed(activity(place, "Eenmalig"), date(2026, 11, 19)))
    assert (sessions.get(second.id).activity.title, sessions.get(second.id).day.day) == ("Eenmalig", 19)
    assert (sessions.get(third.id).activity.title, sessions.get(third.id).day.day) == ("Babbelcafé", 25)


def test_a_day_that_moves_takes_the_weekday_of_those_that_follow_along(place: int, desk: MakeDesk) -> None:
    made = series.plan(activity(place), Repeats(WEDNESDAYS, EVERYTHING)).made or 0
    first, second, third = sessions.of_series(made)  # 14 October, 18 and 25 November
    at = desk(session_id=second.id)
    at.presenter.act("change")
    at.presenter.editing.save(Typed(activity(place), date(2026, 11, 19), scope=Scope.FOLLOWING))
    assert [sessions.get(one.id).day for one in (first, second, third)] == [
        date(2026, 10, 14), date(2026, 11, 19), date(2026, 11, 26),
    ]  # fmt: skip


def test_the_whole_series_changes_but_its_days_stay(place: int, desk: MakeDesk) -> None:
    made = series.plan(activity(place), Repeats(WEDNESDAYS, EVERYTHING)).made or 0
    _first, second, _third = sessions.of_series(made)
    at = desk(session_id=second.id)
    at.presenter.act("change")
    at.presenter.editing.save(Typed(activity(place, "Allemaal"), second.day, scope=Scope.ALL))
    assert {one.activity.title for one in sessions.of_series(made)} == {"Allemaal"}
    at.presenter.act("change")
    at.presenter.editing.save(Typed(activity(place, "Nee"), date(2026, 11, 19), scope=Scope.ALL))
    assert at.seen.wrong
    assert at.seen.wrong[0] == "day"


def test_somebody_elses_change_is_not_overwritten(place: int, desk: MakeDesk) -> None:
    session = make_session(place)
    at = desk(session_id=session)
    at.presenter.act("change")
    sessions.change(session, None, theme="slapen")
    at.presenter.editing.save(Typed(activity(place, "Iets anders"), DAY))
    assert at.seen.wrong
    assert at.seen.wrong[1].startswith("Somebody changed this at the same time.")
    assert sessions.get(session).activity.title == "Open ontmoeting"


def test_repeating_makes_a_series_and_adding_dates_goes_on_with_it(place: int, desk: MakeDesk) -> None:
    session = make_session(place, day=date(2026, 10, 14))
    at = desk(session_id=session)
    at.presenter.act("repeat")
    repeat = at.seen.repeat
    assert repeat
    assert (repeat.is_extension, repeat.weekday, repeat.until) == (False, 2, date(2027, 6, 30))
    at.presenter.editing.save_repeat(Repeats(WEDNESDAYS, EVERYTHING))
    series = sessions.get(session).series_id or 0
    assert len(sessions.of_series(series)) == 3
    at.presenter.act("repeat")
    assert at.seen.repeat
    assert at.seen.repeat.is_extension
    longer = Repeats(replace(WEDNESDAYS, last_day=date(2026, 12, 16)))
    at.presenter.editing.preview(longer, is_extension=True)
    assert at.seen.preview
    assert at.seen.preview.made == ("Wed 2 Dec", "Wed 9 Dec", "Wed 16 Dec")
    at.presenter.editing.save_repeat(longer)
    assert len(sessions.of_series(series)) == 6


def test_cancelling_asks_why_and_offers_the_rest_of_the_series(place: int, desk: MakeDesk) -> None:
    made = series.plan(activity(place), Repeats(WEDNESDAYS, EVERYTHING)).made or 0
    at = desk(session_id=sessions.of_series(made)[0].id)
    at.presenter.act("cancel")
    assert at.seen.cancel
    assert at.seen.cancel.rest == "Also the 2 that follow"
    at.presenter.ending.save_cancel("", False)
    assert at.seen.wrong
    assert at.seen.wrong[0] == "reason"
    at.presenter.ending.save_cancel("De spreker is ziek", True)
    assert {session.state for session in sessions.of_series(made)} == {SessionState.CANCELLED}
    assert at.seen.details
    assert (at.seen.details.chip, at.seen.details.facts[1].text) == ("does not go on", "De spreker is ziek")
    assert [act.name for act in at.seen.details.acts] == ["notice", "reinstate", "remove"]
    at.presenter.act("reinstate")
    assert at.seen.details.chip == ""


def test_what_is_taken_away_leaves_the_details_and_comes_back(place: int, desk: MakeDesk) -> None:
    session = make_session(place)
    at = desk(session_id=session)
    at.presenter.act("remove")
    assert at.seen.details is None
    assert titles(at) == []
    at.work.undo()
    assert titles(at) == ["Open ontmoeting"]


def test_without_a_place_in_use_nothing_can_be_planned(place: int, desk: MakeDesk) -> None:
    places.change(place, None, is_active=False)
    at = desk(now=datetime(2026, 10, 27, 9, 10))
    at.presenter.new()
    assert at.went == [("settings", {})]
