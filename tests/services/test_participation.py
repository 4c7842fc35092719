"""Voices that stand together, what hangs on the board, choices of the team, and the counts of paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from meetingplace.domain import pictograms
from meetingplace.domain.faces import Face
from meetingplace.domain.polls import Card, Poll, PollText
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function
from meetingplace.domain.voices import Channel, Kind, Rung, ToldHow, Voice, VoiceState, VoiceText
from meetingplace.services import (
    board_texts,
    calls,
    faces,
    joining,
    parents_corner,
    polls,
    rungs,
    voices,
)
from meetingplace.services.voices import Only
from meetingplace.storage import polls as kept_polls, sessions, voices as kept
from tests.makers import DAY, make_house, make_place, make_session

NOW = datetime.combine(DAY, time(10, 5))
CARDS = (Card(0, "music", "zingen"), Card(0, "tent", "uitstap"))


@pytest.fixture
def place(house: None) -> int:
    """Make a house with one place."""
    make_house()
    return make_place()


def refused(verb: Callable[[], object]) -> Reason:
    """Give why something is refused."""
    with pytest.raises(Refused) as why:
        verb()
    return why.value.reason


def told(words: str = "koken", **columns: object) -> Voice:
    """Write a voice down and read it."""
    return kept.get(kept.add(Voice(0, DAY, words, **columns)))  # type: ignore[arg-type]


# --- voices that say the same ---


def test_one_stands_for_all_on_the_board_and_among_those_who_wait(place: int):
    first, second, third = told(), told("samen koken"), told("cuisiner", language="fr")
    joining.join(second.id, second.version, first.id)
    joining.join(third.id, third.version, second.id)  # the one that it stands with is meant
    assert [one.joined_id for one in map(kept.get, (first.id, second.id, third.id))] == [None, first.id, first.id]
    board = voices.voices_board(NOW)
    assert [told.voice.id for told in board.columns[0].voices] == [first.id]
    assert board.waiting == 1
    assert kept.waiting() == (1, DAY)


def test_those_that_had_joined_come_along(place: int):
    first, second, third = told(), told("2"), told("3")
    joining.join(second.id, second.version, first.id)
    joining.join(first.id, kept.get(first.id).version, third.id)
    assert [kept.get(one.id).joined_id for one in (first, second, third)] == [third.id, third.id, None]


def test_a_voice_does_not_join_itself(place: int):
    first, second = told(), told("2")
    assert refused(lambda: joining.join(first.id, first.version, first.id)) is Reason.STATE_NOT_ALLOWED
    joining.join(second.id, second.version, first.id)
    assert refused(lambda: joining.join(first.id, first.version, second.id)) is Reason.STATE_NOT_ALLOWED


def test_all_get_the_answer_and_each_is_told_back(place: int):
    first, second = told(), told("cuisiner", language="fr")
    joining.join(second.id, second.version, first.id)
    voices.answer(first.id, first.version, VoiceState.DONE, "Elke vrijdag.", "")
    other = kept.get(second.id)
    assert (other.state, other.answer, other.told_on) == (VoiceState.DONE, "Elke vrijdag.", None)
    voices.tell_back(first.id, kept.get(first.id).version, ToldHow.POSTER, DAY, NOW)
    assert kept.get(second.id).told_on is None
    voices.tell_back(second.id, other.version, ToldHow.IN_PERSON, DAY, NOW)
    assert [kept.get(one.id).told_how for one in (first, second)] == [ToldHow.POSTER, ToldHow.IN_PERSON]
    voices.move(first.id, kept.get(first.id).version, VoiceState.PLANNED)
    assert kept.get(second.id).state is VoiceState.PLANNED


def test_who_joins_an_answered_voice_has_its_answer_in_their_language(place: int):
    answered = told(answer="Ja.", state=VoiceState.DONE, texts=(VoiceText("fr", "", "Oui."),))
    french, turkish = told("cuisiner", language="fr"), told("yemek", language="tr")
    for voice in (french, turkish):
        joining.join(voice.id, voice.version, answered.id)
    assert (kept.get(french.id).answer_in_language, kept.get(turkish.id).answer_in_language) == ("Oui.", "")


def test_a_voice_stands_alone_again_with_its_answer(place: int):
    first, second = told(answer="Ja.", state=VoiceState.DONE), told("2")
    joining.join(second.id, second.version, first.id)
    joining.separate(second.id, kept.get(second.id).version)
    alone = kept.get(second.id)
    assert (alone.joined_id, alone.answer, alone.state) == (None, "Ja.", VoiceState.DONE)


# --- the board of the corner ---


def test_a_host_hangs_it_up_and_takes_it_down(place: int):
    voice = told()
    board_texts.show(voice.id, voice.version)
    assert [idea.id for idea in parents_corner.ideas("nl")] == [voice.id]
    assert refused(lambda: board_texts.hide(voice.id, voice.version)) is Reason.CHANGED_MEANWHILE
    board_texts.hide(voice.id, kept.get(voice.id).version)
    assert parents_corner.ideas("nl") == ()


def test_the_own_words_stay_when_a_name_is_left_out_on_the_board(place: int):
    voice = told("Fatima wil koken")
    board_texts.write(voice.id, voice.version, VoiceText("nl", "  Iemand wil   koken ", "Ja."))
    board_texts.show(voice.id, kept.get(voice.id).version)
    assert parents_corner.ideas("nl")[0].words == "Iemand wil   koken"
    assert kept.get(voice.id).words == "Fatima wil koken"


def test_a_text_is_written_over_and_taken_away(place: int):
    voice = told()
    for words in ("Cuisiner", "Cuisiner ensemble", ""):
        board_texts.write(voice.id, kept.get(voice.id).version, VoiceText("fr", words))
    assert kept.get(voice.id).texts == ()
    version = kept.get(voice.id).version
    long = VoiceText("fr", "x" * 301)
    assert refused(lambda: board_texts.write(voice.id, version, long)) is Reason.TEXT_TOO_LONG
    assert refused(lambda: board_texts.write(voice.id, version, VoiceText("xx", "y"))) is Reason.LANGUAGE_UNKNOWN


def test_notes_are_the_teams_alone(place: int):
    voice = told(is_shown=True)
    board_texts.write_notes(voice.id, voice.version, "NELE belt")
    assert kept.get(voice.id).notes == "NELE belt"
    assert "NELE" not in repr(parents_corner.ideas("nl"))


# --- choices ---


def test_a_choice_is_added_closed_then_opened_and_closed(place: int):
    made = polls.add(Poll(0, " Wat   wil je? ", CARDS, place_id=place, opened_on=date(2020, 1, 1))).made or 0
    poll = kept_polls.get(made)
    assert (poll.question, poll.is_open) == ("Wat wil je?", False)
    polls.open_poll(made, poll.version, NOW)
    assert kept_polls.get(made).is_open
    polls.close_poll(made, kept_polls.get(made).version, NOW + timedelta(days=9))
    closed = kept_polls.get(made)
    assert (closed.opened_on, closed.closed_on) == (DAY, DAY + timedelta(days=9))
    assert refused(lambda: polls.open_poll(made, poll.version, NOW)) is Reason.CHANGED_MEANWHILE
    polls.open_poll(made, closed.version, NOW)
    assert kept_polls.get(made).is_open


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"question": "  "}, Reason.NAME_MISSING),
        ({"question": "x" * 121}, Reason.TEXT_TOO_LONG),
        ({"cards": CARDS[:1]}, Reason.CARDS_TOO_FEW),
        ({"cards": CARDS * 4}, Reason.CARDS_TOO_MANY),
        ({"cards": (CARDS[0], Card(0, "tent", " "))}, Reason.NAME_MISSING),
        ({"texts": (PollText("xx", "y"),)}, Reason.LANGUAGE_UNKNOWN),
        ({"place_id": 99}, Reason.NOT_FOUND),
    ],
)
def test_a_choice_that_cannot_be_is_refused(place: int, changes: dict[str, object], reason: Reason):
    assert refused(lambda: polls.add(replace(Poll(0, "Wat?", CARDS), **changes))) is reason  # type: ignore[arg-type]
    assert kept_polls.listed() == []


def test_the_cards_stay_once_dots_were_dropped(place: int):
    poll = kept_polls.get(polls.add(Poll(0, "Wat?", CARDS)).made or 0)
    polls.change(replace(poll, cards=CARDS[::-1]))
    poll = kept_polls.get(poll.id)
    assert [card.words for card in poll.cards] == ["uitstap", "zingen"]
    polls.count_poster(poll.id, {poll.cards[0].id: 4}, NOW)
    assert refused(lambda: polls.change(replace(poll, cards=CARDS))) is Reason.POLL_HAS_DOTS
    texts = (PollText("fr", "Quoi ?"), PollText("tr", "  "))
    polls.change(replace(poll, question="Wat nu?", texts=texts))
    changed = kept_polls.get(poll.id)
    assert (changed.question, changed.texts, changed.cards) == ("Wat nu?", texts[:1], poll.cards)


def test_screen_and_poster_are_counted_apart_and_together(place: int):
    poll = kept_polls.get(polls.add(Poll(0, "Wat?", CARDS)).made or 0)
    polls.open_poll(poll.id, poll.version, NOW)
    sing, out = (card.id for card in poll.cards)
    parents_corner.drop_dots(poll.id, {sing: 2, out: 1}, NOW)
    polls.count_poster(poll.id, {sing: 5, out: 8}, NOW)
    polls.count_poster(poll.id, {sing: 6}, NOW)  # counted once more
    (result,) = polls.polls_board().polls
    assert [result.count.of(card) for card in (sing, out)] == [8, 9]
    assert [result.count.of(sing, how) for how in (Channel.CORNER, Channel.PAPER)] == [2, 6]
    assert result.count.people == 1
    assert polls.poll_result(poll.id) == result
    assert refused(lambda: polls.count_poster(poll.id, {sing: -1}, NOW)) is Reason.NUMBER_IMPOSSIBLE
    assert refused(lambda: polls.count_poster(poll.id, {sing: 10_001}, NOW)) is Reason.NUMBER_IMPOSSIBLE


# --- faces on paper, calls ---


def test_a_sheet_with_faces_is_counted_with_those_of_the_corner(place: int):
    session = make_session(place)
    parents_corner.give_face(Face.GREAT, [], "nl", NOW, place)
    faces.count_sheet(session, {Face.GREAT: 9, Face.BAD: 2})
    faces.count_sheet(session, {Face.GREAT: 8, Face.GOOD: 3, Face.BAD: 0})
    count = faces.faces_board(DAY, DAY, place).count
    assert [count.of(face) for face in Face] == [9, 3, 0, 0, 0]
    assert faces.on_paper(session) == dict(zip(Face, (8, 3, 0, 0, 0), strict=True))
    assert refused(lambda: faces.count_sheet(session, {Face.BAD: -1})) is Reason.NUMBER_IMPOSSIBLE
    assert faces.on_paper(session)[Face.GREAT] == 8


def test_a_call_waits_for_two_hours_or_until_a_host_goes(place: int):
    other = make_place("Bonnevie")
    parents_corner.call_host("ar", NOW, place)
    parents_corner.call_host("fr", NOW + timedelta(minutes=1), None)
    assert [call.language for call in calls.waiting(NOW, place)] == ["ar", "fr"]
    assert [call.language for call in calls.waiting(NOW, other)] == ["fr"]
    assert [call.language for call in calls.waiting(NOW + timedelta(hours=2, seconds=1))] == ["fr"]
    calls.answer(calls.waiting(NOW)[0].id, NOW)
    assert [call.language for call in calls.waiting(NOW)] == ["fr"]


# --- what the rooms of the team ask ---


def test_a_voice_may_join_those_of_its_theme_first_then_the_latest(place: int):
    voice, old = told(theme="uren"), told("op zaterdag", theme="uren")
    late, joined = told("koffie", theme="koken"), told("ook koffie")
    joining.join(joined.id, joined.version, late.id)
    found = joining.candidates(voice.id)
    assert ([one.id for one in found.found], found.number) == ([old.id, late.id], 2)
    assert [one.id for one in joining.candidates(voice.id, "KOFF").found] == [late.id]
    assert [one.id for one in joining.candidates(joined.id).found] == [old.id, voice.id]  # never where it stands


def test_only_what_is_wanted_stands_on_the_board(place: int):
    asked = told("uren?", kind=Kind.QUESTION, theme="uren", functions=(Function.PRACTICAL,))
    wish = told("koken", theme="koken")
    shown = {
        Only(): {asked.id, wish.id},
        Only(kind=Kind.QUESTION): {asked.id},
        Only(theme="koken"): {wish.id},
        Only(function=Function.PRACTICAL): {asked.id},
        Only(Kind.QUESTION, "koken"): set(),
    }
    for only, ids in shown.items():
        board = voices.voices_board(NOW, only=only)
        assert {one.voice.id for column in board.columns for one in column.voices} == ids
        assert (board.themes, board.is_empty) == (("koken", "uren"), False)


def test_the_board_and_the_page_know_who_says_the_same(place: int):
    voice, other = told(is_shown=True), told("ook")
    joining.join(other.id, other.version, voice.id)
    parents_corner.agree(voice.id, NOW)
    assert voices.voices_board(NOW).columns[0].voices[0].others == 2
    page = voices.voice_board(voice.id, NOW)
    assert ([one.id for one in page.joined], page.told.others, page.stands_with) == ([other.id], 2, None)
    assert voices.voice_board(other.id, NOW).stands_with == kept.get(voice.id)


def test_pictures_from_the_corner_need_no_words_to_be_changed(place: int):
    made = parents_corner.leave_idea("", ["food"], "ti", NOW, place).made or 0
    voices.change(replace(kept.get(made), theme="koken"))
    assert (kept.get(made).theme, kept.get(made).words) == ("koken", "")
    plain = told()
    assert refused(lambda: voices.change(replace(plain, words=" "))) is Reason.TEXT_MISSING


def test_the_texts_of_the_board_are_offered_in_dutch_and_the_languages_of_house_and_parent(house: None):
    make_house(languages=("fr", "ar"))
    voice = told(language="ti", texts=(VoiceText("so", "x"),))
    assert board_texts.texts_board(voice.id).languages == ("nl", "fr", "ar", "ti", "so")


def test_voices_are_counted_by_rung_for_each_school_year(place: int):
    for day, rung in (
        (date(2026, 8, 31), Rung.ASKED), (date(2026, 9, 1), Rung.ASKED), (DAY, Rung.ASKED), (DAY, Rung.INFORMED),
    ):  # fmt: skip
        kept.add(Voice(0, day, "x", rung=rung))
    this, last = rungs.rungs_board()
    assert (this.year, this.total, dict(this.numbers)) == (2026, 3, {Rung.ASKED: 2, Rung.INFORMED: 1})
    assert (last.year, dict(last.numbers)) == (2025, {Rung.ASKED: 1})


def test_sheets_are_counted_of_sessions_that_were(place: int):
    was, today = make_session(place, day=DAY - timedelta(days=7)), make_session(place)
    long_ago, cancelled = make_session(place, day=DAY - timedelta(days=22)), make_session(place, start=time(8))
    sessions.change(cancelled, None, state="cancelled")
    make_session(place, day=DAY + timedelta(days=1))
    faces.count_sheet(was, {Face.GREAT: 4})
    board = faces.sheets_board(NOW, place)
    assert [one.id for one in board.sessions] == [today, was]
    assert board.counted == {was: {Face.GREAT: 4}}
    assert long_ago not in board.counted


def test_a_picture_is_known_by_what_it_stands_for_and_by_its_pictogram():
    assert [pictograms.glyph(one) for one in ("songs", "music", "room", "?")] == [
        "music", "music", "home-variant", "shape-outline",
    ]  # fmt: skip
    assert [pictograms.meaning(one) for one in ("songs", "music", "room", "?")] == ["songs", "songs", "room", ""]


def test_one_that_stands_with_another_is_found_by_its_own_words(place: int):
    first, second = told("samen koken"), told("cuisiner", language="fr")
    told("iets anders")
    joining.join(second.id, second.version, first.id)
    board = voices.voices_board(NOW, None, "CUISINER")
    heard = board.columns[0]
    assert ([one.voice.id for one in heard.voices], heard.number) == ([first.id], 1)
