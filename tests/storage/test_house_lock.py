"""The lock of a house: one window a house; what a crash left is taken over, what another PC holds is respected."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import house_lock

ELSEWHERE = {"computer": "balie-2", "process": 4711, "since": "2026-10-27T08:05:00"}


def write(folder: Path, **changed: object) -> None:
    (folder / house_lock.LOCK_FILE).write_text(json.dumps(ELSEWHERE | changed), encoding="utf-8")


def here(process: int) -> dict[str, object]:
    return {"computer": platform.node(), "process": process}


def test_a_lock_says_who_has_the_house_open_and_goes_when_it_is_released(tmp_path: Path, now: datetime) -> None:
    lock = house_lock.take(tmp_path, now)
    assert not lock.was_left_behind
    held = house_lock.holder(tmp_path)
    assert held == house_lock.Holder(platform.node(), os.getpid(), datetime(2026, 10, 27, 9, 10))
    lock.release()
    assert house_lock.holder(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_another_pc_is_respected_and_named(tmp_path: Path, now: datetime) -> None:
    write(tmp_path)
    with pytest.raises(Refused) as refused:
        house_lock.take(tmp_path, now)
    assert refused.value.reason is Reason.HOUSE_OPEN_ELSEWHERE
    assert refused.value.facts["computer"] == "balie-2"
    assert refused.value.facts["since"] == datetime(2026, 10, 27, 8, 5)
    assert not refused.value.facts["is_this_computer"]
    assert house_lock.holder(tmp_path) == house_lock.Holder("balie-2", 4711, datetime(2026, 10, 27, 8, 5))


def test_whoever_insists_takes_the_lock_of_another_pc(tmp_path: Path, now: datetime) -> None:
    write(tmp_path)
    house_lock.take(tmp_path, now, breaks_other=True)
    held = house_lock.holder(tmp_path)
    assert held is not None
    assert held.is_this_computer


def test_a_program_that_runs_here_is_respected(tmp_path: Path, now: datetime) -> None:
    write(tmp_path, **here(os.getppid()))
    with pytest.raises(Refused) as refused:
        house_lock.take(tmp_path, now)
    assert refused.value.facts["is_this_computer"]


def test_what_a_crashed_program_left_behind_is_taken_over(tmp_path: Path, now: datetime) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    write(tmp_path, **here(ended.pid))
    assert house_lock.take(tmp_path, now).was_left_behind
    held = house_lock.holder(tmp_path)
    assert held is not None
    assert held.process == os.getpid()


def test_a_lock_that_somebody_else_took_since_is_left_alone(tmp_path: Path, now: datetime) -> None:
    lock = house_lock.take(tmp_path, now)
    write(tmp_path)
    lock.release()
    held = house_lock.holder(tmp_path)
    assert held is not None
    assert held.computer == "balie-2"


@pytest.mark.parametrize("content", ["", "{}", "[1]", "nonsense", '{"computer": "a", "process": "b", "since": "c"}'])
def test_a_lock_that_makes_no_sense_holds_nobody_back(tmp_path: Path, now: datetime, content: str) -> None:
    (tmp_path / house_lock.LOCK_FILE).write_text(content, encoding="utf-8")
    house_lock.take(tmp_path, now)
    held = house_lock.holder(tmp_path)
    assert held is not None
    assert held.process == os.getpid()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        house_lock.take(tmp_path / "file", now)
    assert refused.value.reason is Reason.FOLDER_READ_ONLY


def test_of_two_pcs_that_begin_at_the_same_moment_only_one_has_the_house(
    tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = iter([None])  # this PC looked, and nobody had the house; then the other one was faster
    honest = house_lock._text_of
    monkeypatch.setattr(house_lock, "_text_of", lambda file: next(looked, honest(file)))
    write(tmp_path)
    with pytest.raises(Refused) as refused:
        house_lock.take(tmp_path, now)
    assert refused.value.reason is Reason.HOUSE_OPEN_ELSEWHERE
    assert refused.value.facts["computer"] == "balie-2"
    held = house_lock.holder(tmp_path)
    assert held is not None
    assert held.computer == "balie-2"
