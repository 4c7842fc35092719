"""The week: its head, and under it the hours, which scroll when a day is long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.ui.kit.layouts import scrolling
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.carrying import FindClash
from meetingplace.ui.planning.geometry import columns, comfortable_width, most_side_by_side
from meetingplace.ui.planning.shown import WeekShown
from meetingplace.ui.planning.week_body import WeekBody
from meetingplace.ui.planning.week_head import WeekHead

COMFORTABLE = 104  # px at 100 % that a day needs for its words


def gutter() -> int:
    """Give the width of the hours at the side, in px."""
    return current().px(46)


class WeekView(QFrame):
    """A week of one place or of all."""

    def __init__(
        self, say_hours: Callable[[time, time], str], find_clash: FindClash, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._shown: WeekShown | None = None
        self._selected: int | None = None
        self._is_new_week = True
        self.head = WeekHead(self)
        self.body = WeekBody(say_hours, find_clash, self)
        self._scroll = scrolling(self.body, self)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self._scroll, 1)
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._arrange)
        self.setMinimumHeight(current().px(360))

    def show_week(self, shown: WeekShown, selected: int | None) -> None:
        """Show a week with one session marked."""
        self._is_new_week = self._shown is None or self._shown.period != shown.period
        self._shown, self._selected = shown, selected
        self._arrange()
        self._bring_into_sight()

    def select(self, session_id: int | None) -> None:
        """Mark the chosen session."""
        self._selected = session_id
        self.body.select(session_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new width over the days."""
        super().resizeEvent(event)
        self._pause.start()

    def _arrange(self) -> None:
        if self._shown is None:
            return
        beside = self._side_by_side()
        bar = self._scroll.verticalScrollBar()
        for _turn in range(2):  # the bar that appears takes width, so the words may need more height
            width = self.width() - 2 - (bar.sizeHint().width() if bar.maximum() > 0 else 0)
            days = columns(width, gutter(), beside, current().px(COMFORTABLE))
            self.head.show_week(self._shown, days)
            room = self.height() - 4 - self.head.height()
            self.body.show_week(self._shown, days, self._selected, room)
            bar.setMaximum(max(0, self.body.height() - room))

    def _side_by_side(self) -> list[int]:
        blocks = self._shown.blocks if self._shown else ()
        return [most_side_by_side(block for block in blocks if block.day == day) for day in range(7)]

    @property
    def comfortable_width(self) -> float:
        """Give the width in which nothing of this week is squeezed, in px."""
        return comfortable_width(gutter(), self._side_by_side(), current().px(COMFORTABLE))

    def _bring_into_sight(self) -> None:
        block = self.body.blocks.get(self._selected or 0)
        if block is not None:
            self._scroll.ensureWidgetVisible(block, 0, 24)
        elif self._is_new_week:
            self._scroll.verticalScrollBar().setValue(0)
