"""Who is enrolled at this session, to tick: a simple list over the families, only where there is enrolment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.shown import DeskShown, TickShown
from meetingplace.ui.arrivals.tiles import SIDES
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import check_box
from meetingplace.ui.kit.layouts import Flow, column


class EnrolledList(QWidget):
    """First names with a box each; a tick is told, and shown once it is saved."""

    ticked = Signal(int, bool)

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = label("", "strong", self)
        self._flow = Flow(self, spacing=16)
        self._names: tuple[tuple[int, str], ...] = ()
        self.boxes: dict[int, QCheckBox] = {}
        self.setAccessibleName(words("Who is enrolled"))
        self.setLayout(column(self._says, self._flow, spacing=0, margins=SIDES))
        self.hide()

    def show_desk(self, shown: DeskShown) -> None:
        """Show who is enrolled; the boxes stay where they are as long as the names are the same."""
        self._says.setText(shown.enrolled_text)
        names = tuple((one.enrolment_id, one.first_name) for one in shown.enrolled)
        if names != self._names:
            self._names = names
            self._set(shown.enrolled)
        for one in shown.enrolled:
            self.boxes[one.enrolment_id].setChecked(one.is_here)
            self.boxes[one.enrolment_id].setEnabled(shown.takes_families)
        self.setVisible(bool(names))

    def _set(self, enrolled: Sequence[TickShown]) -> None:
        self.boxes = {one.enrolment_id: check_box(one.first_name, one.is_here, self) for one in enrolled}
        for enrolment_id, box in self.boxes.items():
            box.clicked.connect(partial(self.ticked.emit, enrolment_id))
        self._flow.replace(list(self.boxes.values()))
