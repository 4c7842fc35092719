"""A house whose corner has something on the board and a choice that is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from meetingplace.domain.polls import Card, Poll, PollText
from meetingplace.domain.voices import Voice, VoiceState, VoiceText
from meetingplace.storage import polls, voices
from meetingplace.ui.kit.surroundings import Surroundings
from tests.makers import DAY, make_house, make_place, make_session

NOW = datetime(2026, 10, 27, 10, 5)


@dataclass
class Corner:
    """What is in the house, and a clock that stands still until it is moved."""

    around: Surroundings
    place: int
    idea: int
    poll: int
    cards: tuple[int, ...]
    now: datetime = NOW

    def later(self, seconds: int = 31) -> None:
        """Let time go by."""
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def corner(around: Surroundings) -> Corner:
    """Furnish the house."""
    make_house()
    place = make_place()
    session = make_session(place, title="Papa’s en blokken")
    idea = voices.add(
        Voice(
            0, DAY, "Un moment pour les papas ?", "fr", translation="Ook iets voor papa's?", state=VoiceState.PLANNED,
            answer="Op dinsdag.", is_shown=True, sessions=(session,),
            texts=(VoiceText("ar", "وقت للآباء؟", "يوم الثلاثاء."), VoiceText("zh", "给爸爸们的时间？", "星期二。")),
        )
    )  # fmt: skip
    cards = (Card(0, "cooking", "samen koken", (PollText("ar", "نطبخ معًا"),)), Card(0, "songs", "zingen"))
    poll = polls.get(polls.add(Poll(0, "Wat wil je?", cards, (PollText("zh", "你们想要什么？"),), opened_on=DAY)))
    made = Corner(around, place, idea, poll.id, tuple(card.id for card in poll.cards))
    made.around = replace(around, clock=lambda: made.now)
    return made
