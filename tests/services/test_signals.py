"""Signals at a session, over a real database: without any person, with what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.signals import Done, Signal, Situation
from meetingplace.services import signals
from meetingplace.storage import partners, sessions, signals as kept, tables
from tests.makers import make_place, make_session


@pytest.fixture
def session_id(house: None) -> int:
    """Make a session of today."""
    return make_session(make_place(), theme="spelen")


def reason_of(act: Callable[[], object]) -> Reason:
    """Give the reason for which an act is refused."""
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason


def note(session_id: int, **columns: object) -> int:
    """Note a signal and give its id."""
    typed = replace(Signal(0, session_id, Situation.TENSION), **columns)  # type: ignore[arg-type]
    return signals.add_signal(typed).made or 0


def test_a_signal_can_hold_nothing_that_tells_who_it_was() -> None:
    assert {field.name for field in fields(Signal)} == {
        "id", "session_id", "situation", "theme", "done", "partner_id", "version",
    }  # fmt: skip
    assert set(tables.Signal._meta.fields) == {"id", "session", "situation", "theme", "done", "partner", "version"}


def test_crisis_and_distress_are_for_specialised_help() -> None:
    assert [one.is_for_specialists for one in Situation] == [False, False, True, True]


def test_signals_are_listed_as_they_were_noted(session_id: int) -> None:
    partner = partners.add(name="Opvoedingswinkel", is_referral=True)
    note(session_id, theme="  slapen ", done=(Done.REFERRED, Done.LISTENED), partner_id=partner)
    note(session_id, situation=Situation.CRISIS)
    board = signals.signals_board(session_id)
    first, second = board.signals
    assert (first.theme, first.done, first.partner_id) == ("slapen", (Done.LISTENED, Done.REFERRED), partner)
    assert (second.situation, second.theme, second.done, second.partner_id) == (Situation.CRISIS, "", (), None)
    named = board.partner(first)
    assert named is not None
    assert named.name == "Opvoedingswinkel"
    assert board.partner(second) is None


def test_a_partner_stays_only_where_somebody_was_referred(session_id: int) -> None:
    partner = partners.add(name="Opvoedingswinkel", is_referral=True)
    made = note(session_id, done=(Done.LISTENED,), partner_id=partner)
    assert kept.get(made).partner_id is None


def test_partners_to_refer_to_are_offered_and_whoever_was_named_stays(session_id: int) -> None:
    wheel, library = partners.add(name="De Wieg", is_referral=True), partners.add(name="Bibliotheek")
    old = partners.add(name="Vroeger", is_referral=True)
    note(session_id, done=(Done.REFERRED,), partner_id=old)
    for gone in (old,):
        partners.change(gone, None, is_active=False)
    partners.add(name="Ook weg", is_referral=True, is_active=False)
    offered = [partner.id for partner in signals.signals_board(session_id).partners]
    assert offered == [wheel, old]
    assert library not in offered


def test_themes_of_the_house_are_offered_the_most_used_first(session_id: int) -> None:
    for theme in ("wonen", "slapen", "slapen"):
        note(session_id, theme=theme)
    assert signals.signals_board(session_id).themes == ("slapen", "wonen", "spelen")


def test_a_signal_is_changed_and_taken_away(session_id: int) -> None:
    made = note(session_id, theme="slapen")
    signals.change_signal(replace(kept.get(made), situation=Situation.DISTRESS, theme="<b>&"))
    changed = kept.get(made)
    assert (changed.situation, changed.theme, changed.session_id) == (Situation.DISTRESS, "<b>&", session_id)
    signals.remove_signal(made, changed.version)
    assert kept.of_session(session_id) == []


def test_a_signal_that_another_changed_is_not_overwritten(session_id: int) -> None:
    seen = kept.get(note(session_id))
    signals.change_signal(replace(seen, theme="door een ander"))
    assert reason_of(lambda: signals.change_signal(replace(seen, theme="van mij"))) is Reason.CHANGED_MEANWHILE
    assert reason_of(lambda: signals.remove_signal(seen.id, seen.version)) is Reason.CHANGED_MEANWHILE
    assert kept.get(seen.id).theme == "door een ander"


def test_a_signal_that_cannot_be_kept_is_refused(session_id: int) -> None:
    assert reason_of(lambda: note(session_id, theme="x" * 10_000)) is Reason.TEXT_TOO_LONG
    assert reason_of(lambda: note(session_id, done=(Done.REFERRED,), partner_id=99)) is Reason.NOT_FOUND
    made = kept.get(note(session_id))
    sessions.change(session_id, None, state="held")
    assert reason_of(lambda: note(session_id)) is Reason.SESSION_CLOSED
    assert reason_of(lambda: signals.change_signal(made)) is Reason.SESSION_CLOSED
    assert reason_of(lambda: signals.remove_signal(made.id, made.version)) is Reason.SESSION_CLOSED
