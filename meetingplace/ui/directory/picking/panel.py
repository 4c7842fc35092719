"""The panel to pick a family: a search, and the families that it found. A tap picks and closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meetingplace.ui.directory.family_list import FamilyList
from meetingplace.ui.directory.picking.presenter import Presenter
from meetingplace.ui.directory.shown import RowShown
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import SearchField
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current

_HEIGHT = 380  # px of the list


@dataclass(frozen=True)
class Pick:
    """What is picked for: the title, a sentence under it, and who is not offered."""

    title: str
    sentence: str
    without: frozenset[int]


class PickPanel(Panel):
    """Hands the family that was picked to `picked`, once it is closed."""

    def __init__(self, around: Surroundings, over: QWidget, pick: Pick, picked: Callable[[int], object]) -> None:
        _ = around.words
        super().__init__(pick.title, over, _("Close"))
        self._picked = picked
        self.field = SearchField(_("Name, child, picture or language"), self, _("Empty the search"))
        self.families = FamilyList(_("Families"), self)
        self.families.setFixedHeight(current().px(_HEIGHT))
        self._nobody = label("", "soft", self, is_wrapped=True)
        self.add(label(pick.sentence, "", self, is_wrapped=True), self.field, self._nobody, self.families)
        self.presenter = Presenter(around, self, pick.without)
        self.field.installEventFilter(self)
        self.field.searched.connect(self.presenter.typed)
        self.field.returnPressed.connect(self.presenter.enter)
        self.families.opened.connect(self.take)

    def begin(self) -> None:
        """Show it, with the keyboard in the search."""
        self.open(self.field)
        self.presenter.refresh()

    def show_rows(self, rows: tuple[RowShown, ...], nobody: str) -> None:
        """Show these families, or say that there is nobody."""
        self._nobody.setText(nobody)
        self._nobody.setVisible(bool(nobody))
        self.families.setVisible(not nobody)
        self.families.show_rows(rows)

    def take(self, family_id: int) -> None:
        """Pick a family."""
        self.close_panel()
        self._picked(family_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search to the list with Arrow down."""
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.field and is_down and event.type() == QEvent.Type.KeyPress and self.families.isVisible():
            self.families.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)
