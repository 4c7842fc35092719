"""The sample house: the same seed and day give the same house, and what it tells hangs together."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date, datetime
from typing import Any

import pytest
from PIL import Image

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.faces import Face
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Channel
from meetingplace.services import faces, flyer_pictures, parents_corner, polls
from meetingplace.services.days_off import days_off
from meetingplace.services.sample_house import house as sample
from meetingplace.services.sample_house.source import SampleSize, size_for
from meetingplace.services.today import Waiting, today_board
from meetingplace.storage import backups, database, tables, visits

DAY = date(2026, 10, 27)  # a Tuesday in the autumn holiday of the French-language schools
SMALL = SampleSize(years=1, families=30, visits=400)


def rows(sql: str) -> list[tuple[Any, ...]]:
    return list(database.database.execute_sql(sql).fetchall())


def everything() -> dict[str, list[tuple[Any, ...]]]:
    return {table.__name__: list(table.select().order_by(table.id).tuples()) for table in tables.TABLES}


@pytest.fixture
def small(house: None) -> sample.Made:
    """Make a small sample house."""
    return sample.make(SMALL, DAY)


def made_anew(size: SampleSize, day: date) -> dict[str, list[tuple[Any, ...]]]:
    database.bind_memory()
    with database.connected():
        database.database.create_tables(tables.TABLES)
        sample.make(size, day)
        return everything()


def test_the_same_seed_and_day_give_the_same_house_and_another_seed_or_day_another_one() -> None:
    first = made_anew(SMALL, DAY)
    assert made_anew(SMALL, DAY) == first
    assert made_anew(SampleSize(years=1, families=30, visits=400, seed=2), DAY)["Family"] != first["Family"]
    assert made_anew(SMALL, date(2026, 10, 28))["Session"] != first["Session"]
    database.hang_up()


def test_it_holds_as_much_as_was_asked_and_says_so(small: sample.Made) -> None:
    assert (small.places, small.families, small.visits) == (3, 30, 400)
    assert sample.counted() == small
    assert sample.is_here()
    assert not sample.is_empty()


def test_it_is_whole(small: sample.Made) -> None:
    assert backups.problems() == []


def test_it_has_pictures_for_its_flyers_and_logos_of_partners_with_whom_it_makes_them(small: sample.Made) -> None:
    board = flyer_pictures.pictures_board()
    assert [picture.name for picture in board.pictures] == ["In het park", "Samen aan tafel"]
    for picture in board.pictures:
        assert picture.description.endswith(".")
        content = Image.open(io.BytesIO(flyer_pictures.picture_of(picture.id)))
        assert content.size == (picture.width, picture.height) == (1_600, 1_000)
    drawn = [logo.name for logo in board.logos if logo.small]
    assert drawn == ["Brede School Kersenwijk", "Opvoedingswinkel Noord"]


def test_no_session_falls_on_a_day_off_but_the_ones_of_today(small: sample.Made) -> None:
    skipped = (DaysOff.FLEMISH, DaysOff.PUBLIC)
    off = {one.day.isoformat() for one in days_off(date(2026, 9, 1), date(2027, 8, 31), skipped, "nl")}
    days = {day for (day,) in rows("SELECT day FROM session WHERE series_id IS NOT NULL")}
    assert days
    assert not days & off


def test_what_is_over_was_held_or_cancelled_with_a_reason_and_one_desk_was_left_open(small: sample.Made) -> None:
    past = rows(f"SELECT state, reason, closed_at FROM session WHERE day < '{DAY}'")
    states = Counter(state for state, _, _ in past)
    assert states["planned"] == 1
    assert states["held"] > 10
    assert all(reason for state, reason, _ in past if state == "cancelled")
    assert all(closed for state, _, closed in past if state == "held")
    ahead = dict(rows(f"SELECT state, COUNT(*) FROM session WHERE day > '{DAY}' GROUP BY state"))
    assert ahead.pop("cancelled") == 1
    assert list(ahead) == ["planned"]


def test_visits_are_of_held_sessions_within_their_hours_at_places_that_know_families(small: sample.Made) -> None:
    visited = rows(
        "SELECT session.day, session.start, session.end, visit.arrived, visit.left, place.level FROM visit"
        " JOIN session ON session.id = visit.session_id JOIN place ON place.id = session.place_id"
    )
    assert len(visited) == 400
    assert {level for *_, level in visited} == {"pseudonym"}
    for day, start, end, arrived, left, _level in visited:
        assert f"{day} {start}" <= arrived <= left <= f"{day} {end}"
        assert day < DAY.isoformat()
    assert rows("SELECT COUNT(*) FROM tally")[0][0] > 0


def test_a_family_is_new_once_and_first_seen_on_that_day(small: sample.Made) -> None:
    firsts = rows(
        "SELECT family.id, family.first_seen, MIN(session.day) FROM visit"
        " JOIN session ON session.id = visit.session_id JOIN family ON family.id = visit.family_id GROUP BY family.id"
    )
    assert len(firsts) > 20
    assert all(seen == first for _, seen, first in firsts)
    came = [visits.get(visit_id) for (visit_id,) in rows("SELECT id FROM visit")]
    assert Counter(visit.family_id for visit in came if visit.is_new) == Counter(family for family, *_ in firsts)


def test_a_baby_massage_is_for_families_with_a_baby(small: sample.Made) -> None:
    youngest = rows(
        "SELECT MIN(strftime('%Y', session.day) * 12 + strftime('%m', session.day) - birth_year * 12 - birth_month)"
        " FROM visit_child JOIN visit ON visit.id = visit_child.visit_id JOIN child ON child.id = visit_child.child_id"
        " JOIN session ON session.id = visit.session_id WHERE session.title = 'Babymassage' GROUP BY visit.id"
    )
    assert youngest
    assert max(months for (months,) in youngest) < 12


def test_fathers_come_on_their_saturday(small: sample.Made) -> None:
    came = [adults for (adults,) in rows(
        "SELECT adults FROM visit JOIN session ON session.id = visit.session_id WHERE theme = 'vaders'"
        ' AND family_id IS NOT NULL'
    )]  # fmt: skip
    assert sum("father" in adults.split(",") for adults in came) > len(came) / 2


def test_families_have_nicknames_and_pictures_of_their_own_and_some_come_often(small: sample.Made) -> None:
    families = rows("SELECT nickname, picture, picture_colour FROM family")
    assert len({nickname for nickname, _, _ in families}) == len({(p, c) for _, p, c in families}) == 30
    often = [number for (number,) in rows("SELECT COUNT(*) FROM visit WHERE family_id IS NOT NULL GROUP BY family_id")]
    assert max(often) >= 10
    assert often.count(1) >= 5


def test_an_answer_is_told_back_and_a_no_says_why(small: sample.Made) -> None:
    voices = rows("SELECT state, answer, told_on, heard_on FROM voice")
    assert {"heard", "discussed", "planned", "done", "not_possible"} <= {state for state, *_ in voices}
    for state, answer, told, heard in voices:
        assert bool(answer) == bool(told)
        assert answer or state not in ("done", "not_possible")
        assert not told or heard <= told <= DAY.isoformat()
    assert rows("SELECT COUNT(*) FROM voice_session")[0][0] >= 1


def test_a_voice_is_heard_at_a_session_of_its_place(small: sample.Made) -> None:
    heard = rows(
        "SELECT voice.heard_on, session.day, voice.place_id, session.place_id FROM voice"
        " JOIN session ON session.id = voice.session_id"
    )
    assert len(heard) >= 10
    assert all(on == day and place == of for on, day, place, of in heard)


def test_the_voices_that_wait_were_heard_on_many_days(house: None) -> None:
    sample.make(SampleSize(visits=3000), date(2026, 11, 10))
    waiting = [day for (day,) in rows("SELECT heard_on FROM voice WHERE state IN ('heard', 'discussed', 'planned')")]
    assert len(set(waiting)) >= 5
    assert max(Counter(waiting).values()) <= 3


def test_what_is_planned_from_a_voice_is_still_to_come(small: sample.Made) -> None:
    days = rows(
        "SELECT session.day FROM voice_session JOIN voice ON voice.id = voice_session.voice_id"
        " JOIN session ON session.id = voice_session.session_id WHERE voice.state = 'planned'"
    )
    assert days
    assert all(day > DAY.isoformat() for (day,) in days)


def test_a_session_is_hardly_ever_fuller_than_the_place(house: None) -> None:
    sample.make(SampleSize(visits=2000), DAY)
    came = rows(
        "SELECT session.capacity, COUNT(*) FROM visit_child JOIN visit ON visit.id = visit_child.visit_id"
        " JOIN session ON session.id = visit.session_id WHERE visit.\"group\" = '' GROUP BY session.id"
    )
    assert sum(children > capacity for capacity, children in came) < len(came) / 10
    assert all(children < 2 * capacity for capacity, children in came)


def test_what_does_not_go_on_has_a_reason_that_fits_the_place(small: sample.Made) -> None:
    wet = rows(
        "SELECT COUNT(*) FROM session JOIN place ON place.id = session.place_id"
        " WHERE session.reason LIKE '%regent%' AND NOT place.is_mobile"
    )
    assert wet == [(0,)]


def test_whoever_looks_at_today_finds_something_to_do(small: sample.Made) -> None:
    board = today_board(datetime(2026, 10, 27, 8, 30), 1, "nl")
    assert len(board.cards) >= 3
    assert {wait.what for wait in board.waits} >= {
        Waiting.VOICES,
        Waiting.NOT_CLOSED,
        Waiting.PAPER_LISTS,
        Waiting.FLYER_MISSING,
    }
    flyers = next(wait for wait in board.waits if wait.what is Waiting.FLYER_MISSING)
    assert flyers.number <= 2  # the series have theirs; only what was added for today has none


def test_nothing_in_it_is_kept_for_more_than_its_purpose(small: sample.Made) -> None:
    contacts = rows("SELECT phone FROM partner UNION SELECT phone FROM house")
    assert all(phone == "" or phone.startswith("02 555 01 ") for (phone,) in contacts)  # numbers that nobody has


def test_a_size_follows_from_its_visits_unless_it_is_chosen() -> None:
    assert size_for() == SampleSize()
    assert size_for(250_000) == SampleSize(years=10, places=12, families=10_000, visits=250_000)
    assert size_for(250_000, places=4, families=500).places == 4
    assert size_for(500) == SampleSize(visits=500)


@pytest.mark.parametrize("wrong", [{"years": 0}, {"places": 0}, {"families": -1}, {"visits": -1}, {"years": 10_000}])
def test_a_size_that_is_no_house_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(Refused) as why:
        SampleSize(**wrong)
    assert why.value.reason is Reason.NUMBER_IMPOSSIBLE


def test_one_place_is_enough(house: None) -> None:
    made = sample.make(SampleSize(years=1, places=1, families=5, visits=20, voices=0), DAY)
    assert (made.places, made.visits, made.voices) == (1, 20, 0)
    assert backups.problems() == []


def test_a_house_on_the_first_day_of_its_school_year(house: None) -> None:
    made = sample.make(SampleSize(years=1, families=5, visits=20), date(2026, 9, 1))
    assert made.visits == 0  # nothing was held yet
    assert backups.problems() == []


def test_it_has_signals_without_a_person_and_says_of_each_what_was_done(small: sample.Made) -> None:
    found = rows("SELECT s.situation, s.theme, s.done, s.partner_id, p.state FROM signal s JOIN session p "
                 "ON p.id = s.session_id")  # fmt: skip
    assert found
    referral = {id for (id,) in rows("SELECT id FROM partner WHERE is_referral")}
    for situation, theme, done, partner, _state in found:
        assert theme
        assert "listened" in done
        assert (situation not in ("crisis", "distress")) or "referred" in done
        assert partner is None or (partner in referral and "referred" in done)


def test_who_was_paid_is_noted_of_what_was_held_and_of_nothing_else(small: sample.Made) -> None:
    of_state = dict(rows(
        "SELECT s.state, COUNT(m.was_paid) FROM session_member m JOIN session s ON s.id = m.session_id GROUP BY s.state"
    ))  # fmt: skip
    assert of_state.pop("held") > 0
    assert set(of_state.values()) == {0}
    assert {bool(paid) for (paid,) in rows("SELECT was_paid FROM session_member WHERE was_paid IS NOT NULL")} == {
        True, False,
    }  # fmt: skip


def test_languages_were_heard_where_only_counting_is_done(small: sample.Made) -> None:
    places = {place for (place,) in rows(
        "SELECT s.place_id FROM tally t JOIN session s ON s.id = t.session_id WHERE t.what = 'languages'"
    )}  # fmt: skip
    assert places == {3}


# --- what the corner brought ---


def test_five_voices_or_more_hang_on_the_board_and_are_read_in_french_and_arabic(small: sample.Made) -> None:
    assert len(parents_corner.ideas("nl")) >= 5
    for language in ("fr", "ar"):
        read = [idea for idea in parents_corner.ideas(language) if idea.words_language == language]
        assert len(read) >= 5
    answered = [idea for idea in parents_corner.ideas("ar") if idea.answer_language == "ar" and idea.answer]
    assert len(answered) >= 3


def test_voices_say_the_same_as_others_that_stand_where_they_stand(small: sample.Made) -> None:
    joined = rows(
        "SELECT voice.state, first.state, first.joined_id, voice.heard_on >= first.heard_on FROM voice"
        " JOIN voice AS first ON first.id = voice.joined_id"
    )
    assert len(joined) >= 3
    assert all(state == of_first and stands_with is None and later for state, of_first, stands_with, later in joined)


def test_one_choice_is_open_with_dots_and_one_closed_with_those_of_its_poster(small: sample.Made) -> None:
    closed, opened = polls.polls_board().polls
    assert (closed.poll.is_open, opened.poll.is_open) == (False, True)
    assert closed.poll.closed_on is not None
    for result, people in ((opened, 14), (closed, 22)):
        assert result.count.people == people
        assert sum(result.count.of(card.id, Channel.CORNER) for card in result.poll.cards) == 3 * people
        assert result.poll.in_language("ar")
    assert sum(closed.count.of(card.id, Channel.PAPER) for card in closed.poll.cards) == 38
    assert opened.count.total == 42


def test_faces_were_given_in_the_corner_and_counted_on_paper_of_sessions_that_were(small: sample.Made) -> None:
    count = faces.faces_board(date(2025, 9, 1), DAY).count
    assert all(
        count.of(Face.GREAT, channel) > count.of(Face.BAD, channel) for channel in (Channel.CORNER, Channel.PAPER)
    )
    assert {glad for _subject, glad in count.subjects} == {True, False}
    on_paper = rows("SELECT faces.day, session.day, faces.place_id, session.place_id FROM faces_given AS faces"
                    " JOIN session ON session.id = faces.session_id")  # fmt: skip
    assert on_paper
    assert all(day == of_session and place == at for day, of_session, place, at in on_paper)


def test_a_house_without_voices_has_none_of_the_corner_either(house: None) -> None:
    made = sample.make(SampleSize(years=1, places=1, families=5, visits=20, voices=0), DAY)
    assert made.voices == 0
    assert parents_corner.ideas("nl") == ()
