"""Fields for an hour and for a day: typed as people write them, or picked. What cannot be read is refused."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.domain.typed_text import read_date, read_time
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.fields import LineEdit, line_edit
from meetingplace.ui.kit.month import Month
from meetingplace.ui.kit.theme import current


class TimeField(QWidget):
    """An hour to type, with keys for a quarter earlier and later."""

    changed = Signal()
    STEP = 15  # minutes

    def __init__(self, on: time | None, name: str, earlier: str, later: str, parent: QWidget | None = None) -> None:
        """Show an hour; `earlier` and `later` are what the keys say aloud."""
        super().__init__(parent)
        self.typed: LineEdit = line_edit(f"{on.hour}:{on:%M}" if on else "", icon_name="clock-outline", parent=self)
        self.typed.setFixedWidth(current().px(64) + 96)
        self.typed.setAccessibleName(name)
        self.setAccessibleName(name)
        self.setFocusProxy(self.typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.typed)
        for icon_name, says, step in (("minus", earlier, -self.STEP), ("plus", later, self.STEP)):
            key = button("", "quiet", icon_name, partial(self._move, step), self, tip=says)
            key.setProperty("key", True)
            row.addWidget(key)
        row.addStretch(1)
        self.typed.editingFinished.connect(self.changed)

    @property
    def moment(self) -> time:
        """Give the hour; refuses TIME_IMPOSSIBLE."""
        return read_time(self.typed.text())

    def show_moment(self, moment: time) -> None:
        """Show an hour."""
        self.typed.setText(f"{moment.hour}:{moment:%M}")

    def _move(self, minutes: int) -> None:
        try:
            now = self.moment
        except Refused:
            return
        to = now.hour * 60 + now.minute + minutes
        to -= to % self.STEP if minutes > 0 else -(-to % self.STEP)
        if 0 <= to < 24 * 60:
            self.show_moment(time(to // 60, to % 60))
            self.changed.emit()


class DateField(QWidget):
    """A day to type, or to pick from a month."""

    changed = Signal()

    def __init__(
        self, on: date | None, near: date, name: str, pick: str, language: str, parent: QWidget | None = None
    ) -> None:
        """Show a day; `near` is today, `pick` what the key of the month says aloud."""
        super().__init__(parent)
        self._near = near
        self._language = language
        self.typed: LineEdit = line_edit(self._written(on) if on else "", parent=self)
        self.typed.setFixedWidth(current().px(100) + 66)
        self.typed.setAccessibleName(name)
        self.setAccessibleName(name)
        self.setFocusProxy(self.typed)
        self._pick = button("", "quiet", "calendar-month-outline", self._open_month, self, tip=pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.typed)
        row.addWidget(self._pick)
        row.addStretch(1)
        self.typed.editingFinished.connect(self.changed)

    @staticmethod
    def _written(day: date) -> str:
        return f"{day.day}/{day.month}/{day.year}"

    @property
    def day(self) -> date:
        """Give the day; refuses DATE_IMPOSSIBLE."""
        return read_date(self.typed.text(), self._near)

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.typed.setText(self._written(day))

    def _open_month(self) -> None:
        try:
            on = self.day
        except Refused:
            on = self._near
        month = Month(on, self._near, self._language, self)
        month.picked.connect(self._take)
        month.open_at(self)

    def _take(self, day: date) -> None:
        self.show_day(day)
        self.changed.emit()
