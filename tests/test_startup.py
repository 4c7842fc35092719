"""Houses on this PC: locking one later on, where the next one lies, and the way back from the sample house."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from meetingplace import startup
from meetingplace.domain.enrolments import Enrolled, OnList
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import organisation
from meetingplace.services.sample_house.source import SampleSize
from meetingplace.startup import NewHouse, State
from meetingplace.storage import database, enrolments, keys, places
from tests.makers import make_session

NOW = datetime(2026, 10, 27, 9, 10)
PASSPHRASE = "a goat on the roof"
WORDS = ("kraan", "wolk", "sokken", "tram", "peper", "zondag", "fiets", "lamp")
TYPED = NewHouse("De Kersenpit", "Kuregem", "Samira")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    startup.create_house(tmp_path / "house", TYPED)
    return tmp_path / "house"


def names(folder: Path, passphrase: str = "") -> list[str]:
    with startup.open_house(str(folder), lambda: passphrase) as house, house.connection():
        return [place.name for place in places.listed()]


def test_a_plain_house_is_locked_later_on_and_nothing_of_it_can_be_read_then(folder: Path):
    assert b"Kuregem" in (folder / "house.db").read_bytes()
    startup.encrypt(folder, PASSPHRASE, WORDS, NOW)
    assert startup.state_of(str(folder)) is State.ENCRYPTED
    assert all(b"Kuregem" not in file.read_bytes() for file in folder.iterdir())
    assert names(folder, PASSPHRASE) == names(folder, " ".join(WORDS)) == ["Kuregem"]


def test_a_house_that_is_locked_is_not_locked_again(folder: Path):
    startup.encrypt(folder, PASSPHRASE, WORDS, NOW)
    with pytest.raises(Refused) as refused:
        startup.encrypt(folder, "another one entirely", WORDS, NOW)
    assert refused.value.reason is Reason.FILE_EXISTS
    assert names(folder, PASSPHRASE) == ["Kuregem"]


def test_a_passphrase_that_is_too_short_leaves_the_house_as_it_was(folder: Path):
    with pytest.raises(Refused) as refused:
        startup.encrypt(folder, "short", WORDS, NOW)
    assert refused.value.reason is Reason.PASSPHRASE_TOO_SHORT
    assert names(folder) == ["Kuregem"]
    assert [file.name for file in folder.iterdir()] == ["house.db"]


def test_a_power_cut_between_the_key_and_the_file_leaves_a_house_that_opens(folder: Path):
    keys.create(folder, PASSPHRASE, "en")  # the key has come, the locked file has not
    assert startup.state_of(str(folder)) is State.PLAIN
    assert names(folder) == ["Kuregem"]


def test_whoever_opens_with_the_recovery_sheet_is_known(tmp_path: Path):
    typed = NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=PASSPHRASE, recovery_words=WORDS)
    startup.create_house(tmp_path / "locked", typed)
    for word, was_recovered in ((PASSPHRASE, False), (" ".join(WORDS), True)):
        with startup.open_house(str(tmp_path / "locked"), lambda word=word: word) as house:
            assert house.was_recovered is was_recovered


def test_another_house_gets_a_folder_beside_the_first(own_folders: Path):
    assert startup.another_folder() == own_folders / "data" / "house-2"
    (own_folders / "data" / "house-2").mkdir(parents=True)
    assert startup.another_folder() == own_folders / "data" / "house-3"


def test_the_way_back_from_the_sample_house_leads_to_the_house_of_before(own_folders: Path):
    sample = str(startup.sample_folder())
    assert startup.house_beside_sample([]) == str(own_folders / "data" / "house")
    assert startup.house_beside_sample([sample, "/stick/house"]) == "/stick/house"


def test_the_sample_house_is_made_anew_where_one_lies_but_never_over_a_house_of_ones_own(folder: Path, tmp_path: Path):
    size = SampleSize(years=1, families=5, visits=20)
    for _ in range(2):
        startup.make_sample(tmp_path / "sample", date(2026, 10, 27), size)
    with startup.open_house(str(tmp_path / "sample")) as house, house.connection():
        assert organisation.the_house().is_sample
    with pytest.raises(Refused) as refused:
        startup.make_sample(folder, date(2026, 10, 27), size)
    assert refused.value.reason is Reason.FILE_EXISTS
    assert names(folder) == ["Kuregem"]


def test_a_contact_of_a_list_is_forgotten_when_the_house_opens_after_its_last_day(folder: Path):
    def opened(day: datetime) -> str:
        with startup.open_house(str(folder), now=day) as house, house.connection():
            return enrolments.on_list(OnList(session_id=1))[0].contact

    with startup.open_house(str(folder), now=NOW) as house, house.connection(), database.transaction():
        session = make_session(places.listed()[0].id)
        until = date(2026, 11, 3)
        enrolments.add(Enrolled(0, OnList(session_id=session), "Lina", NOW, "lina@example.be", until))
    assert opened(datetime(2026, 11, 3, 23, 0)) == "lina@example.be"
    assert opened(datetime(2026, 11, 4, 9, 0)) == ""
