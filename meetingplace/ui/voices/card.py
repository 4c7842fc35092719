"""A voice on the board: the parent's own words first and largest, in their direction; the rest is quiet."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QSizePolicy, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.card_pieces import PADDING, Piece, arrange
from meetingplace.ui.voices.shown import CardShown

DRAGGED = "application/x-meetingplace-voice"
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_GAP = 8  # px over the button


class VoiceCard(QAbstractButton):
    """A card of which the whole surface opens the voice; it can be dragged to another column."""

    answer_wanted = Signal(int)
    stepped = Signal(int, int)  # an arrow: cards sideways, cards down
    menu_wanted = Signal(QPoint)  # where on the screen
    dropped = Signal(int, QPoint)  # another voice on this one, where on the screen

    def __init__(self, shown: CardShown, parent: QWidget | None = None) -> None:
        """Show a voice; the oldest that waits has a button of its own."""
        super().__init__(parent)
        self.shown = shown
        self._pressed_at: QPointF | None = None
        self._pieces: list[Piece] = []
        self.setAccessibleName(shown.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAcceptDrops(True)
        self._is_aimed_at = False
        self.answer: QPushButton | None = None
        if shown.answer:
            self.answer = button(shown.answer, "quiet", "reply", lambda: self.answer_wanted.emit(shown.voice_id), self)

    # --- measuring: the column says how wide the card is, its words how high ---

    def sizeHint(self) -> QSize:
        """Be as high as the words need."""
        below = self.answer.sizeHint().height() + _GAP if self.answer else 0
        return QSize(self.width(), round(2 * PADDING + sum(piece.height for piece in self._pieces) + below))

    def fit(self, width: int) -> None:
        """Break the lines for a width."""
        self._pieces = arrange(self.shown, width)
        self.setFixedSize(width, self.sizeHint().height())
        if self.answer:
            height, side = self.answer.sizeHint().height(), width - 2 * PADDING
            self.answer.setGeometry(PADDING, self.height() - PADDING - height, side, height)

    # --- drawing ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and its pieces under each other."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_under = self.underMouse() or self.isDown()
        painter.setPen(QPen(theme.colour("edge" if is_under else "line"), theme.hairline))
        if self._is_aimed_at:
            painter.setPen(QPen(theme.colour("primary"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("card"))
        edge = theme.hairline / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 10, 10)
        top = float(PADDING)
        for piece in self._pieces:
            piece.draw(painter, top)
            top += piece.height
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the board: Qt would go to the next button with them."""
        if event.key() in _STEPS:
            self.stepped.emit(*_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the voice: by the right button, or by the key for menus."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    # --- dragging; what it does is also in the menu and on the page of the voice ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take another voice that is dragged here: it may say the same."""
        if dragged(event) not in (None, self.shown.voice_id):
            event.acceptProposedAction()
            self._aim(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let it go by."""
        super().dragLeaveEvent(event)
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which voice was dropped here, once the drag is over: its card may go away then."""
        self._aim(False)
        voice_id, where = dragged(event), self.mapToGlobal(event.position().toPoint())
        event.acceptProposedAction()
        if voice_id is not None:
            QTimer.singleShot(0, self, lambda: self.dropped.emit(voice_id, where))

    def _aim(self, is_aimed_at: bool) -> None:
        self._is_aimed_at = is_aimed_at
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a mouse took hold; a finger scrolls."""
        is_mouse = event.source() == Qt.MouseEventSource.MouseEventNotSynthesized
        self._pressed_at = event.position() if is_mouse else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse has moved far enough."""
        start = self._pressed_at
        is_far = start and (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
        if not is_far or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        self._pressed_at = None
        self.setDown(False)
        drag, data = QDrag(self), QMimeData()
        data.setData(DRAGGED, str(self.shown.voice_id).encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(event.position().toPoint())
        drag.exec(Qt.DropAction.MoveAction)


def dragged(event: QDropEvent) -> int | None:
    """Give the voice that is dragged, if it is one."""
    data = event.mimeData().data(DRAGGED)
    return int(bytes(data.data())) if data else None
