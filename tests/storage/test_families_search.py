"""Finding families in SQL: folded names, pictures, languages; sorted, in pages; what search looks through is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from meetingplace.domain.families import Child, Order, SearchWord
from meetingplace.domain.pictures import Picture
from meetingplace.domain.typed_text import folded
from meetingplace.storage import families, sessions, tables, visits
from tests.makers import make_family, make_place, make_session, make_visit

pytestmark = pytest.mark.usefixtures("house")


def names(*words: SearchWord, order: Order = Order.NICKNAME, limit: int = 50, offset: int = 0) -> list[str]:
    return [family.nickname for family in families.search(words, order, limit, offset)]


def found(typed: str) -> list[str]:
    return names(*(SearchWord(word) for word in typed.split()))


def test_part_of_a_nickname_is_enough_and_who_begins_with_it_stands_first() -> None:
    for nickname in ("Tante Uil", "Uiltje", "Bij"):
        make_family(nickname)
    assert found("uil") == ["Uiltje", "Tante Uil"]


def test_every_word_must_be_met_in_any_order() -> None:
    for nickname in ("Tante Fatma", "Fatma", "Oom Tante"):
        make_family(nickname)
    assert found("fatma tante") == ["Tante Fatma"]


def test_the_name_of_a_child_finds_the_family() -> None:
    family = make_family("Maan")
    families.add_child(family, Child(0, "Élodie"))
    assert found("elodie") == ["Maan"]


def test_a_child_that_gets_another_name_or_goes_is_found_no_longer() -> None:
    family = make_family("Maan")
    child = families.add_child(family, Child(0, "Elodie"))
    families.change_child(Child(child, "Samir"), None)
    assert (found("elodie"), found("samir")) == ([], ["Maan"])
    families.remove_child(family, child)
    assert found("samir") == []


def test_a_name_is_found_in_another_spelling() -> None:
    make_family("Yousra en Mohammed")
    assert found("joesra") == found("mohamed") == found("Yusra".lower()) == ["Yousra en Mohammed"]


def test_a_name_is_found_by_its_consonants_too_after_those_that_are_spelled_as_typed() -> None:
    for nickname in ("Ali en محمد", "Mohamed", "Tante Muhammad", "Mona"):
        make_family(nickname)
    assert found("muhammad") == ["Tante Muhammad", "Ali en محمد", "Mohamed"]
    assert found("mona") == ["Mona"]


def test_what_search_looks_through_can_be_written_anew() -> None:
    family = make_family("Mohamed")
    tables.Family.update(folded="mohamed").where(tables.Family.id == family).execute()
    assert found("muhammad") == []
    families.renew_search_words()
    assert found("muhammad") == ["Mohamed"]


def test_the_names_of_children_do_not_change_the_order_of_nicknames() -> None:
    for nickname, child in (("Zeynep 2", "Ali"), ("Zeynep", "Zoe"), ("Zeynep A", "Bea")):
        families.add_child(make_family(nickname), Child(0, child))
    assert names() == ["Zeynep", "Zeynep 2", "Zeynep A"]


def test_two_letters_are_only_themselves() -> None:
    make_family("Bao")
    make_family("Aabe")
    assert found("aa") == ["Aabe"]


@pytest.mark.parametrize("sign", ["%", "_", "\\", "'", "*"])
def test_a_sign_that_means_something_to_a_database_means_itself(sign: str) -> None:
    make_family("Maan")
    make_family(f"Slak {sign} Uil")
    assert found(sign) == [f"Slak {sign} Uil"]


def test_a_word_may_mean_a_picture_or_a_language() -> None:
    make_family("Een", picture=Picture("snail", 3), languages=["tr"])
    make_family("Twee", picture=Picture("owl", 3), languages=["nl", "tr"])
    make_family("Drie", picture=Picture("owl", 2), languages=["ti"])
    assert names(SearchWord("slak", shapes=("snail",))) == ["Een"]
    assert names(SearchWord("turks", languages=("tr",))) == ["Een", "Twee"]
    assert names(SearchWord("uil", shapes=("owl",)), SearchWord("turks", languages=("tr",))) == ["Twee"]


def test_a_code_is_no_part_of_another_code() -> None:
    make_family("Een", languages=["prs"])
    make_family("Twee", languages=["fr", "ps"])
    assert names(SearchWord("?", languages=("ps",))) == ["Twee"]


def test_pages_follow_each_other_without_gap_or_double() -> None:
    expected = [f"Gezin {number:03}" for number in range(25)]
    for nickname in reversed(expected):
        make_family(nickname)
    pages = [names(limit=10, offset=start) for start in (0, 10, 20)]
    assert [nickname for page in pages for nickname in page] == expected
    assert families.number_found([]) == 25
    assert families.number_found([SearchWord("gezin"), SearchWord("02")]) == 6  # 002 and 020 to 024


def test_the_latest_visit_stands_first_and_who_never_came_last() -> None:
    place = make_place()
    first, second = make_session(place, date(2026, 10, 6)), make_session(place, date(2026, 10, 13))
    early, late, never = make_family("Vroeg"), make_family("Laat"), make_family("Nooit")
    make_visit(first, late, datetime(2026, 10, 6, 9, 45))
    make_visit(first, early, datetime(2026, 10, 6, 10, 0))
    make_visit(second, late, datetime(2026, 10, 13, 9, 31))
    assert names(order=Order.LAST_VISIT) == ["Laat", "Vroeg", "Nooit"]
    assert visits.last_arrivals([early, late, never]) == {
        early: datetime(2026, 10, 6, 10, 0),
        late: datetime(2026, 10, 13, 9, 31),
    }


def test_visits_are_counted_by_the_day_of_their_session() -> None:
    place, family = make_place(), make_family()
    for day in (date(2026, 8, 31), date(2026, 9, 1), date(2027, 8, 31), date(2027, 9, 1)):
        make_visit(make_session(place, day), family, datetime.combine(day, datetime.min.time()) + timedelta(hours=9))
    assert visits.number_between(family, date(2026, 9, 1), date(2027, 8, 31)) == 2


def test_some_sessions_are_read_at_once() -> None:
    place = make_place()
    one, two = make_session(place, title="Een"), make_session(place, title="Twee")
    assert {session.activity.title for session in sessions.some([two, one, 999])} == {"Een", "Twee"}


@pytest.mark.parametrize("nickname", ["\u202bمون\u202c", "🌙🐌", "=1+1", "<b>vet</b>", "ሰላም", "小月"])
def test_any_script_is_found_by_itself(nickname: str) -> None:
    make_family("Maan")
    make_family(nickname)
    assert found(folded(nickname)) == [nickname]


def test_where_families_live_is_listed_once() -> None:
    for family in (make_family("Een"), make_family("Twee")):
        families.change(replace(families.get(family), municipality="Anderlecht"), None)
    make_family("Drie")
    assert families.municipalities() == ["Anderlecht"]
