"""Who is in, newest first; a press shows those who have left instead."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.pills import Pills, line_height
from meetingplace.ui.arrivals.shown import DeskShown
from meetingplace.ui.arrivals.tiles import SIDES
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Chip, label
from meetingplace.ui.kit.layouts import Flow, row


class Inside(QVBoxLayout):
    """A heading with the number of arrivals, a button to those who have left, and the pills.

    `head` is the line of the heading: other acts of the desk may stand at its end.
    """

    tapped = Signal(int)  # the visit
    turned = Signal(int, bool)  # the visit, and whether it had left

    def __init__(self, words: Translator, parent: QWidget) -> None:
        super().__init__()
        self._ = _ = words
        self._shown: DeskShown | None = None
        self._shows_left = False
        self._title = label(_("Inside"), "section", parent)
        self._number = Chip("", "good", parent=parent)
        self.left_key = button(_("Left"), "text", "exit-run", self._turn, parent)
        self.inside_key = button(_("Who is inside"), "text", "arrow-left", self._turn, parent)
        self.pills = Pills(_("Who is inside"), parent)
        self._nobody = label("", "soft", parent)
        self._nobody.setMinimumHeight(line_height())  # the first who comes in makes nothing move
        self.setSpacing(2)
        self.head = Flow(parent, spacing=8)
        for part in (self._title, self._number, self.left_key, self.inside_key):
            self.head.flow.addWidget(part)
        self.addLayout(row(self.head, margins=SIDES))
        self.addLayout(row(self._nobody, margins=SIDES))
        self.addWidget(self.pills)
        self.pills.tapped.connect(lambda pill: self.tapped.emit(pill.visit_id))
        self.pills.turned.connect(lambda pill: self.turned.emit(pill.visit_id, pill.has_left))

    def show_desk(self, shown: DeskShown) -> None:
        """Show who is in, or who has left."""
        self._shown = shown
        if not shown.left:
            self._shows_left = False
        self._show()
        if not shown.knows_families:  # nobody is known by name: the acts of the head stay
            for part in (self._title, self._number, self.left_key, self.inside_key, self.pills, self._nobody):
                part.hide()

    def _turn(self) -> None:
        self._shows_left = not self._shows_left
        self._show()

    def _show(self) -> None:
        shown, _ = self._shown, self._
        if shown is None:
            return
        pills = shown.left if self._shows_left else shown.pills
        self.pills.rows.show(pills)
        self.pills.setAccessibleName(_("Who has left") if self._shows_left else _("Who is inside"))
        self.pills.setEnabled(shown.takes_families)
        self._title.setText(_("Left") if self._shows_left else _("Inside"))
        self._title.show()
        self._number.show_text(shown.families_in)
        self._number.setVisible(bool(shown.families_in) and not self._shows_left)
        self.pills.setVisible(bool(pills))
        self._nobody.setText(_("Everybody has left.") if shown.left else _("Nobody yet."))
        self._nobody.setVisible(not pills)
        self.left_key.setText(shown.left_text)
        self.left_key.setAccessibleName(shown.left_text)
        self.left_key.setVisible(bool(shown.left) and not self._shows_left)
        self.inside_key.setVisible(self._shows_left)
