"""What every backend must do alike with the house's own days off: a part of the contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from meetingplace.domain.calendar import DaysOff, OwnDays
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import database, days_off
from tests.makers import make_place

FIRST, LAST = date(2026, 11, 20), date(2026, 11, 22)


def write(first: date = FIRST, last: date = LAST, name: str = "Verhuis", **parts: object) -> int:
    """Write down days off."""
    with database.transaction():
        return days_off.add(OwnDays(0, first, last, DaysOff.OWN, name, **parts))


class DaysOffContract:
    """The house's own days off."""

    def test_own_days_off_come_back_as_they_were_written(self, house: None) -> None:
        place = make_place()
        parts = {"is_off": False, "source": "école <b>&.ics", "place_id": place}
        made = write(name="عطلة 👩\u200d👧 '; --", **parts)
        found = days_off.get(made)
        expected = OwnDays(made, FIRST, LAST, DaysOff.OWN, "عطلة 👩\u200d👧 '; --", version=found.version, **parts)
        assert found == expected
        assert days_off.of_source("école <b>&.ics") == [found]
        assert days_off.of_source("") == []

    @pytest.mark.parametrize(
        ("first", "last", "is_found"),
        [(19, 19, False), (19, 20, True), (21, 21, True), (22, 30, True), (23, 30, False), (1, 30, True)],
    )
    def test_own_days_off_are_found_by_any_day_of_theirs(
        self, house: None, first: int, last: int, is_found: bool
    ) -> None:
        made = write()
        found = days_off.between(date(2026, 11, first), date(2026, 11, last))
        assert [own.id for own in found] == ([made] if is_found else [])

    def test_own_days_off_change_only_for_who_saw_them_last(self, house: None) -> None:
        made = write()
        seen = days_off.get(made)
        with database.transaction():
            days_off.change(replace(seen, name="Verhuisdag"))
        assert days_off.get(made).name == "Verhuisdag"
        with pytest.raises(Refused) as refused, database.transaction():
            days_off.change(replace(seen, name="Te laat"))
        assert refused.value.reason is Reason.CHANGED_MEANWHILE
        with database.transaction():
            days_off.remove(made)
        assert days_off.between(date.min, date.max) == []
