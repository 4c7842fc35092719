"""The ring: round what has the keyboard, and only for those who use the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.fields import line_edit
from meetingplace.ui.kit.focus import FocusRing
from meetingplace.ui.kit.layouts import scrolling


def window_with(*parts: QWidget) -> tuple[QWidget, FocusRing]:
    window = QWidget()
    box = QVBoxLayout(window)
    for part in parts:
        box.addWidget(part)
    ring = FocusRing(window, Qt.GlobalColor.black, 3)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    QTest.qWait(1)
    return window, ring


def test_the_keyboard_gets_a_ring_and_the_finger_does_not(dressed):
    one, two = button("One"), button("Two")
    _window, ring = window_with(one, two)
    one.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert ring.around is None
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert ring.around is two
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert ring.around is None


def test_the_ring_leaves_a_gap_of_2_and_is_3_wide(dressed):
    one, two = button("One"), button("Two")
    window, ring = window_with(one, two)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert ring.geometry() == two.geometry().adjusted(-5, -5, 5, 5)
    window.resize(600, 300)
    QTest.qWait(1)
    assert ring.geometry() == two.geometry().adjusted(-5, -5, 5, 5)


def test_a_field_shows_the_keyboard_by_its_own_border(dressed):
    one, two = button("One"), line_edit("")
    _window, ring = window_with(one, two)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert two.hasFocus()
    assert ring.around is None


def test_the_ring_goes_when_what_it_stands_round_is_hidden_or_deleted(dressed):
    one, two, three = button("One"), button("Two"), button("Three")
    _window, ring = window_with(one, two, scrolling(three))
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    two.hide()
    assert ring.around is not two
    two.deleteLater()
    QTest.qWait(1)
    QTest.keyClick(one, Qt.Key.Key_Tab)  # nothing dead is asked anything
