"""Every command of the command line: what it does, what it prints for a person and for a program, what it refuses."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from icalendar import Calendar

from meetingplace import cli, paths, startup
from meetingplace.commands import window
from meetingplace.domain.sessions import SessionState
from meetingplace.i18n.catalog import translator
from meetingplace.services import arrivals, error_log
from meetingplace.startup import NewHouse
from meetingplace.storage import database, paper_lists, places, schema, sessions
from tests.makers import make_family, make_place, make_session

PASSPHRASE = "kraan wolk sokken tram"
COMMANDS = (
    "demo sessions series plan visit sign-in corner voice voices visits flyer sheet poster slip family backup restore"
    " check screenshots"
).split()
HELD, PLANNED, CANCELLED, COUNTED, FORMULA = 1, 2, 3, 4, 5  # ids of the sessions of the house below
FAMILY = 1
DAY = date(2026, 10, 27)  # a Tuesday
PERIOD = ("--from", "2026-10-01", "--to", "2026-10-31")


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def facts(self) -> Any:
        """Read the JSON that was printed."""
        assert self.status == 0, self.err
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Give a way to run a command in this process, in English unless it says otherwise."""

    def command(*words: object) -> Said:
        line = [str(word) for word in words]
        try:
            status = cli.main(["--language", "en", *line])
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    yield command
    database.hang_up()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small house once: two places, five sessions, one family of three."""
    folder = tmp_path_factory.mktemp("template") / "house"
    startup.create_house(folder, NewHouse(name="De Kersenpit", place="Kuregem", host="Samira"))
    with startup.open_house(str(folder)) as house, house.connection():
        make_place("De Bakfiets", level="tally")
        places.change(1, None, address="Kersenstraat 12", postcode="1070", municipality="Anderlecht")
        make_session(1, day=DAY - timedelta(days=7), title="Babymassage")
        make_session(1, day=DAY, languages=("nl", "fr"))
        make_session(1, day=DAY + timedelta(days=1), title="Voorlezen")
        make_session(2, day=DAY, start=time(14), end=time(16), title="Spelen")
        make_session(1, day=date(2027, 5, 4), title="=1+1")
        sessions.change(HELD, None, state=SessionState.HELD.value)
        sessions.change(CANCELLED, None, state=SessionState.CANCELLED.value, reason="De verwarming is stuk")
        make_family("Mama Noor", born=((2025, 3), (2023, 1)))
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    """Give a copy of the small house."""
    return Path(shutil.copytree(template, tmp_path / "house"))


@pytest.fixture
def at(folder: Path) -> tuple[str, str]:
    """Give the words that name the small house."""
    return "--data", str(folder)


def one_line(said: Said, status: int = 1) -> str:
    """Give the one line that a command said on stderr before it ended with this status, printing no facts."""
    assert (said.status, said.out) == (status, "")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err.strip()


# --- the line itself ---


def test_the_version_is_said_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"meetingplace {paths.version()}\n"


def test_version_and_help_load_neither_window_nor_database_nor_paper() -> None:
    asks = (
        "import sys; from meetingplace import cli\n"
        "cli.main(['--version'])\n"
        "try: cli.main(['--language', 'nl', '--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('PySide6', 'peewee', 'sqlcipher3', 'reportlab', 'holidays', 'cryptography')"
        " if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "[]"


def test_help_lists_every_command_that_exists_and_no_other(run: Run) -> None:
    listed = run("--help").out.split("COMMAND\n")[1]
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("    ") and line[4] != " "] == COMMANDS


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize(
    "command",
    [*COMMANDS, "series add", "plan print", "visits import", "family statement", "family forget", "family merge"],
)
def test_the_help_of_a_command_is_said_in_the_language_of_the_program(run: Run, language: str, command: str) -> None:
    said = run("--language", language, *command.split(), "--help")
    english = run("--language", "en", *command.split(), "--help")
    assert said.status == english.status == 0
    about, in_english = (" ".join(text.out.split("\n\n")[1].split()) for text in (said, english))
    assert "options" not in said.out or language == "fr"
    assert about == " ".join(translator("app", language)(in_english).split()) != in_english


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_what_argparse_says_keeps_its_values_in_every_language(run: Run, language: str) -> None:
    for words, value in (
        (("--nonsense",), "--nonsense"),
        (("visit",), "--session"),
        (("sheet", "--session", "1", "--out", "x", "--kind", "tiles"), "tally"),
        (("demo", "--years", "many"), "many"),
        (("visit", "--session", "1", "--family", "1", "--children", "3y"), "--family"),
        (("flyer", "--languages", "nl", "--out", "x"), "--series"),
        (("series", "add", "--title"), "--title"),
    ):
        line = one_line(run("--language", language, *words), status=2)
        assert value in line
        assert "%" not in line
        english = one_line(run("--language", "en", *words), status=2)
        assert line.split(". ")[0] != english.split(". ")[0]


def test_common_options_stand_before_or_after_the_command(run: Run, folder: Path) -> None:
    before = run("--language", "nl", "--data", folder, "sessions", *PERIOD)
    after = run("sessions", *PERIOD, "--data", folder, "--language", "nl")
    joined = run(f"--data={folder}", "sessions", *PERIOD, "--language=nl")
    assert before.out == after.out == joined.out
    assert "di 27 okt 2026" in before.out
    listed = run("series", "--data", folder, "add", "--help")
    assert listed.status == 0


def test_a_language_that_is_spoken_is_not_that_of_the_program(run: Run, at: tuple[str, str]) -> None:
    said = run("--language", "nl", *at, "voice", "--session", HELD, "--language", "ar", "--text", "نتمنى مكانًا هادئًا")
    assert said.out == "1: Gehoord\n"
    english = run("--language", "en", *at, "voice", "--language", "nl", "--text", "Nog een uur voor papa's")
    assert english.out == "2: Heard\n"


def test_a_house_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    assert str(tmp_path / "nowhere" / "house.db") in one_line(run("--data", tmp_path / "nowhere", "check"))
    assert not (tmp_path / "nowhere").exists()
    one_line(run("--database", "mysql://server/house", "check"))
    one_line(run("--data", tmp_path / ("x" * 10_000), "check"))


def test_what_nobody_expected_is_one_line_and_a_log_without_a_word_of_anybody(
    run: Run, at: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_words: object) -> None:
        raise ZeroDivisionError("Fatma El Idrissi")

    monkeypatch.setattr(arrivals, "check_in", fall)
    line = one_line(run(*at, "visit", "--session", PLANNED, "--family", FAMILY))
    assert str(error_log.file()) in line
    kept = error_log.file().read_text(encoding="utf-8")
    assert "ZeroDivisionError" in kept
    assert "Fatma" not in line + kept


def test_nobody_reads_on_and_nothing_falls(folder: Path) -> None:
    program = [sys.executable, "-m", "meetingplace", "--data", str(folder), "sessions", "--from", "2026-01-01"]
    closed = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert closed.stdout is not None
    closed.stdout.close()
    _out, complaint = closed.communicate()
    assert complaint == ""


# --- sessions and series ---


def test_the_sessions_of_a_period_have_the_fixed_keys(run: Run, at: tuple[str, str]) -> None:
    facts = run(*at, "sessions", *PERIOD, "--format", "json").facts
    assert [fact["id"] for fact in facts] == [str(number) for number in (HELD, PLANNED, COUNTED, CANCELLED)]
    assert facts[1] == {
        "id": "2", "series": None, "title": "Open ontmoeting", "place": "Kuregem", "start": "2026-10-27T09:30",
        "end": "2026-10-27T12:00", "state": "planned", "reason": "", "functions": [], "ages": [0, 72],
        "languages": ["nl", "fr"],
    }  # fmt: skip
    assert [fact["state"] for fact in facts] == ["held", "planned", "planned", "cancelled"]


def test_the_sessions_of_one_place_as_a_table(run: Run, at: tuple[str, str]) -> None:
    said = run(*at, "sessions", *PERIOD, "--place", "de bakfiets")
    assert said.out == "     4  Tue 27 Oct 2026  14:00 – 16:00      De Bakfiets  Spelen\n"
    assert run(*at, "sessions", "--from", "2030-01-01", "--to", "2030-01-02").out == "No sessions in this period.\n"


def test_a_spreadsheet_reads_a_title_as_text(run: Run, at: tuple[str, str]) -> None:
    said = run(*at, "sessions", "--from", "2027-05-01", "--to", "2027-05-31", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(said.out))
    assert (row["id"], row["title"], row["ages"]) == ("5", "'=1+1", "0 72")
    empty = run(*at, "sessions", "--from", "2030-01-01", "--to", "2030-01-02", "--format", "csv")
    assert empty.out.split(",")[:3] == ["id", "series", "title"]


def test_a_calendar_reads_the_sessions(run: Run, at: tuple[str, str]) -> None:
    said = run(*at, "sessions", *PERIOD, "--format", "ics")
    events = Calendar.from_ical(said.out).walk("VEVENT")
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert events[1]["dtstart"].dt.isoformat() == "2026-10-27T09:30:00+01:00"  # winter time since the 25th
    assert events[0]["dtstart"].dt.isoformat() == "2026-10-20T09:30:00+02:00"


def test_the_sessions_of_a_person_or_a_series_go_into_a_file(run: Run, at: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    assert run(*at, "sessions", *PERIOD, "--format", "xlsx", "--out", file).out == f"{file}\n"
    assert zipfile.is_zipfile(file)
    assert "--out FILE.xlsx" in one_line(run(*at, "sessions", *PERIOD, "--format", "xlsx"))
    assert "Niemand" in one_line(run(*at, "sessions", "--person", "Niemand"))
    nothing = run(*at, "sessions", *PERIOD, "--series", "99", "--format", "json")
    assert nothing.facts == []


def test_a_plan_is_read_after_a_dry_run_said_what_would_be_done(run: Run, at: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Date;Start;End;Title;Place\n2027-02-02;9:00;11:00;New one;Kuregem\nsoon;9;10;Unclear;Kuregem\n")
    said = run(*at, "plan", "import", file, "--dry-run", "--format", "json").facts
    assert ([one["title"] for one in said["new"]], said["done"]) == (["New one"], False)
    assert [one["why"] for one in said["unclear"]] == ["no_date"]
    period = ("--from", "2027-02-01", "--to", "2027-02-28", "--format", "json")
    assert run(*at, "sessions", *period).facts == []
    out = run(*at, "plan", "import", file).out.splitlines()
    assert out[-1] == "1 new, 0 changed, 0 the same, 1 unclear."
    assert [fact["title"] for fact in run(*at, "sessions", *period).facts] == ["New one"]
    assert run(*at, "plan", "import", file, "--format", "json").facts["same"][0]["title"] == "New one"
    file.write_text(
        "Date;Start;End;Title;Place;Team;Partners\n3/2/2027;9;10;A;Kuregem;Nora;\n4/2/2027;9;10;B;Kuregem;;Bib\n"
    )
    said = run(*at, "plan", "import", file, "--dry-run", "--format", "json").facts
    assert said["new"][0]["hints"] == [{"fact": "team", "words": "Nora"}]
    assert said["unclear"][0]["why"] == "no_partner"
    out = run(*at, "plan", "import", file, "--dry-run").out
    assert "“Nora” is not in the team here and is left out" in out
    assert "“Bib” is no partner that is known here" in out
    file.write_text("nothing of the kind")
    assert "heading" in one_line(run(*at, "plan", "import", file))


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--from", "2026-02-31"), "2026-02-31"),
        (("--from", "<b>"), "<b>"),
        (("--to", "x" * 10_000), "xxx"),
        (("--from", "2026-10-02", "--to", "2026-10-01"), "end"),
        (("--place", "Nergens"), "De Bakfiets, Kuregem"),
        (("--place", "x" * 10_000), "De Bakfiets, Kuregem"),
        (("--place", ""), "De Bakfiets, Kuregem"),
    ],
)
def test_a_period_or_place_that_makes_no_sense(
    run: Run, at: tuple[str, str], words: tuple[str, ...], part: str
) -> None:
    line = one_line(run(*at, "sessions", *words))
    assert part in line
    assert len(line) < 300


SERIES = (
    "series", "add", "--title", "Voorlezen", "--place", "kuregem", "--weekdays", "wed", "--start", "9:30",
    "--end", "11:30", "--from", "2026-10-21", "--to", "2026-11-18",
)  # fmt: skip


def test_a_series_says_what_it_made_and_what_it_skipped_and_why(run: Run, at: tuple[str, str]) -> None:
    # autumn 2026: French-language schools close 19–30 October, Dutch-language schools 2–8 November; 11 November is a
    # public holiday; all of these Wednesdays but the last fall on one of them
    facts = run(*at, *SERIES, "--skip-holidays", "flemish,french,public", "--format", "json").facts
    assert facts["made"] == ["2026-11-18"]
    assert [skip["date"] for skip in facts["skipped"]] == ["2026-10-21", "2026-10-28", "2026-11-04", "2026-11-11"]
    assert all(skip["why"] for skip in facts["skipped"])
    made = run(*at, "sessions", "--from", "2026-11-18", "--to", "2026-11-18", "--format", "json").facts
    assert [(it["series"], it["title"], it["start"]) for it in made] == [(facts["id"], "Voorlezen", "2026-11-18T09:30")]


def test_a_series_skips_only_the_calendars_that_are_asked(run: Run, at: tuple[str, str]) -> None:
    flemish = run(*at, *SERIES, "--skip-holidays", "flemish", "--format", "json").facts
    assert flemish["made"] == ["2026-10-21", "2026-10-28", "2026-11-18"]  # schools rest on Armistice Day too
    every = run(*at, *SERIES, "--every", "2", "--format", "json").facts
    assert (every["made"], every["skipped"]) == (["2026-10-21", "2026-11-04", "2026-11-18"], [])


def test_a_series_as_a_person_reads_it(run: Run, at: tuple[str, str]) -> None:
    said = run(*at, *SERIES, "--skip-holidays", "flemish").out.splitlines()
    assert said[:2] == ["3 sessions are planned", "  + Wednesday 21 October 2026"]
    assert said[4].startswith("  - Wednesday 4 November 2026: ")


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        (("--title", "x" * 10_000), "too long"),
        (("--title", "   "), "name"),
        (("--place", "Nergens"), "Kuregem"),
        (("--weekdays", "wed,someday"), "mon, tue, wed"),
        (("--start", "25:00"), "25:00"),
        (("--end", "9:00"), "end"),
        (("--to", "2020-01-01"), "end"),
        (("--to", "2066-11-18"), "longer"),
        (("--every", "0"), "0"),
        (("--skip-holidays", "klingon"), "flemish, french, public"),
        (("--skip-holidays", "flemish", "--from", "2026-11-04", "--to", "2026-11-04"), "No day"),
    ],
)
def test_a_series_that_makes_no_sense_plans_nothing(
    run: Run, at: tuple[str, str], changed: tuple[str, ...], part: str
) -> None:
    assert part in one_line(run(*at, *SERIES, *changed))
    assert len(run(*at, "sessions", "--from", "2026-01-01", "--to", "2028-01-01", "--format", "json").facts) == 5


# --- arrivals and voices ---


def test_a_family_comes_by_its_code_or_its_nickname(run: Run, at: tuple[str, str]) -> None:
    facts = run(*at, "visit", "--session", PLANNED, "--family", FAMILY, "--format", "json").facts
    assert facts == {"id": "1", "session": "2", "totals": {"children": 2, "adults": 1, "families": 1}}
    assert "Mama Noor is already in." in one_line(run(*at, "visit", "--session", PLANNED, "--family", "mama noor"))


def test_people_without_a_name_are_counted_with_those_who_were_there(run: Run, at: tuple[str, str]) -> None:
    run(*at, "visit", "--session", PLANNED, "--family", "Mama Noor")
    said = run(
        *at, "visit", "--session", PLANNED, "--children", "12m,3y", "--adults", "mother,grandparent",
        "--language", "ar", "--language", "fr,tr",
    )  # fmt: skip
    assert said.out == "At this session: 4 children, 3 adults, 2 families.\n"
    with startup.open_house(at[1]) as house, house.connection():
        spoken = database.database.execute_sql("SELECT languages FROM visit WHERE family_id IS NULL").fetchall()
    assert spoken == [("ar,fr,tr",)]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--session", PLANNED), "at least one"),
        (("--session", PLANNED, "--children", "twelve"), "twelve"),
        (("--session", PLANNED, "--children", "99999y"), "99999y"),
        (("--session", PLANNED, "--children", "20y"), "240"),
        (("--session", PLANNED, "--children", "²m"), "²m"),
        (("--session", PLANNED, "--adults", "<b>"), "mother, father"),
        (("--session", PLANNED, "--adults", "mother", "--language", "klingon"), "klingon"),
        (("--session", PLANNED, "--family", "777"), "id"),
        (("--session", PLANNED, "--family", "Mama"), "Mama Noor"),
        (("--session", PLANNED, "--family", "x" * 10_000), "xxx"),
        (("--session", "777", "--adults", "mother"), "sessions"),
        (("--session", "9" * 10_000, "--adults", "mother"), "sessions"),
        (("--session", "-1", "--adults", "mother"), "sessions"),
        (("--session", "٣", "--adults", "mother"), "sessions"),
        (("--session", HELD, "--adults", "mother"), "closed"),
        (("--session", CANCELLED, "--adults", "mother"), "does not go on"),
        (("--session", COUNTED, "--adults", "mother"), "De Bakfiets"),
    ],
)
def test_an_arrival_that_makes_no_sense_changes_nothing(
    run: Run, at: tuple[str, str], words: tuple[object, ...], part: str
) -> None:
    line = one_line(run(*at, "visit", *words))
    assert part in line
    assert len(line) < 300
    with startup.open_house(at[1]) as house, house.connection():
        assert database.database.execute_sql("SELECT COUNT(*) FROM visit").fetchone() == (0,)


def heard(folder: str) -> list[tuple[str, str, str]]:
    with startup.open_house(folder) as house, house.connection():
        return list(database.database.execute_sql("SELECT words, language, kind FROM voice ORDER BY id").fetchall())


def test_a_voice_is_kept_in_its_own_words(run: Run, at: tuple[str, str]) -> None:
    wish = "نتمنى <b>مكانًا</b> هادئًا & =1+1 👶"
    facts = run(*at, "voice", "--session", HELD, "--kind", "wish", "--language", "ar", "--text", wish,
                "--format", "json").facts  # fmt: skip
    assert facts == {"id": "1", "state": "heard"}
    assert heard(at[1]) == [(wish, "ar", "wish")]


def test_half_a_sign_from_a_terminal_is_left_out(run: Run, at: tuple[str, str]) -> None:
    assert run(*at, "voice", "--language", "fr", "--text", "caf\udce9").status == 0
    assert heard(at[1]) == [("caf", "fr", "wish")]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--text", "x" * 10_000), "too long"),
        (("--text", " "), "no text"),
        (("--text", "a", "--kind", "shout"), "wish, idea"),
        (("--text", "a", "--language", "klingon"), "klingon"),
        (("--text", "a", "--session", "777"), "sessions"),
    ],
)
def test_a_voice_that_makes_no_sense_is_not_kept(
    run: Run, at: tuple[str, str], words: tuple[str, ...], part: str
) -> None:
    assert part in one_line(run(*at, "voice", *words))
    assert heard(at[1]) == []


# --- paper ---


def text_of(file: Path) -> str:
    pdf = pypdfium2.PdfDocument(file)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def test_a_flyer_as_pdf_picture_and_text(run: Run, at: tuple[str, str], tmp_path: Path, qapp: object) -> None:
    asked = (*at, "flyer", "--session", PLANNED, "--languages", "nl")
    pdf, picture, text = (tmp_path / "out" / f"flyer.{kind}" for kind in ("pdf", "png", "txt"))
    assert run(*asked, "--out", pdf).out == f"{pdf}\n"
    assert "Open ontmoeting" in text_of(pdf)
    run(*asked, "--format", "png", "--out", picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
    run(*asked, "--format", "text", "--out", text)
    assert "Open ontmoeting" in text.read_text(encoding="utf-8")
    assert {file.name for file in pdf.parent.iterdir()} == {"flyer.pdf", "flyer.png", "flyer.txt"}
    with startup.open_house(at[1]) as house, house.connection():
        assert database.database.execute_sql("SELECT COUNT(*) FROM flyer").fetchone() == (3,)


def test_a_flyer_in_dutch_and_arabic_has_both_on_one_page(
    run: Run, at: tuple[str, str], tmp_path: Path, qapp: object
) -> None:
    run(*at, "flyer", "--session", PLANNED, "--languages", "nl,ar", "--out", tmp_path / "flyer.pdf")
    assert len(pypdfium2.PdfDocument(tmp_path / "flyer.pdf")) == 1
    assert "dinsdag" in text_of(tmp_path / "flyer.pdf")


def test_a_sheet_to_count_on_and_one_with_names(run: Run, at: tuple[str, str], tmp_path: Path, qapp: object) -> None:
    for kind in ("tally", "names"):
        file = tmp_path / f"{kind}.pdf"
        said = run("--language", "nl", *at, "sheet", "--session", PLANNED, "--kind", kind, "--out", file)
        assert (said.out, said.err) == (f"{file}\n", "")
        assert "Open ontmoeting" in text_of(file)


def test_a_list_that_was_made_waits_to_be_typed_in_and_cards_do_not(
    run: Run, at: tuple[str, str], tmp_path: Path, qapp: object
) -> None:
    for kind in ("names", "cards", "names"):
        run(*at, "sheet", "--session", PLANNED, "--kind", kind, "--out", tmp_path / "paper.pdf")
    with startup.open_house(at[1]) as house, house.connection():
        assert [one.kind.value for one in paper_lists.of_session(PLANNED)] == ["names"]


def test_the_columns_of_a_list_of_names_are_chosen(run: Run, at: tuple[str, str], tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "names.pdf"
    asked = ("--language", "nl", *at, "sheet", "--session", PLANNED, "--out", file, "--kind")
    run(*asked, "names", "--columns", "ages,left")
    assert "leeftijd" in text_of(file)
    assert "weg om" in text_of(file)
    assert "taal thuis" not in text_of(file)
    assert "--columns" in one_line(run(*asked, "cards", "--columns", "ages"), status=2)
    assert "left" in one_line(run(*asked, "names", "--columns", "surname"))


def test_visits_are_read_from_a_table_whole_or_not_at_all(run: Run, at: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "visits.csv"
    head, good = "Date,Place,Nickname,Children,Adults", "2026-10-27,Kuregem,Zon,8m,mum"
    file.write_text(f"{head}\n{good}\n2026-10-27,Kuregem,mama noor,,dad\n2026-10-27,Kuregem,Maan,=1+1,mum\n")
    said = run(*at, "visits", "import", file, "--dry-run", "--format", "json").facts
    numbers = {kind: len(rows) for kind, rows in said.items() if kind != "done"}
    assert numbers == {"new": 1, "known": 1, "here": 0, "unclear": 1}
    assert said["unclear"][0]["row"] == 4
    assert "Row 4: “=1+1” is not a number" in run(*at, "visits", "import", file, "--dry-run").out
    assert one_line(run(*at, "visits", "import", file)).startswith("Row 4: “=1+1” is not a number")
    file.write_text(f"{head}\n{good}\n")
    assert run(*at, "visits", "import", file, "--dry-run").out.endswith("Nothing was changed.\n")
    out = run(*at, "visits", "import", file).out.splitlines()
    assert out[0].startswith("  + Zon, ")
    assert out[-1] == "1 of new families, 0 known, 0 registered already, 0 unclear."
    assert len(run(*at, "visits", "import", file, "--format", "json").facts["here"]) == 1
    assert ".csv" in one_line(run(*at, "visits", "import", file.with_suffix(".txt")))
    file.write_text("Date,Nickname,Children\n")
    assert "no column for: Place" in one_line(run(*at, "visits", "import", file))


def test_the_blank_rows_and_cards_are_chosen(run: Run, at: tuple[str, str], tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "paper.pdf"
    asked = (*at, "sheet", "--session", PLANNED, "--out", file, "--kind")
    for kind, pages in (("names", 4), ("cards", 7)):  # fifteen rows on a page, eight cards
        run(*asked, kind, "--blank", "50")
        assert len(pypdfium2.PdfDocument(file)) == pages
    assert "-1" in one_line(run(*asked, "names", "--blank", "-1"))
    assert "--blank" in one_line(run(*asked, "tally", "--blank", "3"), status=2)


@pytest.mark.parametrize("kind", ["month", "week", "year", "roster"])
def test_a_sheet_of_the_plan(run: Run, at: tuple[str, str], tmp_path: Path, qapp: object, kind: str) -> None:
    file = tmp_path / f"{kind}.pdf"
    day = ("--from", "2026-10-27")
    said = run("--language", "fr", *at, "plan", "print", "--kind", kind, *day, "--paper", "a3", "--out", file)
    assert (said.status, said.out, said.err) == (0, f"{file}\n", "")
    assert "fait le" in text_of(file)
    document = pypdfium2.PdfDocument(file)
    assert [round(side * 25.4 / 72) for side in document[0].get_size()] == [420, 297]


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "print", "--kind", "month", "--from", "2026-10-27", "--to", "2026-10-01"),
        ("plan", "print", "--kind", "week", "--from", "2020-01-01", "--to", "2030-01-01"),
        ("plan", "print", "--kind", "year", "--from", "2026-10-27", "--place", "Nergens"),
        ("flyer", "--session", "777", "--languages", "nl"),
        ("flyer", "--series", "777", "--languages", "nl"),
        ("flyer", "--session", PLANNED, "--languages", "nl,klingon"),
        ("flyer", "--session", CANCELLED, "--languages", "nl"),
        ("sheet", "--session", "777", "--kind", "tally"),
        ("sheet", "--session", COUNTED, "--kind", "names"),
        ("sheet", "--session", COUNTED, "--kind", "cards"),
    ],
)
def test_paper_that_cannot_be_made_leaves_no_file(
    run: Run, at: tuple[str, str], tmp_path: Path, qapp: object, words: tuple[object, ...]
) -> None:
    one_line(run(*at, *words, "--out", tmp_path / "out" / "paper.pdf"))
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_and_a_full_disk_leave_the_old_file(
    run: Run, at: tuple[str, str], tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out" / "paper.pdf"
    asked = (*at, "sheet", "--session", PLANNED, "--kind", "tally", "--out")
    run(*asked, file)
    before = file.read_bytes()
    assert "may not write" in one_line(run(*asked, file / "in a file.pdf"))
    assert "may not write" in one_line(run(*asked, tmp_path / "out"))

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "disk is full" in one_line(run(*asked, file))
    assert file.read_bytes() == before
    assert [left.name for left in file.parent.iterdir()] == ["paper.pdf"]


# --- back-up, restore, check ---


def test_a_house_that_is_whole_is_said_to_be(run: Run, at: tuple[str, str]) -> None:
    facts = run(*at, "check", "--format", "json").facts
    assert (facts["ok"], facts["problems"], facts["schema"]) == (True, [], max(schema.known()))
    assert {"ar", "nl", "tr"} <= set(facts["languages"])
    assert run(*at, "check").out.startswith("Everything is whole.\nHouse: De Kersenpit\nEncrypted: no\n")


def test_a_loose_end_is_a_problem_and_exit_1(run: Run, at: tuple[str, str]) -> None:
    with sqlite3.connect(Path(at[1]) / "house.db") as loose:
        loose.execute("DELETE FROM place WHERE id = 1")
    loose.close()
    said = run(*at, "check", "--format", "json")
    assert said.status == 1
    assert json.loads(said.out)["ok"] is False
    assert "foreign key: session" in json.loads(said.out)["problems"]


def test_a_backup_comes_back_and_what_it_replaces_is_kept(run: Run, at: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "stick" / "b.mpbackup"
    assert run(*at, "backup", "--out", file, "--format", "json").facts == {"file": str(file)}
    run(*at, "visit", "--session", PLANNED, "--family", FAMILY)
    asked = run(*at, "restore", file)
    assert (asked.status, asked.out) == (1, "")
    assert "De Kersenpit" in asked.err
    assert "--yes" in asked.err
    facts = run(*at, "restore", file, "--yes", "--format", "json").facts
    assert (facts["house_name"], facts["sessions"], facts["families"], facts["visits"]) == ("De Kersenpit", 5, 1, 0)
    assert facts["folder"] == at[1]
    now, before = (run("--data", where, "visit", "--session", PLANNED, "--adults", "mother", "--format", "json").facts
                   for where in (at[1], facts["kept"]))  # fmt: skip
    assert (now["totals"]["families"], before["totals"]["families"]) == (1, 2)


def test_a_backup_lies_in_the_house_when_nothing_is_said(run: Run, at: tuple[str, str]) -> None:
    said = run(*at, "backup").out
    (file,) = (Path(at[1]) / "backups").iterdir()
    assert str(file) in said


def test_a_backup_in_a_folder_gets_a_name_of_its_own(run: Run, at: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    run(*at, "backup", "--out", tmp_path / "stick")
    (file,) = (tmp_path / "stick").iterdir()
    assert file.suffix == ".mpbackup"


def test_a_backup_opens_on_another_pc_with_the_passphrase_or_the_recovery_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=PASSPHRASE)
    words = startup.create_house(tmp_path / "locked", locked)
    file = tmp_path / "b.mpbackup"
    monkeypatch.setenv("MEETINGPLACE_PASSPHRASE", PASSPHRASE)
    assert run("--data", tmp_path / "locked", "backup", "--out", file).status == 0
    for number, good in enumerate((PASSPHRASE, " ".join(words))):
        monkeypatch.setenv("MEETINGPLACE_PASSPHRASE", good)
        other = tmp_path / f"pc {number}"
        assert run("--data", other, "restore", file, "--yes", "--format", "json").facts["kept"] is None
        assert run("--data", other, "check", "--format", "json").facts["is_encrypted"] is True
    monkeypatch.setenv("MEETINGPLACE_PASSPHRASE", "een andere zin")
    assert "not right" in one_line(run("--data", tmp_path / "pc 3", "restore", file, "--yes"))
    assert not (tmp_path / "pc 3").exists()
    assert "not right" in one_line(run("--data", tmp_path / "locked", "sessions"))
    monkeypatch.delenv("MEETINGPLACE_PASSPHRASE")
    assert "MEETINGPLACE_PASSPHRASE" in one_line(run("--data", tmp_path / "locked", "sessions"))
    (tmp_path / "locked" / "house.key").unlink()
    assert "house.key" in one_line(run("--data", tmp_path / "locked", "sessions"))


def test_a_backup_that_is_none_replaces_nothing(run: Run, at: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "b.mpbackup").write_bytes(b"nonsense")
    before = (Path(at[1]) / "house.db").read_bytes()
    assert "b.mpbackup" in one_line(run(*at, "restore", tmp_path / "b.mpbackup", "--yes"))
    assert "nowhere" in one_line(run(*at, "restore", tmp_path / "nowhere", "--yes"))
    assert (Path(at[1]) / "house.db").read_bytes() == before


def test_a_broken_house_and_one_of_a_newer_program_are_left_alone(run: Run, at: tuple[str, str]) -> None:
    file = Path(at[1]) / "house.db"
    with sqlite3.connect(file) as newer:
        newer.execute("INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')")
    newer.close()
    before = file.read_bytes()
    assert "newer version" in one_line(run(*at, "visit", "--session", PLANNED, "--family", FAMILY))
    assert file.read_bytes() == before
    file.write_bytes(before[:1_000] + b"\xff" * 20_000)
    assert "damaged" in one_line(run(*at, "check"))


def test_commands_that_meet_on_one_house_lose_nothing(folder: Path, own_folders: Path) -> None:
    program = [sys.executable, "-m", "meetingplace", "--data", str(folder), "visit", "--session", str(PLANNED)]
    running = [subprocess.Popen([*program, "--adults", "mother"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
               for _ in range(4)]  # fmt: skip
    assert [(one.communicate()[1], one.returncode) for one in running] == [(b"", 0)] * 4
    with startup.open_house(str(folder)) as house, house.connection():
        assert database.database.execute_sql("SELECT COUNT(*) FROM visit").fetchone() == (4,)


# --- the sample house, pictures, the window ---

SMALL = ("demo", "--no-window", "--today", "2026-10-27", "--years", "1", "--families", "12", "--visits", "40")


def test_the_sample_house_says_what_it_holds(run: Run, tmp_path: Path) -> None:
    facts = run("--data", tmp_path / "sample", *SMALL, "--places", "2", "--format", "json").facts
    assert set(facts) == {"data", "places", "sessions", "families", "visits", "voices", "seconds"}
    assert (facts["data"], facts["places"], facts["families"], facts["visits"]) == (str(tmp_path / "sample"), 2, 12, 40)
    listed = run("--data", tmp_path / "sample", "sessions", "--from", "2020-01-01", "--to", "2030-01-01",
                 "--format", "json").facts  # fmt: skip
    assert len(listed) == facts["sessions"]
    assert run("--data", tmp_path / "sample", "check", "--format", "json").facts["ok"]


def test_a_sample_house_that_is_there_is_kept_unless_a_fresh_one_is_asked(run: Run, tmp_path: Path) -> None:
    here = ("--data", tmp_path / "sample")
    first = run(*here, *SMALL, "--format", "json").facts
    again = run(*here, *SMALL, "--visits", "99", "--format", "json").facts
    assert again["visits"] == first["visits"] == 40
    assert "--fresh" in run(*here, *SMALL).out
    assert run(*here, *SMALL, "--visits", "99", "--fresh", "--format", "json").facts["visits"] == 99


def test_a_sample_house_never_takes_the_place_of_a_real_one(run: Run, at: tuple[str, str]) -> None:
    for more in ((), ("--fresh",)):
        assert "house" in one_line(run(*at, *SMALL, *more))
    assert run(*at, "check", "--format", "json").facts["house"] == "De Kersenpit"


def test_the_sample_house_lies_in_a_folder_of_its_own(run: Run, own_folders: Path) -> None:
    assert run(*SMALL, "--format", "json").facts["data"] == str(own_folders / "data" / "sample-house")


@pytest.mark.parametrize(
    "words", [("--years", "0"), ("--families", "-3"), ("--visits", "99999999999"), ("--places", "0")]
)
def test_a_size_that_is_no_house_makes_none(run: Run, tmp_path: Path, words: tuple[str, str]) -> None:
    assert words[1] in one_line(run("--data", tmp_path / "sample", *SMALL, *words))
    assert not (tmp_path / "sample").exists()


def test_the_window_opens_on_the_house_that_was_asked_for(
    run: Run, at: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[object, ...]] = []
    monkeypatch.setattr(window, "run", lambda *asked: opened.append(asked) or 0)
    assert run(*at).status == 0
    assert run("--database", "postgresql://server/house").status == 0
    sample = [word for word in SMALL if word != "--no-window"]
    assert run("--data", tmp_path / "sample", *sample).status == 0
    server = "postgresql://server/house"
    assert opened == [(Path(at[1]), None, "en", ""), (None, server, "en", ""), (tmp_path / "sample", None, "en", "")]


def test_the_sign_in_opens_nothing_but_the_screen_for_parents(
    run: Run, at: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[object, ...]] = []
    monkeypatch.setattr(window, "run", lambda *asked: opened.append(asked) or 0)
    assert run("sign-in", *at).status == 0
    assert opened == [(Path(at[1]), None, "en", "sign_in")]


def test_no_word_at_all_opens_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[object, ...]] = []
    monkeypatch.setattr(window, "run", lambda *asked: opened.append(asked) or 0)
    monkeypatch.setattr(window.system_libraries, "is_without_screen", lambda: False)
    assert cli.main([]) == 0
    assert opened == [(None, None, None, "")]


def test_without_a_screen_the_window_says_so(run: Run, at: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(window.system_libraries, "missing_for_a_window", list)
    assert "no screen" in one_line(run(*at))


def test_a_library_of_the_system_that_is_missing_is_named_by_its_package(
    run: Run, at: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_words: object) -> None:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(window, "run", fall)
    monkeypatch.setattr(window.system_libraries, "is_without_screen", lambda: False)
    monkeypatch.setattr(window.system_libraries, "missing_for_a_window", list)
    assert "apt-get install libegl1" in one_line(run(*at))


@pytest.mark.parametrize(
    "words", [("--size", "big"), ("--size", "1x1"), ("--scale", "9"), ("--scale", "nan"), ("--screens", "cellar")]
)
def test_pictures_that_make_no_sense_are_not_made(
    run: Run, at: tuple[str, str], tmp_path: Path, qapp: object, words: tuple[str, str]
) -> None:
    assert words[1] in one_line(run(*at, "screenshots", "--out", tmp_path / "out", *words))
    assert not (tmp_path / "out").exists()


def test_a_picture_of_a_screen(run: Run, at: tuple[str, str], tmp_path: Path, qapp: object) -> None:
    said = run(*at, "screenshots", "--out", tmp_path, "--screens", "arrivals", "--size", "1000x700")
    assert said.out == f"{tmp_path / 'arrivals.png'}\n"
    assert (tmp_path / "arrivals.png").read_bytes()[16:24] == (1000).to_bytes(4, "big") + (700).to_bytes(4, "big")


def test_ctrl_c_is_no_fall(run: Run, at: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(arrivals, "check_in", stop)
    assert one_line(run(*at, "visit", "--session", PLANNED, "--family", FAMILY)) == "Stopped."


def test_an_arrival_is_of_now(run: Run, at: tuple[str, str]) -> None:
    before = datetime.now()
    run(*at, "visit", "--session", PLANNED, "--family", FAMILY)
    with startup.open_house(at[1]) as house, house.connection():
        (arrived,) = database.database.execute_sql("SELECT arrived FROM visit").fetchone()
    assert before <= datetime.fromisoformat(arrived) <= datetime.now()
