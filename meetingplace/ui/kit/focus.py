"""The ring round what has the keyboard: 3 px with a gap of 2 px, shown for the keyboard only, never for the finger.

A style sheet cannot leave a gap, and a widget cannot draw outside itself. So one ring lies over each window and goes
where the keyboard goes. Fields show the keyboard by their border, lists draw a ring round the current item
(`draw_ring`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

GAP = 2
ROOM = 5  # px round everything that can have the focus, so that the ring is never cut
RADIUS = 10
_OWN_SIGN = (QLineEdit, QAbstractSpinBox, QComboBox, QAbstractItemView)  # these show the keyboard themselves


def draw_ring(painter: QPainter, around: QRectF, radius: float, colour: QColor, width: int) -> None:
    """Draw the ring round a shape; it needs ROOM px outside of it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = GAP + width / 2
    painter.drawRoundedRect(around.adjusted(-out, -out, out, out), radius + out, radius + out)
    painter.restore()


class FocusStyle(QProxyStyle):
    """Fusion without its own dotted focus frame: the ring lies over the window."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Draw everything but the frame of the focus."""
        if element != QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Draw the icon in a field or a menu as large as beside other words."""
        if metric == QStyle.PixelMetric.PM_LineEditIconSize:
            return 24
        if metric == QStyle.PixelMetric.PM_SmallIconSize and isinstance(widget, QMenu):
            return 22
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: object | None = None,
    ) -> int:
        """Let a list of choices open under its field, as a list."""
        if hint == QStyle.StyleHint.SH_ComboBox_Popup:
            return 0
        return super().styleHint(hint, option, widget, returned)  # type: ignore[arg-type]


class FocusRing(QWidget):
    """The ring of one window. It takes no presses and is not read aloud."""

    def __init__(self, window: QWidget, colour: QColor, width: int) -> None:
        """Lie over a window, invisible until the keyboard is used."""
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._colour, self._width = colour, width
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()
        running = QApplication.instance()
        if isinstance(running, QApplication):
            running.focusChanged.connect(self._follow)

    def restyle(self, colour: QColor, width: int) -> None:
        """Take the colours of another theme."""
        self._colour, self._width = colour, width
        self._place()

    @property
    def around(self) -> QWidget | None:
        """Give what the ring stands round; None while no ring is shown."""
        return self._around if self.isVisible() else None

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self):
            return
        self._let_go()
        window = self._window
        is_ours = now is not None and now.window() is window and not isinstance(now, _OWN_SIGN)
        is_scrolled = isinstance(now, QAbstractScrollArea)
        if is_ours and not is_scrolled and window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self._around = now
            step: QWidget | None = now
            while step is not None and step is not window:  # whatever moves, the ring moves along
                step.installEventFilter(self)
                self._watched.append(step)
                step = step.parentWidget()
        self._place()

    def _let_go(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._around = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along with what the ring stands round."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self._around
        if around is None or not isValid(around) or not around.isVisible():
            self.hide()
            return
        window = self._window
        room = GAP + self._width
        aside = int(around.property("ring_inside") or 0)  # px at both sides that do not belong to what is seen
        seen = QRect(around.mapTo(window, QPoint(0, 0)), around.size()).adjusted(aside, 0, -aside, 0)
        place = seen.adjusted(-room, -room, room, room)
        self.setGeometry(place)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, inside whatever scrolls."""
        if self._around is None or not isValid(self._around):
            return
        painter = QPainter(self)
        view = self._scrolled_in()
        if view is not None:
            seen = QRect(view.mapTo(self._window, QPoint(0, 0)), view.size())
            painter.setClipRect(seen.translated(-self.pos()))
        room = GAP + self._width
        inner = QRectF(self.rect()).adjusted(room, room, -room, -room)
        radius = self._around.property("radius")
        draw_ring(painter, inner, float(radius) if radius is not None else RADIUS, self._colour, self._width)
        painter.end()

    def _scrolled_in(self) -> QWidget | None:
        step = self._around.parentWidget() if self._around else None
        while step is not None:
            if isinstance(step, QAbstractScrollArea):
                return step.viewport()
            step = step.parentWidget()
        return None
