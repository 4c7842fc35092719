"""The hands and eyes of a host at the real window: what is pressed, typed and read goes by the words on the screen.

A press is a mouse event at a point of the window, so that whatever lies over a button takes it. Everything waits for a
condition in a bounded event loop; when it does not come, the words that are on the screen are told.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from meetingplace.ui.crash import ErrorPanel

PATIENCE = 30.0  # s: for a slow PC that does much else; what is there is never waited for
_UNSEEN = dict.fromkeys((0x2068, 0x2069))  # what keeps a name from turning the sentence round it
_MOST_KEYS = 60
LEFT = Qt.MouseButton.LeftButton
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class Host:
    """Sits at the program. `window` gives what is open now: the wizard, the passphrase, the shell."""

    def __init__(self, window: Callable[[], QWidget | None]) -> None:
        """Sit down."""
        self._window = window

    # --- reading ---

    def wait_for(self, condition: Callable[[], Any], what: str) -> Any:
        """Let the program work until something holds, and give it."""
        until = time.monotonic() + PATIENCE
        while not (found := condition()):
            if time.monotonic() > until or self._has_fallen():
                raise AssertionError(f"{what} did not come. On the screen: {self.words()}")
            QTest.qWait(5)
        return found

    def _has_fallen(self) -> bool:
        """Tell whether the program says that something went wrong which nobody expected."""
        window = self._window()
        return window is not None and any(panel.isVisible() for panel in window.findChildren(ErrorPanel))

    def words(self) -> list[str]:
        """List all words that are on the screen or read aloud there, those of lists and tiles too."""
        window = self._window()
        parts = [window, *window.findChildren(QWidget)] if window else []
        seen = (words for part in parts if part.isVisible() for words in _words_of(part))
        return list(dict.fromkeys(words.translate(_UNSEEN) for words in seen if words))

    def sees(self, *texts: str) -> None:
        """Wait until each text stands on the screen, perhaps inside a longer one."""
        for text in texts:
            self.wait_for(lambda text=text: any(text in words for words in self.words()), repr(text))

    def sees_no(self, text: str) -> None:
        """Wait until a text stands nowhere on the screen."""
        self.wait_for(lambda: not any(text in words for words in self.words()), f"the end of {text!r}")

    # --- hands ---

    def press(self, words: str) -> None:
        """Press the button, card or tick with these words."""
        _click(self._reachable(words, QAbstractButton))

    def open_card(self, words: str) -> None:
        """Press the card or row whose words begin so."""
        _click(self._reachable(words, QWidget, fits=lambda part: part.accessibleName().startswith(words)))

    def type_into(self, name: str, text: str) -> None:
        """Go to the field of this name and type over what stands there."""
        field = self._reachable(name, QLineEdit, QPlainTextEdit)
        _click(field)
        field.selectAll()
        self._write(field, text)

    def keys(self, text: str = "", *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Type where the keyboard is, then press keys."""
        at = self.wait_for(QApplication.focusWidget, "the keyboard")
        if text:
            self._write(at, text)
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or at, key, held)

    def hold(self, held: Qt.KeyboardModifier, key: Qt.Key) -> None:
        """Press a key while another one is held: Ctrl+Z."""
        self.keys("", key, held=held)

    def choose(self, name: str, option: str) -> None:
        """Choose from a list that folds out, with the arrow keys."""
        box = self._reachable(name, QComboBox)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(box, Qt.Key.Key_Home)
        while box.currentText() != option:
            before = box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down)
            assert box.currentIndex() != before, f"{option!r} is not offered under {name!r}"

    def tap(self, list_name: str, spoken: str) -> None:
        """Press the tile or row of a list that says these words."""

        def tile() -> Any:
            views = [view for view in self._shown(QAbstractItemView) if view.accessibleName() == list_name]
            for view in views:
                found = next((index for index in _indexes(view.model()) if spoken in str(index.data(_SPOKEN))), None)
                if found:
                    return view, found
            return None

        view, index = self.wait_for(tile, f"{spoken!r} in {list_name!r}")
        view.scrollTo(index)
        _click_at(view.viewport(), view.visualRect(index).center())

    @contextmanager
    def saving_as(self, file: str) -> Iterator[None]:
        """Type this name into the dialog for a file that the presses of the block open."""
        with _meanwhile(lambda: _name_file(QApplication.activeModalWidget(), file)) as done:
            yield
            self.wait_for(lambda: done, "the dialog for a file")

    def pick(self, button: str, word: str) -> None:
        """Press a button with a menu, and take a choice."""
        self.press(button)
        menu = self.wait_for(_open_menu, f"the menu of {button!r}")
        action = next(one for one in menu.actions() if one.text().replace("&&", "&") == word)
        _click_at(menu, menu.actionGeometry(action).center())
        self.wait_for(lambda: _open_menu() is None, f"the end of the menu of {button!r}")

    # --- finding ---

    def _shown(self, *kinds: type[QWidget]) -> list[Any]:
        window = self._window()
        parts = window.findChildren(QWidget) if window else []
        return [part for part in parts if isinstance(part, kinds) and part.isVisible()]

    def _reachable(self, words: str, *kinds: type[QWidget], fits: Callable[[QWidget], bool] | None = None) -> Any:
        """Wait for something with these words that can be pressed: in sight, on, and with nothing over it."""
        has_words = fits or (lambda part: words in _names_of(part))

        def found() -> QWidget | None:
            return next((part for part in self._shown(*kinds) if has_words(part) and _bring_into_reach(part)), None)

        return self.wait_for(found, f"{words!r}, to be pressed,")

    @staticmethod
    def _write(field: QWidget, text: str) -> None:
        if text.isascii() and len(text) <= _MOST_KEYS:
            QTest.keyClicks(field, text)
            return
        typed = QInputMethodEvent()  # keys of a test are Latin and slow: so comes what other keyboards type
        typed.setCommitString(text)
        QApplication.sendEvent(field, typed)


def _names_of(part: QWidget) -> tuple[str, ...]:
    text = part.text().replace("&&", "&") if isinstance(part, QAbstractButton) else ""
    return (text, part.accessibleName())


def _words_of(part: QWidget) -> Iterator[str]:
    yield from _names_of(part)
    yield part.accessibleDescription()
    if isinstance(part, QLabel | QLineEdit):
        yield part.text()
    elif isinstance(part, QPlainTextEdit):
        yield part.toPlainText()
    elif isinstance(part, QComboBox):
        yield part.currentText()
    elif isinstance(part, QAbstractItemView):
        for index in _indexes(part.model()):
            yield str(index.data(_SPOKEN) or index.data() or "")


def _indexes(model: QAbstractItemModel | None) -> Iterator[Any]:
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            yield model.index(row, column)


def _bring_into_reach(part: QWidget) -> bool:
    if not part.isEnabled():
        return False
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()
    window = part.window()
    under = window.childAt(part.mapTo(window, part.rect().center()))
    return under is not None and (under is part or part.isAncestorOf(under))


def _click(part: QWidget) -> None:
    _click_at(part, part.rect().center())


def _click_at(part: QWidget, point: QPoint) -> None:
    window = part.window()
    handle = window.windowHandle()
    assert handle is not None
    if QApplication.activeWindow() is None:
        window.activateWindow()  # as every desktop does at a press
    QTest.mouseClick(handle, LEFT, Qt.KeyboardModifier.NoModifier, part.mapTo(window, point))


def _open_menu() -> QMenu | None:
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


# --- dialogs for files, which open an event loop of their own ---


@contextmanager
def _meanwhile(act: Callable[[], bool]) -> Iterator[list[bool]]:
    """Try an act again and again, from inside whatever loop runs, until it says that it is done."""
    done: list[bool] = []
    trying = QTimer(interval=5)

    def attempt() -> None:
        if act():
            trying.stop()
            done.append(True)

    trying.timeout.connect(attempt)
    trying.start()
    try:
        yield done
    finally:
        trying.stop()


def _name_file(dialog: QWidget | None, file: str) -> bool:
    if not isinstance(dialog, QFileDialog):
        return False
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(file)
    QTest.keyClick(name, Qt.Key.Key_Return)
    return True
