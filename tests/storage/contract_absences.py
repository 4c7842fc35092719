"""What every backend must do alike with usual weekdays and days away of the team: a part of the contract."""

from __future__ import annotations

from datetime import date

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.team import Away
from meetingplace.storage import absences, database, team
from tests.makers import make_member

FIRST, LAST = date(2026, 11, 20), date(2026, 11, 22)


def write(member_id: int, first: date = FIRST, last: date = LAST) -> int:
    """Write down days away."""
    with database.transaction():
        return absences.add(Away(0, member_id, first, last))


class AbsencesContract:
    """When team members are there."""

    def test_usual_weekdays_come_back_in_their_order(self, house: None) -> None:
        nele, any_day = make_member("Nele", weekdays=("0", "3", "6")), make_member()
        assert team.get(nele).weekdays == (0, 3, 6)
        assert team.get(any_day).weekdays == ()
        with database.transaction():
            team.change(nele, team.get(nele).version, weekdays=())
        assert team.get(nele).weekdays == ()

    def test_days_away_come_back_as_they_were_written(self, house: None) -> None:
        member = make_member()
        made = write(member)
        found = absences.get(made)
        assert found == Away(made, member, FIRST, LAST, found.version)

    @pytest.mark.parametrize(
        ("first", "last", "is_found"),
        [(19, 19, False), (19, 20, True), (21, 21, True), (22, 30, True), (23, 30, False), (1, 30, True)],
    )
    def test_days_away_are_found_by_any_day_of_theirs(self, house: None, first: int, last: int, is_found: bool) -> None:
        made = write(make_member())
        found = absences.between(date(2026, 11, first), date(2026, 11, last))
        assert [away.id for away in found] == ([made] if is_found else [])

    def test_of_a_member_only_what_is_not_over_is_listed_by_day(self, house: None) -> None:
        member, other = make_member(), make_member("Nele")
        later = write(member, date(2026, 12, 24), date(2026, 12, 31))
        sooner = write(member)
        write(other)
        assert [away.id for away in absences.of_member(member, LAST)] == [sooner, later]
        assert [away.id for away in absences.of_member(member, date(2026, 11, 23))] == [later]

    def test_days_away_are_removed_one_by_one_or_with_their_member(self, house: None) -> None:
        member, other = make_member(), make_member("Nele")
        first, _second, kept = write(member), write(member), write(other)
        with database.transaction():
            absences.remove(first)
        with pytest.raises(Refused) as refused, database.transaction():
            absences.remove(first)
        assert refused.value.reason is Reason.NOT_FOUND
        with database.transaction():
            absences.remove_of_member(member)
        assert [away.id for away in absences.between(date.min, date.max)] == [kept]
