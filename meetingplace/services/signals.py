"""Signals at a session: noted, changed, taken away; never with a person, a visit or a time of day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from meetingplace.domain import typed_text
from meetingplace.domain.partners import Partner
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.signals import Done, Signal
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import partners, sessions, signals

_AT_HAND = 8  # themes to press


@dataclass(frozen=True)
class SignalsBoard:
    """The signals of a session, to whom can be referred, and the themes of the house, the most used first."""

    session_id: int
    title: str
    is_open: bool
    signals: tuple[Signal, ...]
    partners: tuple[Partner, ...]
    themes: tuple[str, ...]

    def partner(self, signal: Signal) -> Partner | None:
        """Give the partner to whom was referred."""
        return next((partner for partner in self.partners if partner.id == signal.partner_id), None)


def signals_board(session_id: int) -> SignalsBoard:
    """Show the signals of a session; refuses NOT_FOUND."""
    session = sessions.get(session_id)
    noted = tuple(signals.of_session(session_id))
    named = {signal.partner_id for signal in noted}
    everybody = partners.listed(with_inactive=True)
    of_sessions, _languages = sessions.themes_and_languages()
    themes = dict.fromkeys([*signals.themes_by_use(), *of_sessions])
    return SignalsBoard(
        session_id=session_id,
        title=session.activity.title,
        is_open=session.is_open_for_visits,
        signals=noted,
        partners=tuple(one for one in everybody if (one.is_active and one.is_referral) or one.id in named),
        themes=tuple(themes)[:_AT_HAND],
    )


def add_signal(typed: Signal) -> Changes:
    """Note a signal (its id is ignored). Refuses TEXT_TOO_LONG, NOT_FOUND and closed sessions."""
    with one_act(Act.SIGNAL_ADDED, Topic.SIGNALS) as act:
        act.made = signals.add(_tidy(typed))
    return act.changes


def change_signal(typed: Signal) -> Changes:
    """Write a signal; refuses what `add_signal` refuses and CHANGED_MEANWHILE."""
    with one_act(Act.SIGNAL_CHANGED, Topic.SIGNALS) as act:
        kept = signals.get(typed.id)
        signals.change(_tidy(replace(typed, session_id=kept.session_id)))
        act.made = typed.id
    return act.changes


def remove_signal(signal_id: int, version: int) -> Changes:
    """Take a signal away that was a mistake; refuses CHANGED_MEANWHILE and closed sessions."""
    with one_act(Act.SIGNAL_REMOVED, Topic.SIGNALS) as act:
        signal = signals.get(signal_id)
        sessions.get(signal.session_id).must_take_visits()
        if signal.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        signals.remove(signal_id)
    return act.changes


def _tidy(typed: Signal) -> Signal:
    """Give a signal as it is kept: a partner only when somebody was referred, and one that is there."""
    sessions.get(typed.session_id).must_take_visits()
    is_referred = Done.REFERRED in typed.done
    tidy: dict[str, Any] = {
        "theme": typed_text.line(typed.theme, typed_text.TITLE_LIMIT),
        "done": tuple(done for done in Done if done in typed.done),
        "partner_id": partners.get(typed.partner_id).id if is_referred and typed.partner_id is not None else None,
    }
    return replace(typed, **tidy)
