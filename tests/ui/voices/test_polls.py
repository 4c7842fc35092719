"""The room of choices, the faces and the ladder: what their presenters say, ask and do. Without any window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from meetingplace.domain.faces import Face, Subject
from meetingplace.domain.polls import Card, Poll, PollText
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Rung, Voice
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import faces, parents_corner, polls
from meetingplace.storage import polls as kept, voices as told
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.voices.counts import CountRow, read_count
from meetingplace.ui.voices.faces.presenter import FacesShown, Period, Presenter as Faces, SheetsShown
from meetingplace.ui.voices.polls.presenter import FOLLOWS, Presenter
from meetingplace.ui.voices.polls.shown import CardDraft, FormShown, PollDraft, PollsShown, PosterShown, TextDraft
from meetingplace.ui.voices.polls.wording import as_typed, draft_of
from meetingplace.ui.voices.rungs.presenter import Presenter as Rungs, RungsShown
from tests.makers import DAY, make_house, make_place, make_session

NOW = datetime(2026, 10, 27, 9, 10)
CARDS = (CardDraft("music", "zingen"), CardDraft("tent", "uitstap"))


class Form:
    """A form that remembers what was said."""

    is_closed = False

    def __init__(self) -> None:
        self.wrong: list[tuple[str, str]] = []

    def show_wrong(self, field: str, said: str) -> None:
        self.wrong.append((field, said))

    def close_panel(self) -> None:
        self.is_closed = True


class Room:
    """A room that remembers what it was asked to show."""

    polls: PollsShown
    form: FormShown
    poster: PosterShown
    faces: FacesShown
    sheets: SheetsShown
    rungs: RungsShown

    def __init__(self, place_id: int | None = None) -> None:
        self.bulletin = Bulletin()
        self.said: list[str] = []
        self.around = cast(
            Any,
            SimpleNamespace(
                work=InlineWork(self.bulletin), words=translator("app", "en"), formats=Formats("en"),
                clock=lambda: NOW, place=SimpleNamespace(id=place_id),
            ),
        )  # fmt: skip

    def show_polls(self, shown: PollsShown) -> None:
        self.polls = shown

    def open_form(self, shown: FormShown) -> None:
        self.form = shown

    def open_poster(self, shown: PosterShown) -> None:
        self.poster = shown

    def show_faces(self, shown: FacesShown) -> None:
        self.faces = shown

    def open_sheet(self, shown: SheetsShown) -> None:
        self.sheets = shown

    def show_rungs(self, shown: RungsShown) -> None:
        self.rungs = shown

    def show_wrong(self, said: str) -> None:
        self.said.append(said)


def choices(place_id: int | None = None) -> tuple[Presenter, Room]:
    room = Room(place_id)
    presenter = Presenter(room.around, room)
    room.bulletin.follow(FOLLOWS, presenter.refresh)
    presenter.refresh()
    return presenter, room


@pytest.fixture
def place(house: None) -> int:
    make_house(languages=("nl", "fr", "ar"))
    return make_place()


# --- choices ---


def test_a_choice_is_written_with_its_cards_and_texts_then_opened_and_closed(place: int) -> None:
    presenter, room = choices(place)
    presenter.new()
    assert (room.form.draft.place_id, [code for code, _name in room.form.languages]) == (place, ["fr", "ar"])
    assert ("music", "singing songs") in room.form.pictures
    form = Form()
    texts = {"fr": TextDraft("Quoi ?", ("chanter", ""), "checked"), "ar": TextDraft("", (" ",))}
    presenter.save(PollDraft("Wat doen we?", place, (*CARDS, CardDraft()), texts), form)
    assert form.is_closed
    poll = kept.listed()[0]
    assert poll.texts == (PollText("fr", "Quoi ?", "checked"),)
    assert [(card.picture, card.words, card.texts) for card in poll.cards] == [
        ("music", "zingen", (PollText("fr", "chanter", "checked"),)), ("tent", "uitstap", ()),
    ]  # fmt: skip
    (shown,) = room.polls.polls
    assert (shown.state, shown.people, shown.line) == (
        "Not opened yet", "No dots yet", "Kuregem · Nederlands and Français",
    )  # fmt: skip
    presenter.switch(poll.id)
    assert (room.polls.polls[0].state, room.polls.polls[0].is_open) == ("Open in the corner", True)
    presenter.switch(poll.id)
    assert room.polls.polls[0].state == "Closed"
    assert "27 October to 27 October" in room.polls.polls[0].line


def test_the_result_is_said_apart_and_together_with_the_people_of_the_corner(place: int) -> None:
    presenter, room = choices()
    made = polls.add(Poll(0, "Wat?", (Card(0, "songs", "zingen"), Card(0, "tent", "uitstap")))).made or 0
    polls.open_poll(made, kept.get(made).version, NOW)
    sing, out = (card.id for card in kept.get(made).cards)
    parents_corner.drop_dots(made, {sing: 2, out: 1}, NOW)
    parents_corner.drop_dots(made, {sing: 3}, NOW)
    presenter.refresh()
    presenter.count(made)
    assert room.poster.cards == ((sing, "music", "zingen", 0), (out, "tent", "uitstap", 0))
    form = Form()
    presenter.save_poster({sing: " 4 ", out: ""}, form)
    assert form.is_closed
    shown = room.polls.polls[0]
    assert shown.counts.heads == ("In the corner", "On the poster", "Together")
    assert shown.counts.rows == (CountRow("music", "zingen", (5, 4, 9)), CountRow("tent", "uitstap", (1, 0, 1)))
    assert shown.counts.sum == CountRow("", "All dots", (6, 4, 10))
    assert (shown.counts.most, shown.people) == (9, "2 people in the corner")
    presenter.count(made)
    assert room.poster.cards[0][3] == 4


@pytest.mark.parametrize("typed", ["veel", "-1", "1.5", "123456", "½"])
def test_a_count_that_is_no_number_is_said_at_its_card(place: int, typed: str) -> None:
    presenter, _room = choices()
    made = polls.add(Poll(0, "Wat?", (Card(0, "music", "zingen"), Card(0, "tent", "uitstap")))).made or 0
    presenter.refresh()
    presenter.count(made)
    card, form = kept.get(made).cards[1].id, Form()
    presenter.save_poster({kept.get(made).cards[0].id: "3", card: typed}, form)
    assert [field for field, _said in form.wrong] == [str(card)]
    assert not form.is_closed
    assert kept.dots(made) == []


def test_more_dots_than_a_poster_can_have_are_said_at_the_largest(place: int) -> None:
    presenter, _room = choices()
    made = polls.add(Poll(0, "Wat?", (Card(0, "music", "zingen"), Card(0, "tent", "uitstap")))).made or 0
    presenter.refresh()
    presenter.count(made)
    first, second = (card.id for card in kept.get(made).cards)
    form = Form()
    presenter.save_poster({first: "3", second: "10001"}, form)
    assert [field for field, _said in form.wrong] == [str(second)]


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (PollDraft("", None, CARDS), "question", ""),
        (PollDraft("x" * 121, None, CARDS), "question", ""),
        (PollDraft("Wat?", None, CARDS[:1]), "cards", "at least 2"),
        (PollDraft("Wat?", None, CARDS * 4), "cards", "At most 6"),
        (PollDraft("Wat?", None, (*CARDS, CardDraft("", "koken"))), "cards", "Choose a picture"),
        (PollDraft("Wat?", None, (*CARDS, CardDraft("bed", " "))), "cards", ""),
        (PollDraft("Wat?", None, (*CARDS, CardDraft("bed", "x" * 81))), "cards", ""),
        (PollDraft("Wat?", None, CARDS, {"fr": TextDraft("x" * 121)}), "texts", ""),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_saved(
    place: int, draft: PollDraft, field: str, words: str
) -> None:
    presenter, _room = choices()
    presenter.new()
    form = Form()
    presenter.save(draft, form)
    assert [name for name, _said in form.wrong] == [field]
    assert words in form.wrong[0][1]
    assert not form.is_closed
    assert kept.listed() == []


def test_with_dots_the_cards_stay_and_the_form_says_why(place: int) -> None:
    presenter, room = choices()
    made = polls.add(Poll(0, "Wat?", (Card(0, "songs", "zingen"), Card(0, "tent", "uitstap")))).made or 0
    polls.count_poster(made, {kept.get(made).cards[0].id: 3}, NOW)
    presenter.refresh()
    presenter.change(made)
    assert "Dots were dropped here already" in room.form.keeps_cards
    form = Form()
    presenter.save(replace(room.form.draft, question="Wat nu?", texts={"fr": TextDraft("Quoi ?", ("chanter",))}), form)
    assert form.is_closed
    poll = kept.get(made)
    assert (poll.question, poll.cards[0].picture) == ("Wat nu?", "songs")  # known by its pictogram, kept as it was
    assert poll.cards[0].texts == (PollText("fr", "chanter"),)
    presenter.change(made)
    late = Form()
    presenter.save(replace(room.form.draft, cards=CARDS[::-1]), late)
    assert [field for field, _said in late.wrong] == ["cards"]


def test_a_choice_is_taken_away_and_undo_brings_it_back_with_its_dots(place: int) -> None:
    presenter, room = choices()
    made = polls.add(Poll(0, "Wat?", (Card(0, "music", "zingen"), Card(0, "tent", "uitstap")))).made or 0
    polls.count_poster(made, {kept.get(made).cards[0].id: 3}, NOW)
    presenter.refresh()
    presenter.remove(made)
    assert room.polls.polls == ()
    room.around.work.undo()
    assert room.polls.polls[0].counts.most == 3


def test_the_one_that_was_opened_first_says_that_the_corner_shows_another(place: int) -> None:
    presenter, room = choices()
    for question, day in (("Eerst", 0), ("Daarna", 1)):
        made = polls.add(Poll(0, question, (Card(0, "music", "zingen"), Card(0, "tent", "uitstap")))).made or 0
        polls.open_poll(made, kept.get(made).version, NOW + timedelta(days=day))
    presenter.refresh()
    notes = {shown.question: shown.note for shown in room.polls.polls}
    assert notes["Daarna"] == ""
    assert "Daarna" in notes["Eerst"]
    found = parents_corner.poll("nl", DAY)
    assert found is not None
    assert found.question == "Daarna"


def test_what_is_typed_again_as_it_stood_is_the_same_choice() -> None:
    french = PollText("fr", "chanter", "checked")
    cards = (Card(1, "songs", "zingen", (french,)), Card(2, "tent", "uitstap"))
    poll = Poll(3, "Wat?", cards, (PollText("fr", "Quoi ?", "checked"),), 4, version=9)
    assert as_typed(draft_of(poll), poll) == poll


# --- faces ---


def test_the_faces_of_a_period_are_said_apart_and_together_with_what_they_were_about(place: int) -> None:
    session, room = make_session(place), Room(place)
    parents_corner.give_face(Face.GREAT, [Subject.PLAY, Subject.FOOD], "nl", NOW, place)
    parents_corner.give_face(Face.GOOD, [Subject.FOOD], "nl", NOW, place)
    parents_corner.give_face(Face.BAD, [Subject.HOURS], "nl", NOW - timedelta(days=40), place)
    faces.count_sheet(session, {Face.GREAT: 4})
    presenter = Faces(room.around, room)
    presenter.refresh()
    shown = room.faces
    assert (shown.period, shown.line) == (Period.YEAR, Formats("en").day_range(date(2026, 9, 1), date(2027, 8, 31)))
    assert [row.numbers for row in shown.faces.rows] == [(1, 4, 5), (1, 0, 1), (0, 0, 0), (0, 0, 0), (1, 0, 1)]
    assert shown.faces.sum is not None
    assert shown.faces.sum.numbers == (3, 4, 7)
    assert [(row.word, row.numbers) for row in shown.liked.rows] == [("food and drink", (2,)), ("toys and play", (1,))]
    assert [row.word for row in shown.better.rows] == ["opening hours"]
    presenter.choose(Period.MONTH)
    assert room.faces.better.rows == ()
    presenter.choose(Period.CHOSEN)
    presenter.choose_days(lambda: date(2026, 9, 1), lambda: date(2026, 9, 2))
    assert room.faces.empty == "No faces in these days."


def test_days_that_cannot_be_are_said_and_nothing_is_asked(house: None) -> None:
    room = Room()
    presenter = Faces(room.around, room)
    presenter.refresh()

    def impossible() -> date:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed="31/2")

    presenter.choose_days(impossible, lambda: DAY)
    presenter.choose_days(lambda: DAY, lambda: DAY - timedelta(days=1))
    assert len(room.said) == 2
    assert room.faces.period is Period.YEAR


def test_a_sheet_is_counted_and_stands_there_when_it_is_opened_again(place: int) -> None:
    session, room, form = make_session(place, start=NOW.time()), Room(place), Form()
    presenter = Faces(room.around, room)
    presenter.count()
    assert [sheet.title for sheet in room.sheets.sheets] == ["today, 9:10 · Open ontmoeting · Kuregem"]
    presenter.save(session, {Face.GREAT: "12", Face.BAD: "x"}, form)
    assert [field for field, _said in form.wrong] == ["bad"]
    presenter.save(session, {Face.GREAT: "12", Face.GOOD: "10001"}, form)
    assert [field for field, _said in form.wrong] == ["bad", "good"]
    presenter.save(session, {Face.GREAT: "12", Face.BAD: ""}, form)
    assert form.is_closed
    presenter.count()
    assert room.sheets.sheets[0].numbers == {Face.GREAT: 12}
    assert room.sheets.sheets[0].title.endswith("counted")


# --- the ladder ---


def test_the_ladder_stands_upright_with_the_latest_school_year_last(house: None) -> None:
    room = Room()
    presenter = Rungs(room.around, room)
    presenter.refresh()
    assert room.rungs.empty == "Nothing was told yet."
    for day, rung in ((date(2026, 6, 1), Rung.ASKED), (DAY, Rung.ASKED), (DAY, Rung.DOING_THEMSELVES)):
        told.add(Voice(0, day, "x", rung=rung))
    presenter.refresh()
    counts = room.rungs.counts
    assert counts.heads == ("2025–2026", "2026–2027")
    assert (counts.rows[0].word, counts.rows[0].numbers) == ("doing it themselves", (0, 1))
    assert counts.sum == CountRow("", "All voices", (1, 2))


def test_a_count_is_read_in_any_digits_and_nothing_is_none() -> None:
    assert [read_count(typed) for typed in ("", " 7 ", "٣")] == [0, 7, 3]
