"""The month: its days, which scroll when they hold more than there is room for."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.ui.kit.layouts import scrolling
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.month.body import FindClash, MonthBody
from meetingplace.ui.planning.month.shown import MonthShown
from meetingplace.ui.planning.viewing import LEAST_HEIGHT


class MonthView(QFrame):
    """A month of one place or of all."""

    def __init__(self, find_clash: FindClash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._shown: MonthShown | None = None
        self._selected: int | None = None
        self.body = MonthBody(find_clash, self)
        self._scroll = scrolling(self.body, self)
        self.body.went.connect(self._follow)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._scroll, 1)
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._arrange)
        self.setMinimumHeight(LEAST_HEIGHT)

    def show_month(self, shown: MonthShown, selected: int | None) -> None:
        """Show a month, with one session marked."""
        self._shown, self._selected = shown, selected
        self._arrange()

    def _follow(self, day: date) -> None:
        """Keep the day in sight on which the keyboard stands."""
        cell = self.body.cell_of(day)
        self._scroll.ensureVisible(cell.center().x(), cell.center().y(), 0, cell.height() // 2 + 4)

    def select(self, session_id: int | None) -> None:
        """Mark the chosen session."""
        self._selected = session_id
        self.body.select(session_id)

    @property
    def comfortable_width(self) -> float:
        """Give the width in which titles have room, in px."""
        return 7 * current().px(100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new room over the days."""
        super().resizeEvent(event)
        self._pause.start()

    def _arrange(self) -> None:
        if self._shown is None:
            return
        bar = self._scroll.verticalScrollBar()
        room = self.height() - 6
        for _turn in range(2):  # the bar that appears takes width
            has_bar = bar.maximum() > 0
            width = self.width() - 2 - (bar.sizeHint().width() if has_bar else 0)
            self.body.show_month(self._shown, self._selected, width, room)
            bar.setMaximum(max(0, self.body.height() - room - 1))
            if (bar.maximum() > 0) == has_bar:
                break
