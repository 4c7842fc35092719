"""What the voices screen is handed: ready-made texts, nothing to decide. And what it hands back: drafts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from meetingplace.domain.sessions import Function
from meetingplace.domain.voices import Channel, Kind, Rung, ToldHow, VoiceState

Choices = tuple[tuple[object, str], ...]  # (value, word) pairs


class Tint(Enum):
    """The colour of a strip; icon and words say the same."""

    INFO = "info"
    GOOD = "good"
    WAIT = "wait"
    PLAIN = "plain"


@dataclass(frozen=True)
class Strip:
    """One fact in a tinted box: who follows it up, which session came from it, when it was told."""

    tint: Tint
    icon: str
    text: str


@dataclass(frozen=True)
class Said:
    """Words in a language, that run in its direction."""

    text: str
    language: str
    is_right_to_left: bool = False


@dataclass(frozen=True)
class PictureShown:
    """A picture that was picked in the corner, with what it stands for."""

    icon: str
    word: str


@dataclass(frozen=True)
class CardShown:
    """A voice on the board."""

    voice_id: int
    state: VoiceState
    channel_icon: str
    language: str  # its own name
    words: Said
    translation: str
    note: Strip | None  # who translated it
    kind: str
    kind_icon: str
    age: str
    is_too_long: bool
    strips: tuple[Strip, ...]
    answer: str  # the word on its button; only the oldest that waits has one
    spoken: str
    pictures: tuple[PictureShown, ...] = ()
    others: str = ""  # "+2": so many say the same
    hangs: str = ""  # on the board of the corner, in words


@dataclass(frozen=True)
class ColumnShown:
    """One state of the board."""

    state: VoiceState
    title: str
    icon: str
    number: str
    spoken: str
    cards: tuple[CardShown, ...]
    more: str  # the word on the button that shows more cards; empty when all are shown


@dataclass(frozen=True)
class BoardShown:
    """The whole board."""

    columns: tuple[ColumnShown, ...]
    waiting: str
    languages: tuple[tuple[str, str], ...]  # (code, own name); the first one is all of them
    language: str
    only: str  # what is shown only, in words; empty: everything is
    is_empty: bool
    found_nothing: bool


@dataclass(frozen=True)
class SessionLine:
    """A session that came from a voice."""

    session_id: int
    title: str
    line: str


@dataclass(frozen=True)
class JoinedShown:
    """A voice that says the same as the one on the page; its own parent is told back too."""

    voice_id: int
    words: Said
    line: str
    told: Strip | None
    may_tell: bool


@dataclass(frozen=True)
class HangingShown:
    """Whether a voice hangs on the board of the corner, and in which languages."""

    hangs: bool
    line: str
    languages: str
    may_hang: bool = True  # of voices that say the same, only the one that stands for all


@dataclass(frozen=True)
class PageShown:
    """One voice with everything about it."""

    voice_id: int
    channel_icon: str
    language: str
    line: str  # what it is and how, where and when it was heard
    words: Said
    translation: str
    note: Strip | None
    may_read: bool  # a speaker can still say that the translation is right
    age: Strip | None  # how long it waits
    answer: str
    answer_heading: str
    answer_in_language: Said
    told: Strip | None
    waits: bool
    may_tell: bool
    state: VoiceState
    states: tuple[tuple[VoiceState, str, str], ...]  # (state, word, icon)
    followers: Choices
    follower: int | None
    rungs: Choices
    rung: Rung
    theme: str
    functions: tuple[tuple[Function, str], ...]
    sessions: tuple[SessionLine, ...]
    more_sessions: str  # how many there are in all, when not all are shown
    pictures: tuple[PictureShown, ...]
    notes: str  # the team's alone
    hanging: HangingShown
    joined: tuple[JoinedShown, ...]
    others: str  # how many say the same
    stands_with: JoinedShown | None  # the voice that it says the same as


@dataclass(frozen=True)
class VoiceDraft:
    """What was typed about a voice, saved or not."""

    words: str = ""
    language: str = "nl"
    kind: Kind = Kind.WISH
    channel: Channel = Channel.CONVERSATION
    session_id: int | None = None
    translation: str = ""
    theme: str = ""
    functions: tuple[Function, ...] = ()
    follower_id: int | None = None


@dataclass(frozen=True)
class FormShown:
    """The form for a new voice, or for one that changes."""

    title: str
    save: str
    draft: VoiceDraft
    languages: tuple[str, ...]  # codes, the house's most used first
    kinds: Choices
    channels: Choices
    sessions: Choices
    themes: tuple[str, ...]
    functions: Choices
    followers: Choices


@dataclass(frozen=True)
class AnswerDraft:
    """What was typed as an answer, saved or not."""

    decision: VoiceState
    words: str = ""
    in_language: str = ""
    follower_id: int | None = None


@dataclass(frozen=True)
class AnswerShown:
    """The form for an answer, with what the parent said over it."""

    title: str
    words: Said
    translation: str
    draft: AnswerDraft
    decisions: Choices
    in_language: str  # the title of the field in the parent's language; empty when that is the program's own
    followers: Choices


@dataclass(frozen=True)
class TellShown:
    """The form for telling back."""

    answer: str
    ways: Choices
    how: ToldHow
    told_on: date
    today: date
