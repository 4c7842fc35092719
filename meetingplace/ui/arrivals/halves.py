"""How the two halves of the desk lie: families left and counters right, or one over the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from meetingplace.ui.arrivals.tiles import BAR, HALF, ONE_LINE, SIDES, Tiles
from meetingplace.ui.arrivals.totals import TotalsPanel
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.theme import current
from meetingplace.ui.kit.tiles import GAP, LEAST_HEIGHT

_NARROW = 640  # px at 100 %: in a narrower desk the counters go under the families
_BETWEEN = 24  # px between families and counters
_OVER = 20  # px between what is over the toast and the bottom that is not its own
_LEFT_TO_RIGHT, _DOWN, _UP = (
    QBoxLayout.Direction.LeftToRight,
    QBoxLayout.Direction.TopToBottom,
    QBoxLayout.Direction.BottomToTop,
)


class Halves(QWidget):
    """The desk: its lists scroll, so it asks for no more height than the window has, unless the page scrolls.

    `room` is the part under the families that is kept free for the toast; a page that scrolls has none. `laid` tells
    that the halves lie otherwise now.
    """

    laid = Signal()

    def __init__(self, families: QVBoxLayout, tiles: Tiles, totals: TotalsPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._families, self._tiles, self._totals = families, tiles, totals
        self._knows_families = True
        self._lies: tuple[object, ...] = ()
        self.room = QWidget(self)
        families.addLayout(row(self.room, margins=SIDES))
        self._box = QBoxLayout(_LEFT_TO_RIGHT, self)
        self._box.addLayout(families)
        self._box.addWidget(totals)
        self.keep_free(0)
        totals.inside.installEventFilter(self)

    @property
    def is_narrow(self) -> bool:
        """Tell whether the counters are under the families, where the page scrolls."""
        both = self._families.minimumSize().width() + _BETWEEN + self._totals.minimumWidth()
        return self._knows_families and self.width() < max(current().px(_NARROW), both)

    @property
    def scrolls(self) -> bool:
        """Tell whether the page scrolls: with the counters under the families, or counters only and larger text."""
        return self.is_narrow or (not self._knows_families and current().scale > ONE_LINE)

    def hasHeightForWidth(self) -> bool:
        """Keep words that wrap from asking for more height than the window has, unless the page scrolls anyway."""
        return self.scrolls

    def keep_free(self, height: int) -> None:
        """Keep so many px free for the toast, and never less than it usually needs: so nothing moves when it comes."""
        lines = 2 if current().scale > ONE_LINE else 1
        toast = max(current().height(56), current().px(22) * lines + 12)
        self.room.setFixedHeight(max(toast + _OVER, height))

    def lie(self, knows_families: bool) -> None:
        """Lie as the room asks; a place that only counts gives the counters the whole width."""
        self._knows_families = knows_families
        lies = (knows_families, self.is_narrow, self._tiles.cell, self._totals.whole_height if self.scrolls else 0)
        if lies == self._lies:
            return  # a tap on a tile lays nothing out anew
        self._lies = lies
        is_beside = knows_families and not self.is_narrow
        self._box.setDirection(_LEFT_TO_RIGHT if is_beside else _DOWN if knows_families else _UP)
        self._box.setContentsMargins(0 if knows_families else HALF, 0, 0, 0)
        self._box.setSpacing(_BETWEEN - HALF - BAR if is_beside else 12)
        self._box.setStretch(0, int(knows_families))
        self._box.setStretch(1, int(not knows_families))
        self._totals.lie(is_wide=not is_beside)
        self._totals.setMinimumHeight(self._totals.whole_height if self.scrolls else 0)
        self._tiles.setMinimumHeight(2 * self._tiles.cell.height() if self.is_narrow else LEAST_HEIGHT + GAP)
        self.room.setVisible(not self.scrolls)
        self.laid.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lie anew when there are more or fewer counters."""
        if watched is self._totals.inside and event.type() == QEvent.Type.LayoutRequest:
            self.lie(self._knows_families)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lie anew in another width."""
        super().resizeEvent(event)
        self.lie(self._knows_families)
