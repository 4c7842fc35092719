"""Fields in which people type or choose: with their label above, help and the refusal's sentence under them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from meetingplace.domain.language import LANGUAGES, is_right_to_left
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.layouts import Flow
from meetingplace.ui.kit.theme import current

SEARCH_PAUSE = 60  # ms after the last key before a search asks


class Field(QWidget):
    """A label, an input, and under it help or what is wrong."""

    def __init__(self, title: str, editor: QWidget, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._help = help_text
        self._sign: QAction | None = None
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

    def show_wrong(self, sentence: str) -> None:
        """Show what is wrong under the field; an empty sentence takes it away. What was typed stays."""
        self._under.setText(sentence or self._help)
        self._under.setProperty("kind", "error" if sentence else "small")
        self._under.setVisible(bool(sentence or self._help))
        typed = self.editor.focusProxy() or self.editor
        typed.setProperty("wrong", bool(sentence))
        self.editor.setAccessibleDescription(sentence or self._help)
        self._mark_wrong(typed, bool(sentence))
        for changed in (self._under, typed):
            changed.style().unpolish(changed)
            changed.style().polish(changed)
        if sentence:
            self.editor.setFocus()

    def _mark_wrong(self, typed: QWidget, is_wrong: bool) -> None:
        """Put an icon into the field too: colour never says it alone."""
        if isinstance(typed, QLineEdit):
            if self._sign is None:
                sign = icon("alert-circle-outline", current().tokens.stop, 24)
                self._sign = typed.addAction(sign, QLineEdit.ActionPosition.TrailingPosition)
            self._sign.setVisible(is_wrong)


class LineEdit(QLineEdit):
    """A field for one line. When nothing was typed in it, Ctrl+Z takes back the last act instead."""

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
    made = LineEdit(text, parent)
    made.setPlaceholderText(hint)
    made.setMinimumHeight(current().height(48))
    if icon_name:
        made.addAction(icon(icon_name, current().tokens.soft, 24), QLineEdit.ActionPosition.LeadingPosition)
    words = sorted(set(suggestions))
    if words:
        completer = QCompleter(words, made)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
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
        editor.document().setDefaultTextOption(option)


class SearchField(LineEdit):
    """A field that searches while one types."""

    searched = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMinimumHeight(current().height(48))
        self.setClearButtonEnabled(True)
        looking = QAction(icon("magnify", current().tokens.soft, 24), "", self)
        self.addAction(looking, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(lambda _text: self._pause.start())


class TextArea(QPlainTextEdit):
    """Several lines; Tab leaves it, and it says when it was left after a change."""

    left = Signal()

    def __init__(self, text: str = "", hint: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(current().px(24) * lines + 20)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the field was left."""
        if watched is self and event.type() == QEvent.Type.FocusOut and self.document().isModified():
            self.document().setModified(False)
            self.left.emit()
        return super().eventFilter(watched, event)


def combo(choices: Sequence[tuple[object, str]], on: object = None, parent: QWidget | None = None) -> QComboBox:
    """Make a list to choose one from; `choices` are (value, text) pairs."""
    made = QComboBox(parent)
    made.setMinimumHeight(current().height(48))
    for value, text in choices:
        made.addItem(text, value)
    index = next((number for number, (value, _text) in enumerate(choices) if value == on), 0)
    made.setCurrentIndex(index)
    made.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]  # scrolling a form changes nothing in it
    return made


class Ticks(Flow):
    """Several choices as buttons that stay down: languages, functions, weekdays, team members."""

    changed = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[object, str]],
        on: Iterable[object] = (),
        make_icon: Callable[[object], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        chosen = list(on)
        self._parts: list[tuple[object, QPushButton]] = []
        for value, text in choices:
            part = QPushButton(text, self)
            part.setCheckable(True)
            part.setChecked(value in chosen)
            part.setMinimumHeight(current().height(44))
            part.setAccessibleName(text)
            part.clicked.connect(lambda _on=False: self.changed.emit())
            if make_icon:
                part.setIcon(make_icon(value))
            self._parts.append((value, part))
            self.flow.addWidget(part)

    @property
    def on(self) -> tuple[object, ...]:
        """Give the chosen values, in the order of the choices."""
        return tuple(value for value, part in self._parts if part.isChecked())

    def choose(self, values: Iterable[object]) -> None:
        """Put exactly these on, without telling anybody."""
        wanted = list(values)
        for value, part in self._parts:
            part.setChecked(value in wanted)


def language_choices(first: Iterable[str] = ()) -> list[tuple[object, str]]:
    """List languages by their own names, these first."""
    codes = list(dict.fromkeys([*(code for code in first if code in LANGUAGES), *LANGUAGES]))
    return [(code, LANGUAGES[code].own_name) for code in codes]


def check_box(text: str, is_on: bool = False, parent: QWidget | None = None) -> QCheckBox:
    """Make a box to tick."""
    made = QCheckBox(text, parent)
    made.setChecked(is_on)
    made.setAccessibleName(text)
    return made


def radio_button(text: str, is_on: bool = False, parent: QWidget | None = None) -> QRadioButton:
    """Make one of several choices of which one is on; those with the same parent belong together."""
    made = QRadioButton(text, parent)
    made.setChecked(is_on)
    made.setAccessibleName(text)
    return made
