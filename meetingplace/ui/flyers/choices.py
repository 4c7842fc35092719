"""The left column of the Flyers screen: what, layout, languages in the order of choice, the paper lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLayout, QMenu, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.flyers.shown import ChoicesShown, LanguageShown, SubjectShown
from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import Card, PressableCard, label
from meetingplace.ui.kit.fields import check_box
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.layouts import clear, column, let_tab_read, row, rule
from meetingplace.ui.kit.marks import function_square, icon_mark
from meetingplace.ui.kit.theme import current

WIDTH = 262  # px at 100 %
_WORD_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)


class LayoutTile(QAbstractButton):
    """A layout, drawn small: a picture over one column of lines or over two."""

    def __init__(self, word: str, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setProperty("radius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Have room for the drawing and two lines of words."""
        theme = current()
        return QSize(theme.px(112), 62 + 2 * theme.metrics(14, 600).lineSpacing() + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet and its word."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        width = 2 if is_on else theme.hairline
        painter.setPen(QPen(theme.colour("primary" if is_on else "edge"), width))
        painter.setBrush(theme.colour("ptint" if is_on else "column" if self.underMouse() else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        middle = self.width() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawRoundedRect(QRectF(middle - 22, 12, 44, 16), 3, 3)
        painter.setBrush(theme.colour("edge"))
        for across in range(self._columns):
            wide = 44 if self._columns == 1 else 19
            for line in range(3):
                painter.drawRoundedRect(QRectF(middle - 22 + across * 25, 34 + line * 7, wide, 3), 1.5, 1.5)
        if is_on:
            draw_icon(painter, QRectF(self.width() - 28, 8, 20, 20), "check-circle", theme.colour("primary"))
        painter.setPen(theme.colour("ptext" if is_on else "ink"))
        painter.setFont(theme.font(14, 600))
        painter.drawText(QRectF(6, 60, self.width() - 12, self.height() - 64), _WORD_FLAGS, self.text())
        painter.end()


class Choices(QWidget):
    """What is chosen; every change is told at once."""

    kind_chosen = Signal(str)
    subject_wanted = Signal()
    layout_chosen = Signal(str)
    language_added = Signal(str)
    language_removed = Signal(str)
    lists_wanted = Signal()

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ = _ = words
        self._subject = column(spacing=0)
        self._languages = Card(self, padding=6, spacing=0)
        kinds = [("session", _("Session")), ("series", _("Series"))]
        self.kind = Segment(kinds, "session", _("What the flyer is of"), self)
        self.layouts = {
            "one-language": LayoutTile(_("One language a page"), 1, self),
            "dutch-plus-one": LayoutTile(_("Dutch and one beside it"), 2, self),
        }
        self.another = button(_("Another language"), "text", "plus", parent=self)
        self._menu = QMenu(self.another)
        self.another.setMenu(self._menu)
        self.lists = button(_("Lists for paper"), "text", "clipboard-list-outline", parent=self)
        self._group = QButtonGroup(self)
        tiles = row(spacing=8)
        for tile in self.layouts.values():
            self._group.addButton(tile)
            tiles.addWidget(tile, 1)
        rows: tuple[tuple[str, QWidget | QLayout], ...] = (
            (_("What"), row(self.kind, None)),
            ("", self._subject),
            (_("Layout"), tiles),
            (_("Languages"), self._languages),
        )
        box = column(spacing=8, margins=(ROOM, ROOM, ROOM + 4, ROOM))
        for title, part in rows:
            if title:
                box.addSpacing(4)
                box.addWidget(label(title, "strong", self))
            if isinstance(part, QWidget):
                box.addWidget(part)
            else:
                box.addLayout(part)
        box.addLayout(row(self.lists, None))
        box.addStretch(1)
        self.setLayout(box)
        self._wire()

    def _wire(self) -> None:
        self.kind.chosen.connect(self.kind_chosen)
        for key, tile in self.layouts.items():
            tile.clicked.connect(partial(self._choose_layout, key))
        self.lists.clicked.connect(lambda: self.lists_wanted.emit())

    def _choose_layout(self, key: str, _is_on: bool = False) -> None:
        self.layout_chosen.emit(key)

    def show_choices(self, shown: ChoicesShown) -> None:
        """Show what is chosen now."""
        self.kind.choose(shown.kind)
        self.layouts[shown.layout].setChecked(True)
        for key, tile in self.layouts.items():
            is_on = key == shown.layout  # Tab comes to the one that is on, the arrow keys to the other
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_on else Qt.FocusPolicy.ClickFocus)
        clear(self._subject)
        if shown.subject:
            self._subject.addWidget(SubjectCard(shown.subject, self._, lambda: self.subject_wanted.emit(), self))
        elif shown.none_there:
            self._subject.addWidget(label(shown.none_there, "soft", self, is_wrapped=True))
        self._show_languages(shown)
        let_tab_read(self)

    def _show_languages(self, shown: ChoicesShown) -> None:
        had = self.window().focusWidget()
        name = had.objectName() if had is not None and self.isAncestorOf(had) else ""
        body = self._languages.body
        body.removeWidget(self.another)
        clear(body)
        for language in shown.languages:
            body.addLayout(self._language_row(language))
            body.addWidget(rule(self))
        body.addWidget(self.another)
        self._menu.clear()
        for code, own in shown.others:
            action = QAction(own, self._menu)
            action.triggered.connect(partial(self._add, code))
            self._menu.addAction(action)
        self.another.setVisible(bool(shown.others))
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()

    def _language_row(self, language: LanguageShown) -> QHBoxLayout:
        box = check_box(language.name, True, self)
        box.setObjectName(f"language-{language.code}")
        box.setEnabled(not language.note)
        box.setAccessibleDescription(language.note)
        box.clicked.connect(partial(self._remove, language.code))
        return row(box, None, label(language.note, "small", self), margins=(8, 0, 8, 0))

    def _add(self, code: str, _is_on: bool = False) -> None:
        self.language_added.emit(code)

    def _remove(self, code: str, _is_on: bool = False) -> None:
        self.language_removed.emit(code)


class SubjectCard(PressableCard):
    """What the flyer is of; pressed, it offers the others."""

    def __init__(
        self, subject: SubjectShown, words: Translator, pressed: Callable[[], object], parent: QWidget
    ) -> None:
        another = words("Choose another")
        said = f"{subject.title}, {subject.line}. {another}"
        super().__init__(said, pressed, parent, padding=12)
        mark = (
            function_square(subject.function, side=36, parent=self)
            if subject.function
            else icon_mark("calendar-month-outline", side=30, parent=self)
        )
        texts = column(
            label(subject.title, "strong", self, is_wrapped=True),
            label(subject.line, "small", self, is_wrapped=True),
            spacing=2,
        )
        line = row(mark, spacing=12)
        line.addLayout(texts, 1)
        line.addWidget(icon_mark("chevron-down", "ink", 22, parent=self))
        self.body.addLayout(line)
