"""What parents tell us, and what becomes of it: a voice goes from heard to an answer that was told back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function

# a voice that waits longer is said to wait too long (our choice; boxes that never answer lose trust)
DAYS_TO_ANSWER = 14


_NUMBER = re.compile(r"(?:\d[^\w\n:]{0,2}){8,}")  # also of Arabic and Indian digits, and of digits in a box
_MAIL = re.compile(r"\S+@\S+\.\S+")


class Kind(Enum):
    """What sort of thing a parent tells us."""

    WISH = "wish"
    IDEA = "idea"
    QUESTION = "question"
    THANKS = "thanks"
    COMPLAINT = "complaint"
    OFFER = "offer"


class Channel(Enum):
    """How we heard it."""

    CONVERSATION = "conversation"
    GROUP = "group"
    PAPER = "paper"
    CORNER = "corner"
    DOTS = "dots"


class VoiceState(Enum):
    """Where a voice stands."""

    HEARD = "heard"
    DISCUSSED = "discussed"
    PLANNED = "planned"
    DONE = "done"
    NOT_POSSIBLE = "not_possible"


# what becomes of a voice is decided here; before that a parent who has no answer still waits for one
FINISHED = (VoiceState.DONE, VoiceState.NOT_POSSIBLE)


class Rung(Enum):
    """Rung of the ladder of participation."""

    INFORMED = "informed"
    ASKED = "asked"
    THINKING_ALONG = "thinking_along"
    DECIDING_TOGETHER = "deciding_together"
    DOING_THEMSELVES = "doing_themselves"


class ToldHow(Enum):
    """How the answer was told back to the parent."""

    IN_PERSON = "in_person"
    GROUP = "group"
    POSTER = "poster"
    PAPER = "paper"
    CORNER = "corner"


@dataclass(frozen=True)
class VoiceText:
    """How a voice and its answer stand on the board and on posters in one language; what is empty is not said yet."""

    language: str
    words: str = ""
    answer: str = ""
    state: str = "human"  # human, machine or checked


@dataclass(frozen=True)
class Voice:
    """One thing that a parent told us: the parent's own words, their language, and the answer."""

    id: int
    heard_on: date
    words: str
    language: str = "nl"
    channel: Channel = Channel.CONVERSATION
    kind: Kind = Kind.WISH
    translation: str = ""
    translation_state: str = ""  # "", human, machine or checked
    theme: str = ""
    functions: tuple[Function, ...] = ()
    place_id: int | None = None
    session_id: int | None = None  # where it was heard
    follower_id: int | None = None
    state: VoiceState = VoiceState.HEARD
    answer: str = ""  # the decision, with the reason when it is not possible
    answer_in_language: str = ""  # the same in the parent's language
    told_on: date | None = None
    told_how: ToldHow | None = None
    rung: Rung = Rung.ASKED
    sessions: tuple[int, ...] = ()  # the sessions that came from it
    joined_id: int | None = None  # the voice that it says the same as
    pictures: tuple[str, ...] = ()  # picked in the corner beside words, or instead of them
    notes: str = ""  # the team's alone: they never hang on the board
    is_shown: bool = False  # a host has looked at it: it may hang on the board
    texts: tuple[VoiceText, ...] = ()  # for board and posters, one for each language
    version: int = 0

    @property
    def waits(self) -> bool:
        """Tell whether the parent still waits for an answer."""
        return not self.answer and self.state not in FINISHED

    @property
    def is_to_tell(self) -> bool:
        """Tell whether there is an answer that the parent was not told yet."""
        return bool(self.answer) and self.told_on is None

    def in_language(self, language: str) -> VoiceText | None:
        """Give what board and posters say in a language; None where nobody wrote it."""
        return next((text for text in self.texts if text.language == language), None)

    def words_in(self, language: str) -> tuple[str, str]:
        """Give what hangs on the board in a language, and the language that it is in: else in Dutch, else as told."""
        for code in (language, "nl"):
            text = self.in_language(code)
            if text and text.words:
                return text.words, code
            if self.language == code and self.words:
                return self.words, code
            if code == "nl" and self.translation:
                return self.translation, code
        own = self.in_language(self.language)
        return (own.words if own and own.words else self.words), self.language

    def answer_in(self, language: str) -> tuple[str, str]:
        """Give the answer in a language, and the language that it is in: else in Dutch; empty while there is none."""
        text = self.in_language(language)
        if text and text.answer:
            return text.answer, language
        if self.language == language and self.answer_in_language:
            return self.answer_in_language, language
        return self.answer, "nl"

    def days_waiting(self, today: date) -> int:
        """Days since it was heard."""
        return max(0, (today - self.heard_on).days)


def may_name_somebody(words: str) -> bool:
    """Tell whether a telephone number or an address of mail seems to stand in what a parent wrote.

    Only a hint for the host who looks before it hangs on the board; a name is found by nobody but a person.
    """
    return bool(_NUMBER.search(words) or _MAIL.search(words))


def must_have_reason(state: VoiceState, answer: str) -> None:
    """Refuse REASON_MISSING when a voice is not possible without saying why."""
    if state is VoiceState.NOT_POSSIBLE and not answer.strip():
        raise Refused(Reason.REASON_MISSING)


def must_be_another(state: VoiceState, wanted: VoiceState) -> None:
    """Refuse STATE_NOT_ALLOWED when a voice stands there already; every other step is free, backwards too."""
    if state is wanted:
        raise Refused(Reason.STATE_NOT_ALLOWED, state=state, wanted=wanted)


def must_be_told_between(heard_on: date, told_on: date, today: date) -> None:
    """Refuse DAY_OUTSIDE when an answer was told before its question, or will only be told."""
    if not heard_on <= told_on <= today:
        raise Refused(Reason.DAY_OUTSIDE, first=heard_on, last=today)
