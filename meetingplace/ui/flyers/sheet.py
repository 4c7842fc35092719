"""The middle of the Flyers screen: the page of the real paper on a table, nearer by if wished, and leafing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QSizePolicy, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.flyers.shown import PageShown
from meetingplace.ui.kit.buttons import MenuButton, button
from meetingplace.ui.kit.cards import Notice
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.paper_view import PaperView
from meetingplace.ui.kit.theme import current

_GAP = 12
_MARGIN = 14  # px of table round the paper, at least: room for its shadow
_ZOOMS = (1.0, 1.5, 2.2, 3.2)


class PaperTable(QWidget):
    """A table with the paper on it, or the sentence that says why there is none."""

    resized = Signal()
    turned = Signal(int)  # -1 or +1
    page_chosen = Signal(int)

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words
        self._tall = 297 / 210
        self._short = ""  # which page it is, on the button between the others
        self._zoom = 0
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        QScroller.grabGesture(self._area.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        self._ground = QWidget()
        self._ground.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._area.setWidget(self._ground)
        self.page = PaperView("", _("One moment…"), self._ground)
        self.problem = Notice("", "wait", "alert-circle-outline", self)
        self.problem.hide()
        self.before = button("", "quiet", "chevron-left", lambda: self.turned.emit(-1), self, tip=_("Page before"))
        self.after = button("", "quiet", "chevron-right", lambda: self.turned.emit(1), self, tip=_("Next page"))
        self.pages = MenuButton("", "", _("Page"), self)
        self.farther = button("", "quiet", "magnify-minus-outline", lambda: self._step(-1), self, tip=_("Farther away"))
        self.nearer = button("", "quiet", "magnify-plus-outline", lambda: self._step(1), self, tip=_("Nearer by"))
        self._leaf = QWidget(self)
        self._leaf.setLayout(
            row(None, self.before, self.pages, self.after, None, self.farther, self.nearer, spacing=_GAP)
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 320)

    @property
    def page_width(self) -> int:
        """Give how wide the paper is shown, in dots."""
        return max(1, round(self.page.width() * self.devicePixelRatioF()))

    def show_page(self, shown: PageShown) -> None:
        """Show a page and where it stands among the others."""
        self.problem.hide()
        self._area.show()
        self._tall = shown.tall
        self.page.show_picture(shown.picture)
        self.page.setAccessibleName(f"{shown.place}, {shown.languages}")
        is_one = len(shown.pages) < 2
        for part in (self.before, self.pages, self.after):
            part.setVisible(not is_one)
        self._short = shown.short
        self.pages.setAccessibleName(f"{shown.place}, {shown.languages}")
        self.pages.choices.clear()
        for number, name in enumerate(shown.pages):
            self.pages.choices.addAction(name).triggered.connect(partial(self._choose, number))
        self.before.setEnabled(shown.has_before)
        self.after.setEnabled(shown.has_after)
        self._leaf.show()
        self._arrange()

    def show_problem(self, said: str) -> None:
        """Say why there is no page."""
        self._area.hide()
        self._leaf.hide()
        self.problem.sentence.setText(said)
        self.problem.setAccessibleName(said)
        self.problem.show()
        self._arrange()

    def sizeHint(self) -> QSize:
        """Ask for a usual size."""
        return QSize(520, 620)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the paper as large as it can be."""
        super().resizeEvent(event)
        self._arrange()

    def _choose(self, number: int, _is_on: bool = False) -> None:
        self.page_chosen.emit(number)

    def _step(self, step: int) -> None:
        self._zoom = max(0, min(self._zoom + step, len(_ZOOMS) - 1))
        self._arrange()

    def _arrange(self) -> None:
        # placed by hand: a layout whose words wrap would make the whole screen ask for more height than it has
        self.farther.setEnabled(self._zoom > 0)
        self.nearer.setEnabled(self._zoom < len(_ZOOMS) - 1)
        self._name_page(self.width() - 2 * _MARGIN)
        leaf = self._leaf.sizeHint().height() + _MARGIN if not self._leaf.isHidden() else 0
        across = self.width() - 2 * _MARGIN
        self._leaf.setGeometry(_MARGIN, self.height() - leaf, across, max(0, leaf - _MARGIN))
        room = QSize(self.width() - 2, max(1, self.height() - leaf - 2))
        self._area.setGeometry(1, 1, room.width(), room.height())
        width = round(min(across, (room.height() - 2 * _MARGIN) / self._tall) * _ZOOMS[self._zoom])
        width = max(1, width)
        height = round(width * self._tall)
        bar = self._area.verticalScrollBar().sizeHint().width() if self._zoom else 0
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self._zoom else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(policy)
        self._area.setHorizontalScrollBarPolicy(policy)
        ground = QSize(max(room.width() - bar, width + 2 * _MARGIN), max(room.height() - bar, height + 2 * _MARGIN))
        self._ground.resize(ground)
        is_new = (width, height) != (self.page.width(), self.page.height())
        self.page.setGeometry((ground.width() - width) // 2, (ground.height() - height) // 2, width, height)
        said = min(across, current().px(420))
        self.problem.setGeometry((self.width() - said) // 2, 2 * _MARGIN, said, self.problem.heightForWidth(said))
        if is_new:
            self.resized.emit()

    def _name_page(self, across: int) -> None:
        """Name the page by its languages too where there is room; without any, looking nearer by gives way."""
        self.pages.setText(self._short)
        zooms = (self.farther, self.nearer)
        for part in zooms:
            part.show()
        if self._leaf.sizeHint().width() > across:
            self.pages.setText(self._short.partition(" ")[0])
        if self._leaf.sizeHint().width() > across:
            for part in zooms:
                part.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the table."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_contrast = current().name == "contrast"
        painter.setPen(current().colour("edge") if is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(current().colour("shade"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()
