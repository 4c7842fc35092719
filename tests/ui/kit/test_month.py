"""The month beside a field for a day: whole on the screen, picked by key and by tap, and told."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.month import Month

TODAY = date(2026, 10, 27)


def opened(field: DateField) -> Month:
    QTest.mouseClick(field._pick, Qt.MouseButton.LeftButton)
    return field.findChild(Month)


@pytest.fixture
def field(dressed, qtbot) -> DateField:
    made = DateField(TODAY, TODAY, "Day", "Choose a day", "en")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_day_is_picked_with_the_arrows_and_enter(field: DateField):
    told: list[date] = []
    field.changed.connect(lambda: told.append(field.day))
    month = opened(field)
    days = month.findChild(QTableView)
    QTest.keyClick(days, Qt.Key.Key_Down)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert told == [date(2026, 11, 3)]
    assert not month.isVisible()


def test_what_cannot_be_read_opens_the_month_of_today(field: DateField):
    field.typed.setText("31/2")
    assert opened(field).calendar.selectedDate().toPython() == TODAY


@pytest.mark.parametrize("is_low", [False, True])
def test_the_month_is_whole_on_the_screen_wherever_its_field_stands(field: DateField, is_low: bool):
    screen = field.screen().availableGeometry()
    field.move(screen.right() - 60, screen.bottom() - 60 if is_low else screen.top())
    month = opened(field)
    assert screen.contains(month.geometry())


def test_every_day_is_as_large_as_a_finger(field: DateField):
    days = opened(field).findChild(QTableView)
    assert min(days.columnWidth(1), days.rowHeight(1)) >= 44
