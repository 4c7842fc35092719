"""The hours with their sessions: drawn lines, closed days, the line of now, and one button a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.hours.backdrop import paint_backdrop
from meetingplace.ui.planning.hours.block import SessionBlock
from meetingplace.ui.planning.hours.carrying import LAST, Carrying, FindClash, Target, moved, stretched
from meetingplace.ui.planning.hours.drawing import Drawing
from meetingplace.ui.planning.hours.geometry import STEP, Hours, hours_of, lanes_of, minutes_of, moment_of
from meetingplace.ui.planning.hours.head import Columns
from meetingplace.ui.planning.hours.neighbours import first_of, neighbour
from meetingplace.ui.planning.shown import BlockShown, HoursShown

_GAP = 3  # px between a session and the lines of its day
_LEAST = 44  # px: as high as a finger
_TALLEST, _ROOMY = 104, 56  # px of an hour at 100 %: at most for a title, and for the place under it
TEMPLATE = "application/x-meetingplace-template"  # what is dragged in from the shelf of templates: its id
_TEMPLATE_MINUTES = 60  # how long the ghost of a template is: its own length is known once it is planned
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class HoursBody(QWidget):
    """Columns of hours."""

    chosen = Signal(int)
    opened = Signal(int)
    moved = Signal(int, int, object, object, bool)  # session, column, start, end, whether a copy comes there
    new_wanted = Signal(int, object, object)  # column, start, end (None: as long as usual)
    template_dropped = Signal(int, int, object)  # template, column, start
    menu_wanted = Signal(int, QPoint)  # session, where on the screen
    key_pressed = Signal(str)  # earlier, later, today, new, cancel, copy

    def __init__(
        self, say_hours: Callable[[time, time], str], find_clash: FindClash, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.blocks: dict[int, SessionBlock] = {}
        self.hours = Hours()
        self._shown: HoursShown | None = None
        self._columns: Columns = []
        self._lanes: dict[int, tuple[int, int]] = {}  # of each session, and how many stand side by side there
        self._selected: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", 8)
        self.setAcceptDrops(True)
        self._carrying = Carrying(self, say_hours, find_clash)
        self._drawing = Drawing(self, say_hours)

    @property
    def note(self) -> str:
        """Give what the note about a clash says; empty while there is none."""
        return self._carrying.note.says

    # --- showing ---

    def show_hours(self, shown: HoursShown, columns: Columns, selected: int | None, room: int) -> None:
        """Show hours over these columns; `room` is the height in sight, in px."""
        self._shown, self._columns = shown, columns
        self._lanes = lanes_of(shown.blocks)
        self.setAccessibleName(shown.period)
        self._keep_blocks(shown)
        first, last = hours_of(shown.blocks)
        self.hours = Hours(first, last, self._hour_height(first, last, room))
        self.setFixedHeight(self.hours.whole + _GAP)
        self.select(selected)
        self._place_blocks()
        self.update()

    def select(self, session_id: int | None) -> None:
        """Mark the chosen session."""
        self._selected = session_id
        for key, block in self.blocks.items():
            block.show_selected(key == session_id)

    def _keep_blocks(self, shown: HoursShown) -> None:
        wanted = {block.session_id for block in shown.blocks}
        gone = [self.blocks.pop(key) for key in list(self.blocks) if key not in wanted]
        free = [block for block in gone if not (block.hasFocus() or block.isDown())]
        for one in shown.blocks:
            kept = self.blocks.get(one.session_id) or (free.pop() if free else None)
            self.blocks[one.session_id] = kept or self._new_block(one)
            self.blocks[one.session_id].show_block(one)
        for block in set(gone) - set(self.blocks.values()):
            block.deleteLater()
        previous: QWidget = self
        for one in sorted(shown.blocks, key=lambda block: (block.column, block.start)):
            QWidget.setTabOrder(previous, self.blocks[one.session_id])
            previous = self.blocks[one.session_id]

    def _new_block(self, shown: BlockShown) -> SessionBlock:
        block = SessionBlock(shown, self)
        block.clicked.connect(lambda: self.chosen.emit(block.shown.session_id))
        block.opened.connect(self.opened)
        block.taken.connect(lambda _id, grip, is_edge: self._carrying.take(block, grip, is_edge))
        block.carried.connect(self._carry)
        block.dropped.connect(lambda: self._carrying.drop(self.moved.emit))
        block.show()
        return block

    def _hour_height(self, first: int, last: int, room: int) -> float:
        """Fill the room; be higher when the title of a session needs it, and a little higher for its place."""
        theme = current()
        height = max(theme.px(50), (room - _GAP) / (last - first))
        least = roomy = 0.0
        for block in self.blocks.values():
            length = (minutes_of(block.shown.end) - minutes_of(block.shown.start)) / 60
            title, whole = block.needed_heights(self._width_of(block))
            least, roomy = max(least, (title + 3) / length), max(roomy, (whole + 3) / length)
        return max(height, min(least, theme.px(_TALLEST)), min(roomy, theme.px(_ROOMY)))

    def _width_of(self, block: SessionBlock) -> float:
        return (self._columns[block.shown.column][1] - 2 * _GAP) / self._lanes[block.shown.session_id][1]

    def _place_blocks(self) -> None:
        for block in self.blocks.values():
            lane, number = self._lanes[block.shown.session_id]
            place = self._place(Target(block.shown.column, block.shown.start, block.shown.end))
            width = place.width() / number
            gap = 2 if number > 1 else 0
            block.setGeometry(round(place.x() + lane * width), place.y(), round(width) - gap, place.height())

    def _place(self, target: Target) -> QRect:
        left, width = self._columns[target.column]
        top = self.hours.y_of(target.start)
        height = max(_LEAST, self.hours.y_of(target.end) - top - 2)
        return QRect(round(left + _GAP), round(top + 1), round(width - 2 * _GAP), round(height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw columns, hours and now."""
        if self._shown is None or not self._columns:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_backdrop(painter, self._shown, self._columns, self.hours, self)
        painter.end()

    # --- the hand ---

    def _carry(self, at: QPointF, is_copy: bool) -> None:
        self._carrying.carry(at, self._column_at(at.x()), self.hours, self._place, is_copy)

    def put_back(self) -> None:
        """Leave what is in the hand where it was, and forget what is being drawn."""
        self._carrying.put_back()
        self._drawing.end()

    def _column_at(self, x: float) -> int:
        return max((at for at, (left, _width) in enumerate(self._columns) if left <= x), default=0)

    def _is_over_columns(self, at: QPointF) -> bool:
        return bool(self._columns) and at.x() >= self._columns[0][0]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw a session on an empty hour."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_over_columns(event.position()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._drawing.begin(event.position(), self._column_at(event.position().x()), self.hours)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull it longer."""
        self._drawing.pull(event.position(), self.hours, QApplication.startDragDistance(), self._place)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Plan what was drawn."""
        target = self._drawing.end()
        if target is not None:
            self.new_wanted.emit(target.column, target.start, target.end)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Plan something at an empty hour."""
        if self._is_over_columns(event.position()):
            start = self.hours.at(event.position().y() - self.hours.height / 2)
            column = self._column_at(event.position().x())
            self.new_wanted.emit(column, moment_of(start - start % (2 * STEP)), None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer with a menu what the hand does."""
        under = self.childAt(event.pos())
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        block = self._focused() if is_by_key else under if isinstance(under, SessionBlock) else None
        if block is not None:
            where = block.mapToGlobal(block.rect().center()) if is_by_key else event.globalPos()
            self.menu_wanted.emit(block.shown.session_id, where)

    # --- a template that is dragged in ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take templates only."""
        if event.mimeData().hasFormat(TEMPLATE):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would come."""
        column, start = self._dropped_at(event.position())
        self._drawing.hover(column, start, _TEMPLATE_MINUTES, self._place)
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Forget it."""
        self._drawing.end()

    def dropEvent(self, event: QDropEvent) -> None:
        """Plan from it."""
        self._drawing.end()
        template = bytes(event.mimeData().data(TEMPLATE).data()).decode(errors="replace")
        if template.isdecimal():
            self.template_dropped.emit(int(template), *self._dropped_at(event.position()))
            event.acceptProposedAction()

    def _dropped_at(self, at: QPointF) -> tuple[int, time]:
        return self._column_at(at.x()), moment_of(min(self.hours.at(at.y()), LAST - _TEMPLATE_MINUTES))

    # --- the keyboard ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from session to session, earlier and later, and do the main things."""
        key, block = Qt.Key(event.key()), self._focused()
        if self._carrying.is_on or self._drawing.is_on:
            if key == Qt.Key.Key_Escape:
                self.put_back()
            return
        words = {
            Qt.Key.Key_PageUp: "earlier",
            Qt.Key.Key_PageDown: "later",
            Qt.Key.Key_T: "today",
            Qt.Key.Key_N: "new",
            Qt.Key.Key_Delete: "cancel",
        }
        alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
        if key in _ARROWS and event.modifiers() & alt and event.modifiers() & shift:
            self.stretch(block, _ARROWS[key][1])
        elif key in _ARROWS and event.modifiers() & alt:
            self.nudge(block, *_ARROWS[key])
        elif key == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier and block:
            self.chosen.emit(block.shown.session_id)
            self.key_pressed.emit("copy")
        elif key in _ARROWS:
            self._go(block, *_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and block:
            self.opened.emit(block.shown.session_id)
        elif key in words and not event.modifiers():
            self.key_pressed.emit(words[key])
        else:
            super().keyPressEvent(event)

    def _focused(self) -> SessionBlock | None:
        focus = self.window().focusWidget()
        found = next((block for block in self.blocks.values() if block is focus), None)
        return found or self.blocks.get(self._selected or 0)

    def nudge(self, block: SessionBlock | None, columns: int, steps: int) -> None:
        """Move a session by columns and quarters of an hour."""
        if block is not None and block.shown.may_move:
            shown = block.shown
            column = max(0, min(len(self._columns) - 1, shown.column + columns))
            to = moved(shown, column, minutes_of(shown.start) + steps * STEP)
            self.moved.emit(shown.session_id, to.column, to.start, to.end, False)

    def stretch(self, block: SessionBlock | None, steps: int) -> None:
        """Let a session end some quarters of an hour later, or earlier."""
        if block is not None and block.shown.may_move and steps:
            to = stretched(block.shown, minutes_of(block.shown.end) + steps * STEP)
            self.moved.emit(block.shown.session_id, to.column, to.start, to.end, False)

    def _go(self, block: SessionBlock | None, columns: int, steps: int) -> None:
        """Go to the session above or below in the column, or to the nearest one in the next column that has any."""
        shown = [one.shown for one in self.blocks.values()]
        found = neighbour(shown, block.shown, columns, steps) if block else first_of(shown)
        if found is not None:
            self.blocks[found.session_id].setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(found.session_id)
