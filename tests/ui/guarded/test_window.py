"""Nothing leads out of a guarded window but the PIN of a host: real keys, presses and windows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.services import upkeep
from meetingplace.ui.guarded.first_pin import FirstPinPanel
from meetingplace.ui.guarded.window import HOLD, GuardedWindow
from meetingplace.ui.kit.surroundings import Surroundings
from tests.makers import make_house, make_member

SHORTCUTS = (
    "Esc", "Alt+F4", "F11", "F1", "F10", "Ctrl+Q", "Ctrl+W", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Z", "Ctrl+Shift+Z",
    "Ctrl+L", "Ctrl+N", "Ctrl+O", "Ctrl+P", "Ctrl+F", "Ctrl+S", "Ctrl+V", "Ctrl+1", "Ctrl+9", "Alt+Left", "Alt+Space",
    "Meta+D", "Meta+L", "Ctrl+Alt+Del", "Shift+F10", "Menu", "Ctrl+Esc", "Alt+Tab", "Print",
)  # fmt: skip


class Content(QWidget):
    """A field and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.key = QLineEdit(self), QPushButton("&Press", self)
        self.pressed = 0
        self.key.clicked.connect(self._count)
        box = QVBoxLayout(self)
        box.addWidget(self.line)
        box.addWidget(self.key)

    def _count(self) -> None:
        self.pressed += 1

    def begin_anew(self) -> None:
        self.line.clear()


@pytest.fixture
def work(around: Surroundings, qtbot: QtBot) -> QMainWindow:
    make_house()
    upkeep.set_pin(make_member(), "2468")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def guarded(work: QMainWindow, around: Surroundings) -> Iterator[GuardedWindow]:
    window = GuardedWindow(around, Content())
    window.guard()
    QTest.qWaitForWindowActive(window)
    yield window
    window.release()


def _hold(window: GuardedWindow) -> None:
    QTest.mousePress(window.corner, Qt.MouseButton.LeftButton)
    assert window.holding.isActive()
    window.holding.timeout.emit()
    QTest.mouseRelease(window.corner, Qt.MouseButton.LeftButton)


def _is_inside(window: GuardedWindow) -> bool:
    QApplication.processEvents()
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window] and window.isFullScreen()


def test_it_hides_the_other_windows_and_takes_the_screen(guarded: GuardedWindow, work: QMainWindow) -> None:
    assert not work.isVisible()
    assert _is_inside(guarded)


@pytest.mark.parametrize("keys", SHORTCUTS)
def test_no_shortcut_leads_out_or_does_anything(guarded: GuardedWindow, keys: str) -> None:
    done: list[str] = []
    bound = QShortcut(QKeySequence(keys), guarded)
    bound.activated.connect(lambda: done.append(keys))
    QApplication.clipboard().setText("from another program")
    guarded.content.line.setText("typed")
    guarded.content.line.setFocus()
    QTest.keySequence(guarded.content.line, QKeySequence(keys))
    assert _is_inside(guarded)
    assert done == []
    assert guarded.content.line.text() == "typed"


def test_the_close_button_and_the_end_of_the_program_lead_nowhere(guarded: GuardedWindow) -> None:
    assert not guarded.close()
    application = QApplication.instance()
    assert application is not None
    QApplication.sendEvent(application, QEvent(QEvent.Type.Quit))
    assert _is_inside(guarded)


def test_there_is_no_context_menu_and_nothing_can_be_dropped(guarded: GuardedWindow) -> None:
    line = guarded.content.line
    at = QPoint(5, 5)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, line.mapToGlobal(at))
    QApplication.sendEvent(line, menu)
    data = QMimeData()
    data.setText("from another program")
    drag = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(line, drag)
    assert QApplication.activePopupWidget() is None
    assert _is_inside(guarded)


def test_a_dialog_or_a_window_that_wants_to_open_is_put_away(guarded: GuardedWindow, work: QMainWindow) -> None:
    dialog = QDialog(work)
    dialog.open()
    work.show()
    assert _is_inside(guarded)


def test_typing_and_pressing_go_on(guarded: GuardedWindow) -> None:
    guarded.content.line.setFocus()
    QTest.keyClicks(guarded.content.line, "Zoe 2")
    QTest.keyClick(guarded.content.line, Qt.Key.Key_Backspace)
    assert guarded.content.line.text() == "Zoe "
    QTest.mouseClick(guarded.content.key, Qt.MouseButton.LeftButton)
    guarded.content.key.setFocus()
    QTest.keyClick(guarded.content.key, Qt.Key.Key_Space)
    assert guarded.content.pressed == 2


@pytest.mark.parametrize(("event", "stays"), [(("ni", []), True), (("", []), False)], ids=["typing", "nothing typed"])
def test_who_types_by_an_input_method_is_there(
    guarded: GuardedWindow, event: tuple[str, list[QInputMethodEvent.Attribute]], stays: bool
) -> None:
    guarded.content.line.setText("你")
    guarded.content.line.setFocus()
    presenter = guarded.presenter
    presenter.touch()
    presenter._touched -= presenter.idle  # a minute ago
    QApplication.sendEvent(guarded.content.line, QInputMethodEvent(*event))
    presenter.tick()
    assert (guarded.content.line.text() == "你") is stays


def test_a_short_press_on_the_corner_does_nothing(guarded: GuardedWindow) -> None:
    QTest.mouseClick(guarded.corner, Qt.MouseButton.LeftButton)
    assert not guarded.holding.isActive()
    assert not guarded.pad.isVisible()
    assert guarded.holding.interval() == HOLD


def test_a_long_press_and_the_pin_lead_out_to_what_was_there(guarded: GuardedWindow, work: QMainWindow) -> None:
    left: list[bool] = []
    guarded.left.connect(lambda: left.append(True))
    _hold(guarded)
    assert guarded.pad.isVisible()
    QTest.keyClicks(guarded.pad, "1111")
    QTest.keyClick(guarded.pad, Qt.Key.Key_Return)
    assert _is_inside(guarded)
    QTest.keyClicks(guarded.pad, "2468")
    QTest.keyClick(guarded.pad, Qt.Key.Key_Return)
    assert left == [True]
    assert work.isVisible()
    assert not guarded.isVisible()
    assert guarded.close()


def test_the_corner_is_held_with_the_keyboard_too(guarded: GuardedWindow) -> None:
    guarded.corner.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyPress(guarded.corner, Qt.Key.Key_Space)
    assert guarded.holding.isActive()
    guarded.holding.timeout.emit()
    QTest.keyRelease(guarded.corner, Qt.Key.Key_Space)
    assert guarded.pad.isVisible()


def test_escape_at_the_keys_goes_back_to_the_parents(guarded: GuardedWindow) -> None:
    _hold(guarded)
    QTest.mouseClick(guarded.pad._back, Qt.MouseButton.LeftButton)
    assert guarded.content.isVisible()
    assert _is_inside(guarded)


def test_nothing_typed_stays(guarded: GuardedWindow) -> None:
    guarded.content.line.setText("Maan")
    guarded.presenter.touch()
    guarded.presenter.idle -= guarded.presenter.idle
    guarded.presenter.tick()
    assert guarded.content.line.text() == ""


def test_a_window_that_was_made_small_comes_back(guarded: GuardedWindow) -> None:
    guarded.showMinimized()
    guarded._tick()
    assert guarded.isFullScreen()


def test_without_a_pin_one_is_set_first(around: Surroundings, qtbot: QtBot) -> None:
    member, went = make_member(), []
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    panel = FirstPinPanel(around, window, member, lambda: went.append(True))
    panel.pin.setText("2468")
    panel.press()
    assert went == []
    panel.again.setText("2468")
    panel.press()
    assert went == [True]
    upkeep.check_pin(member, "2468", around.clock())


def test_other_widgets_are_left_in_peace_afterwards(guarded: GuardedWindow) -> None:
    guarded.let_go()
    other = QWidget()
    other.show()
    QApplication.processEvents()
    assert other.isVisible()
    other.close()
