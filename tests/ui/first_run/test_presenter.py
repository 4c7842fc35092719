"""The first run without a window: the order of the steps, what is refused, and the house that comes out of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from meetingplace import startup
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import organisation, upkeep
from meetingplace.settings import Settings
from meetingplace.startup import NewHouse, State
from meetingplace.ui.first_run.draft import Kind, Step
from meetingplace.ui.first_run.presenter import Presenter
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.work import InlineWork

NOW = datetime(2026, 10, 27, 9, 10)


class Wizard:
    """Remembers what it was asked to show; agrees to every warning."""

    def __init__(self) -> None:
        self.wrong: dict[str, str] = {}
        self.warnings: list[str] = []
        self.busy: list[str] = []
        self.finished: list[str] = []
        self.agrees = True

    def show_step(self) -> None:
        self.wrong.clear()

    def show_wrong(self, field: str, sentence: str) -> None:
        self.wrong[field] = sentence

    def show_busy(self, sentence: str) -> None:
        self.busy.append(sentence)

    def show_sheet(self, picture: bytes) -> None:
        assert picture.startswith(b"\x89PNG")

    def warn(self, title: str, sentence: str, verb: str, agreed: Callable[[], None]) -> None:
        self.warnings.append(title)
        if self.agrees:
            agreed()

    def finish(self, address: str) -> None:
        self.finished.append(address)


@pytest.fixture
def wizard() -> Wizard:
    return Wizard()


@pytest.fixture
def first_run(wizard: Wizard, tmp_path: Path, qapp) -> Presenter:
    door = SettingsDoor(tmp_path / "settings.toml", Settings(language="en"))
    return Presenter(door, str(tmp_path / "house"), InlineWork(Bulletin()), wizard, lambda: NOW)


def go_to(first_run: Presenter, step: Step) -> None:
    """Answer every step before this one well."""
    draft = first_run.draft
    draft.name, draft.place, draft.host = "De Kersenpit", "Kuregem", "Samira"
    draft.is_own_passphrase = True
    draft.passphrase = draft.passphrase_again = "a goat on the roof"
    draft.is_sheet_kept = True
    while first_run.step is not step:
        first_run.forward()


def test_the_steps_follow_each_other_and_the_way_back_loses_nothing(first_run: Presenter, wizard: Wizard):
    go_to(first_run, Step.BEGIN)
    assert wizard.wrong == {}
    for _ in range(4):
        first_run.back()
    assert first_run.step is Step.LANGUAGE
    first_run.back()
    assert first_run.step is Step.LANGUAGE
    assert (first_run.draft.name, first_run.draft.passphrase) == ("De Kersenpit", "a goat on the roof")


def test_the_rail_says_what_was_answered_and_what_was_skipped(first_run: Presenter):
    first_run.choose_language("nl")
    go_to(first_run, Step.PASSPHRASE)
    first_run.skip()
    first_run.choose_language("en")
    assert [(shown.word, shown.answer, shown.is_done, shown.is_now) for shown in first_run.steps()] == [
        ("Language", "English", True, False),
        ("House and place", "De Kersenpit, Kuregem", True, False),
        ("Passphrase", "skipped", True, False),
        ("PIN", "", False, True),
        ("Begin", "", False, False),
    ]


@pytest.mark.parametrize(
    ("step", "typed", "field", "says"),
    [
        (Step.HOUSE, {"name": "  "}, "name", "A name is still missing"),
        (Step.HOUSE, {"place": ""}, "place", "A name is still missing"),
        (Step.HOUSE, {"name": "x" * 10_000}, "name", "too long"),
        (Step.PASSPHRASE, {"passphrase": "short"}, "passphrase", "at least 8 characters"),
        (Step.PASSPHRASE, {"passphrase_again": "a goat on the rood"}, "passphrase_again", "not the same"),
        (Step.PIN, {"host": ""}, "host", "A name is still missing"),
        (Step.PIN, {"pin": "123", "pin_again": "123"}, "pin", "at least 4 digits"),
        (Step.PIN, {"pin": "12ab", "pin_again": "12ab"}, "pin", "at least 4 digits"),
        (Step.PIN, {"pin": "2468", "pin_again": "2486"}, "pin_again", "not the same"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_one_stays(
    first_run: Presenter, wizard: Wizard, step: Step, typed: dict[str, str], field: str, says: str
):
    go_to(first_run, step)
    for name, value in typed.items():
        setattr(first_run.draft, name, value)
    first_run.forward()
    assert first_run.step is step
    assert says in wizard.wrong[field]
    for name, value in typed.items():
        assert getattr(first_run.draft, name) == value


def test_without_the_sheet_one_is_warned_and_stays_unless_one_agrees(first_run: Presenter, wizard: Wizard):
    go_to(first_run, Step.PASSPHRASE)
    first_run.draft.is_sheet_kept = False
    wizard.agrees = False
    first_run.forward()
    assert (first_run.step, wizard.warnings) == (Step.PASSPHRASE, ["Without the recovery sheet?"])
    first_run.sheet_kept()
    first_run.forward()
    assert first_run.step is Step.PIN


def test_without_a_passphrase_one_is_warned_and_stays_unless_one_agrees(first_run: Presenter, wizard: Wizard):
    go_to(first_run, Step.PASSPHRASE)
    wizard.agrees = False
    first_run.skip()
    assert (first_run.step, wizard.warnings) == (Step.PASSPHRASE, ["Without a passphrase?"])
    wizard.agrees = True
    first_run.skip()
    assert first_run.step is Step.PIN


def test_other_words_are_others_and_another_language_draws_them_anew_until_the_sheet_is_kept(first_run: Presenter):
    before, sheet = first_run.draft.suggested, first_run.draft.recovery_words
    first_run.other_words()
    assert first_run.draft.suggested != before
    assert first_run.draft.recovery_words == sheet
    first_run.choose_language("fr")
    french = first_run.draft.recovery_words
    assert french != sheet
    first_run.sheet_kept()
    first_run.choose_language("nl")
    assert first_run.draft.recovery_words == french


@pytest.mark.parametrize("name", ["De Zandbak \N{TEDDY BEAR}", "W" * 100])
def test_a_name_that_cannot_be_printed_is_said_where_it_is_typed(first_run: Presenter, wizard: Wizard, name: str):
    go_to(first_run, Step.HOUSE)
    first_run.draft.name = name
    first_run.draft.is_sheet_kept = False
    first_run.forward()
    assert first_run.step is Step.HOUSE
    assert wizard.wrong["name"]
    assert first_run.draft.name == name
    first_run.draft.name = "De Zandbak"
    first_run.forward()
    assert first_run.step is Step.PASSPHRASE


def test_a_house_in_a_folder_that_was_refused_is_made_without_the_old_sentence(
    first_run: Presenter, wizard: Wizard, tmp_path: Path
):
    (tmp_path / "a file").write_text("x", encoding="utf-8")
    go_to(first_run, Step.BEGIN)
    first_run.choose_folder(tmp_path / "a file")
    first_run.forward()
    assert wizard.wrong["folder"]
    first_run.draft.folder = tmp_path / "house"
    first_run.forward()
    assert wizard.wrong["folder"] == ""
    assert wizard.finished == [str(tmp_path / "house")]


def test_the_house_is_made_as_it_was_typed(first_run: Presenter, wizard: Wizard, tmp_path: Path):
    go_to(first_run, Step.BEGIN)
    first_run.draft.pin = "2468"
    words = first_run.draft.recovery_words
    first_run.forward()
    assert wizard.finished == [str(tmp_path / "house")]
    assert "being made" in wizard.busy[0]
    for typed in ("a goat on the roof", " ".join(words)):
        with startup.open_house(str(tmp_path / "house"), lambda typed=typed: typed) as house, house.connection():
            board = organisation.house_board()
            assert (board.house.name, board.places[0].name, board.team[0].name) == (
                "De Kersenpit",
                "Kuregem",
                "Samira",
            )
            upkeep.check_pin(board.team[0].id, "2468", NOW)


def test_with_the_suggested_words_these_open_the_house(first_run: Presenter, tmp_path: Path):
    go_to(first_run, Step.BEGIN)
    first_run.draft.is_own_passphrase = False
    first_run.forward()
    startup.open_house(str(tmp_path / "house"), lambda: " ".join(first_run.draft.suggested)).close()


def test_everything_skipped_makes_a_house_with_plain_names_in_the_language_that_was_chosen(
    first_run: Presenter, tmp_path: Path
):
    first_run.draft.name = "typed, then skipped"
    first_run.forward()
    for _ in range(3):
        first_run.skip()
    first_run.forward()
    with startup.open_house(str(tmp_path / "house")) as house, house.connection():
        board = organisation.house_board()
    assert (board.house.name, board.places[0].name, board.team[0].name) == ("Our house", "Our place", "Host")
    assert not board.team[0].has_pin


def test_a_step_that_was_skipped_counts_again_when_it_is_answered_after_all(first_run: Presenter, tmp_path: Path):
    first_run.forward()
    first_run.skip()
    first_run.back()
    go_to(first_run, Step.BEGIN)
    first_run.forward()
    with startup.open_house(str(tmp_path / "house"), lambda: "a goat on the roof") as house, house.connection():
        assert organisation.the_house().name == "De Kersenpit"


def test_the_sample_house_lies_in_its_own_folder_beside_the_house_that_was_typed(
    first_run: Presenter, wizard: Wizard, tmp_path: Path
):
    go_to(first_run, Step.BEGIN)
    first_run.draft.kind = Kind.SAMPLE
    first_run.forward()
    assert wizard.finished == [str(startup.sample_folder())]
    assert startup.state_of(str(tmp_path / "house")) is State.ENCRYPTED
    with startup.open_house(str(startup.sample_folder())) as house, house.connection():
        assert organisation.the_house().is_sample


def test_whoever_only_looks_round_gets_no_house_of_their_own(first_run: Presenter, tmp_path: Path):
    first_run.forward()
    for _ in range(3):
        first_run.skip()
    first_run.draft.kind = Kind.SAMPLE
    first_run.forward()
    assert startup.state_of(str(tmp_path / "house")) is State.NEW


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (Reason.DISK_FULL, "The disk is full"),
        (Reason.FOLDER_READ_ONLY, "may not write in this folder"),
        (Reason.FILE_EXISTS, "A house lies in this folder already"),
    ],
)
def test_a_folder_that_does_not_do_is_said_at_its_field_and_another_one_does(
    first_run: Presenter,
    wizard: Wizard,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reason: Reason,
    says: str,
):
    go_to(first_run, Step.BEGIN)

    def refuse(*_typed: object) -> None:
        raise Refused(reason)

    with monkeypatch.context() as patched:
        patched.setattr(startup, "create_house", refuse)
        first_run.forward()
    assert says in wizard.wrong["folder"]
    assert wizard.busy[-1] == ""
    assert not wizard.finished
    first_run.choose_folder(tmp_path / "elsewhere")
    first_run.forward()
    assert wizard.finished == [str(tmp_path / "elsewhere")]


def test_a_house_that_lies_there_is_never_overwritten(first_run: Presenter, wizard: Wizard, tmp_path: Path):
    startup.create_house(tmp_path / "house", startup.NewHouse("Theirs", "Kuregem", "Nele"))
    go_to(first_run, Step.BEGIN)
    first_run.forward()
    assert "A house lies in this folder already" in wizard.wrong["folder"]
    with startup.open_house(str(tmp_path / "house")) as house, house.connection():
        assert organisation.the_house().name == "Theirs"


def test_when_only_the_sample_goes_wrong_a_second_try_does_not_stumble_over_the_own_house(
    first_run: Presenter, wizard: Wizard, monkeypatch: pytest.MonkeyPatch
):
    go_to(first_run, Step.BEGIN)
    first_run.draft.kind = Kind.SAMPLE

    def refuse(*_typed: object) -> None:
        raise Refused(Reason.DISK_FULL)

    with monkeypatch.context() as patched:
        patched.setattr(startup, "make_sample", refuse)
        first_run.forward()
    assert "The disk is full" in wizard.wrong["folder"]
    first_run.forward()
    assert wizard.finished == [str(startup.sample_folder())]


def test_a_house_on_a_server_has_no_passphrase_and_lies_where_the_address_says(
    wizard: Wizard, tmp_path: Path, qapp, monkeypatch: pytest.MonkeyPatch
):
    made: list[tuple[str, NewHouse]] = []
    monkeypatch.setattr(startup, "create_on_server", lambda address, house: made.append((address, house)))
    door, address = SettingsDoor(tmp_path / "settings.toml", Settings(language="en")), "postgresql://h:secret@nas/huis"
    first_run = Presenter(door, address, InlineWork(Bulletin()), wizard, lambda: NOW)
    first_run.draft.name, first_run.draft.place, first_run.draft.host = "De Kersenpit", "Kuregem", "Samira"
    assert [(shown.number, shown.word) for shown in first_run.steps()] == [
        (1, "Language"), (2, "House and place"), (3, "PIN"), (4, "Begin"),
    ]  # fmt: skip
    for _ in range(4):
        first_run.forward()
    ((where, house),) = made
    assert (where, house.name, house.host, house.passphrase) == (address, "De Kersenpit", "Samira", "")
    assert wizard.finished == [address]
    assert wizard.warnings == []


def test_a_house_that_another_pc_set_up_meanwhile_is_said(
    wizard: Wizard, tmp_path: Path, qapp, monkeypatch: pytest.MonkeyPatch
):
    def taken(_address: str, _house: NewHouse) -> None:
        raise Refused(Reason.FILE_EXISTS, file="PostgreSQL")

    monkeypatch.setattr(startup, "create_on_server", taken)
    door = SettingsDoor(tmp_path / "settings.toml", Settings(language="en"))
    first_run = Presenter(door, "postgresql://nas/huis", InlineWork(Bulletin()), wizard, lambda: NOW)
    for step in (Step.HOUSE, Step.PIN):
        first_run.draft.skipped.add(step)
    first_run.step = Step.BEGIN
    first_run.forward()
    assert wizard.wrong["folder"].startswith("Somebody set up a house there meanwhile.")
