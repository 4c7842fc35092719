"""What the corner shows and takes: public data, in the reader's language; never more than a parent may do."""

from __future__ import annotations

import dataclasses
import typing
from datetime import date, datetime, time, timedelta
from enum import Enum

import pytest

from meetingplace.domain.faces import Face, FacesGiven, Subject
from meetingplace.domain.polls import Card, DotsDropped, Poll, PollText
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Channel, Kind, Voice, VoiceState, VoiceText
from meetingplace.services import parents_corner
from meetingplace.storage import calls, faces, places, polls, tables, voices
from tests.makers import DAY, make_family, make_house, make_place, make_session

NOW = datetime.combine(DAY, time(10, 5))
MOST = 3  # dots of one person


@pytest.fixture
def place(house: None) -> int:
    """Make a house with one place."""
    make_house()
    return make_place()


def refused(verb: typing.Callable[[], object]) -> Reason:
    """Give why something is refused."""
    with pytest.raises(Refused) as why:
        verb()
    return why.value.reason


def test_the_boards_hold_nothing_but_public_data():
    """Every field of every board is a plain value or a board again: no row of the house can hide in one."""
    plain = {int, str, bool, date, VoiceState}
    boards = [parents_corner.WallBoard, parents_corner.IdeaShown, parents_corner.PollShown]
    seen: set[type] = set()
    while boards:
        board = boards.pop()
        if board in seen:
            continue
        seen.add(board)
        assert dataclasses.is_dataclass(board)
        for kind in typing.get_type_hints(board).values():
            for part in typing.get_args(kind) or (kind,):
                if part is Ellipsis or part in plain:
                    continue
                assert not issubclass(part, Enum)
                assert part.__module__ == parents_corner.__name__
                boards.append(part)
    names = {field.name for board in seen for field in dataclasses.fields(board)}
    assert not names & {"family", "families", "nickname", "follower", "notes", "heard_on", "told_on", "place"}


def test_the_wall_knows_whether_there_are_ideas_and_a_choice(place: int):
    assert parents_corner.wall(DAY, place) == parents_corner.WallBoard(60, False, False)
    places.change_house(None, corner_seconds=90)
    voices.add(Voice(0, DAY, "stil", is_shown=True))
    polls.add(Poll(0, "Wat?", (Card(0, "music", "a"), Card(0, "tent", "b")), opened_on=DAY))
    assert parents_corner.wall(DAY, place) == parents_corner.WallBoard(90, True, True)


def test_an_idea_hangs_only_after_a_host_has_looked(place: int):
    other = make_place("Bonnevie")
    voices.add(Voice(0, DAY, "nog niet gelezen"))
    voices.add(Voice(0, DAY, "van elders", place_id=other, is_shown=True))
    first = voices.add(Voice(0, DAY, "overal", is_shown=True))
    later = voices.add(Voice(0, DAY + timedelta(days=1), "hier", place_id=place, is_shown=True))
    assert [idea.id for idea in parents_corner.ideas("nl", place)] == [later, first]


def test_an_idea_with_its_answer_in_the_language_of_the_reader(place: int):
    session = make_session(place, title="Papa’s en blokken")
    told = Voice(
        0, DAY, "Un coin calme", "fr", translation="Een stille hoek", state=VoiceState.PLANNED, answer="Komt er.",
        is_shown=True, texts=(VoiceText("ar", "ركن هادئ", "قريبًا."),), sessions=(session,), notes="NELE",
    )  # fmt: skip
    made = voices.add(told)
    (arabic,) = parents_corner.ideas("ar", place)
    assert (arabic.words, arabic.words_language, arabic.answer, arabic.answer_language) == (
        "ركن هادئ", "ar", "قريبًا.", "ar",
    )  # fmt: skip
    (turkish,) = parents_corner.ideas("tr", place)
    assert (turkish.words, turkish.words_language) == ("Een stille hoek", "nl")
    assert (turkish.answer, turkish.answer_language) == ("Komt er.", "nl")
    assert turkish.sessions == (parents_corner.SessionShown("Papa’s en blokken", DAY),)
    assert "NELE" not in repr(turkish)
    assert turkish.id == made


def test_everybody_who_says_the_same_is_counted(place: int):
    idea = voices.add(Voice(0, DAY, "koken", is_shown=True))
    for _ in range(2):
        voices.add(Voice(0, DAY, "ook koken", joined_id=idea, is_shown=True))
    parents_corner.agree(idea, NOW)
    (shown,) = parents_corner.ideas("nl", place)
    assert shown.people == 4  # who told it, two who told the same, one "me too"


def test_me_too_is_for_what_hangs_there(place: int):
    hidden = voices.add(Voice(0, DAY, "nog niet gelezen"))
    assert refused(lambda: parents_corner.agree(hidden, NOW)) is Reason.NOT_FOUND
    assert tables.Agreed.select().count() == 0


def test_a_face_is_kept_with_what_it_was_about_and_without_anybody(place: int):
    made = parents_corner.give_face(Face.GREAT, [Subject.PLAY, Subject.PLAY, Subject.FOOD], "ar", NOW, place).made
    assert faces.between(DAY, DAY) == [
        FacesGiven(made or 0, DAY, Face.GREAT, (Subject.PLAY, Subject.FOOD), "ar", Channel.CORNER, place)
    ]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("  samen koken ", "samen koken"),
        ("<b>koken</b> & =1+1", "<b>koken</b> & =1+1"),
        ("🍲" * 5_000, "🍲" * 5_000),
        ("\u202ekoken\u202c \u2067طبخ\u2069", "koken طبخ"),
        ("0470 12 34 56", "0470 12 34 56"),
    ],
)
def test_an_idea_is_kept_as_it_was_written_and_shown_to_nobody(place: int, words: str, kept: str):
    made = parents_corner.leave_idea(words, [], "nl", NOW, place).made
    voice = voices.get(made or 0)
    assert (voice.words, voice.channel, voice.kind, voice.is_shown) == (kept, Channel.CORNER, Kind.IDEA, False)
    assert parents_corner.ideas("nl", place) == ()


def test_an_idea_may_be_pictures_alone(place: int):
    made = parents_corner.leave_idea("", ["cooking", "music", "cooking"], "ti", NOW, place).made
    voice = voices.get(made or 0)
    assert (voice.words, voice.pictures, voice.language) == ("", ("cooking", "music"), "ti")


@pytest.mark.parametrize(
    ("words", "language", "reason"),
    [
        (" \n", "nl", Reason.TEXT_MISSING),
        ("\u202e\u2069", "nl", Reason.TEXT_MISSING),
        ("a" * 5_001, "nl", Reason.TEXT_TOO_LONG),
        ("koken", "klingon", Reason.LANGUAGE_UNKNOWN),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(place: int, words: str, language: str, reason: Reason):
    assert refused(lambda: parents_corner.leave_idea(words, [], language, NOW, place)) is reason
    assert tables.Voice.select().count() == 0


def test_a_choice_is_shown_in_the_language_of_the_reader_or_in_dutch(place: int):
    cards = (Card(0, "music", "zingen", (PollText("ar", "الغناء"),)), Card(0, "tent", "uitstap"))
    polls.add(Poll(0, "Wat wil je?", cards, (PollText("ar", "ماذا تريدون؟"),), opened_on=DAY))
    arabic, turkish = parents_corner.poll("ar", DAY, place), parents_corner.poll("tr", DAY, place)
    assert arabic is not None
    assert turkish is not None
    assert (arabic.question, arabic.language) == ("ماذا تريدون؟", "ar")
    assert [(card.words, card.language) for card in arabic.cards] == [("الغناء", "ar"), ("uitstap", "nl")]
    assert (turkish.question, turkish.language) == ("Wat wil je?", "nl")


def test_three_dots_are_dropped_together_and_nobody_drops_more(place: int):
    poll = polls.get(polls.add(Poll(0, "Wat?", (Card(0, "music", "a"), Card(0, "tent", "b")), opened_on=DAY)))
    sing, out = (card.id for card in poll.cards)
    parents_corner.drop_dots(poll.id, {sing: 2, out: 1}, NOW)
    parents_corner.drop_dots(poll.id, {out: MOST}, NOW)
    assert refused(lambda: parents_corner.drop_dots(poll.id, {sing: MOST, out: 1}, NOW)) is Reason.DOTS_TOO_MANY
    dropped = polls.dots(poll.id)
    assert [(one.card_id, one.number) for one in dropped] == [(sing, 2), (out, 1), (out, 3)]
    assert dropped[0].ballot == dropped[1].ballot != dropped[2].ballot


def test_a_choice_that_was_closed_while_somebody_was_choosing_counts_nothing(place: int):
    cards = (Card(0, "music", "a"), Card(0, "tent", "b"))
    poll = polls.get(polls.add(Poll(0, "Wat?", cards, opened_on=DAY, closed_on=DAY)))
    shown = parents_corner.poll("nl", DAY, place)
    assert shown is not None
    assert not shown.is_open
    dots = {poll.cards[0].id: 1}
    assert refused(lambda: parents_corner.drop_dots(poll.id, dots, NOW)) is Reason.POLL_CLOSED
    assert polls.dots(poll.id) == []


def test_what_came_out_is_shown_for_a_month(place: int):
    cards = (Card(0, "music", "a"), Card(0, "tent", "b"))
    poll = polls.get(polls.add(Poll(0, "Wat?", cards, opened_on=DAY, closed_on=DAY)))
    polls.drop(poll.id, DAY, [DotsDropped(poll.cards[1].id, 4, Channel.PAPER), DotsDropped(poll.cards[1].id, 2)])
    shown = parents_corner.poll("nl", DAY + timedelta(days=30), place)
    assert shown is not None
    assert [card.dots for card in shown.cards] == [0, 6]
    assert parents_corner.wall(DAY + timedelta(days=30), place).has_poll
    assert parents_corner.poll("nl", DAY + timedelta(days=31), place) is None


def test_the_dots_of_an_open_choice_are_told_to_nobody(place: int):
    cards = (Card(0, "music", "a"), Card(0, "tent", "b"))
    poll = polls.get(polls.add(Poll(0, "Wat?", cards, opened_on=DAY)))
    parents_corner.drop_dots(poll.id, {poll.cards[0].id: 3}, NOW)
    shown = parents_corner.poll("nl", DAY, place)
    assert shown is not None
    assert [card.dots for card in shown.cards] == [0, 0]


def test_a_host_is_called_without_a_name(place: int):
    made = parents_corner.call_host("ps", NOW, place).made
    assert calls.waiting(NOW) == [calls.Call(made or 0, NOW, "ps", place)]


def test_a_family_is_nowhere_in_the_corner(place: int):
    make_family("ZEERGEHEIM", born=[(2024, 2)])
    voices.add(Voice(0, DAY, "koken", is_shown=True))
    shown = repr(
        (parents_corner.wall(DAY, place), parents_corner.ideas("nl", place), parents_corner.poll("nl", DAY, place))
    )
    assert "ZEERGEHEIM" not in shown
