"""How long a voice waits, which steps it may take, and on which days an answer can have been told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import (
    Voice,
    VoiceState,
    must_be_another,
    must_be_told_between,
    must_have_reason,
)

HEARD = date(2026, 10, 11)
VOICE = Voice(1, HEARD, "نتمنى مكانًا هادئًا للرضاعة.", "ar")


@pytest.mark.parametrize(
    ("today", "days"),
    [(date(2026, 10, 11), 0), (date(2026, 10, 27), 16), (date(2026, 11, 1), 21), (date(2026, 10, 10), 0)],
)
def test_days_are_counted_from_the_day_it_was_heard(today: date, days: int) -> None:
    assert VOICE.days_waiting(today) == days


@pytest.mark.parametrize(
    ("state", "waits"),
    [
        (VoiceState.HEARD, True),
        (VoiceState.DISCUSSED, True),
        (VoiceState.PLANNED, True),
        (VoiceState.DONE, False),
        (VoiceState.NOT_POSSIBLE, False),
    ],
)
def test_a_voice_waits_until_it_is_finished_or_answered(state: VoiceState, waits: bool) -> None:
    assert replace(VOICE, state=state).waits is waits
    assert not replace(VOICE, state=state, answer="We vragen het na.").waits


@pytest.mark.parametrize("answer", ["", "  \n "])
def test_not_possible_needs_a_reason(answer: str) -> None:
    with pytest.raises(Refused) as refused:
        must_have_reason(VoiceState.NOT_POSSIBLE, answer)
    assert refused.value.reason is Reason.REASON_MISSING
    must_have_reason(VoiceState.NOT_POSSIBLE, "Te duur")
    must_have_reason(VoiceState.DONE, answer)


def test_every_step_is_free_but_the_one_to_where_it_stands() -> None:
    for state in VoiceState:
        for wanted in VoiceState:
            if state is not wanted:
                must_be_another(state, wanted)
        with pytest.raises(Refused) as refused:
            must_be_another(state, state)
        assert refused.value.reason is Reason.STATE_NOT_ALLOWED


def test_an_answer_is_told_between_the_question_and_today() -> None:
    today = date(2026, 10, 27)
    for day in (HEARD, date(2026, 10, 20), today):
        must_be_told_between(HEARD, day, today)
    for day in (date(2026, 10, 10), date(2026, 10, 28)):
        with pytest.raises(Refused) as refused:
            must_be_told_between(HEARD, day, today)
        assert refused.value.reason is Reason.DAY_OUTSIDE
        assert refused.value.facts == {"first": HEARD, "last": today}
