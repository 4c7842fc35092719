"""A form in a panel: its verb is pressed once, by hand or by Enter; nothing typed is lost without a question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from meetingplace.i18n.catalog import translator
from meetingplace.ui.kit.fields import TextArea, line_edit
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.panel import Panel


@pytest.fixture
def window(dressed) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def panel(window: QWidget) -> FormPanel:
    made = FormPanel("New family", window, translator("app", "en"), "Add family")
    made.name, made.remark = line_edit(""), TextArea()
    made.pressed: list[int] = []
    made.wanted.connect(lambda: made.pressed.append(1))
    made.add(made.name, made.remark)
    made.add_verb()
    made.open(made.name)
    return made


def question(window: QWidget, panel: FormPanel) -> Panel | None:
    others = [one for one in window.findChildren(Panel) if one is not panel and one.isVisible()]
    return others[0] if others else None


def test_enter_in_a_line_and_ctrl_enter_everywhere_press_the_verb_once(panel: FormPanel):
    QTest.keyClick(panel.remark, Qt.Key.Key_Return)
    assert panel.pressed == []
    assert panel.remark.toPlainText() == "\n"
    QTest.keyClick(panel.remark, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.pressed == [1]
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    QTest.mouseClick(panel.verb, Qt.MouseButton.LeftButton)
    assert panel.pressed == [1]  # it is being saved
    panel.release()
    panel.name.setFocus()
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    assert panel.pressed == [1, 1]


def test_esc_closes_a_form_in_which_nothing_was_typed(window: QWidget, panel: FormPanel):
    QTest.keyClick(panel.name, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert question(window, panel) is None


@pytest.mark.parametrize("way_out", ["escape", "cancel"])
def test_what_was_typed_is_only_thrown_away_after_a_question(window: QWidget, panel: FormPanel, way_out: str):
    QTest.keyClicks(panel.name, "Moon")
    if way_out == "escape":
        QTest.keyClick(panel.name, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(panel.cancel, Qt.MouseButton.LeftButton)
    asked = question(window, panel)
    assert asked is not None
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)  # a toddler on the keyboard presses twice
    assert panel.isVisible()
    assert panel.name.text() == "Moon"
    panel.leave()
    asked = question(window, panel)
    throw = next(one for one in asked.findChildren(type(panel.verb)) if one.text() == "Throw it away")
    QTest.mouseClick(throw, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
