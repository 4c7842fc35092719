"""`family`: all that is kept about one on paper or as data, forgetting one, making one of two; refusals in one line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from meetingplace import cli, startup
from meetingplace.domain.families import BirthMonth, Child
from meetingplace.startup import NewHouse
from meetingplace.storage import database, families
from tests.documents import reading
from tests.makers import make_family, make_place, make_session, make_visit

Run = Callable[..., tuple[int, str, str]]
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a house that knows Yousra, who came once, Joesra, who is the same, and Oma."""
    made = tmp_path / "house"
    startup.create_house(made, NewHouse(name="De Kersenpit", place="Kuregem", host="Samira"))
    with startup.open_house(str(made)) as house, house.connection(), database.transaction():
        for nickname, language in (("Yousra", "ar"), ("Joesra", "ar"), ("Oma", "nl")):
            family = make_family(nickname, languages=[language])
            if nickname != "Oma":
                families.add_child(family, Child(0, "Bo", BirthMonth(2024, 5)))
        day = date(2026, 9, 1)
        make_visit(make_session(make_place("Bonnevie"), day), named("Yousra"), datetime(2026, 9, 1, 9, 40))
    return made


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Give a way to ask something of a family in English."""
    capsys.readouterr()

    def command(*words: object, language: str = "en") -> tuple[int, str, str]:
        try:
            status = cli.main(["--language", language, "family", *map(str, words), "--data", str(folder)])
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    yield command
    database.hang_up()


def named(nickname: str) -> int:
    return next(family.id for family in families.everyone() if family.nickname == nickname)


def known(folder: Path) -> list[str]:
    with startup.open_house(str(folder)) as house, house.connection():
        return sorted(family.nickname for family in families.everyone())


def test_a_statement_is_paper_in_the_language_of_the_family_or_another(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "it.pdf"
    assert run("statement", "yousra", "--out", file) == (0, f"{file}\n", "")
    assert "الرقم" in reading.words(file.read_bytes())
    run("statement", 1, "--language", "nl", "--out", file)
    words = reading.words(file.read_bytes())
    assert "Dit is alles wat we over jullie gezin bewaren." in words
    assert "1 september 2026" in words


def test_a_statement_is_data_too(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "it.json"
    assert run("statement", "Yousra", "--format", "json", "--out", file)[0] == 0
    assert json.loads(file.read_text(encoding="utf-8"))["visits"][0]["arrived"] == "2026-09-01T09:40"


def test_forgetting_asks_first(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, err = run("forget", "Yousra")
    assert (status, out) == (1, "")
    assert "Yousra: 1 visit, of which only the numbers stay." in err
    assert "Add --yes to do it." in err
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: "no")
    assert run("forget", "Yousra")[0] == 1
    assert known(folder) == ["Joesra", "Oma", "Yousra"]
    monkeypatch.setattr("builtins.input", lambda _question: " Yes ")
    assert run("forget", "Yousra")[0] == 0
    assert known(folder) == ["Joesra", "Oma"]


def test_who_is_forgotten_is_gone_and_the_visit_stays(run: Run, folder: Path) -> None:
    status, out, err = run("forget", "Yousra", "--yes", "--format", "json")
    assert (status, err) == (0, "")
    assert json.loads(out) | {"last_backup": ""} == {"id": "1", "visits": 1, "last_backup": ""}
    assert b"Yousra" not in b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    status, out, err = run("statement", "Yousra", "--out", folder / "x.pdf")
    assert (status, err.count("\n")) == (1, 1)


def test_two_become_one_after_a_look(run: Run, folder: Path) -> None:
    status, out, _err = run("merge", "Joesra", "Yousra", "--dry-run")
    assert (status, out) == (0, "Joesra and Yousra: 1 visit, 1 child.\nNothing was changed.\n")
    assert known(folder) == ["Joesra", "Oma", "Yousra"]
    status, out, _err = run("merge", "Joesra", "Yousra", "--format", "json")
    assert json.loads(out) == {"id": "2", "nickname": "Joesra", "visits": 1, "children": 1, "done": True}
    assert known(folder) == ["Joesra", "Oma"]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("forget", "Nobody", "--yes"), "“Nobody” is not one of these: –."),
        (("forget", "999", "--yes"), "No family has this id"),
        (("merge", "Oma", "Oma"), "No family has this id"),
        (("merge", "Oma", "=1+1"), "“=1+1” is not one of these"),
        (("statement", "Oma", "--language", "klingon", "--out", "x.pdf"), "“klingon” is not one of these"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(run: Run, folder: Path, words: tuple[str, ...], hint: str) -> None:
    status, out, err = run(*words)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert hint in err
    assert known(folder) == ["Joesra", "Oma", "Yousra"]


@pytest.mark.parametrize("words", [(), ("forget",), ("merge", "Oma"), ("statement", "Oma"), ("eat", "Oma")])
def test_half_a_command_says_what_is_missing(run: Run, words: tuple[str, ...]) -> None:
    status, out, err = run(*words)
    assert (status, out, err.count("\n")) == (2, "", 1)
