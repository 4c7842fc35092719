"""Opening the panel for closing, with the signals of its session in it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from meetingplace.domain.sessions import Closing
from meetingplace.ui.arrivals.closing.panel import ClosingPanel
from meetingplace.ui.arrivals.closing.shown import ClosingShown
from meetingplace.ui.arrivals.signals.section import SignalsSection
from meetingplace.ui.kit.surroundings import Surroundings


class Acts(Protocol):
    """What the panel asks of the presenter."""

    @property
    def session_id(self) -> int:
        """Give the session that is being closed."""

    def close(self, closing: Closing) -> None:
        """Close the session."""

    def hours(self, team: tuple[int, ...], preparation: int, debrief: int) -> str:
        """Say which hours will count."""


def open_closing(shown: ClosingShown, around: Surroundings, over: QWidget, acts: Acts) -> ClosingPanel:
    """Open the panel over the desk."""
    panel = ClosingPanel(shown, around.words, over, acts.close, acts.hours)
    panel.add_signals(SignalsSection(around, acts.session_id, panel))
    panel.open()
    return panel
