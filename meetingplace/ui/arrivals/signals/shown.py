"""What the parts for signals are handed: ready-made texts, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.signals import Signal, Situation


@dataclass(frozen=True)
class SignalShown:
    """A signal in the list: "Tension: sleep", and under it what was done."""

    signal_id: int
    title: str
    line: str


@dataclass(frozen=True)
class SignalsShown:
    """The signals of a session."""

    title: str
    signals: tuple[SignalShown, ...]
    may_note: bool


@dataclass(frozen=True)
class SituationShown:
    """A word of the continuum, what it means, and what to keep in mind with it (empty: nothing)."""

    situation: Situation
    word: str
    meaning: str
    reminder: str


@dataclass(frozen=True)
class FormShown:
    """The form for one signal; one with id 0 is new."""

    signal: Signal
    situations: tuple[SituationShown, ...]
    themes: tuple[str, ...]
    partners: tuple[tuple[int, str], ...]  # to whom can be referred
