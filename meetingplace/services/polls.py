"""Polls of the house: cards to choose between, opened and closed by the team, counted on screen and on posters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from meetingplace.domain import polls as rules, typed_text
from meetingplace.domain.language import known_language
from meetingplace.domain.polls import Card, Poll, PollCount, PollText
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import places, polls


@dataclass(frozen=True)
class PollResult:
    """A poll with what came out of it."""

    poll: Poll
    count: PollCount


@dataclass(frozen=True)
class PollsBoard:
    """All polls, the newest first; `languages` are those of the house."""

    polls: tuple[PollResult, ...]
    languages: tuple[str, ...]
    place_names: Mapping[int, str]


def polls_board() -> PollsBoard:
    """Show all polls with their dots."""
    house = places.house()
    every = polls.listed()
    dots = polls.dots_of([poll.id for poll in every])
    return PollsBoard(
        tuple(PollResult(poll, rules.counted(dots[poll.id])) for poll in every),
        house.languages if house else ("nl", "fr"),
        {place.id: place.name for place in places.listed(with_inactive=True)},
    )


def poll_result(poll_id: int) -> PollResult:
    """Show one poll; refuses NOT_FOUND."""
    return PollResult(polls.get(poll_id), rules.counted(polls.dots(poll_id)))


def add(typed: Poll) -> Changes:
    """Add a poll, still closed (its id is ignored).

    Refuses NAME_MISSING, TEXT_TOO_LONG, CARDS_TOO_FEW, CARDS_TOO_MANY, LANGUAGE_UNKNOWN and NOT_FOUND.
    """
    with one_act(Act.POLL_ADDED, Topic.POLLS) as act:
        poll = replace(_tidy(typed), opened_on=None, closed_on=None)
        act.facts["question"] = poll.question
        act.made = polls.add(poll)
    return act.changes


def change(typed: Poll) -> Changes:
    """Write a poll; when dots were dropped, only question, place and texts may change.

    Refuses what `add` refuses, POLL_HAS_DOTS and CHANGED_MEANWHILE.
    """
    with one_act(Act.POLL_CHANGED, Topic.POLLS) as act:
        before, poll = polls.get(typed.id), _tidy(typed)
        act.facts["question"] = poll.question
        has_same_cards = _bare(before.cards) == _bare(poll.cards)
        dropped = polls.dots(typed.id)
        if dropped and not has_same_cards:
            raise Refused(Reason.POLL_HAS_DOTS, dots=sum(one.number for one in dropped))
        written = replace(poll, opened_on=before.opened_on, closed_on=before.closed_on)
        polls.change(written, keeps_cards=has_same_cards)
        if has_same_cards:
            polls.write_texts(written)
        act.made = typed.id
    return act.changes


def open_poll(poll_id: int, version: int, now: datetime) -> Changes:
    """Show a poll in the corner from now on, also one that was closed; refuses CHANGED_MEANWHILE."""
    with one_act(Act.POLL_OPENED, Topic.POLLS) as act:
        poll = polls.get(poll_id)
        act.facts["question"] = poll.question
        opened = replace(poll, version=version, opened_on=poll.opened_on or now.date(), closed_on=None)
        polls.change(opened, keeps_cards=True)
    return act.changes


def close_poll(poll_id: int, version: int, now: datetime) -> Changes:
    """Take no more dots in the corner; those of a poster may still be counted. Refuses CHANGED_MEANWHILE."""
    with one_act(Act.POLL_CLOSED, Topic.POLLS) as act:
        poll = polls.get(poll_id)
        act.facts["question"] = poll.question
        polls.change(replace(poll, version=version, closed_on=now.date()), keeps_cards=True)
    return act.changes


def remove(poll_id: int, version: int) -> Changes:
    """Take a poll away with its dots; refuses CHANGED_MEANWHILE and NOT_FOUND."""
    with one_act(Act.POLL_REMOVED, Topic.POLLS) as act:
        poll = polls.get(poll_id)
        act.facts["question"] = poll.question
        if poll.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        polls.remove(poll_id)
    return act.changes


def count_poster(poll_id: int, numbers: Mapping[int, int], now: datetime) -> Changes:
    """Write how many dots each card has on the poster; the number of before is replaced.

    Refuses NUMBER_IMPOSSIBLE and NOT_FOUND.
    """
    with one_act(Act.DOTS_COUNTED, Topic.POLLS) as act:
        poll = polls.get(poll_id)
        act.facts["question"] = poll.question
        if set(numbers) - {card.id for card in poll.cards}:
            raise Refused(Reason.NOT_FOUND, what="PollCard")
        for number in numbers.values():
            rules.must_be_countable(number)
        polls.drop_on_paper(poll_id, now.date(), dict(numbers))
    return act.changes


def _tidy(typed: Poll) -> Poll:
    if typed.place_id is not None:
        places.get(typed.place_id)
    cards = tuple(
        replace(card, words=typed_text.name(card.words), texts=_texts(card.texts, typed_text.NAME_LIMIT))
        for card in typed.cards
    )
    rules.must_have_cards(cards)
    question = typed_text.name(typed.question, typed_text.TITLE_LIMIT)
    return replace(typed, question=question, cards=cards, texts=_texts(typed.texts, typed_text.TITLE_LIMIT))


def _texts(typed: Sequence[PollText], limit: int) -> tuple[PollText, ...]:
    written = (replace(text, words=typed_text.line(text.words, limit)) for text in typed)
    return tuple(replace(text, language=known_language(text.language)) for text in written if text.words)


def _bare(cards: Sequence[Card]) -> list[Card]:
    return [replace(card, texts=()) for card in cards]
