"""What every backend must do alike when families become one, are forgotten or keep a contact: part of the contract."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from meetingplace.domain.families import BirthMonth, Child
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import ChildPresent
from meetingplace.services import changes, contacts, forgetting, merging
from meetingplace.storage import contacts as kept, database, doubles, families, tables, upkeep, visits
from tests.makers import DAY, make_family, make_house, make_place, make_session, make_visit
from tests.snapshots import whole_house

NOON = datetime(2026, 10, 27, 12, 0)
TRICKY = "0470 <b>& 🏠 السكن =1+1"


def two() -> tuple[int, int]:
    """Make Yousra and Joesra, with a child each that is one, at one session and Joesra at another."""
    with database.transaction():
        make_house()
        place = make_place(level="contact")
        stays, goes = make_family("Yousra", born=[(2024, 5)]), make_family("Joesra", born=[(2024, 5)])
        both = make_session(place)
        for family in (stays, goes):
            child = families.get(family).children[0].id
            make_visit(both, family, NOON, [ChildPresent(child, 29)])
        make_visit(make_session(place, DAY - timedelta(days=7)), goes, NOON - timedelta(days=7))
    return stays, goes


class PersonContract:
    """Two that are one, and one that is forgotten."""

    def test_two_become_one_and_two_again(self, house: None) -> None:
        stays, goes = two()
        before = whole_house()
        same = {families.get(goes).children[0].id: families.get(stays).children[0].id}
        done = merging.merge(stays, goes, (families.get(stays).version, families.get(goes).version), same)
        assert visits.number_of(stays) == 2
        assert [child.born for child in families.get(stays).children] == [BirthMonth(2024, 5)]
        assert done.undo
        changes.undo(done.undo)
        assert without_versions(whole_house()) == without_versions(before)

    def test_who_was_said_to_be_two_stays_so(self, house: None) -> None:
        stays, goes = two()
        merging.say_two(goes, stays)
        merging.say_two(stays, goes)
        assert doubles.said_to_be_two() == {(min(stays, goes), max(stays, goes))}

    def test_a_forgotten_family_leaves_numbers_and_is_cleaned_up_after(self, house: None) -> None:
        stays, goes = two()
        with database.transaction():
            families.link_child(stays, families.add_child(goes, Child(0, "Lina")))
        contacts.write(goes, families.get(goes).version, TRICKY, DAY, DAY)
        forgetting.forget_family(goes, families.get(goes).version, None, DAY)
        assert upkeep.fact(upkeep.TO_SCRUB) == ""  # it was done
        assert [family.nickname for family in families.everyone()] == ["Yousra"]
        assert [child.nickname for child in families.get(stays).children] == ["", "Lina"]
        assert visits.number_of(goes) == 2
        assert not tables.Contact.select().exists()
        with pytest.raises(Refused) as refused:
            families.get(goes)
        assert refused.value.reason is Reason.NOT_FOUND

    def test_a_contact_comes_back_as_it_was_written_until_its_day(self, house: None) -> None:
        family, _other = two()
        contacts.write(family, families.get(family).version, TRICKY, DAY, DAY)
        assert kept.of_family(family, DAY) == kept.Contact(TRICKY, DAY)
        assert kept.of_family(family, DAY + timedelta(days=1)) is None
        with database.transaction():
            assert contacts.forget_old(date(2026, 10, 28)) == 1
        assert not tables.Contact.select().exists()


def without_versions(held: dict[str, dict[int, dict[str, object]]]) -> dict[str, dict[int, dict[str, object]]]:
    """Leave out what an undo changes too: the versions of rows."""
    return {
        table: {row: {name: value for name, value in facts.items() if name != "version"} for row, facts in rows.items()}
        for table, rows in held.items()
    }
