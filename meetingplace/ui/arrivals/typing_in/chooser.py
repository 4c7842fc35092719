"""Which list is typed in: by the code on the paper, or one of those that wait."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from meetingplace.domain.paper_lists import PaperKind
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.refusals import sentence
from meetingplace.services import paper_lists
from meetingplace.services.paper_lists import ListsBoard, WaitingList
from meetingplace.ui.arrivals.reading_visits.panel import choose_file
from meetingplace.ui.arrivals.typing_in.panel import TypingInPanel
from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import line_edit
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import column
from meetingplace.ui.kit.rows import WaitingRow
from meetingplace.ui.kit.surroundings import Surroundings


class ChooserView(Protocol):
    """What is asked of the panel."""

    def show_lists(self, board: ListsBoard, lines: tuple[tuple[str, str], ...]) -> None:
        """Show the code of the session in view, and the lists that wait with their words."""

    def open_list(self, session_id: int, kind: PaperKind) -> None:
        """Open a list instead of this panel."""

    def show_wrong(self, said: str) -> None:
        """Say what is wrong with the code."""


class ChooserPresenter:
    """The code, and the lists that wait. No Qt here."""

    def __init__(self, around: Surroundings, view: ChooserView, session_id: int) -> None:
        """Take the session in view; `refresh` asks."""
        self._around, self._view, self._session_id = around, view, session_id
        self._ = around.words

    def refresh(self) -> None:
        """Ask which lists wait."""
        now = self._around.clock()
        self._around.work.ask(paper_lists.lists_board, self._session_id, now, then=self._show, slot="lists")

    def open_code(self, typed_code: str, kind: PaperKind) -> None:
        """Open the list of a code; a code that is none is said."""
        self._around.work.ask(
            paper_lists.session_of_code,
            typed_code,
            then=lambda session_id: self._view.open_list(session_id, kind),
            failed=partial(self._refused, typed_code),
        )

    def _refused(self, typed_code: str, refused: Refused) -> None:
        _ = self._
        if refused.reason is Reason.NOT_FOUND:
            code = typed_code.strip()[:20]
            says = _("No session of this house has the code {code}. Is it a list of another house?", code=code)
        else:
            says = sentence(_, refused, self._around.formats)
        self._view.show_wrong(says)

    def _show(self, board: ListsBoard) -> None:
        self._view.show_lists(board, tuple(self._line(one) for one in board.waiting))

    def _line(self, one: WaitingList) -> tuple[str, str]:
        _ = self._
        names = {PaperKind.NAMES: _("First-name sheet"), PaperKind.TALLY: _("Tally sheet")}
        when = f"{self._around.formats.short_day(one.begins.date())} · {one.place_name} · {one.code}"
        return f"{names[one.paper.kind]}: {one.title}", when


class ChooserPanel(FormPanel):
    """A field for the code, which list of the session it is, and the lists that wait."""

    def __init__(self, around: Surroundings, over: QWidget, session_id: int) -> None:
        _ = around.words
        super().__init__(_("Type in a paper list"), over, _, _("Type it in"))
        self._around, self._over_screen = around, over
        self.presenter = ChooserPresenter(around, self, session_id)
        self.form = Form(self)
        self.code = line_edit(parent=self)
        kinds = [(PaperKind.NAMES.value, _("First-name sheet")), (PaperKind.TALLY.value, _("Tally sheet"))]
        self.kind = Segment(kinds, PaperKind.NAMES.value, _("Which list it is"), self)
        help_text = _("It stands at the top of the paper, like 794-44.")
        self.form.row("code", _("Code on the paper"), self.code, help_text)
        self._rows = column(spacing=0)
        self._waiting = label(_("These lists wait"), "section", self)
        self._waiting.hide()
        self.add(self.form, self.kind, self._waiting, self._rows)
        self.table = button(_("Read a table of visits"), "text", "table-arrow-right", self._read_table, self)
        self.add_verb(self.table)
        self.wanted.connect(lambda: self.presenter.open_code(self.code.text(), PaperKind(self.kind.on)))
        self.presenter.refresh()
        self.open(self.code)

    def show_lists(self, board: ListsBoard, lines: tuple[tuple[str, str], ...]) -> None:
        """Show the code of the session in view, and the lists that wait."""
        self.code.setText(board.code)
        self.code.selectAll()
        if not board.has_names:
            self.kind.choose(PaperKind.TALLY.value)
        self._waiting.setVisible(bool(lines))
        for one, (title, line) in zip(board.waiting, lines, strict=True):
            choose = partial(self.open_list, one.paper.session_id, one.paper.kind)
            self._rows.addWidget(WaitingRow(title, line, "keyboard-outline", "plain", choose, self, is_compact=True))
        self.begin_anew()

    def open_list(self, session_id: int, kind: PaperKind) -> None:
        """Open a list instead of this panel."""
        self.close_panel()
        TypingInPanel(self._around, self._over_screen, session_id, kind)

    def _read_table(self) -> None:
        self.close_panel()
        choose_file(self._around, self._over_screen)

    def show_wrong(self, said: str) -> None:
        """Say what is wrong with the code; it stays to be mended."""
        self.release()
        self.form.show_wrong("code", said)
