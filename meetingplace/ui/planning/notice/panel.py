"""The notice as text to copy, language by language, and whom to tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Chip, label
from meetingplace.ui.kit.fields import check_box, set_direction
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.notice.presenter import FOLLOWS, NoticeShown, Presenter, TellShown, TextShown

GoTo = Callable[[date, int | None], None]
_BESIDE_BOX = 38  # px: a box and the space beside it


class NoticePanel(Panel):
    """What to tell, and whom; the ticks only help to remember while it is open."""

    def __init__(self, around: Surroundings, over: QWidget, session_id: int) -> None:
        """Open over a screen."""
        _ = self._ = around.words
        super().__init__(_("What to tell"), over, _("Close"), width=680)
        self.ticks: dict[str, QCheckBox] = {}
        self.presenter = Presenter(around, self, session_id)
        self._all = QVBoxLayout()
        self._all.setContentsMargins(0, 0, 0, ROOM)
        self._all.setSpacing(12)
        self.add(self._all)
        self.copy_all = button(_("Copy all"), "quiet", "content-copy", self.presenter.copy)
        self.told = button(_("Everybody knows"), "primary", "check", self.presenter.told)
        self.close_button = button(_("Close"), "quiet", pressed=self.leave)
        self.add_acts(self.copy_all, None, self.close_button, self.told)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def show_notice(self, shown: NoticeShown) -> None:
        """Show it; what was ticked stays ticked."""
        ticked = {who for who, box in self.ticks.items() if box.isChecked()}
        clear(self._all)
        self.ticks = {}
        self._all.addWidget(label(shown.line, "soft", self, is_wrapped=True))
        for text in shown.texts:
            self._all.addWidget(self._card(text))
        self._all.addWidget(label(self._("Who must know"), "name", self))
        for tell in shown.tell:
            self._all.addLayout(self._tell(tell, f"{tell.who}: {tell.how}" in ticked))
        self.told.setVisible(not shown.is_told)

    def _card(self, shown: TextShown) -> QWidget:
        _, card = self._, Card(self)
        copy = button(_("Copy"), "text", "content-copy", partial(self.presenter.copy, shown.language), card)
        copy.setAccessibleName(_("Copy in {language}", language=shown.name))
        head = row(label(shown.name, "strong", card), None, spacing=8)
        if shown.state:
            head.addWidget(Chip(shown.state, "wait", parent=card))
        head.addWidget(copy)
        words = label(shown.text, "", card, is_wrapped=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_direction(words, shown.language)
        card.body.addLayout(head)
        card.body.addWidget(words)
        return card

    def _tell(self, shown: TellShown, is_ticked: bool) -> QVBoxLayout:
        box = check_box(shown.who, is_ticked, self)
        box.setAccessibleDescription(shown.how)
        self.ticks[f"{shown.who}: {shown.how}"] = box
        how = row(_BESIDE_BOX, label(shown.how, "soft", self, is_wrapped=True), spacing=0)
        how.setStretch(1, 1)
        return column(box, how, spacing=0)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)


def open_room(around: Surroundings, over: QWidget, go_to: GoTo, session_id: int | None = None) -> None:
    """Open the notice of a session."""
    del go_to
    if session_id is not None:
        panel = NoticePanel(around, over, session_id)
        panel.open(panel.copy_all)
        panel.presenter.refresh()
