"""The room where the plan is printed: what it begins with, what each choice makes, what leaves the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.wanted import Wanted
from meetingplace.services.changes import Topic
from meetingplace.services.plan_sheets import PlanKind, PlanPaper
from meetingplace.ui.kit.paper_out import PageShown, Printer
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.printing.panel import PrintingPanel
from meetingplace.ui.planning.printing.presenter import ChoicesShown, Presenter
from meetingplace.ui.planning.screen import PlanningScreen
from meetingplace.ui.planning.sight import Sight
from tests.makers import DAY, make_house, make_place, make_session
from tests.ui.conftest import Heard


@dataclass
class FakeView:
    """A panel that only remembers."""

    page_width: int = 400
    choices: list[ChoicesShown] = field(default_factory=list)
    pages: list[PageShown] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    printed: list[tuple[bytes, ...]] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    file: Path | None = None
    dots: int = 600
    has_printer: bool = True
    suggested: str = ""

    def show_choices(self, shown: ChoicesShown) -> None:
        self.choices.append(shown)

    def show_page(self, shown: PageShown) -> None:
        self.pages.append(shown)

    def show_problem(self, said: str) -> None:
        self.problems.append(said)

    def choose_printer(self, paper: PlanPaper) -> Printer | None:
        del paper
        if not self.has_printer:
            raise Refused(Reason.NO_PRINTER)
        return self if self.dots else None

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        self.printed.append(pages)

    def offer_pdf(self, said: str) -> None:
        self.offered.append(said)

    def choose_file(self, title: str, suggested: str) -> Path | None:
        del title
        self.suggested = suggested
        return self.file


@pytest.fixture
def place(around: Surroundings) -> int:
    """Make a house with a place and a session."""
    make_house("Huis Kersenhof")
    made = make_place("De Kers")
    make_session(made)
    return made


def begun(around: Surroundings, mode: str = "week", **wanted: int) -> tuple[Presenter, FakeView]:
    view = FakeView()
    presenter = Presenter(around, view, Sight(mode, DAY, Wanted(**wanted)))
    presenter.refresh()
    return presenter, view


@pytest.mark.parametrize(
    ("mode", "kind", "period"),
    [
        ("week", PlanKind.WEEK, "week 44: 26 October – 1 November 2026"),
        ("day", PlanKind.WEEK, "week 44: 26 October – 1 November 2026"),
        ("month", PlanKind.MONTH, "October 2026"),
        ("list", PlanKind.MONTH, "October 2026"),
        ("year", PlanKind.YEAR, "2026 – 2027"),
    ],
)
def test_it_begins_with_what_the_planning_looks_at(
    around: Surroundings, place: int, mode: str, kind: PlanKind, period: str
) -> None:
    presenter, view = begun(around, mode, place_id=place)
    assert (view.choices[-1].kind, view.choices[-1].period) == (kind, period)
    assert presenter.asked.wanted == Wanted(place)
    assert view.pages[-1].place == "page 1 of 1"
    assert view.pages[-1].picture.startswith(b"\x89PNG")


def test_each_choice_makes_the_paper_anew(around: Surroundings, place: int) -> None:
    presenter, view = begun(around)
    presenter.choose_kind(PlanKind.ROSTER)
    presenter.choose_paper(PlanPaper.A3)
    presenter.choose_language("fr")
    asked = presenter.asked
    assert (asked.kind, asked.paper, asked.language) == (PlanKind.ROSTER, PlanPaper.A3, "fr")
    assert (asked.first, asked.last) == (date(2026, 10, 1), date(2026, 10, 31))
    assert len(view.pages) == 4


def test_earlier_and_later_go_by_what_is_printed(around: Surroundings, place: int) -> None:
    presenter, view = begun(around, "month")
    presenter.step(1)
    assert view.choices[-1].period == "November 2026"
    presenter.step(-1)
    presenter.step(-1)
    assert view.choices[-1].period == "September 2026"
    presenter.choose_kind(PlanKind.YEAR)
    presenter.step(-1)
    assert view.choices[-1].period == "2025 – 2026"
    assert not view.choices[-1].may_be_year


def test_a_whole_school_year_of_months_is_leafed_through(around: Surroundings, place: int) -> None:
    presenter, view = begun(around, "month")
    presenter.want_year(True)
    assert view.choices[-1].period == "2026 – 2027"
    presenter.turn(1)
    assert view.pages[-1] == PageShown(view.pages[-1].picture, "page 2 of 12", True, True)
    for _ in range(20):
        presenter.turn(1)
    assert (view.pages[-1].place, view.pages[-1].has_after) == ("page 12 of 12", False)
    presenter.want_year(False)
    assert view.pages[-1].place == "page 1 of 1"


def test_what_is_shown_is_saved_and_printed(around: Surroundings, place: int, heard: Heard, tmp_path: Path) -> None:
    presenter, view = begun(around, "month")
    view.file = tmp_path / "plan.pdf"
    presenter.save_pdf()
    assert view.suggested == "Month sheet 2026-10-01.pdf"
    assert len(pypdfium2.PdfDocument(view.file)) == 1
    presenter.print_sheet()
    assert len(view.printed[0]) == 1
    assert heard.sentences == ["Saved: plan.pdf", "It is on its way to the printer."]


def test_closed_dialogs_do_nothing_and_without_a_printer_a_pdf_is_offered(
    around: Surroundings, place: int, heard: Heard
) -> None:
    presenter, view = begun(around)
    view.dots = 0
    presenter.save_pdf()
    presenter.print_sheet()
    view.has_printer = False
    presenter.print_sheet()
    assert (view.printed, heard.sentences, len(view.offered)) == ([], [], 1)


def test_a_place_that_was_taken_away_is_said_and_nothing_is_printed(around: Surroundings, place: int) -> None:
    presenter, view = begun(around, place_id=999)
    presenter.print_sheet()
    presenter.save_pdf()
    assert view.problems
    assert not view.printed
    assert not view.pages


# --- the window ---


@pytest.fixture
def screen(around: Surroundings, place: int, qtbot) -> PlanningScreen:
    """Show the planning."""
    made = PlanningScreen(around)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.open()
    return made


def opened(screen: PlanningScreen) -> PrintingPanel:
    assert screen.print_act is not None
    screen.print_act()
    panel = screen.window().findChild(PrintingPanel)
    assert panel is not None
    return panel


def test_printing_opens_with_the_week_in_sight(screen: PlanningScreen) -> None:
    screen.presenter.step(1)
    panel = opened(screen)
    assert panel.presenter.asked.kind is PlanKind.WEEK
    assert panel.presenter.asked.first == screen.presenter.way.span(screen.presenter.day)[0]
    assert panel.table.page.has_picture


def test_keys_choose_the_sheet_and_paper_follows_the_plan(
    screen: PlanningScreen, around: Surroundings, place: int, qtbot
) -> None:
    panel = opened(screen)
    panel.kinds.setFocus()
    qtbot.keyClick(panel.kinds, Qt.Key.Key_Down)
    assert panel.presenter.asked.kind is PlanKind.YEAR
    assert panel.year.isHidden()
    qtbot.mouseClick(panel.earlier, Qt.MouseButton.LeftButton)
    assert "2025" in panel.period.text()
    before = panel.presenter._pdf
    make_session(place, day=panel.presenter.asked.first)
    around.bulletin.post({Topic.SESSIONS})
    assert panel.presenter._pdf != before


def test_a_closed_room_follows_nothing(screen: PlanningScreen, around: Surroundings) -> None:
    panel = opened(screen)
    shown: list[object] = []
    panel.show_choices = shown.append  # type: ignore[method-assign]
    panel.leave()
    around.bulletin.post({Topic.SESSIONS})
    assert not shown
