"""What every backend must do alike with what parents say without words, and on the board: a part of the contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from meetingplace.domain.faces import Face, FacesGiven, Subject
from meetingplace.domain.own_phrases import OwnPhrase
from meetingplace.domain.polls import Card, DotsDropped, Poll, PollText
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Channel, Voice, VoiceText
from meetingplace.storage import calls, database, faces, own_phrases, polls, tables, voices
from tests.makers import DAY, make_place, make_session

TRICKY = "samen koken <b>& 🍲 طبخ =1+1"
CARDS = (
    Card(0, "silverware-fork-knife", "koken", (PollText("ar", "الطبخ", "machine"),)),
    Card(0, "music", TRICKY),
)


def write_poll(**changes: object) -> Poll:
    """Write a poll down and read it."""
    poll = Poll(0, "Wat wil je?", CARDS, (PollText("fr", "Que voulez-vous ?"),), opened_on=DAY)
    with database.transaction():
        return polls.get(polls.add(replace(poll, **changes)))  # type: ignore[arg-type]


class ParticipationContract:
    """Faces, polls with their dots, calls for a host, and voices as they hang on the board."""

    def test_a_face_comes_back_as_it_was_given(self, house: None) -> None:
        place = make_place()
        session = make_session(place)
        given = FacesGiven(0, DAY, Face.NOT_SO_GOOD, (Subject.FOOD, Subject.HOURS), "ti", Channel.CORNER, place)
        counted = FacesGiven(0, DAY, Face.GREAT, channel=Channel.PAPER, place_id=place, session_id=session, number=12)
        with database.transaction():
            made = [faces.add(given), faces.add(counted)]
            faces.add(replace(given, day=DAY + timedelta(days=1)))
        assert faces.between(DAY, DAY) == [replace(given, id=made[0]), replace(counted, id=made[1])]
        assert faces.on_paper(session) == [replace(counted, id=made[1])]
        assert voices.heard_at(session)
        with database.transaction():
            faces.remove(made[1])
        assert not voices.heard_at(session)

    def test_faces_of_one_place_are_there_with_those_of_none(self, house: None) -> None:
        here, there = make_place("hier"), make_place("daar")
        with database.transaction():
            for place in (here, there, None):
                faces.add(FacesGiven(0, DAY, Face.GOOD, place_id=place))
        assert [given.place_id for given in faces.between(DAY, DAY, here)] == [here, None]

    def test_a_poll_comes_back_with_its_cards_in_order(self, house: None) -> None:
        poll = write_poll()
        assert [replace(card, id=0) for card in poll.cards] == list(CARDS)
        assert poll.in_language("fr") == PollText("fr", "Que voulez-vous ?")
        assert polls.listed() == [poll]

    def test_the_poll_that_was_opened_last_is_the_open_one(self, house: None) -> None:
        here, there = make_place("hier"), make_place("daar")
        first = write_poll(place_id=here)
        write_poll(opened_on=None)
        write_poll(closed_on=DAY)
        assert polls.opened() == first
        second = write_poll(opened_on=DAY + timedelta(days=1), place_id=there)
        assert polls.opened() == second
        assert polls.opened(here) == first

    def test_a_poll_is_written_anew_with_or_without_its_cards(self, house: None) -> None:
        poll = write_poll()
        with database.transaction():
            polls.change(replace(poll, question="En nu?", closed_on=DAY), keeps_cards=True)
        closed = polls.get(poll.id)
        assert (closed.question, closed.closed_on, closed.cards) == ("En nu?", DAY, poll.cards)
        with database.transaction():
            polls.change(replace(closed, cards=CARDS[1:]), keeps_cards=False)
        assert [card.words for card in polls.get(poll.id).cards] == [TRICKY]
        with pytest.raises(Refused) as refused, database.transaction():
            polls.change(poll, keeps_cards=True)
        assert refused.value.reason is Reason.CHANGED_MEANWHILE

    def test_texts_in_other_languages_are_written_and_the_cards_stay(self, house: None) -> None:
        poll = write_poll()
        cook, sing = poll.cards
        said = replace(poll, texts=(), cards=(replace(cook, texts=()), replace(sing, texts=(PollText("tr", "şarkı"),))))
        with database.transaction():
            polls.write_texts(said)
        assert replace(polls.get(poll.id), version=0) == replace(said, version=0)

    def test_dots_of_screen_and_poster(self, house: None) -> None:
        poll = write_poll()
        cook, sing = (card.id for card in poll.cards)
        with database.transaction():
            polls.drop(poll.id, DAY, [DotsDropped(cook, 2, Channel.CORNER, "a"), DotsDropped(sing, 1, ballot="a")])
            polls.drop_on_paper(poll.id, DAY, {cook: 9, sing: 0})
        with database.transaction():
            polls.drop_on_paper(poll.id, DAY, {cook: 11, sing: 4})
        paper = [DotsDropped(cook, 11, Channel.PAPER), DotsDropped(sing, 4, Channel.PAPER)]
        assert [one for one in polls.dots(poll.id) if one.channel is Channel.PAPER] == paper
        assert sum(one.number for one in polls.dots(poll.id)) == 18
        with database.transaction():
            polls.drop_on_paper(poll.id, DAY, {cook: 0, sing: 4})
        assert [one for one in polls.dots(poll.id) if one.channel is Channel.PAPER] == paper[1:]

    def test_a_poll_goes_with_all_that_is_its_own(self, house: None) -> None:
        poll = write_poll()
        with database.transaction():
            polls.drop(poll.id, DAY, [DotsDropped(poll.cards[0].id, 3, ballot="a")])
        with database.transaction():
            polls.remove(poll.id)
        assert [table.select().count() for table in (tables.Poll, tables.PollCard, tables.PollText, tables.Dots)] == (
            [0] * 4
        )

    def test_a_call_waits_until_a_host_goes_there(self, house: None) -> None:
        place, at = make_place(), datetime(2026, 11, 10, 10, 5)
        with database.transaction():
            old = calls.add(at - timedelta(hours=1), "fr", None)
            new = calls.add(at, "ar", place)
        assert [call.id for call in calls.waiting(at - timedelta(hours=2))] == [old, new]
        assert calls.waiting(at) == [calls.Call(new, at, "ar", place)]
        with database.transaction():
            calls.answer(new, at)
        assert calls.waiting(at) == []

    def test_a_voice_as_it_hangs_on_the_board(self, house: None) -> None:
        texts = (VoiceText("tr", TRICKY, "Evet.", "machine"), VoiceText("nl", "Koken"))
        with database.transaction():
            first = voices.add(Voice(0, DAY, "Samen koken"))
            told = Voice(0, DAY, "Yemek", "tr", pictures=("cooking", "play"), notes="vraag Nele", is_shown=True,
                         joined_id=first, texts=texts)  # fmt: skip
            second = voices.add(told)
        found = voices.get(second)
        assert replace(found, id=0, version=0) == told
        changed = (VoiceText("nl", "Koken", "Ja."), VoiceText("fr", "Cuisiner"))
        with database.transaction():
            voices.change(replace(found, texts=changed), found.version)
        assert voices.get(second).texts == changed
        with database.transaction():
            voices.remove(first)
        assert voices.get(second).joined_id is None

    def test_a_voice_goes_with_its_texts_and_its_offer_stays(self, house: None) -> None:
        with database.transaction():
            voice = voices.add(Voice(0, DAY, "Ik help", texts=(VoiceText("fr", "J'aide"),)))
            tables.Offer.create(voice=voice, offered_on=date(2026, 11, 10), what="tolken")
            tables.Agreed.create(voice=voice, day=DAY)
        with database.transaction():
            voices.remove(voice)
        assert [table.select().count() for table in (tables.VoiceText, tables.Agreed)] == [0, 0]
        assert tables.Offer.get().__data__["voice"] is None

    def test_an_own_phrase_comes_back_and_is_written_over(self, house: None) -> None:
        said = OwnPhrase("ru", "{n} dot", ("{n} пятно", "{n} пятна", "{n} <b>& 🔵"), "", "checked", "Olga", DAY)
        with database.transaction():
            own_phrases.write(replace(said, forms=("x",), state="human", checked_by="", checked_on=None))
            own_phrases.write(said)
            own_phrases.write(replace(said, context="a month", forms=("май",)))
        assert own_phrases.listed() == [said, replace(said, context="a month", forms=("май",))]
        assert own_phrases.find("ru", "{n} dot") == said
        with database.transaction():
            own_phrases.remove("ru", "{n} dot")
        assert own_phrases.find("ru", "{n} dot") is None
        with pytest.raises(Refused) as refused, database.transaction():
            own_phrases.remove("ru", "{n} dot")
        assert refused.value.reason is Reason.NOT_FOUND
