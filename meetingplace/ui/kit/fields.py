"""Fields in which people type or choose: with their label above, help and the refusal's sentence under them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from meetingplace.domain.language import is_right_to_left
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.layouts import Flow
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.kit.theme import current

SEARCH_PAUSE = 60  # ms after the last key before a search asks


class Field(QWidget):
    """A label, an input, and under it help or what is wrong."""

    def __init__(self, title: str, editor: QWidget, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._help = help_text
        self._title = label(title, "strong", self)
        self._under = label(help_text, "small", self, is_wrapped=True)
        self._under.setVisible(bool(help_text))
        editor.setAccessibleName(title)
        if help_text:
            editor.setAccessibleDescription(help_text)
        self._title.setBuddy(editor)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if title:
            box.addWidget(self._title)
        box.addWidget(editor)
        box.addWidget(self._under)

    def show_title(self, title: str) -> None:
        """Show another title over the field."""
        self._title.setText(title)
        self.editor.setAccessibleName(title)

    def show_help(self, text: str) -> None:
        """Show another help under the field, unless it says there what is wrong."""
        is_wrong = self._under.property("kind") == "error"
        self._help = text
        if not is_wrong:
            self.show_wrong("")

    def show_wrong(self, sentence: str) -> None:
        """Show what is wrong under the field; an empty sentence takes it away. What was typed stays."""
        self._under.setText(sentence or self._help)
        self._under.setProperty("kind", "error" if sentence else "small")
        self._under.setVisible(bool(sentence or self._help))
        typed = self.editor.focusProxy() or self.editor
        typed.setProperty("wrong", bool(sentence))
        for described in {self.editor, typed}:  # the keyboard is on what is typed in
            described.setAccessibleDescription(sentence or self._help)
        if isinstance(typed, LineEdit):
            typed.show_wrong(bool(sentence))
        for changed in (self._under, typed):
            changed.style().unpolish(changed)
            changed.style().polish(changed)
        if sentence:
            self.editor.setFocus()
            QTimer.singleShot(0, self, self._come_into_sight)  # the sentence first needs its place

    def _come_into_sight(self) -> None:
        step = self.parentWidget()
        while step is not None and not isinstance(step, QScrollArea):
            step = step.parentWidget()
        if step is not None:
            step.ensureWidgetVisible(self)


class LineEdit(QLineEdit):
    """A field for one line, perhaps with an icon. With nothing typed in it, Ctrl+Z takes back the last act instead."""

    ICON, BESIDE = 24, 14  # px: side of an icon, and its distance from the edge

    def __init__(self, text: str = "", parent: QWidget | None = None, icon_name: str = "") -> None:
        """Begin with a text; the icon is decoration, the name of the field says what it is."""
        super().__init__(text, parent)
        self._icon = icon_name
        self._is_wrong = False
        self.setMinimumHeight(current().height(48))
        self._make_room()

    @property
    def is_wrong(self) -> bool:
        """Tell whether the field shows the sign of an error."""
        return self._is_wrong

    def show_wrong(self, is_wrong: bool) -> None:
        """Show or take away the sign of an error: colour never says it alone."""
        self._is_wrong = is_wrong
        self._make_room()
        self.update()

    def _make_room(self) -> None:
        before = self.ICON + 8 if self._icon else 0
        after = self.ICON + 8 if self._is_wrong else 0
        self.setTextMargins(*((after, 0, before, 0) if self.isRightToLeft() else (before, 0, after, 0)))

    def changeEvent(self, event: QEvent) -> None:
        """Turn round with the direction of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its signs."""
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - self.ICON) / 2
        sides = (self.BESIDE, self.width() - self.BESIDE - self.ICON)
        before, after = reversed(sides) if self.isRightToLeft() else sides
        if self._icon:
            token = "ink" if self.hasFocus() else "soft"
            draw_icon(painter, QRectF(before, top, self.ICON, self.ICON), self._icon, current().colour(token))
        if self._is_wrong:
            place = QRectF(after, top, self.ICON, self.ICON)
            draw_icon(painter, place, "alert-circle-outline", current().colour("stop"))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window when there is no typing to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            is_redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if is_undo or is_redo:
                event.ignore()
                return False
        return super().event(event)


def line_edit(
    text: str = "",
    hint: str = "",
    suggestions: Iterable[str] = (),
    parent: QWidget | None = None,
    icon_name: str = "",
) -> LineEdit:
    """Make a field for one line, with suggestions while typing and perhaps an icon before it."""
    made = LineEdit(text, parent, icon_name)
    made.setPlaceholderText(hint)
    words = sorted(set(suggestions))
    if words:
        completer = QCompleter(words, made)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        if popup is not None:
            popup.setProperty("choices", True)
        made.setCompleter(completer)
    return made


def set_direction(editor: QWidget, language: str) -> None:
    """Let a field run in the direction of a language, its letters one step larger when it is Arabic script."""
    is_mirrored = is_right_to_left(language)
    editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
    editor.setFont(current().script_font(17, is_mirrored))
    if isinstance(editor, QPlainTextEdit):
        option = editor.document().defaultTextOption()
        option.setTextDirection(editor.layoutDirection())
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)  # a plain text field does not turn it round itself
        editor.document().setDefaultTextOption(option)


class SearchField(LineEdit):
    """A field that searches while one types; Esc and its cross empty it."""

    searched = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None, clear_word: str = "") -> None:
        """Show a hint; `clear_word` is what the cross says aloud."""
        super().__init__("", parent, "magnify")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._cross = button("", "text", "close", self.clear, self, tip=clear_word or f"{hint} ×")
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does the same
        self._cross.hide()
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._typed)

    def _typed(self, text: str) -> None:
        self._cross.setVisible(bool(text))
        self._pause.start()

    def _make_room(self) -> None:
        before, after = self.ICON + 8, 40
        self.setTextMargins(*((after, 0, before, 0) if self.isRightToLeft() else (before, 0, after, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the end."""
        super().resizeEvent(event)
        side = self._cross.sizeHint()
        left = 2 if self.isRightToLeft() else self.width() - side.width() - 2
        self._cross.setGeometry(left, (self.height() - side.height()) // 2, side.width(), side.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Esc; search at once with Enter, else the late search would overtake what Enter does."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pause.isActive():
            self._pause.stop()
            self.searched.emit(self.text())
        super().keyPressEvent(event)


class TextArea(QPlainTextEdit):
    """Several lines; Tab leaves it, and it says when it was left after a change."""

    left = Signal()

    def __init__(self, text: str = "", hint: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(current().px(24) * lines + 20)

    def sizeHint(self) -> QSize:
        """Ask for no more room than its lines."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Notice that the field was left."""
        super().focusOutEvent(event)
        if self.document().isModified():
            self.document().setModified(False)
            self.left.emit()


class _Combo(QComboBox):
    """A list that the wheel of the mouse does not change: scrolling a form changes nothing in it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()


def combo(choices: Sequence[tuple[object, str]], on: object = None, parent: QWidget | None = None) -> QComboBox:
    """Make a list to choose one from; `choices` are (value, text) pairs."""
    made = _Combo(parent)
    made.setMinimumHeight(current().height(48))
    for value, text in choices:
        made.addItem(text, value)
    index = next((number for number, (value, _text) in enumerate(choices) if value == on), 0)
    made.setCurrentIndex(index)
    return made


class Ticks(Flow):
    """Several choices as buttons that stay down: languages, functions, weekdays, team members."""

    changed = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[object, str]],
        on: Iterable[object] = (),
        make_icon: Callable[[object], QIcon] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_icon = make_icon
        self._parts: list[tuple[object, QPushButton]] = []
        self.offer(choices, on)

    def offer(self, choices: Sequence[tuple[object, str]], on: Iterable[object]) -> None:
        """Offer these choices instead of those that were there, with some on, without telling anybody."""
        chosen, make_icon = list(on), self._make_icon
        self._parts = []
        self.flow.clear()
        for value, text in choices:
            part = QPushButton(on_button(text), self)
            part.setCheckable(True)
            part.setChecked(value in chosen)
            part.setMinimumHeight(current().height(44))
            part.setAccessibleName(text)
            part.clicked.connect(lambda _on=False: self.changed.emit())
            if make_icon:
                side = current().icon_side(24)
                part.setIcon(make_icon(value))
                part.setIconSize(QSize(side, side))
            self._parts.append((value, part))
            self.flow.addWidget(part)
        self.updateGeometry()

    @property
    def on(self) -> tuple[object, ...]:
        """Give the chosen values, in the order of the choices."""
        return tuple(value for value, part in self._parts if part.isChecked())

    def choose(self, values: Iterable[object]) -> None:
        """Put exactly these on, without telling anybody."""
        wanted = list(values)
        for value, part in self._parts:
            part.setChecked(value in wanted)


def check_box(text: str, is_on: bool = False, parent: QWidget | None = None) -> QCheckBox:
    """Make a box to tick."""
    made = QCheckBox(on_button(text), parent)
    made.setChecked(is_on)
    made.setAccessibleName(text)
    return made


def radio_button(text: str, is_on: bool = False, parent: QWidget | None = None) -> QRadioButton:
    """Make one of several choices of which one is on; those with the same parent belong together."""
    made = QRadioButton(on_button(text), parent)
    made.setChecked(is_on)
    made.setAccessibleName(text)
    return made
