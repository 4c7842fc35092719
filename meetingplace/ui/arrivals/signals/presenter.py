"""Which signals a session has, and what is done with one. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.signals import Done, Signal, Situation
from meetingplace.i18n.refusals import sentence
from meetingplace.i18n.words import done_name, situation_in_plain_words, situation_name
from meetingplace.services import signals
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.signals import SignalsBoard
from meetingplace.ui.arrivals.signals.shown import FormShown, SignalShown, SignalsShown, SituationShown
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.SIGNALS, Topic.SESSIONS, Topic.PARTNERS})


class View(Protocol):
    """What the presenter asks of the list."""

    def show_signals(self, shown: SignalsShown) -> None:
        """Show the signals of the session."""

    def open_form(self, shown: FormShown) -> None:
        """Open the form for one signal."""

    def show_wrong(self, said: str, reason: Reason) -> None:
        """Say in the form why it was refused; what was typed stays."""

    def close_form(self) -> None:
        """Close the form."""


class Presenter:
    """The signals of one session."""

    def __init__(self, around: Surroundings, view: View, session_id: int) -> None:
        """Take the session; nothing is asked before `refresh`."""
        self._around, self._view, self._ = around, view, around.words
        self._session_id = session_id
        self._board: SignalsBoard | None = None

    def refresh(self) -> None:
        """Ask the signals again."""
        ask = self._around.work.ask
        ask(signals.signals_board, self._session_id, then=self._show, slot="signals")

    def begin(self) -> None:
        """Open the form for a new signal."""
        self._open(Signal(0, self._session_id, Situation.ORDINARY))

    def change(self, signal_id: int) -> None:
        """Open the form for a signal that was noted."""
        for signal in self._board.signals if self._board else ():
            if signal.id == signal_id:
                self._open(signal)

    def save(self, typed: Signal) -> None:
        """Note a signal, or write it as it was changed."""
        self._do(signals.change_signal if typed.id else signals.add_signal, typed)

    def remove(self, signal: Signal) -> None:
        """Take a signal away that was a mistake."""
        self._do(signals.remove_signal, signal.id, signal.version)

    def _do(self, verb: Callable[..., Changes], *args: object) -> None:
        self._around.work.do(verb, *args, then=lambda _changes: self._view.close_form(), failed=self._refuse)

    def _refuse(self, refused: Refused) -> None:
        self._view.show_wrong(sentence(self._, refused, self._around.formats), refused.reason)

    def _open(self, signal: Signal) -> None:
        if self._board:
            self._view.open_form(
                FormShown(
                    signal,
                    tuple(self._situation(one) for one in Situation),
                    self._board.themes,
                    tuple((partner.id, partner.name) for partner in self._board.partners),
                )
            )

    def _show(self, board: SignalsBoard) -> None:
        self._board = board
        listed = tuple(SignalShown(one.id, self._title(one), self._line(one)) for one in board.signals)
        self._view.show_signals(SignalsShown(board.title, listed, board.is_open))

    def _situation(self, situation: Situation) -> SituationShown:
        _ = self._
        reminder = _("This goes beyond what a meeting place can carry. Refer to specialised help.")
        return SituationShown(
            situation,
            situation_name(_, situation),
            situation_in_plain_words(_, situation),
            reminder if situation.is_for_specialists else "",
        )

    def _title(self, signal: Signal) -> str:
        _, situation = self._, situation_name(self._, signal.situation)
        return _("{situation}: {theme}", situation=situation, theme=signal.theme) if signal.theme else situation

    def _line(self, signal: Signal) -> str:
        partner = self._board.partner(signal) if self._board else None
        referred = self._("Referred to {partner}", partner=partner.name) if partner else ""
        done = [referred if one is Done.REFERRED and referred else done_name(self._, one) for one in signal.done]
        return " · ".join(done)
