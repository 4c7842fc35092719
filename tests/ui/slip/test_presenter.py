"""The slip in the making: for whom, in which language, on the printer or in a file. No Qt but the fonts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.slips import SlipChoices
from meetingplace.storage import partners
from meetingplace.ui.kit.paper_out import Printer
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.slip.presenter import Presenter
from tests.documents import reading
from tests.makers import make_house


@dataclass
class View:
    """Remembers what it is shown, and answers what a person would."""

    page_width: int = 300
    dots: int = 600
    has_printer: bool = True
    file: Path | None = None
    chosen: list[tuple[int, str]] = field(default_factory=list)
    pictures: int = 0
    problem: str = ""
    printed: tuple[bytes, ...] = ()
    offered: str = ""
    suggested: str = ""

    def show_choices(self, choices: SlipChoices, partner_id: int, language: str) -> None:
        self.chosen.append((partner_id, language))

    def show_page(self, picture: bytes) -> None:
        self.pictures += 1

    def show_problem(self, said: str) -> None:
        self.problem = said

    def choose_printer(self) -> Printer | None:
        if not self.has_printer:
            raise Refused(Reason.NO_PRINTER)
        return self if self.dots else None

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        self.printed = pages

    def offer_pdf(self, said: str) -> None:
        self.offered = said

    def choose_file(self, title: str, suggested: str) -> Path | None:
        self.suggested = suggested
        return self.file


@pytest.fixture
def partner(house: None) -> int:
    """Make a house and somebody to refer to."""
    make_house("Huis Kersenhof", languages=("nl", "tr", "fr"))
    return partners.add(name="De Wieg/Brussel: <b>", is_referral=True)


def opened(around: Surroundings, partner: int, **answers: Any) -> tuple[Presenter, View]:
    """Open the slip."""
    view = View(**answers)
    presenter = Presenter(around, view, partner)
    presenter.refresh()
    return presenter, view


def test_it_begins_in_the_first_language_of_the_house_beside_dutch(around: Surroundings, partner: int) -> None:
    _presenter, view = opened(around, partner)
    assert view.chosen == [(partner, "tr")]
    assert view.pictures == 1


def test_another_language_and_another_partner(around: Surroundings, partner: int, tmp_path: Path) -> None:
    other = partners.add(name="Taalhuis", is_referral=True)
    presenter, view = opened(around, partner, file=tmp_path / "slip.pdf")
    presenter.choose_language("ar")
    presenter.choose_partner(other)
    assert view.chosen[-1] == (other, "ar")
    presenter.save_pdf()
    assert view.suggested == "Taalhuis ar.pdf"
    assert "Taalhuis" in reading.words((tmp_path / "slip.pdf").read_bytes())


def test_the_name_of_the_file_holds_no_sign_that_a_disk_refuses(around: Surroundings, partner: int) -> None:
    presenter, view = opened(around, partner)
    presenter.save_pdf()
    assert view.suggested == "De Wieg Brussel b tr.pdf"


def test_it_is_printed_or_a_pdf_is_offered(around: Surroundings, heard: Any, partner: int) -> None:
    presenter, view = opened(around, partner)
    presenter.print_slip()
    assert len(view.printed) == 1
    assert heard.sentences == ["It is on its way to the printer."]
    presenter, view = opened(around, partner, has_printer=False)
    presenter.print_slip()
    assert view.offered
    presenter, view = opened(around, partner, dots=0)
    presenter.print_slip()
    assert view.printed == ()


def test_what_does_not_fit_is_said_and_not_printed(around: Surroundings, partner: int) -> None:
    partners.change(partner, None, address="Lange straat " * 23)
    presenter, view = opened(around, partner)
    assert "does not fit on the paper" in view.problem
    presenter.print_slip()
    assert view.printed == ()
