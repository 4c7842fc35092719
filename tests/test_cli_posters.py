"""`poster` and `voices`: paper of participation in a file, every voice as facts; or one line that says why not."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from meetingplace import cli, startup
from meetingplace.domain.polls import Card, Poll
from meetingplace.domain.voices import Voice, VoiceState, VoiceText
from meetingplace.startup import NewHouse
from meetingplace.storage import database, polls, voices
from tests.documents import reading

Run = Callable[..., tuple[int, str, str]]
pytestmark = pytest.mark.usefixtures("qapp")
LONG_AGO = date(2024, 5, 2)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Give a way to run a command in a small house in English, in which a parent said something."""
    folder = tmp_path / "house"
    startup.create_house(folder, NewHouse(name="De Kersenpit", place="Kuregem", host="Samira"))
    with startup.open_house(str(folder)) as house, house.connection():
        french = VoiceText("fr", "Plus de livres", "Voilà.")
        told = Voice(0, LONG_AGO, "=Meer boeken", answer="Er zijn er nu 28.", state=VoiceState.DONE, is_shown=True)
        voices.add(replace(told, texts=(french,), notes="vraag het aan Bas"))
        cards = (Card(0, "outing", "naar het bos"), Card(0, "cooking", "koken"))
        polls.add(Poll(0, "Wat doen we?", cards, opened_on=LONG_AGO))
    capsys.readouterr()

    def command(name: str, *words: object) -> tuple[int, str, str]:
        try:
            status = cli.main(["--language", "en", name, "--data", str(folder), *map(str, words)])
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    yield command
    database.hang_up()


def test_the_poster_of_what_was_said_and_done_is_made_and_says_what_is_missing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "poster.pdf"
    asked = ("--kind", "said-did", "--languages", "nl,fr,ar", "--paper", "A3", "--from", LONG_AGO, "--out", file)
    status, out, err = run("poster", *asked)
    assert (status, out) == (0, f"{file}\n")
    assert err == "Arabic: 2 texts are not written yet. The Dutch stands for them.\n"
    words = reading.words(file.read_bytes())
    for text in ("“=Meer boeken”", "« Plus de livres »", "Er zijn er nu 28.", "Voilà."):
        assert text in words
    [page] = pypdfium2.PdfDocument(file)
    assert round(page.get_width() / 72 * 25.4) == 297


@pytest.mark.parametrize(
    ("kind", "text"), [("dots", "naar het bos"), ("faces", "Hoe was het hier vandaag?"), ("slips", "Mijn idee")]
)
def test_the_other_papers_are_made_in_the_languages_of_the_house(
    run: Run, tmp_path: Path, kind: str, text: str
) -> None:
    file = tmp_path / "paper.pdf"
    status, out, _err = run("poster", "--kind", kind, "--out", file)
    assert (status, out) == (0, f"{file}\n")
    assert text in reading.words(file.read_bytes())


@pytest.mark.parametrize(
    ("words", "status", "hint"),
    [
        (("--kind", "said-did"), 1, "hangs on the board"),
        (("--kind", "dots", "--languages", "klingon"), 1, "klingon"),
        (("--kind", "dots", "--poll", "99"), 1, "No choice has this id"),
        (("--kind", "faces", "--poll", "1"), 2, "--poll"),
        (("--kind", "slips", "--from", "2024-01-01"), 2, "--from"),
        (("--kind", "news"), 2, "said-did"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_line_and_leaves_no_file(
    run: Run, tmp_path: Path, words: tuple[str, ...], status: int, hint: str
) -> None:
    file = tmp_path / "poster.pdf"
    ended, out, err = run("poster", *words, "--out", file)
    assert (ended, out) == (status, "")
    assert err.count("\n") == 1
    assert hint in err
    assert not file.exists()


def test_voices_as_json_without_notes_unless_they_are_asked_for(run: Run) -> None:
    _status, out, _err = run("voices", "--format", "json")
    [voice] = json.loads(out)
    assert (voice["state"], voice["words"], voice["people"]) == ("done", "=Meer boeken", 1)
    assert (voice["heard_on"], voice["told_on"], voice["is_shown"]) == ("2024-05-02", None, True)
    assert "Bas" not in out
    assert "vraag het aan Bas" in run("voices", "--format", "json", "--notes")[1]


def test_voices_as_csv_hold_no_formula(run: Run) -> None:
    [head, row] = csv.reader(io.StringIO(run("voices", "--format", "csv")[1]))
    voice = dict(zip(head, row, strict=True))
    assert voice["words"] == "'=Meer boeken"
    assert "notes" not in voice


def test_voices_as_a_table_name_the_state(run: Run) -> None:
    assert "Done" in run("voices")[1]
    assert run("voices", "--place", "Nergens")[0] == 1
