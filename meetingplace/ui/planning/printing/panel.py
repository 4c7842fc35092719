"""The room where the plan is printed: what is chosen on one side, the very paper on the other, and its two acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QPushButton, QWidget

from meetingplace.domain.language import PROGRAM
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.formats import own_name
from meetingplace.services.plan_sheets import PlanKind, PlanPaper
from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import Field, check_box, combo
from meetingplace.ui.kit.files import file_to_write, offer_pdf
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.paper_out import PageShown, Printer
from meetingplace.ui.kit.paper_table import Leaf, SheetTable
from meetingplace.ui.kit.printing import printer_for
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.printing.presenter import FOLLOWS, ChoicesShown, Presenter, kind_name
from meetingplace.ui.planning.sight import HasSight, Sight

_WIDE, _CHOICES = 1140, 300  # px at 100 %
_PAUSE = 120  # ms after the last change of size before the page is drawn anew
_SIZES = {PlanPaper.A4: QPageSize.PageSizeId.A4, PlanPaper.A3: QPageSize.PageSizeId.A3}


class PrintingPanel(Panel):
    """A sheet of the plan: chosen, looked at, printed or saved."""

    def __init__(self, around: Surroundings, over: QWidget, sight: Sight) -> None:
        """Open over the planning, with what it looks at."""
        _ = self._ = around.words
        super().__init__(_("Print the plan"), over, _("Close"), width=_WIDE)
        self._around = around
        self.presenter = Presenter(around, self, sight)
        self.kinds = combo([(kind.value, kind_name(_, kind)) for kind in PlanKind], parent=self)
        self.earlier = self._arrow("chevron-left", _("Earlier"), -1)
        self.later = self._arrow("chevron-right", _("Later"), 1)
        self.period = label("", "strong", self, is_wrapped=True)
        self.year = check_box(_("The whole school year"), parent=self)
        self.papers = Segment([(paper.value, paper.name) for paper in PlanPaper], "a4", _("Paper"), self)
        self.languages = combo([(code, own_name(code)) for code in PROGRAM], around.formats.language, self)
        self.table = SheetTable(_, self)
        self.leaf = Leaf(_, self)
        self.save = button(_("Save as PDF"), "quiet", "file-pdf-box", self.presenter.save_pdf, self)
        self.print_button = button(_("Print"), "primary", "printer", self.presenter.print_sheet, self)
        self._redraw = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._wire()

    def _arrow(self, icon: str, name: str, by: int) -> QPushButton:
        return button("", "quiet", icon, lambda: self.presenter.step(by), self, tip=name)

    def _build(self) -> None:
        _ = self._
        days = QWidget(self)
        days.setLayout(row(self.earlier, self.later, self.period, spacing=8))
        self.period.setMinimumWidth(0)
        days.layout().setStretch(2, 1)  # type: ignore[union-attr]
        choices = QWidget(self)
        choices.setLayout(
            column(
                Field(_("Sheet"), self.kinds, "", choices),
                Field(_("Period"), days, "", choices),
                self.year,
                Field(_("Paper"), self.papers, "", choices),
                Field(_("Language"), self.languages, "", choices),
                None,
                spacing=12,
                margins=(0, ROOM, ROOM, ROOM),
            )
        )
        choices.setFixedWidth(current().px(_CHOICES))
        both = row(choices, self.table, spacing=16)
        both.setStretch(1, 1)
        self.add(both)
        self.add_acts(self.leaf, None, self.save, self.print_button)

    def _wire(self) -> None:
        presenter = self.presenter
        self.kinds.activated.connect(lambda _index: presenter.choose_kind(PlanKind(self.kinds.currentData())))
        self.languages.activated.connect(lambda _index: presenter.choose_language(self.languages.currentData()))
        self.papers.chosen.connect(lambda key: presenter.choose_paper(PlanPaper(key)))
        self.year.toggled.connect(presenter.want_year)
        self.leaf.turned.connect(presenter.turn)
        self.table.resized.connect(self._redraw.start)
        self._redraw.timeout.connect(presenter.draw_page)
        self.closed.connect(self._around.bulletin.follow(FOLLOWS, presenter.refresh))

    # --- the view of the presenter ---

    @property
    def page_width(self) -> int:
        """Give how wide the page is shown, in dots."""
        return self.table.page_width

    def show_choices(self, shown: ChoicesShown) -> None:
        """Show what is chosen."""
        self.kinds.setCurrentIndex(self.kinds.findData(shown.kind.value))
        self.languages.setCurrentIndex(self.languages.findData(shown.language))
        self.papers.choose(shown.paper.value)
        self.period.setText(shown.period)
        self.year.setVisible(shown.may_be_year)

    def show_page(self, shown: PageShown) -> None:
        """Show a page of the real paper."""
        self._let_act(True)
        self.table.show_page(shown)
        self.leaf.show_page(shown)

    def show_problem(self, said: str) -> None:
        """Say why there is no page."""
        self._let_act(False)
        self.leaf.hide()
        self.table.show_problem(said)

    def _let_act(self, is_paper: bool) -> None:
        self.save.setEnabled(is_paper)
        self.print_button.setEnabled(is_paper)

    def choose_printer(self, paper: PlanPaper) -> Printer | None:
        """Let somebody choose a printer; None when the dialog was closed. Refuses NO_PRINTER."""
        return printer_for(self, self._around.settings, _SIZES[paper], is_wide=True)

    def offer_pdf(self, said: str) -> None:
        """Say that there is no printer, and offer to save a PDF."""
        offer_pdf(self, self._, said, self.presenter.save_pdf)

    def choose_file(self, title: str, suggested: str) -> Path | None:
        """Let somebody choose a file to write; None when the dialog was closed."""
        return file_to_write(self, title, suggested)


def open_room(
    around: Surroundings,
    over: QWidget,
    go_to: Callable[[date, int | None], None],
    session_id: int | None = None,
) -> None:
    """Open the room over the planning: it begins with the days and the sessions that are looked at."""
    del go_to, session_id  # from here nothing is planned
    looking = getattr(over, "presenter", None)
    today = Sight("", around.clock().date(), Wanted(around.place.id))
    panel = PrintingPanel(around, over, looking.sight if isinstance(looking, HasSight) else today)
    panel.open(panel.kinds)
    panel.presenter.refresh()
