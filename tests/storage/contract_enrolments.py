"""What every backend must do alike with lists of who is enrolled: a part of the contract."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from meetingplace.domain.enrolments import Enrolled, Numbers, OnList
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity
from meetingplace.storage import database, enrolments, records, sessions, tables, visits
from tests.makers import DAY, make_place, make_session, make_visit

NINE = datetime(2026, 9, 1, 9)


def enrol(on: OnList, name: str, minute: int = 0, **columns: object) -> int:
    """Put a first name on a list."""
    return enrolments.add(Enrolled(0, on, name, NINE + timedelta(minutes=minute), **columns))


class EnrolmentsContract:
    """Lists of first names."""

    def test_a_list_comes_back_in_the_order_of_enrolling(self, house: None) -> None:
        session = make_session(make_place())
        with database.transaction():
            second = enrol(OnList(session), "ليلى 🦊", 2, is_waiting=True)
            first = enrol(OnList(session), "=1+1", 1, contact="0470", contact_until=date(2026, 12, 1))
        assert enrolments.on_list(OnList(session)) == [enrolments.get(first), enrolments.get(second)]
        kept = enrolments.get(first)
        assert (kept.first_name, kept.contact, kept.contact_until) == ("=1+1", "0470", date(2026, 12, 1))
        assert enrolments.get(second).is_waiting
        assert not kept.is_waiting

    def test_the_numbers_of_a_session_hold_its_own_list_and_that_of_its_series(self, house: None) -> None:
        place = make_place()
        rule = Weekly((1,), DAY, DAY + timedelta(weeks=2))
        with database.transaction():
            series = sessions.add_series(Activity("Atelier", place, time(14), time(16)), rule, ())
            one, other = (make_session(place, DAY + timedelta(weeks=week), series_id=series) for week in (0, 1))
            alone, empty = make_session(place), make_session(place)
            enrol(OnList(series_id=series), "Lina")
            enrol(OnList(series_id=series), "Adam", is_waiting=True)
            enrol(OnList(one), "Noor")
            enrol(OnList(one), "Ilyas", is_waiting=True)
            enrol(OnList(alone), "Max")
        assert enrolments.numbers([one, other, alone, empty]) == {
            one: Numbers(2, 2),
            other: Numbers(1, 1),
            alone: Numbers(1, 0),
        }
        assert enrolments.enrolled_between(DAY, DAY) == {one: 2, alone: 1}
        assert enrolments.enrolled_between(DAY, DAY + timedelta(weeks=1)) == {one: 2, other: 1, alone: 1}
        assert enrolments.awaited_in(series) == [one]
        assert enrolments.own_lists([one, other, alone, empty]) == {one, alone}

    def test_a_visit_that_goes_takes_its_tick_along_and_a_name_that_goes_leaves_the_visit(self, house: None) -> None:
        session = make_session(make_place())
        with database.transaction():
            lina, adam = enrol(OnList(session), "Lina"), enrol(OnList(session), "Adam")
            of_lina, of_adam = (make_visit(session, None, NINE) for _ in range(2))
            enrolments.link_visit(lina, of_lina)
            enrolments.link_visit(adam, of_adam)
        assert enrolments.came(session) == {lina: of_lina, adam: of_adam}
        with database.transaction():
            visits.remove(of_lina)
            enrolments.remove(adam)
        assert enrolments.came(session) == {}
        assert [visit.id for visit in visits.of_session(session)] == [of_adam]

    def test_a_session_that_goes_takes_its_list_along_and_undo_brings_it_back(self, house: None) -> None:
        session = make_session(make_place())
        with database.transaction():
            lina = enrol(OnList(session), "Lina")
        with database.transaction() as journal:
            sessions.remove(session)
        assert enrolments.on_list(OnList(session)) == []
        with database.transaction():
            records.take_back(journal)
        assert [one.id for one in enrolments.on_list(OnList(session))] == [lina]

    def test_a_contact_is_forgotten_after_its_last_day(self, house: None) -> None:
        session = make_session(make_place())
        with database.transaction():
            passed = enrol(OnList(session), "Lina", contact="lina@example.be", contact_until=DAY - timedelta(days=1))
            last_day = enrol(OnList(session), "Adam", contact="0470", contact_until=DAY)
            none = enrol(OnList(session), "Noor")
        with database.transaction():
            assert enrolments.forget_contacts(DAY) == 1
        assert (enrolments.get(passed).contact, enrolments.get(passed).contact_until) == ("", None)
        assert enrolments.get(passed).first_name == "Lina"
        assert enrolments.get(last_day).contact == "0470"
        assert enrolments.get(none).contact == ""
        assert tables.Enrolment.select().count() == 3
