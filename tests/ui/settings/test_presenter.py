"""What the House screen says and does, over a real database and without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from meetingplace import startup
from meetingplace.domain.partners import Partner
from meetingplace.domain.places import House, Place
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.team import Role, TeamMember
from meetingplace.services import organisation, upkeep
from meetingplace.startup import NewHouse, State
from meetingplace.storage import places, team, upkeep as facts
from meetingplace.ui.kit.surroundings import Move, Surroundings
from meetingplace.ui.settings.presenter import Presenter
from meetingplace.ui.settings.shown import Section, SettingsShown
from tests.makers import make_house, make_member, make_place


class Screen:
    """Remembers what it was asked to show."""

    shown: SettingsShown

    def __init__(self) -> None:
        self.wrong: dict[str, str] = {}
        self.checked: list[tuple[str, bool]] = []

    def show_settings(self, shown: SettingsShown) -> None:
        self.shown = shown

    def show_house_wrong(self, field: str, sentence: str) -> None:
        self.wrong[field] = sentence

    def show_checked(self, sentence: str, is_good: bool) -> None:
        self.checked.append((sentence, is_good))


class Form:
    """A panel that remembers whether it was closed, and what was wrong."""

    def __init__(self) -> None:
        self.is_closed = False
        self.wrong: dict[str, str] = {}

    def close_panel(self) -> None:
        self.is_closed = True

    def show_wrong(self, field: str, sentence: str) -> None:
        self.wrong[field] = sentence


class Opened:
    """The screen over a house with one place and one team member."""

    def __init__(self, around: Surroundings) -> None:
        self.moves: list[Move] = []
        self.around = replace(around, move=self.moves.append)
        self.screen = Screen()
        self.presenter = Presenter(self.around, self.screen)
        around.bulletin.follow(frozenset(organisation.Topic), self.presenter.refresh)
        self.presenter.refresh()

    @property
    def shown(self) -> SettingsShown:
        return self.screen.shown


@pytest.fixture
def opened(around: Surroundings) -> Opened:
    make_house()
    make_place("Kuregem")
    make_member("Samira Aziz")
    return Opened(around)


# --- what is shown ---


def test_a_place_says_where_how_many_and_whether_families_are_only_counted(opened: Opened):
    make_place(
        "Bakfiets", address="Lindeplein", postcode="1080", municipality="Molenbeek", is_mobile=True, capacity=0,
        minimum_hosts=1, level="tally",
    )  # fmt: skip
    opened.presenter.refresh()
    first, second = opened.shown.places.rows
    assert (first.title, first.line, first.chip) == (
        "Bakfiets",
        "Lindeplein, 1080 Molenbeek, on the move · at least 1 host",
        "Only counted",
    )
    assert (second.line, second.chip) == ("room for 20 children · at least 2 hosts", "")


def test_a_team_member_says_role_paid_languages_and_whether_there_is_a_pin(opened: Opened):
    upkeep.set_pin(make_member("Nele", role="volunteer", languages=("nl", "fr")), "2468")
    make_member("Ousmane", role="coordinator", is_paid=True)
    opened.presenter.refresh()
    assert [(row.title, row.line, row.chip, row.initials) for row in opened.shown.team.rows] == [
        ("Nele", "volunteer · Nederlands, Français", "PIN", "NE"),
        ("Ousmane", "coordinator, paid", "", "OU"),
        ("Samira Aziz", "host, volunteer", "", "SA"),
    ]


def test_a_partner_says_what_it_is_to_us(opened: Opened):
    organisation.add_partner(Partner(0, "CAW", is_referral=True, phone="02 555 01 40"))
    opened.presenter.refresh()
    assert opened.shown.partners.rows[0].line == "organises with us and we refer to them · 02 555 01 40"


@pytest.mark.parametrize(("days", "is_old"), [(0, False), (6, False), (7, True)])
def test_a_back_up_of_a_week_ago_is_old(opened: Opened, days: int, is_old: bool):
    made = opened.around.clock() - timedelta(days=days)
    facts.note(facts.LAST_BACKUP, made.isoformat())
    opened.presenter.refresh()
    assert opened.shown.keeping.is_old is is_old
    assert "at 9:10" in opened.shown.keeping.last


def test_without_a_back_up_it_says_so(opened: Opened):
    assert (opened.shown.keeping.last, opened.shown.keeping.is_old) == ("There is no back-up yet.", True)


def test_other_screens_lead_to_a_part_by_its_key():
    assert Section.named("places") is Section.PLACES
    assert Section.named("passphrase") is Section.PASSPHRASE
    assert Section.named("no such part") is Section.HOUSE


# --- the house itself ---


def test_each_fact_of_the_house_is_saved_by_itself_and_undone_by_itself(opened: Opened, heard):
    opened.presenter.house.change(name="De Zandbak")
    opened.presenter.house.change(phone="02 555 01 23")
    opened.presenter.house.change(phone="02 555 01 23")
    assert (opened.shown.house.name, opened.shown.house.phone) == ("De Zandbak", "02 555 01 23")
    assert len(heard.acts) == 2
    opened.around.work.undo()
    assert (opened.shown.house.name, opened.shown.house.phone) == ("De Zandbak", "")
    opened.around.work.undo()
    assert opened.shown.house.name == "De Kersenpit"


def test_what_is_refused_is_said_at_its_field_and_the_next_fact_is_saved_all_the_same(opened: Opened):
    opened.presenter.house.change(name="  ")
    assert "A name is still missing" in opened.screen.wrong["name"]
    opened.presenter.house.change(email="hallo@zandbak.example")
    assert (opened.shown.house.name, opened.shown.house.email) == ("De Kersenpit", "hallo@zandbak.example")


def test_somebody_who_types_faster_than_the_house_saves_loses_nothing(opened: Opened):
    waiting: list[Any] = []
    keeper = opened.presenter.house
    do = opened.around.work.do
    opened.around.work.do = lambda *args, **how: waiting.append((args, how))  # type: ignore[method-assign]
    keeper.change(name="De Zandbak")
    keeper.change(phone="1")
    keeper.take(opened.shown.house)  # an answer from before the save
    keeper.change(email="x@y.example")
    assert len(waiting) == 1
    opened.around.work.do = do  # type: ignore[method-assign]
    args, how = waiting[0]
    do(*args, **how)
    house = organisation.the_house()
    assert (house.name, house.phone, house.email) == ("De Zandbak", "1", "x@y.example")


# --- the registers ---


@pytest.mark.parametrize(
    "thing", [Place(0, "Bonnevie", level=Level.TALLY), TeamMember(0, "Nele", Role.VOLUNTEER), Partner(0, "CAW")]
)
def test_something_new_is_added_shown_changed_and_taken_out(opened: Opened, thing: Any):
    form = Form()
    opened.presenter.save(thing, form)
    assert form.is_closed

    def kept() -> Any:
        shown = opened.shown
        every = {Place: shown.places, TeamMember: shown.team, Partner: shown.partners}[type(thing)]
        return {each.name: each for each in every.things.values()}

    opened.presenter.save(replace(kept()[thing.name], name="Another name"), Form())
    assert thing.name not in kept()
    opened.presenter.remove(kept()["Another name"], Form())
    assert "Another name" not in kept()
    for name in ("Another name", thing.name):
        opened.around.work.undo()
        assert name in kept()


@pytest.mark.parametrize(
    ("values", "field", "says"),
    [
        ({"name": ""}, "name", "A name is still missing"),
        ({"name": "x" * 10_000}, "name", "too long"),
        ({"address": "x" * 10_000}, "address", "too long"),
        ({"capacity": 90_000}, "capacity", "“90000” is not a number that fits here"),
        ({"minimum_hosts": 99}, "minimum_hosts", "“99” is not a number that fits here"),
    ],
)
def test_what_is_wrong_with_a_place_is_said_at_its_field(opened: Opened, values: dict[str, Any], field: str, says: str):
    form = Form()
    opened.presenter.save(replace(Place(0, "Bonnevie"), **values), form)
    assert says in form.wrong[field]
    assert not form.is_closed
    assert len(places.listed()) == 1


@pytest.mark.parametrize("typed", ["", "ten", "-1", "1.5", "1234567", "²"])
def test_a_number_that_is_none_is_said_at_its_field(opened: Opened, typed: str):
    form = Form()
    assert opened.presenter.number(typed, "capacity", form) is None
    assert "is not a number" in form.wrong["capacity"]
    assert opened.presenter.number(" 25 ", "capacity", form) == 25


def test_the_last_place_and_the_last_team_member_say_what_to_do_first(opened: Opened):
    for thing in (places.listed()[0], team.listed()[0]):
        form = Form()
        opened.presenter.remove(thing, form)
        assert "dd " in form.wrong[""]  # add another one, add somebody else
        assert not form.is_closed


def test_a_place_that_somebody_else_changed_meanwhile_is_not_overwritten(opened: Opened):
    seen = places.listed()[0]
    organisation.change_place(replace(seen, address="Lindeplein"))
    form = Form()
    opened.presenter.save(replace(seen, capacity=5), form)
    assert "at the same time" in form.wrong[""]
    assert (places.listed()[0].address, places.listed()[0].capacity) == ("Lindeplein", 20)


def test_a_pin_is_typed_twice_set_and_taken_away(opened: Opened):
    member = team.listed()[0]
    for typed, again, field, says in (
        ("2468", "2486", "pin_again", "not the same"),
        ("12", "12", "pin", "at least 4 digits"),
    ):
        form = Form()
        opened.presenter.set_pin(member, typed, again, form)
        assert says in form.wrong[field]
    form = Form()
    opened.presenter.set_pin(member, "2468", "2468", form)
    assert form.is_closed
    assert opened.shown.team.rows[0].chip == "PIN"
    opened.presenter.set_pin(member, "", "", Form())
    assert opened.shown.team.rows[0].chip == ""


# --- back-up, passphrase, other houses ---


@pytest.fixture
def on_disk(around: Surroundings, tmp_path: Path) -> Opened:
    """Open the screen over a house in a folder."""
    startup.create_house(tmp_path / "mine", NewHouse("De Kersenpit", "Kuregem", "Samira"))
    house = startup.open_house(str(tmp_path / "mine"))
    with house.connection():
        yield Opened(replace(around, folder=tmp_path / "mine", address=str(tmp_path / "mine")))
    house.close()


def test_a_back_up_is_made_and_shown_at_once(on_disk: Opened, tmp_path: Path):
    on_disk.presenter.back_up()
    assert not on_disk.shown.keeping.is_old
    on_disk.presenter.back_up(tmp_path / "stick.mpbackup")
    assert startup.preview_restore(tmp_path / "stick.mpbackup", lambda: "").house_name == "De Kersenpit"
    assert on_disk.presenter.backup_name() == "meetingplace-2026-10-27-091000.mpbackup"


def test_putting_a_back_up_back_closes_the_house_first(on_disk: Opened, tmp_path: Path):
    file = tmp_path / "stick.mpbackup"
    on_disk.presenter.back_up(file)
    on_disk.presenter.house.change(name="Another name")
    on_disk.presenter.restore(file)
    (move,) = on_disk.moves
    assert move.address == str(tmp_path / "mine")
    startup.database.hang_up()  # as the program does: the house is closed
    move.meanwhile()
    with startup.open_house(str(tmp_path / "mine"), takes_lock=False) as house, house.connection():
        assert organisation.the_house().name == "De Kersenpit"
        assert list((tmp_path / "mine").glob("replaced-*"))


def test_locking_a_plain_house_moves_into_the_same_house_locked(on_disk: Opened, tmp_path: Path):
    form = Form()
    on_disk.presenter.encrypt("short", ("a", "b"), form)
    assert "at least 8 characters" in form.wrong["passphrase"]
    assert on_disk.moves == []
    on_disk.presenter.encrypt("a goat on the roof", ("a", "b"), form)
    startup.database.hang_up()
    on_disk.moves[0].meanwhile()
    assert startup.state_of(str(tmp_path / "mine")) is State.ENCRYPTED


def test_a_house_without_passphrase_refuses_to_change_it_with_a_sentence(on_disk: Opened):
    form = Form()
    on_disk.presenter.change_passphrase("a goat on the roof", form)
    assert "house.key is missing" in form.wrong["passphrase"]
    assert not form.is_closed


def test_the_recovery_sheet_carries_the_name_and_the_colours_of_the_house(opened: Opened):
    house = House("De Zandbak", mood="park", picture="owl")
    sheet = opened.presenter.sheet(house, ("kraan", "wolk"))
    assert (sheet.house_name, sheet.words, sheet.mood, sheet.picture, sheet.language) == (
        "De Zandbak",
        ("kraan", "wolk"),
        "park",
        "owl",
        "en",
    )


def test_the_sample_house_is_made_when_there_is_none_and_only_opened_when_there_is(on_disk: Opened):
    sample = str(startup.sample_folder())
    assert [each.address for each in on_disk.shown.others] == [sample]
    on_disk.presenter.open_house(sample)
    assert on_disk.moves[-1].meanwhile is not None
    startup.database.hang_up()
    on_disk.moves[-1].meanwhile()
    on_disk.presenter.open_house(sample)
    assert on_disk.moves[-1] == Move(sample, None)


def test_from_the_sample_house_the_way_leads_back(opened: Opened, around: Surroundings):
    places.change_house(None, is_sample=True)
    around.settings.change(recent=("/stick/house",))
    opened.presenter.refresh()
    (back,) = opened.shown.others
    assert (back.address, back.name) == ("/stick/house", "Leave the sample house")
    opened.presenter.open_house(back.address)
    assert opened.moves == [Move("/stick/house", None)]


def test_houses_of_before_are_offered_without_their_passwords(opened: Opened, around: Surroundings):
    hidden, asked = "postgresql://desk:sec@ret@server/house", "postgresql://server/other?user=desk&password=secret"
    around.settings.change(recent=(hidden, asked, around.address))
    opened.presenter.refresh()
    assert [each.line for each in opened.shown.others][1:] == ["server/house", "server/other"]


def test_another_house_begins_with_the_first_steps_in_a_folder_of_its_own(opened: Opened):
    opened.presenter.begin_another()
    assert opened.moves == [Move(str(startup.another_folder()))]


def test_the_check_says_whether_the_house_is_whole(on_disk: Opened, monkeypatch: pytest.MonkeyPatch):
    on_disk.presenter.check()
    damaged = replace(upkeep.check(), ok=False, problems=["row 7"])
    monkeypatch.setattr(upkeep, "check", lambda: damaged)
    on_disk.presenter.check()
    assert [is_good for _sentence, is_good in on_disk.screen.checked] == [True, False]
    assert "put your last back-up back" in on_disk.screen.checked[1][0]


def test_a_refusal_that_is_about_no_field_is_said_of_the_whole(opened: Opened):
    form = Form()
    opened.presenter._refused(Place(0, "X"), form, Refused(Reason.DISK_FULL))
    assert "The disk is full" in form.wrong[""]
