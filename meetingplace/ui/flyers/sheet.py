"""The middle of the Flyers screen: the page of the real paper on a table, and leafing through several pages."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.flyers.shown import PageShown
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.paper_view import PaperView
from meetingplace.ui.kit.theme import current

_TALL = 297 / 210  # of an A4
_GAP = 16
_MARGIN = 14  # px of table round the paper, at least: room for its shadow


class PaperTable(QWidget):
    """A table with the paper on it, or the sentence that says why there is none."""

    resized = Signal()
    turned = Signal(int)  # -1 or +1

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words
        self.page = PaperView("", _("One moment…"), self)
        self.problem = Notice("", "wait", "alert-circle-outline", self)
        self.problem.hide()
        self.before = button("", "quiet", "chevron-left", lambda: self.turned.emit(-1), self, tip=_("Page before"))
        self.after = button("", "quiet", "chevron-right", lambda: self.turned.emit(1), self, tip=_("Next page"))
        self._place = label("", "strong", self, is_wrapped=True)
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._leaf = QWidget(self)
        leaf = row(self.before, spacing=_GAP)
        leaf.addWidget(self._place, 1)
        leaf.addWidget(self.after)
        self._leaf.setLayout(leaf)
        self._leaf.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 320)

    @property
    def page_width(self) -> int:
        """Give how wide the paper is shown, in dots."""
        return max(1, round(self.page.width() * self.devicePixelRatioF()))

    def show_page(self, shown: PageShown) -> None:
        """Show a page and where it stands among the others."""
        self.problem.hide()
        self.page.show()
        self.page.show_picture(shown.picture)
        self.page.setAccessibleName(f"{shown.place}, {shown.languages}")
        is_one = not (shown.has_before or shown.has_after)
        self._place.setText(f"{shown.place} · {shown.languages}")
        self.before.setEnabled(shown.has_before)
        self.after.setEnabled(shown.has_after)
        self._leaf.setVisible(not is_one)
        self._arrange()

    def show_problem(self, said: str) -> None:
        """Say why there is no page."""
        self.page.hide()
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

    def _arrange(self) -> None:
        # placed by hand: a layout whose words wrap would make the whole screen ask for more height than it has
        wide = self.width() - 2 * _MARGIN
        words = current().metrics(15, 600).horizontalAdvance(self._place.text()) + 8
        across = min(wide, words + 2 * (self.before.sizeHint().width() + _GAP))
        leaf = 0 if self._leaf.isHidden() else self._leaf.heightForWidth(across) + _MARGIN
        self._leaf.setGeometry((self.width() - across) // 2, self.height() - leaf, across, max(0, leaf - _MARGIN))
        high = self.height() - 2 * _MARGIN - leaf
        width = max(1, round(min(wide, high / _TALL)))
        height = round(width * _TALL)
        is_new = (width, height) != (self.page.width(), self.page.height())
        self.page.setGeometry((self.width() - width) // 2, _MARGIN + max(0, (high - height) // 2), width, height)
        said = min(wide, current().px(420))
        self.problem.setGeometry((self.width() - said) // 2, 2 * _MARGIN, said, self.problem.heightForWidth(said))
        if is_new:
            self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the table."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_contrast = current().name == "contrast"
        painter.setPen(current().colour("edge") if is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(current().colour("shade"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()
