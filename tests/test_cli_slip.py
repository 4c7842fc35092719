"""`slip`: a referral slip for a partner by its name, in Dutch and another language; or one line that says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from meetingplace import cli, startup
from meetingplace.startup import NewHouse
from meetingplace.storage import database, partners
from tests.documents import reading

Run = Callable[..., tuple[int, str, str]]
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Give a way to make a slip in a small house in English."""
    folder = tmp_path / "house"
    startup.create_house(folder, NewHouse(name="De Kersenpit", place="Kuregem", host="Samira"))
    with startup.open_house(str(folder)) as house, house.connection():
        partners.add(name="Opvoedingswinkel Noord", is_referral=True, hours="elke dag")
        partners.add(name="Bibliotheek", is_referral=False)
    capsys.readouterr()

    def command(*words: object) -> tuple[int, str, str]:
        try:
            status = cli.main(["--language", "en", "slip", "--data", str(folder), *map(str, words)])
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    yield command
    database.hang_up()


def test_a_slip_is_made_for_a_partner_by_its_name(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "slip.pdf"
    said = run("--partner", "opvoedingswinkel  noord", "--language", "ar", "--out", file)
    assert said == (0, f"{file}\n", "")
    words = reading.words(file.read_bytes())
    for text in ("Opvoedingswinkel Noord", "elke dag", "zeg: ik kom van De Kersenpit", "ساعات العمل"):
        assert text in words


def test_without_a_language_it_is_in_dutch_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "slip.pdf"
    run("--partner", "Opvoedingswinkel Noord", "--out", file)
    assert {line.language for line in reading.lines(file.read_bytes())} == {"nl"}


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--partner", "Nergens", "--language", "ar"), "Opvoedingswinkel Noord"),
        (("--partner", "Bibliotheek", "--language", "ar"), "Opvoedingswinkel Noord"),
        (("--partner", "Opvoedingswinkel Noord", "--language", "klingon"), "pl"),
    ],
)
def test_a_slip_that_cannot_be_made_says_what_can_and_leaves_no_file(
    run: Run, tmp_path: Path, words: tuple[str, ...], hint: str
) -> None:
    status, out, err = run(*words, "--out", tmp_path / "slip.pdf")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert hint in err
    assert not (tmp_path / "slip.pdf").exists()
