"""What every backend must do alike. `test_sqlite`, `test_sqlcipher` and `test_postgres` each run all of it.

A module that runs the contract gives two fixtures: `house` binds an empty, migrated house with the connection of this
thread open, and `restart` closes everything and binds the same house again, as the next start of the program does.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.families import BirthMonth, Child, Family, HowHeard, Order, Relation, SearchWord
from meetingplace.domain.goals import Counted, Goal, Principle
from meetingplace.domain.partners import Partner
from meetingplace.domain.pictures import Picture
from meetingplace.domain.places import House, Place
from meetingplace.domain.privacy import Level
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.series_dates import Usual
from meetingplace.domain.sessions import Activity, FlyerMade, Function, OwnText, Session, SessionState
from meetingplace.domain.team import Role, TeamMember
from meetingplace.domain.templates import NOWHERE
from meetingplace.domain.visits import ChildPresent, Tallied, TallyCount, Visit
from meetingplace.domain.voices import Channel, Kind, Rung, ToldHow, Voice, VoiceState
from meetingplace.services import arrivals
from meetingplace.storage import (
    database,
    families,
    goals,
    partners,
    places,
    records,
    schema,
    sessions,
    tables,
    team,
    templates,
    upkeep,
    visits,
    voices,
)
from tests.makers import DAY, make_family, make_house, make_member, make_place, make_session, make_visit
from tests.snapshots import whole_house

MORNING = datetime(2026, 10, 27, 9, 41, 30)
# Arabic with a tatweel, a family of emoji joined by ZWJ, a letter with a loose accent, Tifinagh, quotes, SQL, markup
TRICKY = "مـرحبا 👩‍👩‍👧 e\u0301 ⵜⵉⴼⵉⵏⴰⵖ \"'; DROP TABLE visit; -- <b>&amp; %_\\"


def in_another_thread(work: Callable[[], None]) -> None:
    """Do some work over a connection of its own; what it raises is raised here."""
    problems: list[BaseException] = []

    def run() -> None:
        try:
            with database.connected():
                work()
        except BaseException as problem:
            problems.append(problem)
        finally:
            database.hang_up()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(timeout=30)
    assert not thread.is_alive()
    for problem in problems:
        raise problem


def refusal(work: Callable[[], object]) -> Reason:
    """Do some work that must be refused, and give the reason."""
    with pytest.raises(Refused) as refused, database.transaction():
        work()
    return refused.value.reason


@pytest.mark.usefixtures("house")
class RowsComeBack:
    """What is written is read again, the same, also after a restart."""

    def test_the_house(self, restart: Callable[[], None]) -> None:
        assert places.house() is None
        make_house("De Kersenpit", line="voor ouders en kinderen", phone="02 555 01 23", mood="park", is_sample=True)
        restart()
        found = places.house()
        wanted = House("De Kersenpit", "voor ouders en kinderen", "02 555 01 23", mood="park", is_sample=True)
        assert found
        assert replace(found, version=0) == wanted

    def test_a_place(self, restart: Callable[[], None]) -> None:
        columns = {"name": "Kuregem", "postcode": "1070", "is_mobile": True, "capacity": 25, "languages": ("nl", "ar")}
        place_id = places.add(**columns, level=Level.CONTACT.value)
        restart()
        found = places.get(place_id)
        assert replace(found, version=0) == Place(place_id, **columns, level=Level.CONTACT)

    def test_places_out_of_use_are_listed_only_when_asked_for(self) -> None:
        kept, gone = make_place("Bonnevie"), make_place("Azaleapark", is_active=False)
        assert [place.id for place in places.listed()] == [kept]
        assert [place.id for place in places.listed(with_inactive=True)] == [gone, kept]  # by name

    def test_a_team_member_with_a_pin(self, restart: Callable[[], None]) -> None:
        member_id = team.add(name="Ousmane", role="volunteer", languages=("fr", "ff"), pin_hash="salt$hash")
        team.note_tries(member_id, 3, datetime(2026, 10, 27, 9, 30))
        restart()
        wanted = TeamMember(member_id, "Ousmane", Role.VOLUNTEER, languages=("fr", "ff"), has_pin=True)
        assert replace(team.get(member_id), version=0) == wanted
        assert team.pin_of(member_id) == team.Pin("salt$hash", 3, datetime(2026, 10, 27, 9, 30))

    def test_a_goal_and_what_works_at_it(self, restart: Callable[[], None]) -> None:
        goal = Goal(
            0, TRICKY, 2026, why="a\nb", functions=tuple(Function)[:2], principles=tuple(Principle)[2:4], aim=12
        )
        goal_id = goals.add(goal)
        session_id = make_session(place_id := make_place())
        goals.link_sessions([session_id], goal_id)
        restart()
        assert replace(goals.get(goal_id), version=0) == replace(goal, id=goal_id)
        assert [one.id for one in goals.of_year(2026)] == [goal_id]
        assert goals.of_year(2025) == []
        (counted,) = goals.counted(DAY, DAY)
        planned = SessionState.PLANNED
        assert counted == Counted(session_id, None, goal_id, DAY, "Open ontmoeting", place_id, planned)
        assert goals.count_linked(goal_id) == 1

    def test_a_goal_that_goes_frees_what_worked_at_it(self) -> None:
        goal_id, session_id = goals.add(Goal(0, "Vaders", 2026)), make_session(make_place())
        goals.link_sessions([session_id], goal_id)
        assert refusal(lambda: goals.remove(goal_id)) is Reason.CHANGED_MEANWHILE
        goals.unlink_all(goal_id)
        goals.remove(goal_id)
        assert sessions.get(session_id).activity.goal_id is None
        assert goals.listed() == []

    def test_a_template_with_all_its_parts(self, restart: Callable[[], None]) -> None:
        member_id, partner_id, place_id = make_member(), partners.add(name="Bibliotheek"), make_place()
        activity = Activity(
            TRICKY, place_id, time(9, 30), time(12), theme="taal", functions=tuple(Function)[:2], languages=("ar",),
            team=(member_id,), partners=(partner_id,), texts=(OwnText("ar", TRICKY, "b", "machine"),), expect=("song",),
        )  # fmt: skip
        template_id = templates.add(activity)
        restart()
        assert templates.get(template_id).activity == activity
        templates.let_go_of_place(place_id)
        assert templates.get(template_id).activity == replace(activity, place_id=NOWHERE)
        templates.remove(template_id)
        assert templates.listed() == []
        assert whole_house()["OwnText"] == {}

    def test_a_partner(self, restart: Callable[[], None]) -> None:
        columns = {
            "name": "Kind en Gezin",
            "is_referral": True,
            "email": "info@example.org",
            "note": "maandag\nvrijdag",
        }
        partner_id = partners.add(**columns)
        restart()
        assert replace(partners.get(partner_id), version=0) == Partner(partner_id, **columns)

    def test_a_session_with_all_its_parts(self, restart: Callable[[], None]) -> None:
        place, first, second = make_place(), make_member("Samira"), make_member("Nele")
        partner = partners.add(name="Bibliotheek")
        goal = records.add(tables.Goal, title="Meer lezen", year=2026)
        activity = Activity(
            "Voorlezen",
            place,
            time(9, 30),
            time(11, 45),
            theme="lezen",
            functions=(Function.COHESION, Function.INFORMATION),
            is_formal=True,
            is_led_by_parents=True,
            from_months=6,
            to_months=48,
            languages=("nl", "ar"),
            capacity=0,
            is_walk_in=False,
            price_cents=250,
            preparation_minutes=45,
            debrief_minutes=0,
            goal_id=goal,
            expect=("books", "tea"),
            team=(second, first),
            partners=(partner,),
            texts=(OwnText("nl", "Kom luisteren", "Samen.", "source"), OwnText("ar", "تعالوا", "معًا", "machine")),
        )
        session_id = sessions.add(activity, DAY)
        voice_id = voices.add(Voice(0, DAY, "Lees eens voor", sessions=(session_id,)))
        restart()
        found = sessions.get(session_id)
        assert replace(found, version=0) == Session(session_id, DAY, activity, voices=(voice_id,))
        assert (found.begins, found.ends) == (datetime(2026, 10, 27, 9, 30), datetime(2026, 10, 27, 11, 45))

    def test_a_session_that_was_held(self, restart: Callable[[], None]) -> None:
        session_id = make_session(make_place())
        closed = datetime(2026, 10, 27, 12, 20, 5)
        sessions.change(session_id, None, state="held", is_full=True, turned_away=2, remark="druk", closed_at=closed)
        restart()
        found = sessions.get(session_id)
        assert (found.state, found.is_full, found.turned_away) == (SessionState.HELD, True, 2)
        assert (found.remark, found.closed_at) == ("druk", closed)

    def test_sessions_of_a_period_by_day_and_hour(self) -> None:
        here, there = make_place(), make_place("Bonnevie")
        late = make_session(here, DAY, time(14), time(16))
        early = make_session(here, DAY, time(9), time(11))
        before = make_session(there, date(2026, 10, 26))
        make_session(here, date(2026, 11, 2))
        week = date(2026, 10, 26), date(2026, 11, 1)
        assert [session.id for session in sessions.between(*week)] == [before, early, late]
        assert [session.id for session in sessions.between(*week, here)] == [early, late]
        assert [session.id for session in sessions.briefs(*week)] == [before, early, late]
        assert sessions.briefs(date(2026, 12, 1), date(2026, 12, 2)) == []

    def test_a_session_in_brief_says_what_the_session_says(self) -> None:
        place, first, second = make_place(), make_member("Samira"), make_member("Nele")
        parts = {"team": (second, first), "functions": (Function.COHESION, Function.ADVICE), "languages": ("nl", "ar")}
        activity = Activity("Voorlezen", place, time(9, 30), time(11, 45), "lezen", from_months=6, **parts)
        full, bare = sessions.add(activity, DAY), make_session(place, DAY, time(14), time(16))
        assert sessions.briefs(DAY, DAY) == [sessions.get(full).brief, sessions.get(bare).brief]

    def test_a_series_with_its_sessions(self, restart: Callable[[], None]) -> None:
        member = make_member()
        activity = Activity("Babbelcafé", make_place(), time(18), time(19, 30), team=(member,))
        rule = Weekly((1, 3), date(2026, 9, 1), date(2027, 6, 30), every=2)
        series_id = sessions.add_series(activity, rule, (DaysOff.FLEMISH, DaysOff.PUBLIC))
        later = make_session(activity.place_id, date(2026, 11, 3), series_id=series_id)
        sooner = make_session(activity.place_id, date(2026, 9, 1), series_id=series_id)
        restart()
        found = sessions.get_series(series_id)
        assert (found.activity, found.rule, found.skips) == (activity, rule, (DaysOff.FLEMISH, DaysOff.PUBLIC))
        assert [session.id for session in sessions.of_series(series_id)] == [sooner, later]

    def test_what_is_usual_in_a_series_and_what_follows_it(self, restart: Callable[[], None]) -> None:
        activity = Activity("Babbelcafé", make_place(), time(18), time(19, 30))
        rule, kept = Weekly((1,), date(2026, 9, 1), date(2027, 6, 30)), (date(2026, 11, 3), date(2026, 12, 29))
        first = sessions.add_series(activity, rule, (DaysOff.FLEMISH,), kept)
        second = sessions.add_series(activity, rule, (), follows=first)
        restart()
        usual = sessions.usual([first, None, first, second + 1])
        assert usual == {first: Usual(activity.place_id, time(18), time(19, 30), kept)}
        assert [one.id for one in sessions.followers_of(first)] == [second]
        assert sessions.followers_of(second) == []

    def test_a_family_with_its_children(self, restart: Callable[[], None]) -> None:
        family = Family(
            0,
            "Tante Fatma",
            Picture("tram", 6),
            ("ar", "nl"),
            postcode="1070",
            municipality="Anderlecht",
            first_seen=date(2026, 1, 6),
            how_heard=HowHeard.SCHOOL,
            brought_by="de brugfiguur",
            children=(Child(0, "Bij", BirthMonth(2024, 2)), Child(0)),
        )
        family_id = families.add(family)
        restart()
        found = families.get(family_id)
        children = tuple(replace(child, id=0, version=0) for child in found.children)
        assert replace(found, id=0, version=0, children=children) == family

    def test_families_are_found_by_word_picture_and_language_and_sorted(self) -> None:
        session_id = make_session(make_place())
        came = make_family("50%_ Yousra", picture=Picture("snail", 0), languages=["nl", "ps"])
        never = make_family("Zon", born=[(2024, 2)], picture=Picture("owl", 0), languages=["prs"])
        families.add_child(never, Child(0, "Élodie"))
        make_visit(session_id, came, MORNING)
        assert [one.id for one in families.search([SearchWord("elodie")])] == [never]
        assert [one.id for one in families.search([SearchWord("joesra")])] == [came]
        assert [one.id for one in families.search([SearchWord("0%_")])] == [came]
        assert [one.id for one in families.search([SearchWord("slak", shapes=("snail",))])] == [came]
        assert [one.id for one in families.search([SearchWord("?", languages=("ps",))])] == [came]
        assert [one.id for one in families.search([], Order.LAST_VISIT)] == [came, never]
        assert [one.id for one in families.search([], limit=1, offset=1)] == [never]
        assert (families.number_found([]), visits.last_arrivals([came, never])) == (2, {came: MORNING})

    def test_a_visit_with_its_children(self, restart: Callable[[], None]) -> None:
        family_id = make_family(born=[(2024, 2)])
        (child,) = families.get(family_id).children
        children = (ChildPresent(child.id, 32), ChildPresent(None, 100, is_sibling=True), ChildPresent())
        adults = (Relation.MOTHER, Relation.GRANDPARENT, Relation.MOTHER)
        session_id = make_session(make_place())
        visit_id = make_visit(session_id, family_id, MORNING, children, adults)
        visits.leave(visit_id, datetime(2026, 10, 27, 11, 2))
        restart()
        left = datetime(2026, 10, 27, 11, 2)
        wanted = Visit(visit_id, session_id, family_id, MORNING, left, children, adults, is_new=True)
        assert replace(visits.get(visit_id), version=0) == wanted

    def test_a_group_of_guests(self, restart: Callable[[], None]) -> None:
        session_id = make_session(make_place())
        visit_id = make_visit(session_id, None, MORNING, [ChildPresent()] * 3, group="klas 1A", languages=("pl", "ti"))
        restart()
        found = visits.get(visit_id)
        assert (found.family_id, found.group, found.languages, len(found.children)) == (
            None,
            "klas 1A",
            ("pl", "ti"),
            3,
        )

    def test_all_nicknames_are_listed_but_those_of_who_was_forgotten(self, restart: Callable[[], None]) -> None:
        zon, maan = make_family("Zon"), make_family("Élif", picture=Picture("owl", 1))
        gone = make_family("Weg", picture=Picture("owl", 2))
        tables.Family.update(forgotten_on=date(2026, 10, 1)).where(tables.Family.id == gone).execute()
        restart()
        assert sorted(families.nicknames()) == [(zon, "Zon"), (maan, "Élif")]

    def test_tallies_add_up(self, restart: Callable[[], None]) -> None:
        session_id = make_session(make_place())
        assert visits.add_to_tally(session_id, Tallied.CHILDREN, "12", 1) == 1
        assert visits.add_to_tally(session_id, Tallied.CHILDREN, "12", 2) == 3
        assert visits.add_to_tally(session_id, Tallied.ADULTS, "father", 1) == 1
        restart()
        assert visits.tallied(session_id, Tallied.CHILDREN, "12") == 3
        assert visits.tallied(session_id, Tallied.CHILDREN, "0") == 0
        assert sorted(visits.tallies(session_id), key=lambda count: count.key) == [
            TallyCount(Tallied.CHILDREN, "12", 3),
            TallyCount(Tallied.ADULTS, "father", 1),
        ]

    def test_children_of_sessions_are_counted_named_and_unnamed(self) -> None:
        place = make_place()
        busy, empty = make_session(place), make_session(place)
        make_visit(busy, None, MORNING, [ChildPresent(None, 5), ChildPresent(None, 30)])
        visits.add_to_tally(busy, Tallied.CHILDREN, "0", 3)
        visits.add_to_tally(busy, Tallied.ADULTS, "mother", 4)
        assert visits.children_at([busy, empty]) == {busy: 5}

    def test_sessions_at_which_anybody_was_registered(self) -> None:
        place = make_place()
        visited, counted, at_nought, empty, later = (
            make_session(place, day) for day in (DAY, DAY, DAY, DAY, date(2026, 10, 28))
        )
        make_visit(visited, None, MORNING)
        make_visit(later, None, MORNING)
        visits.add_to_tally(counted, Tallied.CHILDREN, "0", 1)
        visits.add_to_tally(at_nought, Tallied.CHILDREN, "0", 1)
        visits.add_to_tally(at_nought, Tallied.CHILDREN, "0", -1)
        assert visits.registered_at([visited, counted, at_nought, empty]) == {visited, counted}
        assert visits.registered_between(DAY, DAY) == {visited, counted}

    def test_a_voice_from_its_words_to_its_answer(self, restart: Callable[[], None]) -> None:
        place, member = make_place(), make_member()
        session_id = make_session(place)
        voice = Voice(
            0,
            DAY,
            "نتمنى مكانًا هادئًا للرضاعة.",
            "ar",
            Channel.PAPER,
            Kind.WISH,
            "Graag een rustige plek.",
            "machine",
            "borstvoeding",
            (Function.PRACTICAL,),
            place,
            session_id,
            member,
            VoiceState.DONE,
            "Er staat een zetel.",
            "هناك كنبة.",
            date(2026, 11, 3),
            ToldHow.POSTER,
            Rung.THINKING_ALONG,
            (session_id,),
        )
        voice_id = voices.add(voice)
        restart()
        assert replace(voices.get(voice_id), id=0, version=0) == voice

    def test_voices_that_wait(self) -> None:
        here, there = make_place(), make_place("Bonnevie")
        voices.add(Voice(0, date(2026, 10, 11), "een", place_id=here))
        voices.add(Voice(0, date(2026, 10, 3), "twee", place_id=there))
        voices.add(Voice(0, date(2026, 10, 1), "drie", answer="Ja.", place_id=here))
        voices.add(Voice(0, date(2026, 10, 1), "vier", state=VoiceState.DONE, place_id=here))
        assert voices.waiting() == (2, date(2026, 10, 3))
        assert voices.waiting(here) == (1, date(2026, 10, 11))

    def test_a_flyer_and_a_fact(self, restart: Callable[[], None]) -> None:
        session_id = make_session(make_place())
        first, second = datetime(2026, 10, 20, 8), datetime(2026, 10, 21, 8)
        for made in (second, first):
            sessions.add_flyer(session=session_id, layout="one", languages=("nl", "ar"), made_at=made, of_version=7)
        upkeep.note("last_backup", "2026-10-20")
        upkeep.note("last_backup", "2026-10-27")
        restart()
        assert sessions.last_flyer(session_id, None) == FlyerMade(second, "one", ("nl", "ar"), 7, session_id)
        month = date(2026, 11, 1)
        sessions.add_flyer(month=month, layout="month-programme", languages=("nl",), made_at=first, of_version=1)
        whole = sessions.last_flyer(None, None, month)
        assert whole == FlyerMade(first, "month-programme", ("nl",), 1, month=month)
        assert sessions.last_flyer(None, None, month, sessions.get(session_id).activity.place_id) is None
        assert sessions.last_flyer(None, None, date(2026, 12, 1)) is None
        assert upkeep.fact("last_backup") == "2026-10-27"
        assert upkeep.fact("never noted") == ""

    def test_every_script_emoji_and_sign_comes_back_as_it_was(self, restart: Callable[[], None]) -> None:
        family_id = make_family(TRICKY)
        place_id = make_place("x" * 10_000)
        restart()
        assert families.get(family_id).nickname == TRICKY
        assert places.get(place_id).name == "x" * 10_000

    def test_a_nul_is_refused_or_kept_and_the_connection_goes_on(self) -> None:
        reason = None
        try:
            with database.transaction():
                make_place("Kure\0gem")
        except Refused as refused:
            reason = refused.reason
        # PostgreSQL keeps no NUL; `typed_text` takes it out of whatever a person types
        kept = [place.name for place in places.listed()]
        assert (reason, kept) in ((Reason.DATABASE_FAILED, []), (None, ["Kure\0gem"]))
        assert make_place("Bonnevie")


@pytest.mark.usefixtures("house")
class ActsAreWhole:
    """An act is kept as a whole or not at all, is undone exactly, and never overwrites somebody else's."""

    def _an_act(self) -> database.Journal:
        """Change, remove and add rows that point to each other."""
        place, member = make_place(), make_member()
        session_id = make_session(place, team=(member,), texts=(OwnText("nl", "Kom"),))
        family_id = make_family(born=[(2024, 2), (2022, 5)])
        gone = make_visit(session_id, family_id, MORNING, [ChildPresent(None, 12)])
        self.before = whole_house()
        with database.transaction() as journal:
            visits.remove(gone)
            families.remove(family_id)
            places.change(place, None, name="Molenbeek", capacity=3)
            places.change(place, None, capacity=4)
            sessions.change(session_id, None, replace(sessions.get(session_id).activity, team=(), texts=()))
            newcomer = make_family("Ster", born=[(2025, 1)])
            make_visit(session_id, newcomer, MORNING, [ChildPresent(None, 21)])
            visits.add_to_tally(session_id, Tallied.CHILDREN, "0", 1)
        return journal

    def test_an_act_is_undone_and_done_again_exactly(self, restart: Callable[[], None]) -> None:
        done = self._an_act()
        after = whole_house()
        assert after != self.before
        with database.transaction() as undone:
            records.take_back(done)
        assert whole_house() == self.before
        with database.transaction() as again:
            records.take_back(undone)
        assert whole_house() == after
        with database.transaction():
            records.take_back(again)
        restart()
        assert whole_house() == self.before

    def test_undo_refuses_when_a_row_was_changed_since_and_changes_nothing(self) -> None:
        done = self._an_act()
        (place,) = places.listed()
        places.change(place.id, None, name="Kuregem")
        now = whole_house()
        assert refusal(lambda: records.take_back(done)) is Reason.CHANGED_MEANWHILE
        assert whole_house() == now

    def test_what_was_seen_before_somebody_changed_it_is_not_written(self) -> None:
        place_id = make_place()
        seen = places.get(place_id).version
        places.change(place_id, seen, name="Bonnevie")
        now = whole_house()
        assert refusal(lambda: places.change(place_id, seen, name="Kuregem")) is Reason.CHANGED_MEANWHILE
        assert whole_house() == now
        places.change(place_id, places.get(place_id).version, name="Kuregem")

    def test_every_change_gives_a_new_version(self) -> None:
        place_id = make_place()
        versions = {places.get(place_id).version}
        for _time in range(20):
            places.change(place_id, None, capacity=20)
            versions.add(places.get(place_id).version)
        assert len(versions) == 21
        assert all(0 <= version < 2**62 for version in versions)

    def test_a_transaction_that_refuses_in_the_middle_leaves_nothing(self) -> None:
        place_id = make_place()
        now = whole_house()

        def half() -> None:
            make_member()
            places.change(place_id, None, name="Bonnevie")
            raise Refused(Reason.NAME_MISSING)

        assert refusal(half) is Reason.NAME_MISSING
        assert whole_house() == now

    def test_a_transaction_that_crashes_in_the_middle_leaves_nothing(self) -> None:
        now = whole_house()

        def half() -> float:
            make_member()
            return 1 / 0

        with pytest.raises(ZeroDivisionError), database.transaction():
            half()
        assert whole_house() == now

    def test_a_family_comes_to_a_session_once_and_guests_as_often_as_they_like(self) -> None:
        session_id, family_id = make_session(make_place()), make_family()
        make_visit(session_id, family_id, MORNING)
        make_visit(session_id, None, MORNING)
        make_visit(session_id, None, MORNING)
        now = whole_house()
        assert refusal(lambda: make_visit(session_id, family_id, MORNING)) is Reason.CHANGED_MEANWHILE
        assert whole_house() == now

    def test_a_row_that_others_point_to_cannot_go(self) -> None:
        place_id = make_place()
        make_session(place_id)
        now = whole_house()
        assert refusal(lambda: records.remove(tables.Place, place_id)) is Reason.CHANGED_MEANWHILE
        assert refusal(lambda: make_session(place_id + 1)) is Reason.CHANGED_MEANWHILE
        assert whole_house() == now

    def test_what_is_not_there_is_not_found(self) -> None:
        assert refusal(lambda: places.get(7)) is Reason.NOT_FOUND
        assert refusal(lambda: places.change(7, None, name="Kuregem")) is Reason.NOT_FOUND
        assert refusal(lambda: records.remove(tables.Visit, 7)) is Reason.NOT_FOUND

    def test_a_house_that_is_up_to_date_has_nothing_to_migrate(self) -> None:
        assert schema.version() == max(schema.known())
        assert schema.pending() == []
        assert schema.migrate() == []


@pytest.mark.usefixtures("house")
class SharedByConnections:
    """Two connections at once: two threads of one program, or two programs."""

    def test_one_sees_what_the_other_has_kept(self) -> None:
        in_another_thread(lambda: make_place("Bonnevie") and None)
        assert [place.name for place in places.listed()] == ["Bonnevie"]
        make_place("Azaleapark")
        seen: list[str] = []
        in_another_thread(lambda: seen.extend(place.name for place in places.listed()))
        assert seen == ["Azaleapark", "Bonnevie"]

    def test_one_does_not_see_what_the_other_has_not_kept_yet(self) -> None:
        seen: list[list[Place]] = []
        with database.transaction():
            make_place()
            in_another_thread(lambda: seen.append(places.listed()))
        in_another_thread(lambda: seen.append(places.listed()))
        assert [len(listed) for listed in seen] == [0, 1]

    def test_the_second_of_two_writers_is_refused(self) -> None:
        place_id = make_place()
        seen = places.get(place_id).version
        in_another_thread(lambda: places.change(place_id, seen, name="Bonnevie"))
        assert refusal(lambda: places.change(place_id, seen, name="Kuregem")) is Reason.CHANGED_MEANWHILE
        assert places.get(place_id).name == "Bonnevie"

    def test_two_desks_that_count_at_once_lose_nobody(self) -> None:
        session_id = make_session(make_place())
        visits.add_to_tally(session_id, Tallied.CHILDREN, "0", 1)
        start = threading.Barrier(2)

        def count() -> None:
            start.wait(timeout=30)
            counted = 0
            while counted < 25:
                try:
                    with database.transaction():
                        visits.add_to_tally(session_id, Tallied.CHILDREN, "0", 1)
                    counted += 1
                except Refused as refused:
                    if refused.reason is not Reason.CHANGED_MEANWHILE:  # the other one was first: once more
                        raise

        other = threading.Thread(target=in_another_thread, args=(count,))
        other.start()
        count()
        other.join(timeout=30)
        assert visits.tallies(session_id) == [TallyCount(Tallied.CHILDREN, "0", 51)]

    def test_two_desks_that_tap_a_family_at_the_same_moment_make_one_visit(self) -> None:
        session_id = make_session(make_place())
        tapped = [make_family(f"gezin {number}") for number in range(10)]
        start, told = threading.Barrier(2), []

        def tap() -> None:
            for family_id in tapped:
                start.wait(timeout=30)
                try:
                    arrivals.check_in(session_id, family_id, MORNING)
                except Refused as refused:
                    told.append(refused.reason)

        other = threading.Thread(target=in_another_thread, args=(tap,))
        other.start()
        tap()
        other.join(timeout=30)
        assert sorted(visit.family_id for visit in visits.of_session(session_id)) == tapped
        assert told == [Reason.ALREADY_THERE] * 10


class Contract(RowsComeBack, ActsAreWhole, SharedByConnections):
    """All of it."""
