"""The form of a child, in a panel over the screen: what was typed stays until it is saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meetingplace.ui.directory.forms import RowsPanel
from meetingplace.ui.directory.shown import ChildFormShown
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.fields import combo, line_edit
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.surroundings import Surroundings


class ChildPanel(RowsPanel):
    """The form of a child: perhaps a nickname, perhaps a birth month; never the day."""

    saved = Signal(str, object, object)  # nickname, month, year
    removed = Signal()
    share_wanted = Signal()  # with another family

    def __init__(self, around: Surroundings, over: QWidget, shown: ChildFormShown) -> None:
        super().__init__(around, over, shown.title, shown.verb)
        _ = self._
        self.nickname = line_edit(shown.nickname, parent=self)
        self.month = combo(shown.months, shown.born.month if shown.born else None, self)
        self.year = combo(shown.years, shown.born.year if shown.born else None, self)
        for list_of, name in ((self.month, _("Month")), (self.year, _("Year"))):
            list_of.setAccessibleName(name)
        born = QWidget(self)
        born.setLayout(row(self.month, self.year, None))
        born.setFocusProxy(self.month)
        self.form.row("nickname", _("Nickname"), self.nickname, _("May stay empty."))
        self.form.row("born", _("Born in"), born, _("Month and year are enough."))
        others = []
        if shown.child_id:
            self._add_household(shown)
            others = [button(_("Take out of this family"), "danger", "account-minus-outline", self.removed.emit)]
        self.add_verb(*others)

    def _add_household(self, shown: ChildFormShown) -> None:
        """Say with which other families it comes, and offer one more."""
        _ = self._
        other = button(_("Another family…"), "quiet", "account-multiple-plus-outline", self._share, self)
        whole = QWidget(self)
        whole.setLayout(row(other, None))
        whole.setFocusProxy(other)
        helps = shown.also_in or _("For a child with two households. It then stands on both pages, and counts once.")
        self.form.row("also_in", _("Also comes with"), whole, helps)

    def save(self) -> None:
        """Hand on the child as it was typed."""
        self.saved.emit(self.nickname.text(), self.month.currentData(), self.year.currentData())

    def _share(self) -> None:
        """Ask with whom, unless that would lose what was typed."""
        if self.is_changed:
            self.show_wrong("also_in", self._("Save first what you changed. Then choose the other family."))
        else:
            self.share_wanted.emit()
