"""The statement in the making: in which language, on the printer, as paper or as data. No Qt but the fonts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import families
from meetingplace.ui.directory.statement.presenter import Presenter
from meetingplace.ui.kit.paper_out import Printer
from meetingplace.ui.kit.surroundings import Surroundings
from tests.documents import reading
from tests.makers import make_family, make_house


@dataclass
class View:
    """Remembers what it is shown, and answers what a person would."""

    page_width: int = 300
    dots: int = 600
    has_printer: bool = True
    file: Path | None = None
    language: str = ""
    pages: str = ""
    problem: str = ""
    printed: tuple[bytes, ...] = ()
    offered: str = ""
    suggested: str = ""
    closed: int = 0

    def show_language(self, language: str) -> None:
        self.language = language

    def show_page(self, picture: bytes, line: str) -> None:
        assert picture.startswith(b"\x89PNG")
        self.pages = line

    def show_problem(self, said: str) -> None:
        self.problem = said

    def close_panel(self) -> None:
        self.closed += 1

    def choose_printer(self) -> Printer | None:
        if not self.has_printer:
            raise Refused(Reason.NO_PRINTER)
        return self if self.dots else None

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        self.printed = pages

    def offer_pdf(self, said: str) -> None:
        self.offered = said

    def choose_file(self, title: str, suggested: str, ending: str) -> Path | None:
        self.suggested = suggested
        return self.file


@pytest.fixture
def family(house: None) -> int:
    """Make a house and a family that speaks Turkish."""
    make_house("Huis Kersenhof")
    return make_family("Slak/Oma", languages=["tr"])


def opened(around: Surroundings, family: int, **answers: Any) -> tuple[Presenter, View]:
    view = View(**answers)
    presenter = Presenter(around, view, family)
    presenter.refresh()
    return presenter, view


def test_it_begins_in_the_language_of_the_family(around: Surroundings, family: int) -> None:
    _presenter, view = opened(around, family)
    assert (view.language, view.pages) == ("tr", "1 page")


def test_paper_and_data_go_into_files_that_name_nobody(
    around: Surroundings, heard: Any, family: int, tmp_path: Path
) -> None:
    presenter, view = opened(around, family, file=tmp_path / "it")
    presenter.choose_language("fr")
    presenter.save_pdf()
    assert view.suggested == f"Family {family}.pdf"
    assert "Slak/Oma" in reading.words((tmp_path / "it").read_bytes())
    presenter.save_data()
    assert view.suggested == f"Family {family}.json"
    assert json.loads((tmp_path / "it").read_text(encoding="utf-8"))["nickname"] == "Slak/Oma"
    assert heard.sentences == ["Saved: it", "Saved: it"]


def test_it_is_printed_or_a_pdf_is_offered(around: Surroundings, family: int) -> None:
    presenter, view = opened(around, family)
    presenter.print_paper()
    assert len(view.printed) == 1
    presenter, view = opened(around, family, has_printer=False)
    presenter.print_paper()
    assert view.offered
    presenter, view = opened(around, family, dots=0)
    presenter.print_paper()
    assert view.printed == ()


def test_what_paper_cannot_write_can_still_be_saved_as_data(
    around: Surroundings, family: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> bytes:
        raise Refused(Reason.TEXT_TOO_LONG)

    monkeypatch.setattr("meetingplace.services.statement.statement_paper", refuse)
    presenter, view = opened(around, family, file=tmp_path / "it")
    assert view.problem.startswith("This text is too long.")
    presenter.print_paper()
    presenter.save_pdf()
    assert (view.printed, view.suggested) == ((), "")
    presenter.save_data()
    assert view.suggested.endswith(".json")


def test_a_family_that_went_closes_it(around: Surroundings, heard: Any, family: int) -> None:
    families.remove(family)
    _presenter, view = opened(around, family)
    assert view.closed == 1
    assert heard.sentences[0].startswith("This is no longer there.")
