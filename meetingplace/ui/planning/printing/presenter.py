"""Which sheet of the plan is made, of which period, and what is done with it. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.refusals import sentence
from meetingplace.services import plan_sheets, printing
from meetingplace.services.changes import Topic
from meetingplace.services.plan_sheets import PlanAsked, PlanKind, PlanPaper
from meetingplace.ui.kit.paper_out import PageShown, Printer, save, send
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.sight import Sight

FOLLOWS = frozenset({Topic.HOUSE, Topic.PLACES, Topic.TEAM, Topic.SESSIONS, Topic.DAYS_OFF})
_KIND_OF = {"week": PlanKind.WEEK, "day": PlanKind.WEEK, "year": PlanKind.YEAR}


@dataclass(frozen=True)
class ChoicesShown:
    """What is chosen, in words; `year_too` says whether the whole school year may be asked instead."""

    kind: PlanKind
    period: str
    may_be_year: bool
    is_year: bool
    paper: PlanPaper
    language: str


class View(Protocol):
    """What the presenter asks of the panel."""

    @property
    def page_width(self) -> int:
        """Give how wide the page is shown, in dots."""

    def show_choices(self, shown: ChoicesShown) -> None:
        """Show what is chosen."""

    def show_page(self, shown: PageShown) -> None:
        """Show a page of the real paper."""

    def show_problem(self, said: str) -> None:
        """Say why there is no page."""

    def choose_printer(self, paper: PlanPaper) -> Printer | None:
        """Let somebody choose a printer; None when the dialog was closed. Refuses NO_PRINTER."""

    def offer_pdf(self, said: str) -> None:
        """Say that there is no printer, and offer to save a PDF."""

    def choose_file(self, title: str, suggested: str) -> Path | None:
        """Let somebody choose a file to write; None when it was closed."""


class Presenter:
    """The sheet in the making: it begins with what the planning looks at."""

    def __init__(self, around: Surroundings, view: View, sight: Sight) -> None:
        """Take the surroundings; nothing is asked before `refresh`."""
        self._around, self._view, self._ = around, view, around.words
        self._kind = _KIND_OF.get(sight.mode, PlanKind.MONTH)
        self._day, self._wanted = sight.day, sight.wanted
        self._is_year = False
        self._paper, self._language = PlanPaper.A4, around.formats.language
        self._pdf = b""
        self._page = self._count = 0

    @property
    def asked(self) -> PlanAsked:
        """Give the sheet that is chosen now."""
        of = PlanKind.YEAR if self._is_year else self._kind
        first, last = plan_sheets.period_of(of, self._day)
        return PlanAsked(self._kind, first, last, self._wanted, self._paper, self._language)

    # --- choosing ---

    def choose_kind(self, kind: PlanKind) -> None:
        """Make another sheet of the same days."""
        self._kind = kind
        self._choose()

    def choose_paper(self, paper: PlanPaper) -> None:
        """Make it on another size of paper."""
        self._paper = paper
        self._choose()

    def choose_language(self, language: str) -> None:
        """Make it in another language."""
        self._language = language
        self._choose()

    def want_year(self, is_year: bool) -> None:
        """Make it of the whole school year, or of one month or week again."""
        self._is_year = is_year
        self._choose()

    def step(self, by: int) -> None:
        """Make it of the week, month or school year before or after."""
        asked = self.asked
        self._day = asked.last + timedelta(days=1) if by > 0 else asked.first - timedelta(days=1)
        self._choose()

    def _choose(self) -> None:
        self._page = 0
        self.refresh()

    # --- the preview ---

    def refresh(self) -> None:
        """Show what is chosen, and make the real paper beside the window."""
        asked = self.asked
        self._view.show_choices(
            ChoicesShown(
                asked.kind,
                self._period(asked),
                asked.kind is not PlanKind.YEAR,
                self._is_year,
                asked.paper,
                asked.language,
            )
        )
        today = self._around.clock().date()
        self._around.work.ask(
            plan_sheets.plan_sheet, asked, today, then=self._made, failed=self._refused, slot="plan", on_paper=True
        )

    def turn(self, step: int) -> None:
        """Leaf to another page."""
        self._page = max(0, min(self._page + step, self._count - 1))
        self.draw_page()

    def draw_page(self) -> None:
        """Draw the page again, as wide as it is shown now."""
        if self._pdf:
            ask, width = self._around.work.ask, self._view.page_width
            ask(printing.page_picture, self._pdf, self._page, width, then=self._show, slot="plan page", on_paper=True)

    def _made(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._count = printing.page_count(pdf)
        self.turn(0)

    def _show(self, picture: bytes) -> None:
        place = self._("page {n} of {m}", n=self._page + 1, m=self._count)
        self._view.show_page(PageShown(picture, place, self._page > 0, self._page < self._count - 1))

    def _refused(self, refused: Refused) -> None:
        self._pdf = b""
        self._view.show_problem(sentence(self._, refused, self._around.formats))

    def _period(self, asked: PlanAsked) -> str:
        formats = self._around.formats
        if self._is_year or asked.kind is PlanKind.YEAR:
            return f"{asked.first.year} – {asked.last.year}"
        if asked.kind is PlanKind.WEEK:
            week = self._("week {number}", number=asked.first.isocalendar().week)
            days = formats.day_range(asked.first, asked.last)
            return self._("{week}: {days} {year}", week=week, days=days, year=asked.last.year)
        return formats.month(asked.first)

    # --- paper that leaves the screen ---

    def print_sheet(self) -> None:
        """Print the sheet on a printer that somebody chooses."""
        if not self._pdf:
            return
        try:
            printer = self._view.choose_printer(self._paper)
        except Refused as refused:
            self._view.offer_pdf(sentence(self._, refused, self._around.formats))
            return
        if printer:
            send(self._around, printer, self._pdf)

    def save_pdf(self) -> None:
        """Save the sheet as PDF."""
        if not self._pdf:
            return
        file = self._view.choose_file(self._("Save the sheet as PDF"), self._file_name())
        if file:
            save(self._around, file, self._pdf)

    def _file_name(self) -> str:
        return f"{kind_name(self._, self._kind)} {self.asked.first:%Y-%m-%d}.pdf"


def kind_name(_: Callable[..., str], kind: PlanKind) -> str:
    """Name a sheet."""
    return {
        PlanKind.MONTH: _("Month sheet"),
        PlanKind.WEEK: _("Week sheet"),
        PlanKind.YEAR: _("Year overview"),
        PlanKind.ROSTER: _("Team roster"),
    }[kind]
