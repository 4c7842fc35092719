"""Columns of hours under their heads; they scroll when a day is long, or when there are many places."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.ui.kit.layouts import scrolling
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.hours.body import HoursBody
from meetingplace.ui.planning.hours.carrying import FindClash
from meetingplace.ui.planning.hours.geometry import columns, comfortable_width, most_side_by_side
from meetingplace.ui.planning.hours.head import HoursHead
from meetingplace.ui.planning.shown import HoursShown
from meetingplace.ui.planning.viewing import LEAST_HEIGHT

COMFORTABLE = 104  # px at 100 % that a column needs for its words
_DAYS = 7
_LEAST = 92  # px at 100 % under which a column is not squeezed: then they scroll sideways


def gutter() -> int:
    """Give the width of the hours at the side, in px."""
    return current().px(46)


class HoursView(QFrame):
    """The days of a week, or the places of a day."""

    def __init__(
        self, say_hours: Callable[[time, time], str], find_clash: FindClash, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._shown: HoursShown | None = None
        self._selected: int | None = None
        self._is_new_period = True
        self.head = HoursHead(self)
        self.body = HoursBody(say_hours, find_clash, self)
        self._scroll = scrolling(self.body, self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.horizontalScrollBar().valueChanged.connect(self.head.go_aside)
        self._scroll.verticalScrollBar().valueChanged.connect(self._keep_in_sight)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self._scroll, 1)
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._arrange)
        self.setMinimumHeight(LEAST_HEIGHT)

    def show_hours(self, shown: HoursShown, selected: int | None) -> None:
        """Show hours with one session marked."""
        self._is_new_period = self._shown is None or self._shown.period != shown.period
        self._shown, self._selected = shown, selected
        self._arrange()
        self._bring_into_sight()

    def select(self, session_id: int | None) -> None:
        """Mark the chosen session."""
        self._selected = session_id
        self.body.select(session_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new width over the columns."""
        super().resizeEvent(event)
        self._pause.start()

    def _arrange(self) -> None:
        if self._shown is None:
            return
        beside = self._side_by_side()
        bar = self._scroll.verticalScrollBar()
        for _turn in range(2):  # the bar that appears takes width, so the words may need more height
            has_bar = bar.maximum() > 0
            width = self.width() - 2 - (bar.sizeHint().width() if has_bar else 0)
            width = max(width, gutter() + len(beside) * current().px(_LEAST)) if len(beside) > _DAYS else width
            across = columns(width, gutter(), beside, current().px(COMFORTABLE))
            self.head.show_hours(self._shown, across)
            self.body.setMinimumWidth(round(width) if len(beside) > _DAYS else 0)
            room = self.height() - 4 - self.head.height()
            self.body.show_hours(self._shown, across, self._selected, room)
            bar.setMaximum(max(0, self.body.height() - room))
            if (bar.maximum() > 0) == has_bar:
                break

    def _keep_in_sight(self) -> None:
        """Keep in sight, while it scrolls, why a column is closed."""
        if self._shown is not None and any(head.closed for head in self._shown.heads):
            self.body.update()

    def _side_by_side(self) -> list[int]:
        shown = self._shown
        if shown is None:
            return []
        columns_of = range(len(shown.heads))
        return [most_side_by_side(block for block in shown.blocks if block.column == at) for at in columns_of]

    @property
    def comfortable_width(self) -> float:
        """Give the width in which nothing is squeezed, in px."""
        return comfortable_width(gutter(), self._side_by_side(), current().px(COMFORTABLE))

    def _bring_into_sight(self) -> None:
        block = self.body.blocks.get(self._selected or 0)
        if block is not None:
            self._scroll.ensureWidgetVisible(block, 0, 24)
        elif self._is_new_period:
            self._scroll.verticalScrollBar().setValue(0)
