"""The filter of the planning: said, remembered on this PC, and let go when it asks for what is gone. No window."""

from __future__ import annotations

from pathlib import Path

import pytest

from meetingplace.domain.sessions import Function
from meetingplace.domain.wanted import Wanted
from meetingplace.settings import load
from meetingplace.storage import sessions, team
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.planning.filtering.deciding import Filtering
from tests.makers import DAY, make_member, make_place, make_session
from tests.ui.planning.conftest import Desk, MakeDesk


@pytest.fixture
def slapen(place: int) -> int:
    """Plan two sessions of this week; give the one about sleep."""
    make_session(place, title="Open ontmoeting", theme="eten")
    return make_session(place, title="Babbelcafé", theme="slapen", languages=("ar",), functions=(Function.ADVICE,))


def titles(at: Desk) -> list[str]:
    assert at.seen.week
    return [block.title for block in at.seen.week.blocks]


def test_what_is_chosen_is_shown_only_and_said_until_everything_is_shown_again(slapen: int, desk: MakeDesk) -> None:
    at = desk()
    assert (len(titles(at)), at.seen.only) == (2, "")
    at.presenter.choose_filter()
    assert at.seen.filter
    assert at.seen.filter.themes == (("", "All themes"), ("eten", "eten"), ("slapen", "slapen"))
    assert at.seen.filter.languages == (("", "All languages"), ("ar", "Arabic"))
    at.presenter.filter(Wanted(theme="slapen", function=Function.ADVICE, language="ar", months=30))
    assert titles(at) == ["Babbelcafé"]
    assert at.seen.only == "Only: slapen · Advice · Arabic · for a child of 2 years"
    at.presenter.choose_filter()
    assert at.seen.filter.wanted.theme == "slapen"  # the panel opens with what holds
    at.presenter.show_everything()
    assert (len(titles(at)), at.seen.only) == (2, "")


def test_the_place_in_view_stays_what_it_was(slapen: int, place: int, desk: MakeDesk) -> None:
    make_session(make_place("Bonnevie"), title="Elders", theme="slapen")
    at = desk(place_id=place)
    at.presenter.filter(Wanted(theme="slapen"))
    assert titles(at) == ["Babbelcafé"]
    at.presenter.show_everything()
    assert at.around.place.id == place
    assert "Elders" not in titles(at)


def test_the_filter_is_there_again_when_the_program_opens_next(slapen: int, desk: MakeDesk, tmp_path: Path) -> None:
    file, at = tmp_path / "settings.toml", desk()
    member = make_member("Samira")
    wanted = Wanted(theme="slapen", function=Function.ADVICE, member_id=member, language="ar", months=0)
    at.around.settings = SettingsDoor(file, load(file).settings)
    Filtering(at.around, at.seen, lambda: None).choose(wanted)
    at.around.settings = SettingsDoor(file, load(file).settings)
    assert Filtering(at.around, at.seen, lambda: None).wanted == wanted
    assert "Samira" not in file.read_text(encoding="utf-8")


def test_a_filter_on_what_is_gone_falls_away_and_the_rest_holds(slapen: int, desk: MakeDesk) -> None:
    at = desk()
    at.presenter.filter(Wanted(theme="slapen", function=Function.ADVICE))
    sessions.change(slapen, None, theme="rusten")
    at.presenter.refresh()
    assert at.presenter.filtering.wanted == Wanted(function=Function.ADVICE)
    assert (titles(at), at.seen.only) == (["Babbelcafé"], "Only: Advice")
    assert at.around.settings.current.wanted == ("function=advice",)


def test_a_filter_on_somebody_who_left_still_finds_what_they_did(slapen: int, place: int, desk: MakeDesk) -> None:
    nele = make_member("Nele")
    make_session(place, DAY, title="Van Nele", team=(nele,))
    team.change(nele, None, is_active=False)
    at = desk()
    at.presenter.filter(Wanted(member_id=nele))
    assert (titles(at), at.seen.only) == (["Van Nele"], "Only: Nele")
    at.presenter.filter(Wanted(member_id=9999))
    assert at.presenter.filtering.wanted == Wanted()
    assert len(titles(at)) == 3
