"""What every backend must do alike with signals and with who was paid at closing: a part of the contract."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.signals import Done, Signal, Situation
from meetingplace.storage import database, partners, sessions, signals, tables
from tests.makers import make_member, make_place, make_session

TRICKY = "wonen <b>& 🏠 السكن =1+1"


def write(signal: Signal) -> int:
    """Write down a signal."""
    with database.transaction():
        return signals.add(signal)


class SignalsContract:
    """Signals of a session, and the team as it was paid then."""

    def test_a_signal_comes_back_as_it_was_written(self, house: None) -> None:
        session, partner = make_session(make_place()), partners.add(name="De Wieg")
        typed = Signal(0, session, Situation.CRISIS, TRICKY, (Done.LISTENED, Done.REFERRED), partner)
        made = write(typed)
        found = signals.get(made)
        assert found == replace(typed, id=made, version=found.version)
        assert signals.of_session(session) == [found]

    def test_a_signal_that_was_changed_meanwhile_is_refused(self, house: None) -> None:
        made = write(Signal(0, make_session(make_place()), Situation.TENSION))
        seen = signals.get(made)
        with database.transaction():
            signals.change(replace(seen, theme="eten", situation=Situation.ORDINARY))
        assert (signals.get(made).theme, signals.get(made).situation) == ("eten", Situation.ORDINARY)
        with pytest.raises(Refused) as refused, database.transaction():
            signals.change(replace(seen, theme="slapen"))
        assert refused.value.reason is Reason.CHANGED_MEANWHILE

    def test_themes_come_by_use(self, house: None) -> None:
        session = make_session(make_place())
        for theme in ("wonen", "", "slapen", "slapen", "eten"):
            write(Signal(0, session, Situation.ORDINARY, theme))
        assert signals.themes_by_use() == ["slapen", "eten", "wonen"]

    def test_signals_go_with_their_session(self, house: None) -> None:
        session = make_session(make_place())
        write(Signal(0, session, Situation.ORDINARY))
        with database.transaction():
            sessions.remove(session)
        assert tables.Signal.select().count() == 0

    def test_who_was_paid_is_noted_once(self, house: None) -> None:
        nele, els = make_member("Nele"), make_member("Els")
        session = make_session(make_place(), team=(nele, els))
        assert sessions.paid_at(session) == {}
        with database.transaction():
            sessions.note_paid(session, {nele: False, els: True})
            sessions.note_paid(session, {nele: True, els: False})
        assert sessions.paid_at(session) == {nele: False, els: True}
