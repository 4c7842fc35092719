"""The panel in which a paper list is typed in: the grid, its totals beside those on paper, and the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meetingplace.domain.paper_lists import PaperKind
from meetingplace.services.changes import Topic
from meetingplace.ui.arrivals.typing_in.counts import CountsPresenter
from meetingplace.ui.arrivals.typing_in.grid import Grid
from meetingplace.ui.arrivals.typing_in.names import NamesPresenter
from meetingplace.ui.arrivals.typing_in.shown import CountShown, HeadShown, RowShown
from meetingplace.ui.arrivals.typing_in.totals_row import TotalsRow
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.fields import Field, line_edit
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.panel import Panel, ask
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current

_WIDTH = 1280  # px at 100 %
_LEAST, _MOST = 220, 960  # of the grid
FOLLOWS = frozenset({Topic.VISITS, Topic.FAMILIES, Topic.SESSIONS, Topic.ENROLMENTS, Topic.PAPER_LISTS})


class TypingInPanel(Panel):
    """Follows its session for as long as it is open."""

    saves_at_once = True

    def __init__(self, around: Surroundings, over: QWidget, session_id: int, kind: PaperKind) -> None:
        _ = around.words
        super().__init__(_("Type in a paper list"), over, _("Close"), width=_WIDTH)
        self._ = _
        make: Callable[..., NamesPresenter | CountsPresenter]
        make = NamesPresenter if kind is PaperKind.NAMES else CountsPresenter
        self.presenter = make(around, self, session_id)
        self._title, self._line = label("", "name", self), label("", "soft", self)
        self.notice = Notice("", "wait", parent=self)
        self.reopen = button(_("Open again"), "quiet", "lock-open-variant-outline", self.presenter.end.reopen, self)
        self.grid = Grid(self.presenter, _("Rows of the paper list"), self)
        self.fill_with(self.grid, current().px(_LEAST), current().px(_MOST))
        self._keys = label(self._about_keys(kind), "soft", self, is_wrapped=True)
        self._said = label("", "strong", self, is_wrapped=True)
        self.counts = TotalsRow(_, self, self.presenter.end.write_count)
        self.remark = line_edit(parent=self)
        self._remark = Field(_("Why are they not the same?"), self.remark, _("It stays with the session."), self)
        self.aside = button(_("Not used"), "quiet", "close", self.presenter.end.lay_aside, self)
        self.finish = button(_("The list is typed in"), "primary", "check", self._finish, self)
        self._build()
        self.grid.ended.connect(self._to_counts)
        self.counts.ended.connect(self._after_counts)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))
        self.presenter.refresh()
        self.open(self.grid)

    def _build(self) -> None:
        self.body.setSpacing(8)
        self.add(row(self._title, self._line, None, spacing=16))
        notice = row(self.notice, self.reopen, spacing=12)
        notice.setStretch(0, 1)
        self.add(notice, self._keys, self.grid, self._said, self.counts, self._remark)
        self.add_acts(self.aside, None, button(self._("Close"), "quiet", pressed=self.leave), self.finish)
        for part in (self.notice, self.reopen, self._said, self._remark, self.aside):
            part.hide()

    def _about_keys(self, kind: PaperKind) -> str:
        _ = self._
        if kind is PaperKind.NAMES:
            return _("Space: they came, as last time. Tab: next column. Enter: next row. A new name is a new family.")
        return _("Type the number and press Enter: it is saved, and you are in the next row.")

    # --- what the presenter shows ---

    def show_head(self, shown: HeadShown) -> None:
        """Show what is typed in, and why nothing can be, if so."""
        self._title.setText(shown.title)
        self._line.setText(shown.line)
        self.notice.sentence.setText(shown.notice)
        self.notice.setVisible(bool(shown.notice))
        self.reopen.setVisible(shown.may_reopen)
        self.aside.setVisible(shown.may_lay_aside)
        self.grid.setEnabled(not shown.notice)

    def show_rows(self, rows: tuple[RowShown, ...]) -> None:
        """Show the rows."""
        self.grid.show_rows(rows)

    def show_counts(self, shown: tuple[CountShown, ...], asks_remark: bool) -> None:
        """Show the totals; a difference asks for a remark."""
        self.counts.show_counts(shown)
        if asks_remark and self._remark.isHidden():
            self.bring_into_sight(self._remark)
        self._remark.setVisible(asks_remark)

    def say(self, words: str, is_wrong: bool = False) -> None:
        """Say under the grid what is meant, or what is wrong."""
        self._said.setProperty("kind", "error" if is_wrong else "soft")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.setText(words)
        self._said.show()

    # --- the end ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish with Ctrl+Enter; Esc leaves."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._finish()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Save the row in which the keyboard is, and close; what cannot be saved is lost only when somebody says so."""
        self.grid.leave_row()
        if not self.presenter.has_wrong:
            self.close_panel()
            return
        _ = self._
        says = _("A row is not saved, because something in it cannot be read.")
        ask(self, _("Not saved yet"), says, _("Throw it away"), self.close_panel, _("Go on"))

    def _finish(self) -> None:
        self.grid.leave_row()
        if not self.presenter.has_wrong:
            self.presenter.end.finish(self.remark.text())

    def _to_counts(self) -> None:
        self.bring_into_sight(self.counts)
        self.counts.start()

    def _after_counts(self) -> None:
        (self.remark if self._remark.isVisible() else self.finish).setFocus(Qt.FocusReason.TabFocusReason)
