"""Desks that do whatever comes up: after any acts the program counts as the second count does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from meetingplace.domain.families import BirthMonth, Child, Family, Relation
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Closing
from meetingplace.domain.visits import Tallied
from meetingplace.services import arrivals, changes, closing, desk, directory, forgetting, merging
from meetingplace.services.changes import Act, Changes, Undo
from meetingplace.storage import database, families, sessions, tables, visits
from tests.makers import make_house, make_member, make_place, make_session
from tests.services.second_count import Diary, Entry
from tests.services.shown_counts import LATER, counts_at, counts_in, shown_at

MONDAY, TUESDAY, SUNDAY = date(2026, 10, 26), date(2026, 10, 27), date(2026, 11, 1)
Thing = TypeVar("Thing")
WAYS_TO_BE_WRONG = (Reason.CHANGED_MEANWHILE, Reason.NOT_FOUND, Reason.ALREADY_THERE, Reason.TALLY_BELOW_ZERO,
                    Reason.NOBODY_CAME, Reason.BIRTH_IN_FUTURE)  # fmt: skip


AGES = st.sampled_from([None, 0, 11, 12, 23, 24, 35, 36, 47, 48, 71, 72, 90])
ADULTS = st.lists(st.sampled_from(Relation), max_size=2)
NUMBER = st.integers(0, 1_000)  # of something that there is: the rest after division by how many there are
MONTHS = st.none() | st.builds(BirthMonth, st.sampled_from([2020, 2022, 2024, 2025, 2026]), st.sampled_from([10, 11]))
COUNTED = st.one_of(
    st.tuples(st.just(Tallied.CHILDREN), st.sampled_from(["0", "12", "24", "36", "48", "72"])),
    st.tuples(st.just(Tallied.ADULTS), st.sampled_from([relation.value for relation in Relation])),
    st.tuples(st.just(Tallied.FAMILIES), st.sampled_from(["all", "new"])),
    st.tuples(st.just(Tallied.LANGUAGES), st.sampled_from(["ar", "fr"])),
    st.tuples(st.just(Tallied.WAITING), st.just("all")),
)


def who(visit_id: int) -> tuple[list[int], list[int | None], list[str]]:
    """Say who is written down with a visit, without any age of a child that the house knows."""
    visit = visits.get(visit_id)
    known = [child.child_id for child in visit.children if child.child_id is not None]
    others = [child.months for child in visit.children if child.child_id is None]
    return known, others, [relation.value for relation in visit.adults]


class Desks(RuleBasedStateMachine):
    """Desks at two places that do whatever comes up, on three days; two of the sessions are on one day."""

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        database.bind_memory()
        self._open.enter_context(database.connected())
        for table in (
            tables.Family,
            tables.Child,
            tables.Visit,
        ):  # the book knows them by numbers that nobody else gets
            made, _values = table._schema._create_table(safe=False).query()
            database.database.execute_sql(made.replace("PRIMARY KEY", "PRIMARY KEY AUTOINCREMENT"))
        database.database.create_tables(tables.TABLES)
        make_house()
        self.host = make_member()
        here, there = make_place(), make_place("Bonnevie")
        plan = [(here, MONDAY), (here, TUESDAY), (there, TUESDAY), (here, SUNDAY)]
        self.diary = Diary({make_session(place, day): day for place, day in plan})
        self.sessions = [*self.diary.days]
        self.families: list[int] = []
        self.steps: list[tuple[Undo, list[Entry]]] = []
        self.seconds = count()
        for at in range(3):
            self.a_new_family_comes(at, [5, 30], [Relation.MOTHER])

    def teardown(self) -> None:
        try:
            self.the_program_counts_as_the_book()
        finally:
            self._open.close()
            database.hang_up()

    @rule()
    def the_program_counts_as_the_book(self) -> None:
        book = self.diary.book
        shown = {session: shown_at(session) for session in self.sessions}
        assert {session: counts_at(totals) for session, totals in shown.items()} == {
            session: book.at(session) for session in self.sessions
        }
        for last in (TUESDAY, SUNDAY):
            within = {session: totals for session, totals in shown.items() if self.diary.days[session] <= last}
            assert counts_in(within) == book.in_period(MONDAY, last)
        for family in families.some(self.families):
            came = book.visits_of(family.id, MONDAY, TUESDAY)
            assert visits.number_between(family.id, MONDAY, TUESDAY) == came

    @rule(session=NUMBER, months=st.lists(AGES, max_size=3), adults=ADULTS)
    def a_new_family_comes(self, session: int, months: list[int | None], adults: list[Relation]) -> None:
        at, when = self._session(session)
        done = self._do(arrivals.new_family_arrives, at, f"gezin {when:%M%S}", None, months, adults, ["ar"], when)
        if done:
            family = done.facts["family"]
            self.families.append(family)
            day = self.diary.days[at]
            for child, age in zip(families.get(family).children, months, strict=True):
                month = None if age is None else divmod(day.year * 12 + day.month - 1 - age, 12)
                self._note(done, "birth", child.id, month and (month[0], month[1] + 1))
            self._note(done, "came", done.made, at, family, when, who(done.made), False)

    @rule(session=NUMBER, come=st.lists(NUMBER, min_size=1, max_size=3))
    def families_come(self, session: int, come: list[int]) -> None:
        for family in [self._one(self.families, number) for number in come if self.families]:
            at, when = self._session(session)
            done = self._do(arrivals.check_in, at, family, when)
            if done and done.act is Act.FAMILY_ARRIVED:
                self._note(done, "came", done.made, at, family, when, who(done.made), False)

    @rule(session=NUMBER, months=st.lists(AGES, max_size=3), adults=ADULTS, group=st.sampled_from(["", "klas 1A"]))
    def strangers_come(self, session: int, months: list[int | None], adults: list[Relation], group: str) -> None:
        at, when = self._session(session)
        done = self._do(arrivals.guests, at, months, adults, ["fr"], group, when)
        if done:
            self._note(done, "came", done.made, at, None, when, who(done.made), bool(group))

    @rule(visit=NUMBER, kept=st.lists(st.booleans(), min_size=4, max_size=4), others=st.lists(AGES, max_size=2),
          adults=ADULTS)  # fmt: skip
    def somebody_else_came(
        self, visit: int, kept: list[bool], others: list[int | None], adults: list[Relation]
    ) -> None:
        if one := self._visit(visit):
            board = desk.visit_board(one)
            children = [child.child_id for child, stays in zip(board.children, kept, strict=False) if stays]
            done = self._do(arrivals.adjust, one, board.version, children, others, adults)
            if done:
                self._note(done, "changed", one, (children, others, [relation.value for relation in adults]))

    @rule(visit=NUMBER)
    def somebody_leaves(self, visit: int) -> None:
        if one := self._visit(visit):
            self._do(arrivals.leave, one, datetime.combine(LATER, time()))

    @rule(visit=NUMBER)
    def a_visit_was_a_mistake(self, visit: int) -> None:
        if one := self._visit(visit):
            done = self._do(arrivals.remove_visit, one)
            if done:
                self._note(done, "gone", one)

    @rule(session=NUMBER, counted=COUNTED, step=st.sampled_from([1, 2, -1]))
    def somebody_is_counted(self, session: int, counted: tuple[Tallied, str], step: int) -> None:
        what, key = counted
        at = self._one(self.sessions, session)
        done = self._do(arrivals.tally, at, what, key, step)
        if done:
            self._note(done, "tallied", at, what.value, key, step)

    @rule(session=NUMBER, step=st.sampled_from([1, -1]))
    def somebody_is_turned_away(self, session: int, step: int) -> None:
        self._do(arrivals.turn_away, self._one(self.sessions, session), step)

    @rule(family=NUMBER, child=NUMBER, month=MONTHS)
    def a_birth_month_is_put_right(self, family: int, child: int, month: BirthMonth | None) -> None:
        known = self._known(family)
        if known and known.children:
            one = self._one(known.children, child)
            done = self._do(directory.change_child, known.id, Child(one.id, "", month, one.version), LATER)
            if done:
                self._note(done, "birth", one.id, month and (month.year, month.month))

    @rule(family=NUMBER, other=NUMBER, child=NUMBER)
    def a_child_comes_with_another_family_too(self, family: int, other: int, child: int) -> None:
        known, second = self._known(family), self._known(other)
        if known and known.children and second:
            self._do(directory.share_child, known.id, self._one(known.children, child).id, second.id)

    @rule(family=NUMBER, other=NUMBER, are_same=st.booleans())
    def two_families_are_one(self, family: int, other: int, are_same: bool) -> None:
        stays, goes = self._known(family), self._known(other)
        if stays and goes and stays.id != goes.id:
            pairs = zip(goes.children, stays.children, strict=False) if are_same else ()
            same = {child.id: really.id for child, really in pairs if child.id != really.id}
            if not set(same) & {child.id for child in stays.children}:
                done = self._do(merging.merge, stays.id, goes.id, (stays.version, goes.version), same)
                if done:
                    self._note(done, "merged", stays.id, goes.id, same)

    @rule(family=NUMBER)
    def a_family_is_forgotten(self, family: int) -> None:
        if known := self._known(family):
            done = forgetting.forget_family(known.id, known.version, None, LATER)
            assert done.erased
            (left,) = changes.without(done.erased, [step for step, _entries in self.steps])
            self.steps = [one for one in self.steps if any(one[0] is step for step in left)]

    @rule(session=NUMBER)
    def a_session_is_closed_and_opened_again(self, session: int) -> None:
        at = self._one(self.sessions, session)
        before = sessions.get(at)
        closed = Closing((self.host,), turned_away=before.turned_away, is_full=before.is_full)
        closing.close_session(at, before.version, closed, datetime.combine(LATER, time()))
        closing.reopen_session(at)

    @rule(step=NUMBER)
    def an_act_is_taken_back(self, step: int) -> None:
        if self.steps:
            undo, entries = self._one(self.steps, step)
            self.steps = [one for one in self.steps if one[0] is not undo]
            done = self._do(changes.undo, undo, entries=entries)
            for entry in entries if done else ():
                entry.is_struck = not entry.is_struck

    # --- what there is ---

    def _do(self, verb: Callable[..., Changes], *given: object, entries: list[Entry] | None = None) -> Changes | None:
        try:
            done = verb(*given)
        except Refused as refused:
            if refused.reason not in WAYS_TO_BE_WRONG:
                raise
            return None
        if done.undo:
            self.steps.append((done.undo, [] if entries is None else entries))
        return done

    def _note(self, done: Changes, name: str, *facts: object) -> None:
        assert self.steps[-1][0] is done.undo
        self.steps[-1][1].append(self.diary.write(name, *facts))

    def _session(self, number: int) -> tuple[int, datetime]:
        session = self._one(self.sessions, number)
        return session, datetime.combine(self.diary.days[session], time(9, 30)) + timedelta(seconds=next(self.seconds))

    def _visit(self, number: int) -> int | None:
        there = [visit.id for session in self.sessions for visit in visits.of_session(session)]
        return self._one(there, number) if there else None

    def _known(self, number: int) -> Family | None:
        return families.known(self._one(self.families, number)) if self.families else None

    def _one(self, there: Sequence[Thing], number: int) -> Thing:
        return there[number % len(there)]


_HOWEVER_LONG = {"deadline": None, "stateful_step_count": 30, "suppress_health_check": list(HealthCheck)}


class TestAnyActs(Desks.TestCase):
    """A few in the suite."""

    settings = settings(max_examples=12, **_HOWEVER_LONG)


@pytest.mark.long
class TestManyActs(Desks.TestCase):
    """Many with `make long`."""

    settings = settings(max_examples=400, **_HOWEVER_LONG)
