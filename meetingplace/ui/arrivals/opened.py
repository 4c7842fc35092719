"""The panel that is open over the desk: one at a time. What the panels do is in their presenter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Reason
from meetingplace.ui.arrivals.closing.opening import open_closing
from meetingplace.ui.arrivals.closing.shown import ClosingShown
from meetingplace.ui.arrivals.desk_panel import DeskPanel
from meetingplace.ui.arrivals.panel_presenter import PanelPresenter
from meetingplace.ui.arrivals.panels import GuestPanel, NewcomerPanel, VisitPanel
from meetingplace.ui.arrivals.shown import NewcomerShown, VisitShown
from meetingplace.ui.kit.surroundings import Surroundings


class Opened:
    """Opens the panels, wired to their `acts`; `go_back` puts the keyboard where it is wanted when one closes."""

    acts: PanelPresenter

    def __init__(self, around: Surroundings, over: QWidget, go_back: Callable[[], object]) -> None:
        """Begin without a panel; the acts come when there is a presenter."""
        self._around, self._over, self._go_back = around, over, go_back
        self._panel: DeskPanel | None = None

    def show_visit(self, shown: VisitShown) -> None:
        """Open the panel where a visit is adjusted."""
        panel = VisitPanel(shown, self._around.words, self._over)
        for told, act in (
            (panel.saved, self.acts.save_visit),
            (panel.left, self.acts.leave),
            (panel.came_back, self.acts.come_back),
            (panel.removed, self.acts.remove),
        ):
            told.connect(act)
        self._take(panel)

    def show_newcomer(self, shown: NewcomerShown) -> None:
        """Open the panel for a new family."""
        self._take(NewcomerPanel(shown, self._around.words, self._over, self.acts.new_family))

    def show_guests(self, shown: NewcomerShown) -> None:
        """Open the panel for unnamed people."""
        self._take(GuestPanel(shown, self._around.words, self._over, self.acts.guests))

    def show_closing(self, shown: ClosingShown) -> None:
        """Open the panel for closing the session."""
        self._take(open_closing(shown, self._around, self._over, self.acts))

    def show_wrong(self, sentence: str, reason: Reason) -> None:
        """Say in the open panel why it was refused."""
        if self._panel:
            self._panel.show_wrong(sentence, reason)
        else:
            self._around.say(sentence)

    def close_panel(self) -> None:
        """Close the panel that is open, and go back."""
        if self._panel:
            self._panel.close_panel()
        self._go_back()

    def _take(self, panel: DeskPanel) -> None:
        self._panel = panel
        panel.closed.connect(self._let_go)

    def _let_go(self) -> None:
        self._panel = None
