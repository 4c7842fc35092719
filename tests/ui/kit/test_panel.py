"""The panel: a form or a question in the window, which keeps the keyboard until it is closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.fields import line_edit
from meetingplace.ui.kit.panel import Panel, ask


@pytest.fixture
def behind(dressed) -> QWidget:
    window = QWidget()
    box = QVBoxLayout(window)
    window.field = line_edit("")
    box.addWidget(window.field)
    box.addWidget(button("Behind"))
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    window.field.setFocus()
    return window


def test_a_panel_closes_when_what_one_came_from_is_gone(behind: QWidget, qtbot):
    panel = Panel("Kuregem", behind, "Close")
    panel.open()
    with qtbot.waitSignal(behind.field.destroyed):
        behind.field.deleteLater()  # as a row that is built anew when a change is saved
    with qtbot.waitSignal(panel.closed):
        panel.close_panel()


def test_tab_goes_round_inside_the_panel_both_ways(behind: QWidget):
    panel = Panel("New session", behind, "Close")
    first = line_edit("")
    panel.add(first, line_edit(""))
    panel.add_acts(button("Cancel"), button("Save", "primary"))
    panel.open(first)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        met = []
        for _ in range(10):
            QTest.keyClick(QApplication.focusWidget(), key)
            met.append(QApplication.focusWidget())
        assert all(panel.isAncestorOf(part) for part in met)
        assert len(set(met)) == 5  # two fields, close, cancel, save


def test_esc_closes_it_and_gives_the_keyboard_back(behind: QWidget):
    panel = Panel("New session", behind, "Close")
    panel.open()
    closed: list[int] = []
    panel.closed.connect(lambda: closed.append(1))
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert closed == [1]
    assert behind.field.hasFocus()


def test_a_press_beside_the_paper_does_not_reach_what_lies_behind(behind: QWidget):
    pressed: list[int] = []
    below = behind.findChild(QPushButton)
    below.clicked.connect(lambda: pressed.append(1))
    panel = Panel("New session", behind, "Close")
    panel.open()
    at = below.mapTo(behind, below.rect().center())
    assert behind.childAt(at) is not below
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=at)
    assert pressed == []
    assert panel.isVisible()


def test_the_panel_keeps_inside_a_window_that_becomes_smaller(behind: QWidget):
    panel = Panel("New session", behind, "Close", width=640)
    for _ in range(20):
        panel.add(line_edit(""))
    panel.open()
    behind.resize(500, 400)
    QTest.qWait(1)
    assert behind.rect().contains(panel.paper.geometry())


def test_a_question_has_the_verb_on_its_button_and_cancel_in_hand(behind: QWidget):
    agreed: list[int] = []
    panel = ask(behind, "Forget Moon?", "This cannot be undone.", "Forget", lambda: agreed.append(1), "Cancel")
    assert QApplication.focusWidget().text() == "Cancel"
    forget = next(part for part in panel.findChildren(QPushButton) if part.text() == "Forget")
    assert forget.property("kind") == "danger"
    forget.click()
    assert agreed == [1]
    assert panel.isHidden()


def test_tab_follows_the_reading_order_whenever_the_parts_were_made(behind: QWidget):
    panel = Panel("New session", behind, "Close")
    second, first = line_edit(""), line_edit("")
    panel.add(first, second)
    panel.open(first)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is first
