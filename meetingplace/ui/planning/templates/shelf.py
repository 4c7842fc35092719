"""The shelf: templates beside the calendar, to drag into it, or to plan with a press or a key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QHideEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.ui.kit.cards import PressableCard, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row, scrolling
from meetingplace.ui.kit.marks import function_square
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.hours.body import TEMPLATE
from meetingplace.ui.planning.templates.forms import PlanForm
from meetingplace.ui.planning.templates.presenter import FOLLOWS, GoTo, Presenter, TemplateShown

_WIDTH = 210  # px at 100 %


class ShelfCard(PressableCard):
    """One template; it is dragged by the hand, and pressed like any card."""

    def __init__(self, shown: TemplateShown, pressed: partial[None], parent: QWidget) -> None:
        """Show a template small."""
        super().__init__(shown.spoken, pressed, parent, padding=10)
        self.template_id = shown.template_id
        self._taken_at: QPoint | None = None
        words = column(label(shown.title, "strong", self, is_wrapped=True), spacing=0)
        words.addWidget(label(shown.hours, "soft", self))
        squares = [function_square(function, "", 20, self) for function, _word in shown.functions[:1]]
        parts = row(*squares, words, spacing=10)
        parts.setStretch(parts.count() - 1, 1)
        self.body.addLayout(parts)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Notice where it is taken."""
        self._taken_at = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it once the hand has gone far enough; then letting go is no press."""
        if self._taken_at is None:
            return
        way = event.position().toPoint() - self._taken_at
        if way.manhattanLength() < QApplication.startDragDistance():
            return
        drag = QDrag(self)
        drag.setMimeData(carried(self.template_id))
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._taken_at)
        self._taken_at = None
        drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press it, unless it was carried."""
        if self._taken_at is not None:
            super().mouseReleaseEvent(event)
        self._taken_at = None


class Shelf(QFrame):
    """The templates under each other; it keeps itself up to date while it is in sight."""

    def __init__(self, around: Surroundings, go_to: GoTo, parent: QWidget | None = None) -> None:
        """Begin empty; `go_to` brings what was planned with a press into sight."""
        super().__init__(parent)
        _ = self._ = around.words
        self._around = around
        self._leave = lambda: None
        self.presenter = Presenter(around, self, go_to)
        self.cards: list[ShelfCard] = []
        self.setAccessibleName(_("Templates"))
        self.setProperty("card", True)
        self.setFixedWidth(max(_WIDTH, current().px(_WIDTH)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        content, says = QWidget(self), _("Drag one into the calendar, or press it.")
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        self._list.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(12 - ROOM, 12, 6, 6)
        box.setSpacing(4)
        head = (label(_("Templates"), "strong", self), label(says, "small", self, is_wrapped=True))
        box.addLayout(column(*head, spacing=4, margins=(ROOM, 0, ROOM, 0)))
        box.addWidget(scrolling(content, self), 1)

    def show_templates(self, shown: tuple[TemplateShown, ...]) -> None:
        """Show these templates instead of those that were there."""
        clear(self._list)
        self.cards = [ShelfCard(one, partial(self.plan, one.template_id), self) for one in shown]
        for card in self.cards:
            self._list.addWidget(card)
        if not shown:
            says = self._("Open a session in the planning and press “Make a template”. Then it stands here.")
            self._list.addWidget(label(says, "soft", self, is_wrapped=True))
        self._list.addStretch(1)

    def plan(self, template_id: int) -> None:
        """Ask on which day a template is planned: what dragging does, by key."""
        shown = self.presenter.form(template_id)
        if shown:
            form = PlanForm(self._around, self, self.presenter, shown)
            form.open(form.day)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask, and follow what changes."""
        super().showEvent(event)
        self._leave()
        self._leave = self._around.bulletin.follow(FOLLOWS, self.presenter.refresh)
        self.presenter.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow nothing that nobody sees."""
        super().hideEvent(event)
        self._leave()


def carried(template_id: int) -> QMimeData:
    """Make what a drag carries."""
    made = QMimeData()
    made.setData(TEMPLATE, str(template_id).encode())
    return made


def open_shelf(around: Surroundings, over: QWidget, go_to: GoTo, session_id: int | None = None) -> None:
    """Show the shelf beside the calendar, or put it away."""
    del around, go_to, session_id
    shelf = over.findChild(Shelf)
    if shelf is not None:
        shelf.setVisible(shelf.isHidden())
