"""Refusals are values: nothing in them is text, and nothing of a person slips into a log."""

from __future__ import annotations

import pickle

from meetingplace.domain.refusals import Reason, Refused


def test_a_refusal_carries_its_reason_and_its_facts() -> None:
    refused = Refused(Reason.TEXT_TOO_LONG, limit=80, length=10_000)
    assert refused.reason is Reason.TEXT_TOO_LONG
    assert refused.facts == {"limit": 80, "length": 10_000}


def test_what_a_log_writes_of_a_refusal_holds_no_fact() -> None:
    refused = Refused(Reason.ALREADY_THERE, nickname="Tante Fatma")
    assert str(refused) == "already_there"
    assert "Fatma" not in repr(refused)
    assert "Fatma" not in "".join(map(str, refused.args))


def test_every_reason_has_a_value_of_its_own_that_is_its_name() -> None:
    assert [reason.value for reason in Reason] == [reason.name.lower() for reason in Reason]
    assert all(pickle.loads(pickle.dumps(reason)) is reason for reason in Reason)
