"""The question before a family is forgotten. Its verb can only be pressed after a tick: it cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from meetingplace.ui.directory.forgetting.presenter import ForgetShown, Presenter
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.fields import check_box
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.text import breakable

_ICON = 22  # px


class ForgetPanel(Panel):
    """What goes, what stays, what is not reached; then a tick, then the verb."""

    def __init__(self, around: Surroundings, over: QWidget, family_id: int) -> None:
        _ = self._ = around.words
        super().__init__(_("Forget this family"), over, _("Close"), width=740)
        self._problem = Notice("", "stop", parent=self)
        self._problem.hide()
        self._question = column(spacing=8)
        self.sure = check_box(_("I know that this cannot be undone"), parent=self)
        self.add(self._problem, self._question)
        self.sure.setEnabled(False)  # until it is said what it means
        self.presenter = Presenter(around, self, family_id)
        self.cancel = button(_("Cancel"), "quiet", "", self.leave, self)
        self.verb = button(_("Forget this family"), "danger", "account-remove-outline", self._forget, self)
        self.verb.setEnabled(False)
        self.sure.toggled.connect(self.verb.setEnabled)
        self.add_acts(self.sure, None, self.cancel, self.verb)

    def begin(self) -> None:
        """Show it, with the keyboard on the way out."""
        self.open(self.cancel)
        self.presenter.refresh()

    def show_question(self, shown: ForgetShown) -> None:
        """Show what it means."""
        _ = self._
        clear(self._question)
        self.sure.setEnabled(True)
        title = label(breakable(shown.title), "name", self, is_wrapped=True)
        self._question.addWidget(title)
        self._list(_("This goes, for good"), shown.goes, "close", "stext")
        self._list(_("This stays"), shown.stays, "check", "gtext")
        self._list(_("Copies"), shown.copies, "archive-outline", "soft")

    def show_problem(self, said: str) -> None:
        """Say why nothing was forgotten; it must be agreed to anew."""
        self.sure.setChecked(False)
        self._problem.sentence.setText(said)
        self._problem.show()
        self.to_top()

    def _list(self, title: str, sentences: tuple[str, ...], icon_name: str, token: str) -> None:
        self._question.addSpacing(4)
        self._question.addWidget(label(title, "strong", self))
        for said in sentences:
            self._question.addLayout(self._line(said, icon_name, token))

    def _line(self, said: str, icon_name: str, token: str) -> QLayout:
        line = row(spacing=12)
        line.addWidget(icon_mark(icon_name, token, _ICON, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(breakable(said), "", self, is_wrapped=True), 1)
        return line

    def _forget(self) -> None:
        self.verb.setEnabled(False)  # a second press would only be refused
        self.presenter.forget()
