"""Three dots a person, and one count of screen and poster. Expected values are worked out by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, strategies as st

from meetingplace.domain import polls
from meetingplace.domain.polls import Card, DotsDropped, Poll
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Channel

CARDS = (1, 2, 3)


def test_a_person_may_drop_three_dots_also_on_one_card():
    assert polls.ballot({1: 3, 2: 0}, CARDS) == {1: 3}
    assert polls.ballot({1: 1, 2: 1, 3: 1}, CARDS) == {1: 1, 2: 1, 3: 1}
    assert polls.ballot({2: 1}, CARDS) == {2: 1}


@pytest.mark.parametrize(
    ("dots", "reason"),
    [
        ({1: 4}, Reason.DOTS_TOO_MANY),
        ({1: 2, 2: 2}, Reason.DOTS_TOO_MANY),
        ({1: 5, 2: -2}, Reason.DOTS_TOO_MANY),
        ({1: -1}, Reason.DOTS_TOO_MANY),
        ({}, Reason.DOTS_MISSING),
        ({1: 0}, Reason.DOTS_MISSING),
        ({9: 1}, Reason.NOT_FOUND),
    ],
)
def test_other_ballots_are_refused(dots: dict[int, int], reason: Reason):
    with pytest.raises(Refused) as refused:
        polls.ballot(dots, CARDS)
    assert refused.value.reason is reason


def test_dots_are_taken_from_the_day_it_opens_until_it_is_closed():
    day = date(2026, 11, 10)
    for poll, is_open in (
        (Poll(1, "?", ()), False),
        (Poll(1, "?", (), opened_on=day), True),
        (Poll(1, "?", (), opened_on=day, closed_on=day), False),
    ):
        assert poll.is_open is is_open
        if not is_open:
            with pytest.raises(Refused) as refused:
                poll.must_take_dots()
            assert refused.value.reason is Reason.POLL_CLOSED


@pytest.mark.parametrize(
    ("number", "reason"), [(0, Reason.CARDS_TOO_FEW), (1, Reason.CARDS_TOO_FEW), (7, Reason.CARDS_TOO_MANY)]
)
def test_two_to_six_cards(number: int, reason: Reason):
    cards = [Card(at, "toy-brick", "x") for at in range(7)]
    polls.must_have_cards(cards[:2])
    polls.must_have_cards(cards[:6])
    with pytest.raises(Refused) as refused:
        polls.must_have_cards(cards[:number])
    assert refused.value.reason is reason


def test_screen_and_poster_give_one_count():
    count = polls.counted(
        [
            DotsDropped(1, 2, Channel.CORNER, "a"),
            DotsDropped(2, 1, Channel.CORNER, "a"),
            DotsDropped(1, 1, Channel.CORNER, "b"),
            DotsDropped(1, 12, Channel.PAPER),
            DotsDropped(3, 7, Channel.PAPER),
        ]
    )
    assert [count.of(card) for card in (1, 2, 3, 4)] == [15, 1, 7, 0]
    assert [count.of(1, channel) for channel in (Channel.CORNER, Channel.PAPER)] == [3, 12]
    assert (count.total, count.people) == (23, 2)


dropped = st.lists(
    st.builds(
        DotsDropped,
        st.integers(1, 4),
        st.integers(1, 30),
        st.sampled_from([Channel.CORNER, Channel.PAPER]),
        st.sampled_from(["", "a", "b", "c"]),
    )
)


@given(dropped)
def test_it_counts_as_one_would_on_the_fingers(given_dots: list[DotsDropped]):
    fingers: Counter[tuple[int, str]] = Counter()
    for one in given_dots:
        for _finger in range(one.number):
            fingers[one.card_id, one.channel.value] += 1
    count = polls.counted(given_dots)
    for card in range(1, 5):
        for channel in (Channel.CORNER, Channel.PAPER):
            assert count.of(card, channel) == fingers[card, channel.value]
    assert count.total == sum(fingers.values())
    assert count.people == len({one.ballot for one in given_dots} - {""})
