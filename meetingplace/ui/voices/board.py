"""The board: one column a state, side by side; what does not fit scrolls sideways. Arrows go from card to card."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from meetingplace.domain.voices import VoiceState
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, row, scrolling
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.card import DRAGGED, VoiceCard, dragged
from meetingplace.ui.voices.shown import BoardShown, CardShown, ColumnShown

GAP = 10  # px between columns
NARROWEST = 222  # px at 100 %
_LOWEST = 320  # px; in a lower window the page scrolls
_BEFORE = 9  # px before the cards
_AFTER = 15  # px after them: the scroll bar, and room for the ring of the keyboard


class StateColumn(QFrame):
    """The voices of one state. Cards that did not change stay as they are, and so does the keyboard."""

    dropped = Signal(int)

    def __init__(self, shown: ColumnShown, more_wanted: Callable[[], object], parent: QWidget | None = None) -> None:
        """Begin without cards."""
        super().__init__(parent)
        theme = current()
        self.setProperty("column", True)
        self.setAcceptDrops(True)
        self._is_aimed_at = False
        self._number = label("", "soft", self)
        head = row(icon_mark(shown.icon, "soft", theme.icon_side(22), parent=self), spacing=8, margins=(16, 12, 14, 4))
        head.addWidget(label(shown.title, "name", self, is_wrapped=True), 1)
        head.addWidget(self._number)
        content = QWidget(self)
        self._cards = QVBoxLayout(content)
        self._cards.setContentsMargins(_BEFORE, ROOM, 0, _BEFORE)
        self._cards.setSpacing(12)
        self.area = scrolling(content, self)
        self.more: QPushButton = button(shown.title, "text", pressed=more_wanted, parent=content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.area, 1)

    @property
    def cards(self) -> list[VoiceCard]:
        """List the cards from top to bottom."""
        items = [self._cards.itemAt(at) for at in range(self._cards.count())]
        parts = [item.widget() for item in items if item is not None]
        return [part for part in parts if isinstance(part, VoiceCard)]

    @property
    def stops(self) -> list[QWidget]:
        """List where the keyboard stops, from top to bottom."""
        within: list[QWidget | None] = [part for card in self.cards for part in (card, card.answer)]
        return [part for part in (*within, self.more) if part is not None]

    def show_column(self, shown: ColumnShown, make: Callable[[CardShown], VoiceCard]) -> None:
        """Show these voices; `make` builds a card that is not there yet."""
        present = {card.shown: card for card in self.cards}
        self._number.setText(shown.number)
        self.setAccessibleName(shown.spoken)
        wanted = [present[card] if card in present else make(card) for card in shown.cards]
        for card in [*wanted, self.more]:
            self._cards.removeWidget(card)
        clear(self._cards)  # what is left is no longer shown
        for card in wanted:
            self._cards.addWidget(card)
            card.show()
        self.more.setText(shown.more)
        self.more.setAccessibleName(f"{shown.title}: {shown.more}")
        self.more.setVisible(bool(shown.more))
        self._cards.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._cards.addStretch(1)
        self._fit()

    def fit(self, width: int) -> None:
        """Be so many px wide."""
        self.setFixedWidth(width)
        self._fit()

    def _fit(self) -> None:
        for card in self.cards:
            card.fit(max(100, self.minimumWidth() - _BEFORE - _AFTER))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a voice that is dragged here."""
        if event.mimeData().hasFormat(DRAGGED):
            event.acceptProposedAction()
            self._aim(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let it go by."""
        super().dragLeaveEvent(event)
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which voice was dropped here, once the drag is over: its card may go away then."""
        self._aim(False)
        event.acceptProposedAction()
        voice_id = dragged(event)
        QTimer.singleShot(0, self, lambda: self.dropped.emit(voice_id))

    def _aim(self, is_aimed_at: bool) -> None:
        self._is_aimed_at = is_aimed_at
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the column, with a dashed border where a card would drop."""
        super().paintEvent(event)
        theme = current()
        if not self._is_aimed_at and theme.name != "contrast":
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_dashed = Qt.PenStyle.DashLine if self._is_aimed_at else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour("primary" if self._is_aimed_at else "line"), 2, is_dashed))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()


class Board(QScrollArea):
    """All columns."""

    opened = Signal(int)
    answer_wanted = Signal(int)
    moved = Signal(int, object)  # a voice was dropped on a state
    dropped = Signal(int, object, QPoint)  # a voice on a card, where on the screen
    menu_wanted = Signal(object, QPoint)  # of a card, where on the screen
    more_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without columns."""
        super().__init__(parent)
        self._columns: dict[VoiceState, StateColumn] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_LOWEST)
        content = QWidget(self)
        self._row = row(spacing=GAP)
        content.setLayout(self._row)
        self.setWidget(content)

    def show_board(self, shown: BoardShown) -> None:
        """Show these columns."""
        for column in shown.columns:
            if column.state not in self._columns:
                self._add(column)
            self._columns[column.state].show_column(column, self._make)
        self._set_tab_order()
        self._fit()

    def _set_tab_order(self) -> None:
        """Let Tab go down one column after the other, whenever its cards were made."""
        for before, after in pairwise(part for column in self._columns.values() for part in column.stops):
            QWidget.setTabOrder(before, after)

    def column(self, state: VoiceState) -> StateColumn:
        """Give the column of a state."""
        return self._columns[state]

    def card(self, voice_id: int) -> VoiceCard | None:
        """Give the card of a voice, if it is shown."""
        cards = (card for column in self._columns.values() for card in column.cards)
        return next((card for card in cards if card.shown.voice_id == voice_id), None)

    def go_to(self, card: VoiceCard | None) -> None:
        """Give the keyboard to a card and bring it into sight."""
        if card is None:
            return
        column = self._columns[card.shown.state]
        column.area.ensureWidgetVisible(card, ROOM, ROOM)
        self.ensureWidgetVisible(column, 0, 0)
        card.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many whole columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _step(self, card: VoiceCard, aside: int, down: int) -> None:
        """Go from card to card: up and down in a column, sideways to the next column that has any."""
        cards = self._columns[card.shown.state].cards
        at = cards.index(card)
        if aside:
            self.go_to(self._beside(card.shown.state, at, aside))
        elif 0 <= at + down < len(cards):
            self.go_to(cards[at + down])

    def _beside(self, state: VoiceState, at: int, step: int) -> VoiceCard | None:
        states = list(self._columns)
        after = states[states.index(state) + 1 :] if step > 0 else states[: states.index(state)][::-1]
        cards = next((self._columns[one].cards for one in after if self._columns[one].cards), [])
        return cards[min(at, len(cards) - 1)] if cards else None

    def _add(self, shown: ColumnShown) -> None:
        state = shown.state
        column = StateColumn(shown, lambda: self.more_wanted.emit(state), self.widget())
        column.dropped.connect(lambda voice_id: self.moved.emit(voice_id, state))
        self._columns[state] = column
        self._row.addWidget(column)

    def _make(self, shown: CardShown) -> VoiceCard:
        card = VoiceCard(shown)
        card.clicked.connect(lambda: self.opened.emit(shown.voice_id))
        card.answer_wanted.connect(self.answer_wanted)
        card.stepped.connect(partial(self._step, card))
        card.menu_wanted.connect(lambda where: self.menu_wanted.emit(shown, where))
        card.dropped.connect(lambda voice_id, where: self.dropped.emit(voice_id, shown, where))
        return card

    def _fit(self) -> None:
        number = len(self._columns)
        if number:
            room = self.viewport().width() + GAP
            at_once = max(1, min(number, int(room / (current().px(NARROWEST) + GAP))))
            for at, column in enumerate(self._columns.values()):  # rounding leaves no px over at the end
                column.fit(round((at + 1) * room / at_once) - round(at * room / at_once) - GAP)
