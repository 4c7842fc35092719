"""The flyers that were made before: each can be made again as it was, and those that changed since say so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.flyers.shown import RecentShown
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.rows import WaitingRow


class RecentPanel(Panel):
    """The list of what was made, the newest first."""

    def __init__(
        self, made: Sequence[RecentShown], words: Translator, over: QWidget, chosen: Callable[[int], object]
    ) -> None:
        _ = words
        super().__init__(_("Flyers made before"), over, _("Close"))
        self._chosen = chosen
        self.rows = [self._row(number, one) for number, one in enumerate(made)]
        self.body.setSpacing(0)
        if self.rows:
            self.add(*self.rows)
        else:
            none = _("No flyer was made yet. What you print, save or share stands here.")
            self.add(label(none, "soft", self, is_wrapped=True))

    def _row(self, number: int, one: RecentShown) -> WaitingRow:
        def choose() -> None:
            self.close_panel()
            self._chosen(number)

        icon, tint = ("printer-alert", "wait") if one.is_out_of_date else ("newspaper-variant-outline", "plain")
        return WaitingRow(one.title, one.line, icon, tint, choose, self, has_rule=bool(number))
