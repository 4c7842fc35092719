"""How many questions a board asks the database: as many in a large house as in a small one, never one for each row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from meetingplace.domain.calendar import DaysOff, OwnDays, monday_of, school_year_of
from meetingplace.domain.enrolments import Enrolled, OnList
from meetingplace.domain.faces import Face, FacesGiven
from meetingplace.domain.families import Child, Order
from meetingplace.domain.flyer_pictures import ReadyPicture
from meetingplace.domain.goals import Goal
from meetingplace.domain.polls import Card, DotsDropped, Poll, PollText
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity, OwnText
from meetingplace.domain.team import Away
from meetingplace.domain.visits import ChildPresent
from meetingplace.domain.voices import Channel, Voice, VoiceText
from meetingplace.domain.wanted import Wanted
from meetingplace.services import (
    action_plan,
    availability,
    board_texts,
    calls,
    closing,
    contacts,
    desk,
    directory,
    enrolments,
    faces,
    filtering,
    flyer_pictures,
    flyers,
    forgetting,
    hints,
    joining,
    merging,
    notices,
    organisation,
    own_days,
    paper_lists,
    plan_sheets,
    polls,
    posters,
    recent_flyers,
    rungs,
    school_year,
    sign_in,
    signals,
    templates,
    timetable,
    today,
    typing_in,
    voice_forms,
    voice_list,
    voices,
)
from meetingplace.services.plan_sheets import PlanAsked, PlanKind
from meetingplace.storage import (
    absences,
    calls as kept_calls,
    database,
    days_off,
    enrolments as kept_enrolments,
    faces as given_faces,
    families,
    flyer_pictures as kept_pictures,
    goals,
    partners,
    polls as kept_polls,
    sessions,
    templates as made_from,
    voices as told,
)
from tests.makers import DAY, make_family, make_house, make_member, make_place, make_session, make_visit

NOW = datetime(2026, 10, 27, 9, 10)
SMALL, LARGE = 30, 100  # of everything; more than the tiles of the wall, fewer than what makes two questions of one


def fill(place: int, session: int, family: int, number: int, begin: int) -> None:
    """Add so many series, sessions, families, visits and voices that hang together."""
    for count in range(begin, begin + number):
        member, partner = make_member(f"Host {count}"), partners.add(name=f"Partner {count}")
        absences.add(Away(0, member, DAY, DAY + timedelta(days=count)))
        closing = DAY + timedelta(days=count)
        days_off.add(OwnDays(0, closing, closing, DaysOff.OWN, f"Closed {count}", place_id=place))
        parts: dict[str, Any] = {
            "team": (member,), "partners": (partner,), "texts": (OwnText("fr", f"Jouer {count}", "Viens"),),
        }  # fmt: skip
        activity = Activity(f"Series {count}", place, time(9, 30), time(12), **parts)
        series = sessions.add_series(activity, Weekly((1,), DAY - timedelta(weeks=8), DAY + timedelta(weeks=8)), ())
        make_session(place, title=f"Alone {count}", **parts)
        make_session(place, title=f"Series {count}", series_id=series, **parts)
        before = make_session(place, day=DAY - timedelta(weeks=1), title=f"Series {count}", series_id=series)
        sessions.change(before, None, state="held", closed_at=NOW)
        newcomer = make_family(f"Family {count}", born=((2024, 5), (2025, 6)))
        children = [ChildPresent(child.id, 12) for child in families.get(newcomer).children]
        make_visit(session, newcomer, NOW, children)
        other = make_session(place, day=DAY - timedelta(days=count + 1), title=f"Earlier {count}")
        make_visit(other, family, NOW - timedelta(days=count + 1), [ChildPresent(months=20)])
        told.add(Voice(0, DAY, f"Words {count}", place_id=place, session_id=session, sessions=(session, other)))
        families.add_child(family, Child(0, f"Child {count}"))
        made_from.add(activity)
        kept_enrolments.add(Enrolled(0, OnList(session_id=session), f"Child {count}", NOW))
        joined = told.add(Voice(0, DAY, f"Also {count}", texts=(VoiceText("fr", "Aussi"),)))
        told.change(replace(told.get(joined), joined_id=1), None)
        cards = (Card(0, "music", "zingen", (PollText("fr", "chanter"),)), Card(0, "tent", "uitstap"))
        poll = kept_polls.add(Poll(0, f"Choice {count}", cards, opened_on=DAY))
        card = kept_polls.get(poll).cards[0].id
        kept_polls.drop(poll, DAY, [DotsDropped(card, 2, ballot=f"{count}")])
        given_faces.add(FacesGiven(0, DAY, Face.GOOD, channel=Channel.PAPER, place_id=place, session_id=other))
        kept_calls.add(NOW, "ar", place)
        picture = kept_pictures.add(ReadyPicture(b"dots", b"small", 2, 1), f"Picture {count}", "", DAY)
        kept_pictures.put_logo(partner, partners.get(partner).version, ReadyPicture(b"logo", b"small", 2, 1))
        for of in ({"series": series}, {"session": before, "picture": picture}, {"month": DAY.replace(day=1)}):
            sessions.add_flyer(**of, layout="one-language", languages=(f"{count}",), made_at=NOW)
        goals.link_series([series], goals.add(Goal(0, f"Goal {count}", 2026)))


def boards(place: int, session: int, family: int, voice: int) -> dict[str, Callable[[], object]]:
    """Name every board that a screen asks."""
    draft = flyers.Draft(session, languages=("nl", "fr"))
    monday = monday_of(DAY)
    return {
        "templates": templates.templates_board,
        "action plan": lambda: action_plan.plan_board(2026, DAY),
        "what works at a goal": lambda: action_plan.link_board(1),
        "house": organisation.house_board,
        "today": lambda: today.today_board(NOW, None, "nl"),
        "today of a place": lambda: today.today_board(NOW, place, "nl"),
        "week": lambda: timetable.hours_board(monday, monday + timedelta(days=6), DAY, Wanted(), "nl"),
        "month": lambda: school_year.month_board(DAY, DAY, Wanted(), "nl"),
        "school year": lambda: school_year.year_board(DAY, DAY, Wanted(), "nl"),
        "list of sessions": lambda: timetable.list_board(date(2026, 1, 1), date(2026, 12, 31), Wanted(), "", "nl"),
        "session": lambda: timetable.session_board(session, "nl"),
        "hints": lambda: hints.hints_board(DAY, Wanted(), "nl"),
        "filter": filtering.filter_board,
        "days away": lambda: availability.away_board(1, DAY),
        "days off": lambda: own_days.days_off_board(*school_year_of(DAY), "nl"),
        "form of a session": lambda: timetable.form_board(session, None),
        "desk": lambda: desk.open_desk(NOW, place, session),
        "search at the desk": lambda: desk.search_tiles(session, "family"),
        "newcomer": desk.newcomer_board,
        "session to sign in for": lambda: sign_in.session_now(NOW, None),
        "first-name sheet": lambda: typing_in.names_board(session),
        "tally sheet": lambda: typing_in.tally_board(session),
        "paper lists": lambda: paper_lists.lists_board(session, NOW),
        "closing": lambda: closing.closing_board(session, NOW),
        "signals": lambda: signals.signals_board(session),
        "enrolments": lambda: enrolments.enrolment_board(session),
        "notice": lambda: notices.notice_board(session),
        "families": lambda: directory.list_board("", Order.NICKNAME, 0, DAY),
        "families by last visit": lambda: directory.list_board("family", Order.LAST_VISIT, 0, DAY),
        "family": lambda: directory.family_board(family, DAY),
        "form of a family": directory.form_board,
        "families that look alike": merging.doubles_board,
        "what becomes of two families": lambda: merging.merge_board(family, family + 1, DAY),
        "forgetting a family": lambda: forgetting.forget_board(family, DAY),
        "contact of a family": lambda: contacts.contact_board(family, DAY),
        "voices": lambda: voices.voices_board(NOW),
        "voice": lambda: voices.voice_board(voice, NOW),
        "form of a voice": lambda: voice_forms.form_board(NOW, place, session),
        "voices that one may join": lambda: joining.candidates(voice),
        "texts for the board": lambda: board_texts.texts_board(voice),
        "rungs": rungs.rungs_board,
        "choices of the team": polls.polls_board,
        "choices of posters": lambda: posters.poster_choices(DAY, place),
        "poster for dots": lambda: posters.poster(posters.PosterAsked(posters.PosterKind.DOTS), DAY),
        "list of voices": voice_list.voice_facts,
        "faces": lambda: faces.faces_board(date(2026, 1, 1), date(2026, 12, 31)),
        "sheets with faces": lambda: faces.sheets_board(NOW),
        "calls": lambda: calls.waiting(NOW),
        "choices of flyers": lambda: flyers.flyer_choices(DAY, None),
        "flyer": lambda: flyers.flyer_board(draft),
        "flyer of a series": lambda: flyers.flyer_board(replace(draft, session_id=None, series_id=1, layout="series")),
        "flyer of a month": lambda: flyers.flyer_board(
            replace(draft, session_id=None, month=DAY.replace(day=1), layout="month-programme")
        ),
        "flyers that were made": lambda: recent_flyers.recent_flyers(DAY, 1_000),
        "pictures of flyers": flyer_pictures.pictures_board,
        "week on paper": lambda: plan_sheets.plan_sheet(
            PlanAsked(PlanKind.WEEK, monday, monday + timedelta(days=6)), DAY
        ),
    }


def asked(board: Callable[[], object]) -> int:
    """Count the questions that reach the database, by its own trace."""
    questions: list[str] = []
    connection = database.database.connection()
    connection.set_trace_callback(questions.append)
    try:
        board()
    finally:
        connection.set_trace_callback(None)
    return len(questions)


def test_no_board_asks_more_in_a_large_house(house: None) -> None:
    make_house()
    place = make_place()
    session, family = make_session(place), make_family("Maan", born=((2024, 5),))
    make_visit(session, family, NOW)
    sessions.change(session, None, was_day=DAY, was_start=time(8))  # it moved: parents must know
    voice = told.add(Voice(0, DAY, "Een speelstraat", place_id=place, session_id=session, sessions=(session,)))
    goals.add(Goal(0, "Vaders", 2026))
    named = boards(place, session, family, voice)
    fill(place, session, family, SMALL, 0)
    small = {name: asked(board) for name, board in named.items()}
    fill(place, session, family, LARGE - SMALL, SMALL)
    large = {name: asked(board) for name, board in named.items()}
    assert min(small.values()) > 0
    assert {name: (small[name], number) for name, number in large.items() if number > small[name]} == {}
