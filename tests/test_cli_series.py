"""`series add` with every rule: weekdays of the month, picked dates, a number, days kept, who and for what."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from meetingplace import cli, startup
from meetingplace.startup import NewHouse
from meetingplace.storage import database, sessions as stored
from tests.makers import make_member

Run = Callable[..., tuple[int, str, str]]
NEW = ("series", "add", "--title", "Voorlezen", "--place", "kuregem", "--start", "9:30", "--end", "11:30")
WEDNESDAYS = ("--weekdays", "wed", "--from", "2026-10-21", "--to", "2026-11-18")


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Give a way to run a command on a small house in English."""
    folder = tmp_path / "house"
    startup.create_house(folder, NewHouse(name="De Kersenpit", place="Kuregem", host="Samira"))
    with startup.open_house(str(folder)) as house, house.connection():
        make_member("Nele")
        make_member("Bilal", is_active=False)
    capsys.readouterr()

    def command(*words: str) -> tuple[int, str, str]:
        try:
            status = cli.main(["--language", "en", "--data", str(folder), *words])
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    yield command
    database.hang_up()


def facts(said: tuple[int, str, str]) -> Any:
    status, out, err = said
    assert status == 0, err
    return json.loads(out)


def made(run: Run, *words: str) -> list[str]:
    found: list[str] = facts(run(*NEW, *words, "--format", "json"))["made"]
    return found


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (  # the first and the last Saturday of three months
            ("--weekdays", "sat", "--monthly", "first,last", "--from", "2026-10-01", "--to", "2026-12-31"),
            ["2026-10-03", "2026-10-31", "2026-11-07", "2026-11-28", "2026-12-05", "2026-12-26"],
        ),
        (  # October and November 2026 have no fifth Wednesday
            ("--weekdays", "wed", "--monthly", "fifth", "--from", "2026-09-01", "--number", "2"),
            ["2026-09-30", "2026-12-30"],
        ),
        (("--dates", "2026-12-24,2026-10-03,2026-12-24"), ["2026-10-03", "2026-12-24"]),
        (  # 4 November is in the autumn holiday, 11 November Armistice Day: neither counts
            ("--weekdays", "wed", "--from", "2026-10-28", "--number", "3", "--skip-holidays", "flemish"),
            ["2026-10-28", "2026-11-18", "2026-11-25"],
        ),
        (
            (*WEDNESDAYS, "--skip-holidays", "flemish,public,own", "--keep", "2026-11-11"),
            ["2026-10-21", "2026-10-28", "2026-11-11", "2026-11-18"],
        ),
    ],
)
def test_every_rule_makes_the_dates_of_the_calendar(run: Run, words: tuple[str, ...], dates: list[str]) -> None:
    assert made(run, *words) == dates
    listed = facts(run("sessions", "--from", "2026-09-01", "--to", "2027-08-31", "--format", "json"))
    assert [one["start"] for one in listed] == [f"{day}T09:30" for day in dates]


def test_who_is_there_for_what_and_how_many(run: Run, tmp_path: Path) -> None:
    words = ("--team", "samira,NELE", "--function", "cohesion,information", "--capacity", "8")
    made(run, "--dates", "2026-10-03", *words)
    (listed,) = facts(run("sessions", "--from", "2026-10-03", "--to", "2026-10-03", "--format", "json"))
    assert sorted(listed["functions"]) == ["cohesion", "information"]
    with startup.open_house(str(tmp_path / "house")) as house, house.connection():
        activity = stored.get(int(listed["id"])).activity
    assert (len(activity.team), activity.capacity) == (2, 8)


@pytest.mark.parametrize(
    ("words", "status", "part"),
    [
        (("--weekdays", "wed", "--to", "2026-11-18"), 2, "--from"),
        (("--weekdays", "wed", "--from", "2026-11-18"), 2, "--to"),
        (("--dates", "2026-10-03", "--number", "3"), 2, "--number: this does not go together with --dates"),
        (("--dates", "2026-10-03", "--weekdays", "wed"), 2, "--dates"),
        ((*WEDNESDAYS, "--monthly", "sixth"), 1, "first, second"),
        ((*WEDNESDAYS, "--monthly", ""), 1, "No day"),
        (("--dates", "2026-02-30"), 1, "2026-02-30"),
        (("--dates", ""), 1, "No day"),
        ((*WEDNESDAYS, "--number", "0"), 1, "0"),
        # 157 Wednesdays from 7 October 2026 in three years
        (("--weekdays", "wed", "--from", "2026-10-01", "--number", "300"), 1, "only 157 of the 300 sessions"),
        ((*WEDNESDAYS, "--number", "9"), 1, "only 5 of the 9 sessions"),
        ((*WEDNESDAYS, "--team", "Bilal"), 1, "Bilal is no longer in the team"),
        ((*WEDNESDAYS, "--keep", "someday"), 1, "someday"),
        ((*WEDNESDAYS, "--team", "Niemand"), 1, "Nele"),
        ((*WEDNESDAYS, "--function", "dancing"), 1, "cohesion"),
        ((*WEDNESDAYS, "--capacity", "-1"), 1, "-1"),
    ],
)
def test_what_makes_no_series_is_said_in_one_line_and_plans_nothing(
    run: Run, words: tuple[str, ...], status: int, part: str
) -> None:
    ended, out, err = run(*NEW, *words)
    assert (ended, out) == (status, "")
    assert part in err
    assert err.count("\n") == 1
    assert facts(run("sessions", "--from", "2026-09-01", "--to", "2027-08-31", "--format", "json")) == []
