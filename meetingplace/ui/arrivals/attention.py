"""What a host should look at: warnings, and at the door of a full room who waits and who was turned away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from meetingplace.domain.visits import Tallied
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.shown import AttentionShown
from meetingplace.ui.arrivals.tiles import ONE_LINE
from meetingplace.ui.kit.buttons import Stepper
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.layouts import Flow, row
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.theme import current


class Attention(QFrame):
    """One box under the tiles, so that no tile moves when it comes. It warns, it never stops anybody."""

    stepped = Signal(Tallied, str, int)  # families that wait
    turned_away = Signal(int)

    def __init__(self, words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        _ = words
        self.setProperty("notice", "wait")
        self.setAccessibleName(_("Look at this"))
        self._sentences = label("", parent=self, is_wrapped=True)
        self._sentences.setStyleSheet(f"color: {current().tokens.wtext};")
        self.waiting, self.away = (
            Stepper(word, _("{what}: one less", what=word), _("{what}: one more", what=word), parent=self)
            for word in (_("waiting"), _("turned away"))
        )
        self.waiting.stepped.connect(lambda step: self.stepped.emit(Tallied.WAITING, "all", step))
        self.away.stepped.connect(self.turned_away)
        self._door = Flow(self, spacing=16)
        widest = max(map(current().metrics(15).horizontalAdvance, (_("waiting"), _("turned away"))))
        for counter in (self.waiting, self.away):
            part = QWidget(self)
            word = label(counter.accessibleName(), parent=part)
            word.setMinimumWidth(widest if current().scale > ONE_LINE else 0)  # the keys stand under each other
            part.setLayout(row(word, counter, spacing=10))
            self._door.flow.addWidget(part)
        mark = icon_mark("alert-circle-outline", "wtext", 24, parent=self)
        lies = QBoxLayout.Direction.LeftToRight if current().scale <= ONE_LINE else QBoxLayout.Direction.TopToBottom
        self._beside = QBoxLayout(lies)
        self._beside.setSpacing(12)
        whole = row(spacing=14, margins=(16, 4, 8, 4))
        whole.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._beside.addWidget(self._sentences, 1)
        self._beside.addWidget(self._door, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(self._beside, 1)
        self.setLayout(whole)
        self.hide()

    def show_attention(self, shown: AttentionShown) -> None:
        """Show what there is to look at; nothing takes no room."""
        self._sentences.setText("\n".join(shown.sentences))
        self._sentences.setVisible(bool(shown.sentences))
        self.waiting.show_number(shown.waiting)
        self.away.show_number(shown.turned_away)
        self._door.setVisible(shown.has_door)
        self._door.setEnabled(shown.is_open)
        self.setVisible(shown.has_door or bool(shown.sentences))
