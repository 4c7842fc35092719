"""Back-ups that are opened before they count, the check, and the PIN that makes whoever guesses wait."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from meetingplace import startup
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import changes, upkeep
from meetingplace.services.changes import Act, Topic
from meetingplace.startup import NewHouse
from meetingplace.storage import places, team
from tests.makers import make_member

NOW = datetime(2026, 10, 27, 9, 10)
PASSPHRASE = "cloud socks tram pepper sunday crane"


def wrong_pin(member: int, typed: str, now: datetime) -> int:
    """Try a PIN that is refused, and give the seconds to wait."""
    with pytest.raises(Refused) as refused:
        upkeep.check_pin(member, typed, now)
    assert refused.value.reason is Reason.PIN_WRONG
    return int(str(refused.value.facts["seconds"]))


# --- the PIN ---


def test_the_right_pin_lets_in_and_the_wrong_one_does_not(house):
    member = make_member()
    upkeep.set_pin(member, "2468")
    assert team.get(member).has_pin
    upkeep.check_pin(member, "2468", NOW)
    assert wrong_pin(member, "2469", NOW) == 0


def test_the_pin_is_kept_as_a_salted_hash_only(house):
    first, second = make_member("Samira"), make_member("Nele")
    for member in (first, second):
        upkeep.set_pin(member, "2468")
    hashes = [team.pin_of(member).hash for member in (first, second)]
    assert hashes[0] != hashes[1]
    assert all("2468" not in kept for kept in hashes)


def test_whoever_guesses_waits_longer_and_longer_up_to_a_quarter_of_an_hour(house):
    member, now, waits = make_member(), NOW, []
    upkeep.set_pin(member, "2468")
    for _ in range(13):
        waits.append(wrong_pin(member, "0000", now))
        now += timedelta(seconds=waits[-1])
    assert waits == [0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]


def test_while_waiting_even_the_right_pin_is_refused_and_no_try_is_counted(house):
    member = make_member()
    upkeep.set_pin(member, "2468")
    for _ in range(3):
        wrong_pin(member, "0000", NOW)
    assert wrong_pin(member, "2468", NOW + timedelta(seconds=2)) == 3
    assert team.pin_of(member).failures == 3
    upkeep.check_pin(member, "2468", NOW + timedelta(seconds=5))
    assert team.pin_of(member).failures == 0


def test_a_clock_that_is_put_back_neither_ends_the_waiting_nor_makes_it_last_for_years(house):
    member = make_member()
    upkeep.set_pin(member, "2468")
    for _ in range(3):
        wrong_pin(member, "0000", NOW)
    last_year = NOW.replace(year=2025)
    assert wrong_pin(member, "2468", last_year) == 900
    assert wrong_pin(member, "2468", last_year + timedelta(seconds=899)) == 1
    upkeep.check_pin(member, "2468", last_year + timedelta(seconds=900))


def test_the_waiting_survives_that_the_program_is_closed(tmp_path: Path):
    startup.create_house(tmp_path / "house", NewHouse("De Kersenpit", "Kuregem", "Samira", pin="2468"))
    with startup.open_house(str(tmp_path / "house")) as opened, opened.connection():
        member = team.listed()[0].id
        for _ in range(4):
            upkeep_wait = wrong_pin(member, "0000", NOW + timedelta(minutes=_))
    assert upkeep_wait == 10
    with startup.open_house(str(tmp_path / "house")) as opened, opened.connection():
        assert wrong_pin(member, "2468", NOW + timedelta(minutes=3, seconds=1)) == 9


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("123", Reason.PIN_TOO_SHORT),
        ("12a4", Reason.PIN_TOO_SHORT),
        ("١٢٣٤", Reason.PIN_TOO_SHORT),  # the keys of the lock have no such digits
        ("1" * 13, Reason.TEXT_TOO_LONG),
    ],
)
def test_a_pin_that_the_lock_could_not_take_is_refused(house, typed: str, reason: Reason):
    member = make_member()
    with pytest.raises(Refused) as refused:
        upkeep.set_pin(member, typed)
    assert refused.value.reason is reason
    assert not team.get(member).has_pin


def test_an_empty_pin_takes_it_away_and_undo_brings_it_back(house):
    member = make_member()
    upkeep.set_pin(member, "2468")
    done = upkeep.set_pin(member, "")
    assert not team.get(member).has_pin
    upkeep.check_pin(member, "anything", NOW)  # nobody is asked
    changes.undo(done.undo)
    wrong_pin(member, "anything", NOW)
    upkeep.check_pin(member, "2468", NOW)


# --- back-ups and the check ---


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    startup.create_house(tmp_path / "house", NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=PASSPHRASE))
    return tmp_path / "house"


def opened(folder: Path) -> startup.OpenHouse:
    return startup.open_house(str(folder), lambda: PASSPHRASE)


def test_a_back_up_is_verified_noted_and_opens_with_the_passphrase_only(folder: Path):
    with opened(folder) as house, house.connection():
        assert upkeep.keeping(folder) == upkeep.Keeping(None, folder / "backups", is_encrypted=True)
        done = upkeep.back_up_now(folder, NOW)
        assert upkeep.last_backup() == NOW
    file = folder / "backups" / str(done.facts["file"])
    assert (done.act, done.topics, file.name) == (
        Act.BACKUP_MADE,
        frozenset({Topic.BACKUPS}),
        "meetingplace-2026-10-27-091000.mpbackup",
    )
    assert b"Kuregem" not in file.read_bytes()
    found = startup.preview_restore(file, lambda: PASSPHRASE)
    assert (found.house_name, found.made_at, found.visits) == ("De Kersenpit", NOW, 0)
    with pytest.raises(Refused) as refused:
        startup.preview_restore(file, lambda: "another one")
    assert refused.value.reason is Reason.PASSPHRASE_WRONG


def test_the_back_up_of_the_day_is_made_once_a_day(folder: Path):
    with opened(folder) as house, house.connection():
        first = upkeep.back_up_if_old(folder, NOW)
        assert first is not None
        assert upkeep.back_up_if_old(folder, NOW + timedelta(hours=23)) is None
        assert upkeep.back_up_if_old(folder, NOW + timedelta(hours=25)) is not None
    assert len(list((folder / "backups").iterdir())) == 2


def test_a_back_up_that_cannot_be_written_leaves_the_last_one_noted(folder: Path, tmp_path: Path):
    (tmp_path / "no-folder").write_text("a file stands here", encoding="utf-8")
    with opened(folder) as house, house.connection():
        upkeep.back_up(folder, NOW)
        with pytest.raises(Refused) as refused:
            upkeep.back_up(folder, NOW + timedelta(days=1), tmp_path / "no-folder" / "kept.mpbackup")
        assert refused.value.reason is Reason.FOLDER_READ_ONLY
        assert upkeep.last_backup() == NOW


def test_a_damaged_house_makes_no_back_up_that_counts(folder: Path, monkeypatch: pytest.MonkeyPatch):
    with opened(folder) as house, house.connection():

        def broken(*_args: object) -> None:
            raise Refused(Reason.FILE_BROKEN)

        monkeypatch.setattr("meetingplace.storage.backups._preview", broken)
        with pytest.raises(Refused):
            upkeep.back_up(folder, NOW)
        assert upkeep.last_backup() is None
    assert list((folder / "backups").iterdir()) == []


def test_the_check_says_that_the_house_is_whole_and_locked(folder: Path):
    with opened(folder) as house, house.connection():
        found = upkeep.check()
        assert [place.name for place in places.listed()] == ["Kuregem"]
    assert (found.ok, found.problems, found.is_encrypted, found.house) == (True, [], True, "De Kersenpit")
    assert found.version == upkeep.program_version()
