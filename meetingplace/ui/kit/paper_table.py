"""The sheet on the screen: the page of the real paper; and the keys that leaf through several pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.paper_out import PageShown
from meetingplace.ui.kit.paper_view import PaperView
from meetingplace.ui.kit.theme import current

WIDE, TALL = 210 / 297, 297 / 210  # how tall a page of a width is, landscape and portrait, whatever its size
_MARGIN = 14  # px round the paper: room for its shadow
_LEAST = 320  # px across


class SheetTable(QWidget):
    """The page, as large as there is room, or the sentence that says why there is none."""

    resized = Signal()

    def __init__(self, words: Translator, parent: QWidget | None = None, tall: float = WIDE, usual: int = 760) -> None:
        """Take how tall the paper is by its width, and how many px across it usually is."""
        super().__init__(parent)
        self._tall, self._usual = tall, usual
        self.page = PaperView(words("Preview"), words("One moment…"), self)
        self.problem = Notice("", "wait", "alert-circle-outline", self)
        self.problem.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_LEAST)

    @property
    def page_width(self) -> int:
        """Give how wide the paper is shown, in dots."""
        return max(1, round(self.page.width() * self.devicePixelRatioF()))

    def show_page(self, shown: PageShown) -> None:
        """Show a page."""
        self.problem.hide()
        self.page.show()
        self.page.show_picture(shown.picture)
        self.page.setAccessibleName(shown.place)

    def show_problem(self, said: str) -> None:
        """Say why there is no page."""
        self.page.hide()
        self.problem.sentence.setText(said)
        self.problem.setAccessibleName(said)
        self.problem.show()
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width, as that of paper does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the page with its shadow."""
        return round((width - 2 * _MARGIN) * self._tall) + 2 * _MARGIN

    def sizeHint(self) -> QSize:
        """Ask for a usual size."""
        return QSize(self._usual, self.heightForWidth(self._usual))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the paper as large as it can be."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() - 2 * _MARGIN
        width = max(1, min(wide, round((self.height() - 2 * _MARGIN) / self._tall)))
        is_new = width != self.page.width()
        self.page.setGeometry((self.width() - width) // 2, _MARGIN, width, round(width * self._tall))
        said = min(wide, current().px(420))
        self.problem.setGeometry((self.width() - said) // 2, 2 * _MARGIN, said, self.problem.heightForWidth(said))
        if is_new:
            self.resized.emit()


class Leaf(QWidget):
    """Leafing: the page before, which page it is of how many, the next page; nothing while there is only one."""

    turned = Signal(int)  # -1 or +1

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words
        self.before = button("", "quiet", "chevron-left", lambda: self.turned.emit(-1), self, tip=_("Page before"))
        self.after = button("", "quiet", "chevron-right", lambda: self.turned.emit(1), self, tip=_("Next page"))
        self.place = label("", "strong", self)
        self.setLayout(row(self.before, self.place, self.after, spacing=12))
        self.hide()

    def show_page(self, shown: PageShown) -> None:
        """Show where a page stands; the keyboard stays at a key that can be pressed."""
        focused = next((key for key in (self.before, self.after) if key.hasFocus()), None)
        self.place.setText(shown.place)
        self.before.setEnabled(shown.has_before)
        self.after.setEnabled(shown.has_after)
        self.setVisible(shown.has_before or shown.has_after)
        if focused is not None and not focused.isEnabled():
            (self.after if shown.has_after else self.before).setFocus()
