"""One choice of several: pressed, told, and walked through with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from meetingplace.ui.kit.pick import Pick


class Row(QWidget):
    """A pick between two buttons."""

    def __init__(self, on: object) -> None:
        super().__init__()
        self.told: list[object] = []
        self.pick = Pick([(number, f"choice {number}") for number in (1, 2, 3)], on)
        self.pick.chosen.connect(self.told.append)
        self.before, self.after = QPushButton("before"), QPushButton("after")
        box = QVBoxLayout(self)
        for part in (self.before, self.pick, self.after):
            box.addWidget(part)
        self.show()
        self.activateWindow()
        QTest.qWait(1)
        self.before.setFocus()

    def press(self, key: Qt.Key) -> str:
        """Press a key where the keyboard is, and say where it is then."""
        QTest.keyClick(self.focusWidget(), key)
        return self.focusWidget().text()


def test_tab_comes_to_the_one_that_is_on_arrows_choose_and_tab_leaves(dressed):
    row = Row(on=2)
    assert row.press(Qt.Key.Key_Tab) == "choice 2"
    assert row.press(Qt.Key.Key_Right) == "choice 3"
    assert (row.pick.on, row.told) == (3, [3])
    assert row.press(Qt.Key.Key_Tab) == "after"
    assert row.press(Qt.Key.Key_Backtab) == "choice 3"


def test_with_nothing_on_tab_comes_to_the_first_and_space_chooses_it(dressed):
    row = Row(on=None)
    assert row.pick.on is None
    assert row.press(Qt.Key.Key_Tab) == "choice 1"
    row.press(Qt.Key.Key_Space)
    assert (row.pick.on, row.told) == (1, [1])


def test_choosing_by_the_program_tells_nobody_and_there_is_always_one_on(dressed):
    row = Row(on=1)
    row.pick.choose(3)
    assert (row.pick.on, row.told) == (3, [])
    row.pick.button(3).click()
    assert row.pick.on == 3


@pytest.mark.parametrize("has_words", [True, False])
def test_each_choice_can_be_read_aloud(dressed, has_words: bool):
    pick = Pick([("owl", "Owl")], "owl", None, has_words=has_words)
    assert pick.button("owl").accessibleName() == "Owl"
    assert pick.button("owl").text() == ("Owl" if has_words else "")
