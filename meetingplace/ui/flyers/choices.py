"""The left column of the Flyers screen: what, layout, languages in the order of choice, the paper lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QMenu,
    QSizePolicy,
    QWidget,
)

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.flyers.shown import ChoicesShown, LanguageShown, LayoutShown, SubjectShown
from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import Card, PressableCard, label
from meetingplace.ui.kit.fields import check_box, combo, line_edit
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, let_tab_read, row, rule
from meetingplace.ui.kit.marks import function_square, icon_mark
from meetingplace.ui.kit.mood_pick import MoodPick
from meetingplace.ui.kit.text import plain_tip
from meetingplace.ui.kit.theme import current

WIDTH = 290  # px at 100 %
_SHEET = (30, 42)  # px of a sheet seen from afar
_TONES = {
    "pattern": "#F2805A", "panel": "#8C1D40", "soft": "#FAD9C6", "badge": "#FFC94D", "line": "#B9A7AD",
    "code": "#2B1420",
}  # fmt: skip
_WORD_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)


class LayoutTile(QAbstractButton):
    """A layout: its sheet as it looks from afar, and its name beside it."""

    def __init__(self, shown: LayoutShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks = shown.blocks
        self.setText(shown.name)
        self.setAccessibleName(shown.name)
        self.setCheckable(True)
        self.setProperty("radius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Have room for the sheet and three lines of words."""
        theme = current()
        return QSize(theme.px(112), max(_SHEET[1] + 16, 3 * theme.metrics(14, 600).lineSpacing() + 12))

    def minimumSizeHint(self) -> QSize:
        """Shrink across only."""
        return QSize(_SHEET[0] + 60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet and its name."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        painter.setPen(QPen(theme.colour("primary" if is_on else "edge"), 2 if is_on else theme.hairline))
        painter.setBrush(theme.colour("ptint" if is_on else "column" if self.underMouse() else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        wide, high = _SHEET
        is_rtl = self.isRightToLeft()
        left = self.width() - 7 - wide if is_rtl else 7
        self._draw_sheet(painter, QRectF(left, (self.height() - high) / 2, wide, high))
        painter.setPen(theme.colour("ptext" if is_on else "ink"))
        painter.setFont(theme.font(14, 600))
        words = self.rect().adjusted(4 if is_rtl else wide + 13, 4, -wide - 13 if is_rtl else -3, -4)
        painter.drawText(words, _WORD_FLAGS, self.text())
        painter.end()

    def _draw_sheet(self, painter: QPainter, sheet: QRectF) -> None:
        theme = current()
        painter.setPen(QPen(theme.colour("edge"), theme.hairline))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(sheet)
        painter.setPen(Qt.PenStyle.NoPen)
        for block in self._blocks:
            place = QRectF(
                sheet.x() + block.x * sheet.width(),
                sheet.y() + block.y * sheet.height(),
                block.width * sheet.width(),
                max(1.0, block.height * sheet.height()),
            ).intersected(sheet)
            painter.setBrush(QColor(_TONES[block.what]))
            if block.what == "badge":
                painter.drawEllipse(place)
            else:
                painter.drawRoundedRect(place, 1.2, 1.2)


class Choices(QWidget):
    """What is chosen; every change is told at once."""

    kind_chosen = Signal(str)
    subject_wanted = Signal()
    layout_chosen = Signal(str)
    paper_chosen = Signal(str)
    mood_chosen = Signal(str)
    grey_chosen = Signal(bool)
    picture_chosen = Signal(object)  # an id; None is the pattern alone
    code_typed = Signal(str)
    language_added = Signal(str)
    families_wanted = Signal()
    language_removed = Signal(str)
    lists_wanted = Signal()
    recent_wanted = Signal()

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ = _ = words
        self._subject = column(spacing=0)
        self._offered: tuple[tuple[str, str], ...] = ()
        self._languages = Card(self, padding=6, spacing=0)
        kinds = [("session", _("Session")), ("series", _("Series")), ("month", _("Month"))]
        self.kind = Segment(kinds, "session", _("What the flyer is of"), self)
        self.layouts: dict[str, LayoutTile] = {}
        self._layouts = QGridLayout()
        self._layouts.setSpacing(8)
        self._papers = column(spacing=0)
        self.paper: Segment | None = None
        self.mood = MoodPick(_, self, has_words=False)
        self._pictures = column(spacing=0)
        self.picture: QComboBox | None = None
        self._shown_pictures: tuple[tuple[int, str], ...] | None = None
        self.grey = check_box(_("Black and white"), False, self)
        self.code = line_edit("", _("Calendar, or a link"), parent=self)
        self.code.setAccessibleName(_("Code to scan"))
        self.another = button(_("Another language"), "text", "plus", parent=self)
        self._menu = QMenu(self.another)
        self.another.setMenu(self._menu)
        self.lists = button(_("Lists for paper"), "text", "clipboard-list-outline", parent=self)
        self.families = button(_("Languages of the families"), "text", "home-heart", parent=self)
        self.recent = button(_("Made before"), "text", "history", lambda: self.recent_wanted.emit(), self)
        self._group = QButtonGroup(self)
        self._build()
        self._wire()

    def _build(self) -> None:
        _ = self._
        rows: tuple[tuple[str, QWidget | QLayout], ...] = (
            (_("What"), row(self.kind, None)),
            ("", self._subject),
            (_("Layout"), self._layouts),
            (_("Paper"), self._papers),
            (_("Languages"), self._languages),
            (_("Picture"), self._pictures),
            (_("Colours"), self.mood),
            ("", row(self.grey, None)),
            (_("Code to scan"), self.code),
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
        box.addLayout(row(self.recent, None))
        box.addStretch(1)
        self.setLayout(box)

    def _wire(self) -> None:
        self.kind.chosen.connect(self.kind_chosen)
        self.code.editingFinished.connect(lambda: self.code_typed.emit(self.code.text().strip()))
        self.mood.chosen.connect(lambda mood: self.mood_chosen.emit(str(mood)))
        self.grey.clicked.connect(self.grey_chosen)
        self.families.clicked.connect(lambda: self.families_wanted.emit())
        self.lists.clicked.connect(lambda: self.lists_wanted.emit())

    def _choose_layout(self, key: str, _is_on: bool = False) -> None:
        self.layout_chosen.emit(key)

    def show_choices(self, shown: ChoicesShown) -> None:
        """Show what is chosen now."""
        self.kind.choose(shown.kind)
        self._show_layouts(shown)
        self._show_papers(shown)
        self._show_pictures(shown)
        self.mood.choose(shown.mood)
        if not self.code.hasFocus():
            self.code.setText(shown.code)
        self.grey.setChecked(shown.is_grey)
        clear(self._subject)
        if shown.subject:
            self._subject.addWidget(SubjectCard(shown.subject, self._, lambda: self.subject_wanted.emit(), self))
        elif shown.none_there:
            self._subject.addWidget(label(shown.none_there, "soft", self, is_wrapped=True))
        self._show_languages(shown)
        let_tab_read(self)

    def _show_layouts(self, shown: ChoicesShown) -> None:
        if [one.key for one in shown.layouts] != list(self.layouts):
            for tile in self.layouts.values():
                self._group.removeButton(tile)
            clear(self._layouts)
            self.layouts = {one.key: LayoutTile(one, self) for one in shown.layouts}
            for number, (key, tile) in enumerate(self.layouts.items()):
                tile.clicked.connect(partial(self._choose_layout, key))
                self._group.addButton(tile)
                self._layouts.addWidget(tile, number // 2, number % 2)
        self.layouts[shown.layout].setChecked(True)
        for key, tile in self.layouts.items():
            is_on = key == shown.layout  # Tab comes to the one that is on, the arrow keys to the others
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_on else Qt.FocusPolicy.ClickFocus)

    def _show_papers(self, shown: ChoicesShown) -> None:
        if self.paper is None or self._offered != shown.papers:
            clear(self._papers)
            self._offered = shown.papers
            self.paper = Segment(shown.papers, shown.paper, self._("Paper"), self)
            self.paper.chosen.connect(self.paper_chosen)
            self._papers.addLayout(row(self.paper, None))
        self.paper.choose(shown.paper)

    def _show_pictures(self, shown: ChoicesShown) -> None:
        if self.picture is None or self._shown_pictures != shown.pictures:
            clear(self._pictures)
            self._shown_pictures = shown.pictures
            self.picture = combo([(None, self._("The pattern alone")), *shown.pictures], parent=self)
            self.picture.setAccessibleName(self._("Picture"))
            self.picture.activated.connect(self._choose_picture)
            self._pictures.addWidget(self.picture)
        self.picture.setCurrentIndex(max(0, self.picture.findData(shown.picture_id)))

    def _choose_picture(self, at: int) -> None:
        if self.picture is not None:
            self.picture_chosen.emit(self.picture.itemData(at))

    def _show_languages(self, shown: ChoicesShown) -> None:
        had = self.window().focusWidget()
        name = had.objectName() if had is not None and self.isAncestorOf(had) else ""
        body = self._languages.body
        body.removeWidget(self.another)
        body.removeWidget(self.families)
        clear(body)
        for language in shown.languages:
            body.addLayout(self._language_row(language))
            body.addWidget(rule(self))
        body.addWidget(self.another)
        body.addWidget(self.families)
        self.families.setVisible(bool(shown.families))
        self.families.setToolTip(plain_tip(shown.families))
        self.families.setAccessibleDescription(shown.families)
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
