"""How a cell of the grid is drawn and written: tick boxes, words that complete themselves, how far a row is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from meetingplace.domain.typed_text import folded
from meetingplace.ui.arrivals.typing_in.shown import ColumnKind, ColumnShown, RowShown, RowState
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.theme import current

Index = QModelIndex | QPersistentModelIndex
Complete = Callable[[str], tuple[str, ...]]
_BOX, _SIGN, _SIDE = 24, 20, 10  # px
_SIGNS = {
    RowState.SAVED: ("check", "gtext"),
    RowState.TYPING: ("pencil", "soft"),
    RowState.SAVING: ("pencil", "soft"),
    RowState.WRONG: ("alert-circle-outline", "stext"),
}


class CellEdit(QLineEdit):
    """The field of an open cell: it completes what is typed, and the arrows choose among what begins so."""

    def __init__(self, complete: Complete, parent: QWidget) -> None:
        """Take who knows what words there are."""
        super().__init__(parent)
        self._complete = complete
        self._offered: tuple[str, ...] = ()
        self._before = ""
        self.setFrame(False)
        self.setFont(current().font(17))
        self.textEdited.connect(self._edited)

    def _edited(self, text: str) -> None:
        grows, self._before = len(text) > len(self._before), text
        self._offered = self._complete(text)
        if grows and self._offered and self.cursorPosition() == len(text):
            self._offer(self._offered[0])

    def _offer(self, word: str) -> None:
        typed = self._before
        if folded(word[: len(typed)]) == folded(typed):
            self.setText(typed + word[len(typed) :])
            self.setSelection(len(typed), len(word) - len(typed))
            self.setModified(True)

    @property
    def word(self) -> str:
        """Give what is meant: the word that was offered, written as it is."""
        return next((word for word in self._offered if folded(word) == folded(self.text())), self.text())

    def choose(self, step: int) -> bool:
        """Offer another word that begins so; tells whether there is a choice."""
        if len(self._offered) < 2 or not self._before:
            return False
        words = [folded(word) for word in self._offered]
        at = words.index(folded(self.text())) if folded(self.text()) in words else -1
        self._offer(self._offered[(at + step) % len(self._offered)])
        return True


class CellDelegate(QStyledItemDelegate):
    """Draws and opens the cells of a grid."""

    went_on = Signal()  # Enter
    went_beside = Signal(int)  # Tab, Shift+Tab

    def __init__(
        self, grid: QTableView, columns: Sequence[ColumnShown], complete: Callable[[int, str], tuple[str, ...]]
    ) -> None:
        """Take the columns, and who completes a word in one of them."""
        super().__init__(grid)
        self._grid, self._columns, self._complete = grid, tuple(columns), complete

    # --- writing ---

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a cell."""
        column = index.column()
        edit = CellEdit(lambda text: self._complete(column, text), parent)
        edit.setAccessibleName(self._columns[column].title)
        return edit

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the text of the cell into its field, unless somebody types there."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Write what was typed."""
        if isinstance(editor, CellEdit) and editor.isModified():
            self._grid.model().setData(index, editor.word)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect.adjusted(2, 2, -2, -2))  # type: ignore[attr-defined]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on from an open cell with the keys of the grid."""
        if isinstance(watched, CellEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and watched.choose(1 if key == Qt.Key.Key_Down else -1):
                return True
            steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down, *steps):
                self._take(watched)
                if key in steps:
                    self.went_beside.emit(steps[Qt.Key(key)])
                elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                    self._grid.keyPressEvent(event)
                else:
                    self.went_on.emit()
                return True
        return super().eventFilter(watched, event)

    def _take(self, editor: CellEdit) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    # --- drawing ---

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell: ticks as boxes, what is not registered softer, a frame where the keyboard is."""
        row, column = index.data(Qt.ItemDataRole.UserRole), self._columns[index.column()]
        place: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(place, current().colour(_ground(row)))
        painter.setPen(current().colour("line"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        text = str(index.data())
        if column.kind is ColumnKind.TICKS:
            _draw_ticks(painter, place, text)
        elif column.kind is ColumnKind.STATE:
            self._draw_state(painter, place, row, text)
        else:
            is_name = index.column() == 0
            self._draw_words(painter, place, text, "ink" if row.state is not RowState.NOT_HERE or is_name else "soft")
        if index == self._grid.currentIndex() and self._grid.hasFocus():
            painter.setPen(QPen(current().colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place).adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()

    def _draw_words(self, painter: QPainter, place: QRect, text: str, token: str) -> None:
        painter.setFont(current().font(17))
        painter.setPen(current().colour(token))
        room = place.adjusted(_SIDE, 0, -_SIDE, 0)
        size = 17
        while size > 13 and current().metrics(size).horizontalAdvance(text) > room.width():
            size -= 1
        painter.setFont(current().font(size))
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, int(wrap), text)

    def _draw_state(self, painter: QPainter, place: QRect, row: RowShown, text: str) -> None:
        if row.state not in _SIGNS:
            return
        name, token = _SIGNS[row.state]
        sign = QRectF(place.left() + _SIDE, place.center().y() - _SIGN / 2, _SIGN, _SIGN)
        draw_icon(painter, sign, name, current().colour(token))
        painter.setFont(current().font(15))
        painter.setPen(current().colour(token))
        room = place.adjusted(_SIDE + _SIGN + 6, 0, -2, 0)
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap), text
        )


def _ground(row: RowShown) -> str:
    return {RowState.SAVED: "ptint", RowState.WRONG: "stint"}.get(row.state, "card")


def _draw_ticks(painter: QPainter, place: QRect, text: str) -> None:
    """Draw the box of the paper: empty, ticked, or with how many."""
    box = QRectF(place.center().x() - _BOX / 2, place.center().y() - _BOX / 2, _BOX, _BOX)
    is_on = bool(text)
    painter.setPen(QPen(current().colour("primary" if is_on else "edge"), 1.5))
    painter.setBrush(current().colour("primary" if is_on else "card"))
    painter.drawRoundedRect(box, 5, 5)
    if text == "1":
        draw_icon(painter, box.adjusted(3, 3, -3, -3), "check", current().colour("on_primary"))
    elif is_on:
        painter.setPen(current().colour("on_primary"))
        painter.setFont(current().font(15, 700))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
