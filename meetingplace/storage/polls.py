"""Polls in the database: rows in, `domain.polls` out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from meetingplace.domain.polls import Card, DotsDropped, Poll, PollText
from meetingplace.domain.voices import Channel
from meetingplace.storage import records, tables


def get(poll_id: int) -> Poll:
    """Read one poll; refuses NOT_FOUND."""
    return _polls([records.get(tables.Poll, poll_id)])[0]


def listed() -> list[Poll]:
    """List all polls, the newest first."""
    return _polls(list(tables.Poll.select().order_by(tables.Poll.id.desc())))


def opened(place_id: int | None = None) -> Poll | None:
    """Give the poll that was opened last of those that are open; with a place, one of there or of no place."""
    poll = tables.Poll
    query = poll.select().where(poll.opened_on.is_null(False) & poll.closed_on.is_null())
    if place_id is not None:
        query = query.where((poll.place == place_id) | poll.place.is_null())
    row = query.order_by(poll.opened_on.desc(), poll.id.desc()).first()
    return _polls([row])[0] if row else None


def closed_last(since: date, place_id: int | None = None) -> Poll | None:
    """Give the poll that was closed last, since a day; with a place, one of there or of no place."""
    poll = tables.Poll
    query = poll.select().where(poll.closed_on >= since)
    if place_id is not None:
        query = query.where((poll.place == place_id) | poll.place.is_null())
    row = query.order_by(poll.closed_on.desc(), poll.id.desc()).first()
    return _polls([row])[0] if row else None


def add(poll: Poll) -> int:
    """Add a poll with its cards and texts (ids of its own are ignored) and give its id."""
    poll_id = records.add(
        tables.Poll, question=poll.question, place=poll.place_id, opened_on=poll.opened_on, closed_on=poll.closed_on
    )
    _add_cards(poll_id, poll)
    return poll_id


def change(poll: Poll, keeps_cards: bool) -> None:
    """Write a poll; its cards are written anew, unless they are kept. Refuses CHANGED_MEANWHILE."""
    records.change(
        tables.Poll, poll.id, poll.version, question=poll.question, place=poll.place_id, opened_on=poll.opened_on,
        closed_on=poll.closed_on,
    )  # fmt: skip
    if keeps_cards:
        return
    _remove_cards(poll.id)
    _add_cards(poll.id, poll)


def write_texts(poll: Poll) -> None:
    """Write the texts of a poll and of its cards in other languages; the cards themselves stay."""
    _remove_texts(poll.id)
    _add_texts(poll.id, None, poll.texts)
    for card in poll.cards:
        _add_texts(poll.id, card.id, card.texts)


def remove(poll_id: int) -> None:
    """Remove a poll with its cards, texts and dots; refuses NOT_FOUND."""
    dots = tables.Dots
    for row in list(dots.select().where(dots.poll == poll_id)):
        records.remove(dots, row.id)
    _remove_cards(poll_id)
    records.remove(tables.Poll, poll_id)


def dots(poll_id: int) -> list[DotsDropped]:
    """List the dots of a poll."""
    return dots_of([poll_id])[poll_id]


def dots_of(ids: Sequence[int]) -> dict[int, list[DotsDropped]]:
    """List the dots of these polls."""
    row, found = tables.Dots, {id: list[DotsDropped]() for id in ids}
    for chunk in records.chunks(ids):
        query = row.select(row.poll, row.card, row.number, row.channel, row.ballot).where(row.poll.in_(chunk))
        for poll_id, card, number, channel, ballot in query.order_by(row.id).tuples():
            found[poll_id].append(DotsDropped(card, number, Channel(channel), ballot))
    return found


def drop(poll_id: int, day: date, dropped: Iterable[DotsDropped]) -> None:
    """Write dots down."""
    for one in dropped:
        records.add(
            tables.Dots, poll=poll_id, card=one.card_id, ballot=one.ballot, day=day, channel=one.channel.value,
            number=one.number,
        )  # fmt: skip


def drop_on_paper(poll_id: int, day: date, numbers: dict[int, int]) -> None:
    """Write how many dots each card has on the poster, in the place of what was counted there before."""
    row = tables.Dots
    counted = row.select().where((row.poll == poll_id) & (row.channel == Channel.PAPER.value))
    present = {one.__data__["card"]: one for one in counted}
    for card_id, number in numbers.items():
        one = present.get(card_id)
        if one is None:
            drop(poll_id, day, [DotsDropped(card_id, number, Channel.PAPER)] if number else [])
        elif not number:
            records.remove(row, one.id)
        elif number != one.number:
            records.change(row, one.id, None, number=number, day=day)


def _add_cards(poll_id: int, poll: Poll) -> None:
    _add_texts(poll_id, None, poll.texts)
    for at, card in enumerate(poll.cards):
        card_id = records.add(tables.PollCard, poll=poll_id, at=at, picture=card.picture, words=card.words)
        _add_texts(poll_id, card_id, card.texts)


def _add_texts(poll_id: int, card_id: int | None, texts: Iterable[PollText]) -> None:
    for text in texts:
        records.add(tables.PollText, poll=poll_id, card=card_id, **vars(text))


def _remove_texts(poll_id: int) -> None:
    text = tables.PollText
    for row in list(text.select().where(text.poll == poll_id)):
        records.remove(text, row.id)


def _remove_cards(poll_id: int) -> None:
    _remove_texts(poll_id)
    card = tables.PollCard
    for row in list(card.select().where(card.poll == poll_id)):
        records.remove(card, row.id)


def _polls(rows: Sequence[tables.Poll]) -> list[Poll]:
    ids = [row.id for row in rows]
    card, text = tables.PollCard, tables.PollText
    texts: dict[tuple[int, int | None], list[PollText]] = defaultdict(list)
    cards: dict[int, list[Card]] = defaultdict(list)
    for chunk in records.chunks(ids):
        said = text.select(text.poll, text.card, text.language, text.words, text.state)
        for poll_id, card_id, *values in said.where(text.poll.in_(chunk)).order_by(text.id).tuples():
            texts[poll_id, card_id].append(PollText(*values))
        for one in card.select().where(card.poll.in_(chunk)).order_by(card.at, card.id):
            poll_id = one.__data__["poll"]
            cards[poll_id].append(Card(one.id, one.picture, one.words, tuple(texts[poll_id, one.id])))
    return [
        Poll(
            id=row.id,
            question=row.question,
            cards=tuple(cards[row.id]),
            texts=tuple(texts[row.id, None]),
            place_id=row.__data__["place"],
            opened_on=row.opened_on,
            closed_on=row.closed_on,
            version=row.version,
        )
        for row in rows
    ]
