"""The statement over a real house: all that is kept is on it, as paper and as data, in a language of the family."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime

import pytest

from meetingplace.domain.families import BirthMonth, Child, HowHeard, Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import ChildPresent
from meetingplace.services import contacts, statement
from meetingplace.storage import families
from tests.documents import reading
from tests.makers import DAY, make_family, make_house, make_place, make_session, make_visit

LAST = date(2026, 11, 30)


@pytest.fixture
def family(house: None) -> int:
    """Make Slak, of whom everything is known that can be."""
    make_house("Huis Kersenhof", phone="02 555 01 23")
    place = make_place("Bonnevie", level="contact")
    made = make_family("Slak", picture=Picture("snail", 3), languages=["bn", "tr"], first_seen=date(2026, 1, 6))
    known = {"postcode": "1070", "municipality": "Anderlecht", "how_heard": HowHeard.SCHOOL, "brought_by": "de school"}
    families.change(replace(families.get(made), **known), None)
    bo = families.add_child(made, Child(0, "Bo", BirthMonth(2024, 5)))
    shared = families.add_child(made, Child(0, "Lina"))
    families.link_child(make_family("Oma", picture=Picture("tram", 1)), shared)
    contacts.write(made, families.get(made).version, "0470 12 34 56", LAST, DAY)
    came = [ChildPresent(bo, 29), ChildPresent(None, 12)]
    make_visit(make_session(place, title="Samen spelen"), made, datetime(2026, 10, 27, 9, 40), came, [Relation.FATHER])
    return made


def test_the_data_holds_all_that_is_kept(family: int) -> None:
    assert json.loads(statement.data(family, DAY)) == {
        "house": "Huis Kersenhof",
        "made_on": "2026-10-27",
        "family": str(family),
        "nickname": "Slak",
        "picture": "snail",
        "languages": ["bn", "tr"],
        "lives_in": "1070 Anderlecht",
        "first_seen": "2026-01-06",
        "how_heard": "school",
        "brought_by": "de school",
        "contact": {"text": "0470 12 34 56", "until": "2026-11-30"},
        "children": [
            {"nickname": "Bo", "born": "2024-05", "also_in_another_family": False},
            {"nickname": "Lina", "born": None, "also_in_another_family": True},
        ],
        "visits": [
            {
                "arrived": "2026-10-27T09:40",
                "left": None,
                "session": "Samen spelen",
                "place": "Bonnevie",
                "adults": ["father"],
                "children": ["Bo"],
                "children_without_nickname": 1,
            }
        ],
    }


def test_the_paper_says_the_same_in_words(family: int) -> None:
    words = reading.words(statement.paper(family, "nl", DAY))
    for said in ("Slak", "Anderlecht", "0470 12 34 56", "30 november 2026", "Bo", "Lina", "Samen spelen", "27 oktober"):
        assert said in words, said


def test_every_visit_is_on_it_however_many(family: int) -> None:
    place = make_place("Kuregem")
    for day in range(1, 26):
        make_visit(make_session(place, date(2026, 9, day)), family, datetime(2026, 9, day, 9, 30))
    assert len(json.loads(statement.data(family, DAY))["visits"]) == 26
    assert reading.words(statement.paper(family, "fr", DAY)).count("septembre 2026") == 25


def test_it_speaks_the_first_language_of_the_family_that_paper_speaks(family: int) -> None:
    assert statement.language_for(family, "nl") == "tr"
    assert statement.language_for(make_family("Maan", languages=["xx"]), "fr") == "fr"


def test_of_a_contact_whose_day_has_passed_nothing_is_said(family: int) -> None:
    assert json.loads(statement.data(family, date(2026, 12, 1)))["contact"] is None


@pytest.mark.parametrize("nickname", ["<b>&Slak</b>", "=1+1", "مون", "slak \U0001f40c"])
def test_any_nickname_stands_on_it_as_it_is(family: int, nickname: str) -> None:
    families.change(replace(families.get(family), nickname=nickname), None)
    assert json.loads(statement.data(family, DAY))["nickname"] == nickname
    assert statement.paper(family, "nl", DAY).startswith(b"%PDF")


def test_of_who_is_gone_there_is_no_statement(house: None) -> None:
    make_house()
    for ask in (statement.data, lambda number, day: statement.paper(number, "nl", day)):
        with pytest.raises(Refused) as refused:
            ask(999, DAY)
        assert refused.value.reason is Reason.NOT_FOUND
