"""A power cut at every move of a file: what was there opens, or what is new does; and two windows on one house."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from meetingplace import startup
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import changes, passphrase, upkeep
from meetingplace.startup import NewHouse, State
from meetingplace.storage import backups, database, families, keys, places
from tests.makers import make_family
from tests.storage.contract import in_another_thread

NOW = datetime(2026, 10, 27, 9, 10)
PASSPHRASE = "a goat on the roof"
WORDS = ("kraan", "wolk", "sokken", "tram", "peper", "zondag", "fiets", "lamp")
TYPED = NewHouse("De Kersenpit", "Kuregem", "Samira")
LOCKED = NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=PASSPHRASE, recovery_words=WORDS)


Cut = Callable[[int], None]


class PowerCut(BaseException):
    """Nothing after this is done, whatever else would be caught."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "house"


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> Cut:
    """Let the power fail at the n-th move of a file (from 0)."""

    def at(number: int) -> None:
        moves, honest = iter(range(1_000)), Path.replace

        def replace(file: Path, target: Path) -> Path:
            if next(moves) >= number:
                raise PowerCut
            return honest(file, target)

        monkeypatch.setattr(Path, "replace", replace)

    return at


def names(folder: Path) -> list[str]:
    with startup.open_house(str(folder), lambda: PASSPHRASE) as house, house.connection():
        return [place.name for place in places.listed()]


def nicknames(folder: Path) -> list[str]:
    with startup.open_house(str(folder), lambda: PASSPHRASE) as house, house.connection():
        return sorted(family.nickname for family in families.search([]))


def add(folder: Path, nickname: str) -> None:
    with startup.open_house(str(folder), lambda: PASSPHRASE) as house, house.connection():
        make_family(nickname)


def back_up(folder: Path, file: Path) -> Path:
    with startup.open_house(str(folder), lambda: PASSPHRASE) as house, house.connection():
        return upkeep.back_up(folder, NOW, file)


def added(nickname: str) -> changes.Undo:
    with changes.one_act(changes.Act.FAMILY_ADDED, changes.Topic.FAMILIES) as act:
        make_family(nickname)
    assert act.changes.undo is not None
    return act.changes.undo


def cut_off(act: Callable[[], object], cut: Cut, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    with monkeypatch.context():
        cut(at)
        with pytest.raises(PowerCut):
            act()
    monkeypatch.undo()
    database.hang_up()


# --- a power cut ---


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_power_cut_while_a_house_is_made_leaves_nothing_in_the_way_of_making_it_again(
    folder: Path, cut, monkeypatch, at
):
    cut_off(lambda: startup.create_house(folder, LOCKED), cut, monkeypatch, at)  # writing, the key, the file
    assert startup.state_of(str(folder)) is State.NEW
    startup.create_house(folder, LOCKED)
    assert names(folder) == ["Kuregem"]


def test_a_key_without_a_house_is_put_aside_and_not_thrown_away(folder: Path):
    keys.create(folder, "some other passphrase", "nl")
    lost = (folder / "house.key").read_bytes()
    startup.create_house(folder, TYPED)
    assert startup.state_of(str(folder)) is State.PLAIN
    assert not (folder / "house.key").exists()
    assert [kept.read_bytes() for kept in folder.glob("replaced-*/house.key")] == [lost]


def test_the_log_of_a_house_that_is_gone_is_never_read_into_a_new_one(folder: Path):
    startup.create_house(folder, TYPED)
    with startup.open_house(str(folder)) as house, house.connection():
        make_family("Maan")
        log = (folder / "house.db-wal").read_bytes()
    (folder / "house.db").unlink()
    (folder / "house.db-wal").write_bytes(log)
    startup.create_house(folder, TYPED)
    assert nicknames(folder) == []


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_power_cut_while_a_house_is_locked_leaves_it_open_and_it_can_be_locked_again(
    folder: Path, cut, monkeypatch, at
):
    startup.create_house(folder, TYPED)
    cut_off(lambda: startup.encrypt(folder, PASSPHRASE, WORDS, NOW), cut, monkeypatch, at)
    assert startup.state_of(str(folder)) is State.PLAIN
    assert names(folder) == ["Kuregem"]
    startup.encrypt(folder, PASSPHRASE, WORDS, NOW)
    assert names(folder) == ["Kuregem"]


def test_a_power_cut_while_the_passphrase_changes_leaves_the_old_one(folder: Path, cut, monkeypatch):
    startup.create_house(folder, LOCKED)

    def change() -> None:
        with startup.open_house(str(folder), lambda: PASSPHRASE):
            passphrase.change(folder, "quite another passphrase")

    cut_off(change, cut, monkeypatch, 0)
    assert names(folder) == ["Kuregem"]


@pytest.mark.parametrize("at", range(4))
def test_a_power_cut_while_a_back_up_is_put_back_loses_neither_house(
    folder: Path, tmp_path: Path, cut, monkeypatch, at
):
    startup.create_house(folder, LOCKED)
    file = back_up(folder, tmp_path / "b.mpbackup")
    add(folder, "Maan")
    cut_off(lambda: startup.restore(file, folder, NOW), cut, monkeypatch, at)
    found = [
        nicknames(folder),
        *(nicknames(kept) for kept in folder.glob("replaced-*") if (kept / "house.key").exists()),
    ]
    assert ["Maan"] in found
    startup.restore(file, folder, NOW + timedelta(minutes=1))
    assert nicknames(folder) == []


def test_a_full_disk_while_a_house_is_made_or_locked_leaves_it_as_it_was(folder: Path, monkeypatch):
    def full(*_words: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for act, state in (
        (lambda: startup.create_house(folder, LOCKED), State.NEW),
        (lambda: startup.encrypt(folder, PASSPHRASE, WORDS, NOW), State.PLAIN),
    ):
        with monkeypatch.context() as disk:
            disk.setattr(os, "fsync", full)
            with pytest.raises(Refused) as refused:
                act()
        assert refused.value.reason is Reason.DISK_FULL
        assert startup.state_of(str(folder)) is state
        assert [left.name for left in folder.iterdir() if left.name != "house.db"] == []
        if state is State.NEW:
            startup.create_house(folder, TYPED)
    assert names(folder) == ["Kuregem"]


def test_a_full_disk_at_a_move_leaves_the_old_back_up_and_nothing_is_tidied(folder: Path, monkeypatch):
    startup.create_house(folder, LOCKED)
    kept = folder / "backups"
    with startup.open_house(str(folder), lambda: PASSPHRASE) as house, house.connection():
        for minute in range(12):
            upkeep.back_up(folder, NOW + timedelta(minutes=minute))
        before = {file.name for file in kept.iterdir()}
        assert len(before) == 10

        def full(*_words: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(Refused) as refused:
            upkeep.back_up(folder, NOW + timedelta(days=1))
    assert refused.value.reason is Reason.DISK_FULL
    assert {file.name for file in kept.iterdir()} == before


def test_a_back_up_while_somebody_writes_holds_whole_acts_only(folder: Path, tmp_path: Path):
    startup.create_house(folder, TYPED)
    with startup.open_house(str(folder)) as house, house.connection():
        with database.transaction():
            make_family("Maan")
            in_another_thread(lambda: backups.make(tmp_path / "b.mpbackup", None, NOW))
        backups.make(tmp_path / "c.mpbackup", None, NOW)
    assert backups.preview(tmp_path / "b.mpbackup", str).families == 0
    assert backups.preview(tmp_path / "c.mpbackup", str).families == 1


def test_copies_that_a_killed_program_left_half_done_go_after_a_day_and_younger_ones_stay(folder: Path):
    startup.create_house(folder, TYPED)
    old, young, mine = (folder / name for name in (".restore-abc", ".back-up-new", "my things"))
    stick = folder / "backups" / ".back-up-abc"
    for left in (old, young, mine, stick):
        left.mkdir(parents=True)
        (left / "house.db").write_bytes(b"somebody")
    for left in (old, mine, stick):
        os.utime(left, (1_700_000_000, 1_700_000_000))
    with startup.open_house(str(folder)) as house, house.connection():
        assert not old.exists()
        upkeep.back_up(folder, NOW)
    assert not stick.exists()
    assert young.exists()
    assert mine.exists()


# --- what can be read, and by whom ---


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
@pytest.mark.parametrize("typed", [TYPED, LOCKED])
def test_every_file_of_a_house_is_for_this_user_alone_also_in_a_folder_that_others_may_read(folder, tmp_path, typed):
    folder.mkdir(mode=0o755)
    startup.create_house(folder, typed)
    file = back_up(folder, tmp_path / "b.mpbackup")
    startup.restore(file, folder, NOW)
    with startup.open_house(str(folder), lambda: PASSPHRASE) as house, house.connection():
        make_family("Maan")  # writes the log
        files = [part for part in folder.rglob("*") if part.name.startswith("house.") and part.suffix != ".lock"]
        assert {"house.db", "house.db-wal"} <= {part.name for part in files}
        assert [part for part in files if part.stat().st_mode & 0o077] == []
    assert all(kept.stat().st_mode & 0o077 == 0 for kept in folder.glob("replaced-*"))


def test_a_house_that_is_locked_later_on_leaves_nothing_to_read_in_its_folder(folder: Path):
    startup.create_house(folder, TYPED)
    file = back_up(folder, folder / "backups" / backups.name_of(NOW))
    startup.restore(file, folder, NOW)
    startup.encrypt(folder, PASSPHRASE, WORDS, NOW)
    with startup.open_house(str(folder), lambda: PASSPHRASE) as house, house.connection():
        upkeep.back_up_if_old(folder, NOW)
    read = [part for part in folder.rglob("*") if part.is_file() and b"Kuregem" in part.read_bytes()]
    assert read == []
    assert nicknames(next(folder.glob("replaced-*"))) == []
    assert backups.preview(file, lambda: " ".join(WORDS)).house_name == "De Kersenpit"


# --- two houses, two windows ---


def test_what_is_still_to_be_done_in_a_house_that_was_left_never_reaches_the_next_one(tmp_path: Path):
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        startup.create_house(folder, TYPED)
    with startup.open_house(str(here)) as house, house.connection():
        step = added("Maan")
    with startup.open_house(str(there)) as opened, opened.connection():

        def late() -> None:
            for verb in (lambda: changes.undo(step), lambda: make_family("Too late")):
                with pytest.raises(Refused), house.connection():
                    verb()

        make_family("Zon")  # it has the number of the other one
        in_another_thread(late)
    assert (nicknames(here), nicknames(there)) == (["Maan"], ["Zon"])


def test_an_act_that_runs_while_another_house_is_opened_is_refused_in_the_middle(tmp_path: Path):
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        startup.create_house(folder, TYPED)
    house = startup.open_house(str(here))
    with house.connection():
        house.close()
        in_another_thread(lambda: startup.open_house(str(there)))
        with pytest.raises(Refused), database.transaction():
            make_family("Maan")
    startup.house_lock.take(there, NOW, breaks_other=True).release()
    assert nicknames(there) == nicknames(here) == []


def test_of_two_that_make_a_house_in_one_folder_only_one_does(folder: Path, monkeypatch):
    refusals: list[Reason] = []
    once = iter([True])

    def meanwhile(*words: object) -> None:
        if next(once, False):
            with pytest.raises(Refused) as refused:
                startup.create_house(folder, TYPED)
            refusals.append(refused.value.reason)

    monkeypatch.setattr(startup, "_kept_aside", meanwhile)
    monkeypatch.setattr(startup.house_lock, "_is_alive", lambda _present: True)
    startup.create_house(folder, LOCKED)
    assert refusals == [Reason.HOUSE_OPEN_ELSEWHERE]
    assert names(folder) == ["Kuregem"]
