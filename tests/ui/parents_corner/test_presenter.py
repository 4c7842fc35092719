"""The way of a parent through the corner, over a real house and without any window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from meetingplace.domain.faces import Face, FacesGiven, Subject
from meetingplace.domain.language import PAPER
from meetingplace.domain.polls import DotsDropped
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Channel, Kind, Voice
from meetingplace.services import parents_corner as service
from meetingplace.storage import calls, faces, polls, tables, voices
from meetingplace.ui.guarded.shown import EndShown
from meetingplace.ui.parents_corner.presenter import Presenter, Step
from meetingplace.ui.parents_corner.shown import BoardShown, DoorsShown, PollShown
from tests.makers import DAY
from tests.ui.parents_corner.conftest import Corner


@dataclass
class View:
    """Remembers what it is shown."""

    pages: list[Any] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    language: str = ""
    is_right_to_left: bool = False

    def turn(self, language: str, is_right_to_left: bool) -> None:
        self.language, self.is_right_to_left = language, is_right_to_left

    def _show(self, shown: object) -> None:
        self.pages.append(shown)

    show_languages = show_doors = show_faces = show_subjects = show_idea = show_board = show_poll = show_end = _show

    def show_trouble(self, says: str) -> None:
        self.troubles.append(says)

    @property
    def page(self) -> Any:
        return self.pages[-1]


@dataclass
class Way:
    """A parent before the wall."""

    presenter: Presenter
    view: View

    def to(self, door: str = "", language: str = "nl") -> Any:
        """Go to the doors, or through one of them, and give the page."""
        self.presenter.begin()
        self.presenter.choose_language(language)
        if door:
            self.presenter.open_door(door)
        return self.view.page


@pytest.fixture
def way(corner: Corner) -> Way:
    """Open the corner."""
    view = View()
    presenter = Presenter(corner.around, view)
    presenter.begin()
    return Way(presenter, view)


def test_the_wall_has_thirty_languages_those_that_are_used_first(way: Way) -> None:
    codes = [code for code, _name in way.view.page.languages]
    assert codes[:3] == ["fr", "nl", "en"]  # a voice was told in French; the house speaks nl and fr
    assert sorted(codes) == sorted(PAPER)
    assert len(codes) == 30
    assert dict(way.view.page.languages)["ti"] == "ትግርኛ"


def test_three_doors_and_a_fourth_while_a_choice_is_open(way: Way, corner: Corner) -> None:
    page = way.to(language="ar")
    assert isinstance(page, DoorsShown)
    assert [key for key, _icon, _words in page.doors] == ["faces", "idea", "board", "poll"]
    assert (way.view.language, way.view.is_right_to_left) == ("ar", True)
    tables.Poll.update(opened_on=None).execute()
    assert [key for key, _icon, _words in way.to().doors] == ["faces", "idea", "board"]


def test_back_leads_to_the_doors_and_from_there_to_the_wall(way: Way) -> None:
    way.to("faces")
    way.presenter.back()
    assert way.presenter.step is Step.DOORS
    way.presenter.back()
    assert way.presenter.step is Step.WALL
    assert not way.view.is_right_to_left


# --- how was it? ---


def test_a_face_asks_what_it_was_about_and_is_thanked_for_once_saved(way: Way, corner: Corner) -> None:
    way.to("faces", "en")
    way.presenter.choose_face(Face.BAD)
    assert way.view.page.question == "What could be better?"
    way.presenter.choose_face(Face.GOOD)
    assert way.view.page.question == "What did you like?"
    way.presenter.give_face((Subject.PLAY,))
    assert way.view.page == EndShown("heart-outline", "Thank you! We have noted it.", "Start again")
    (given,) = faces.between(DAY, DAY)
    assert replace(given, id=0) == FacesGiven(0, DAY, Face.GOOD, (Subject.PLAY,), "en", Channel.CORNER, None)


def test_nothing_is_written_without_a_face(way: Way) -> None:
    way.to("faces")
    way.presenter.give_face(())
    assert tables.FacesGiven.select().count() == 0


def test_thanks_are_only_said_when_it_is_saved(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    way.to("faces", "en")
    way.presenter.choose_face(Face.GREAT)
    saving = service.give_face

    def lost(*_args: object) -> None:
        raise Refused(Reason.SERVER_LOST)

    monkeypatch.setattr(service, "give_face", lost)
    way.presenter.give_face(())
    assert way.view.troubles == ["It could not be saved just now. Please try again, or tell somebody of the team."]
    assert way.presenter.step is Step.FACES
    monkeypatch.setattr(service, "give_face", saving)
    way.presenter.give_face(())  # the way of the parent was kept
    assert way.presenter.step is Step.END
    assert tables.FacesGiven.select().count() == 1


def test_a_second_face_within_half_a_minute_is_not_counted(way: Way, corner: Corner) -> None:
    for _ in range(5):
        way.to("faces", "en")
        way.presenter.choose_face(Face.GREAT)
        way.presenter.give_face(())
    assert way.view.page.says.startswith("You have just told us something. Thank you!")
    assert tables.FacesGiven.select().count() == 1
    corner.later()
    way.to("faces", "en")
    way.presenter.choose_face(Face.GREAT)
    way.presenter.give_face(())
    assert tables.FacesGiven.select().count() == 2


# --- I have an idea ---


def test_an_idea_in_words_and_pictures_waits_for_a_host(way: Way) -> None:
    page = way.to("idea", "ar")
    way.presenter.leave_idea("  نطبخ معًا ", (page.pictures[0][0],), False)
    assert way.view.page.icon == "heart-outline"
    voice = voices.listed()[-1]
    assert (voice.words, voice.language, voice.kind, voice.is_shown) == ("نطبخ معًا", "ar", Kind.IDEA, False)
    assert voice.pictures == ("play",)


def test_an_offer_of_help_is_an_offer(way: Way) -> None:
    way.to("idea")
    way.presenter.leave_idea("Ik kan naaien", (), True)
    assert voices.listed()[-1].kind is Kind.OFFER


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (" \n ", "Choose a picture or write something first."),
        ("\u202e\u2069", "Choose a picture or write something first."),
        ("a" * 5_001, "There are too many letters. Make it a little shorter."),
    ],
)
def test_what_cannot_be_left_is_said_kindly(way: Way, words: str, says: str) -> None:
    way.to("idea", "en")
    way.presenter.leave_idea(words, (), False)
    assert way.view.troubles == [says]
    assert way.presenter.step is Step.IDEA
    assert len(voices.listed()) == 1


def test_who_would_rather_tell_it_calls_a_host(way: Way, corner: Corner) -> None:
    way.to("idea", "ti")
    way.presenter.call_host()
    assert [call.language for call in calls.waiting(corner.now)] == ["ti"]
    assert way.presenter.step is Step.END


# --- what happened with our ideas? ---


@pytest.mark.parametrize(
    ("language", "words", "answer", "is_in_dutch"),
    [
        ("ar", "وقت للآباء؟", "يوم الثلاثاء.", False),
        ("zh", "给爸爸们的时间？", "星期二。", False),
        ("nl", "Ook iets voor papa's?", "Op dinsdag.", False),
        ("tr", "Ook iets voor papa's?", "Op dinsdag.", True),
    ],
)
def test_the_board_speaks_the_language_of_the_reader_or_says_that_it_is_dutch(
    way: Way, language: str, words: str, answer: str, is_in_dutch: bool
) -> None:
    page = way.to("board", language)
    assert isinstance(page, BoardShown)
    (idea,) = page.ideas
    assert (idea.words, idea.answer.splitlines()[0], bool(idea.note)) == (words, answer, is_in_dutch)
    assert idea.tone == "planned"
    assert "Papa’s en blokken" in idea.answer


def test_me_too_counts_once(way: Way, corner: Corner) -> None:
    assert way.to("board").ideas[0].people == 1
    way.presenter.agree(corner.idea)
    assert way.view.page.ideas[0].people == 2
    assert way.view.page.agreed == {corner.idea}
    way.presenter.agree(corner.idea)
    way.to("board")
    way.presenter.agree(corner.idea)  # somebody who begins anew at once
    assert tables.Agreed.select().count() == 1


def test_an_empty_board_invites(way: Way) -> None:
    tables.Voice.update(is_shown=False).execute()
    page = way.to("board", "en")
    assert (page.ideas, page.empty) == ((), "There is nothing here yet. Your idea can be the first.")


def test_more_ideas_come_page_by_page_and_begin_again(way: Way) -> None:
    for number in range(6):
        voices.add(Voice(0, DAY, f"idee {number}", is_shown=True))
    assert [idea.words for idea in way.to("board").ideas] == [f"idee {number}" for number in (5, 4, 3, 2, 1)]
    way.presenter.turn_page()
    assert way.view.page.ideas[0].words == "idee 0"
    way.presenter.turn_page()
    assert way.view.page.ideas[0].words == "idee 5"


def test_long_words_are_shortened_on_the_board_and_kept_whole(way: Way) -> None:
    made = voices.add(Voice(0, DAY, "woord " * 800, is_shown=True))
    shown = way.to("board").ideas[0].words
    assert len(shown) <= 302
    assert shown.endswith(" …")
    assert len(voices.get(made).words) == 4_800


# --- choose together ---


def test_three_dots_are_dropped_taken_back_and_given(way: Way, corner: Corner) -> None:
    page = way.to("poll", "ar")
    assert isinstance(page, PollShown)
    assert (page.head.question, page.cards[0].words, page.left) == ("Wat wil je?", "نطبخ معًا", 3)
    cook, sing = corner.cards
    for card in (cook, cook, sing, sing):  # the fourth one is not there
        way.presenter.drop_dot(card)
    assert [card.dots for card in way.view.page.cards] == [2, 1]
    way.presenter.take_dot_back()
    assert (way.view.page.left, [card.dots for card in way.view.page.cards]) == (1, [2, 0])
    way.presenter.give_dots()
    assert [(one.card_id, one.number) for one in polls.dots(corner.poll)] == [(cook, 2)]
    assert way.presenter.step is Step.END


def test_no_dots_are_not_given(way: Way, corner: Corner) -> None:
    way.to("poll")
    way.presenter.give_dots()
    assert polls.dots(corner.poll) == []
    assert way.presenter.step is Step.POLL


def test_a_choice_that_is_closed_meanwhile_is_said(way: Way, corner: Corner) -> None:
    way.to("poll", "en")
    way.presenter.drop_dot(corner.cards[0])
    tables.Poll.update(closed_on=DAY).execute()
    way.presenter.give_dots()
    assert way.view.troubles == ["This choice is closed. Look at what came out."]
    assert not way.view.page.is_open
    assert way.view.page.how == "This is what came out"
    way.presenter.drop_dot(corner.cards[0])
    assert [card.dots for card in way.view.page.cards] == [0, 0]
    assert polls.dots(corner.poll) == []


def test_a_choice_that_is_closed_while_a_parent_chooses_shows_what_came_out(way: Way, corner: Corner) -> None:
    way.to("poll", "en")
    cook, sing = corner.cards
    way.presenter.drop_dot(sing)
    polls.drop(corner.poll, DAY, [DotsDropped(cook, 5)])
    polls.change(replace(polls.get(corner.poll), closed_on=DAY), keeps_cards=True)
    way.presenter.give_dots()
    page = way.view.page
    assert (page.is_open, page.how, [card.dots for card in page.cards]) == (False, "This is what came out", [5, 0])
    assert way.view.troubles == ["This choice is closed. Look at what came out."]
    assert sum(one.number for one in polls.dots(corner.poll)) == 5
    way.presenter.give_dots()
    assert sum(one.number for one in polls.dots(corner.poll)) == 5


def test_a_choice_that_was_taken_away_while_a_parent_chooses_is_closed_for_that_parent(
    way: Way, corner: Corner
) -> None:
    way.to("poll", "en")
    way.presenter.drop_dot(corner.cards[0])
    polls.remove(corner.poll)
    way.presenter.give_dots()
    assert way.presenter.step is Step.END
    assert way.view.page.says == "This choice is closed. Look at what came out."


# --- what does not work ---


def _away(*_args: object) -> Any:
    raise Refused(Reason.SERVER_LOST)


def test_what_cannot_be_shown_is_said_kindly_and_nothing_is_said_to_be_unsaved(
    way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    way.to(language="en")
    monkeypatch.setattr(service, "ideas", _away)
    way.presenter.open_door("board")
    assert way.view.page.says == "It did not work. Tell somebody of the team."


def test_the_wall_stays_while_the_house_is_out_of_reach(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "languages", _away)
    way.presenter.begin()
    assert way.presenter.step is Step.WALL
    assert len(way.view.page.languages) == 30


def test_a_me_too_that_was_not_saved_can_be_said_again_at_once(
    way: Way, corner: Corner, monkeypatch: pytest.MonkeyPatch
) -> None:
    way.to("board", "en")
    with monkeypatch.context() as lost:
        lost.setattr(service, "agree", _away)
        way.presenter.agree(corner.idea)
    assert way.view.troubles == ["It could not be saved just now. Please try again, or tell somebody of the team."]
    assert way.view.page.ideas[0].people == 1
    way.presenter.agree(corner.idea)
    assert way.view.page.ideas[0].people == 2
    assert tables.Agreed.select().count() == 1


def test_a_me_too_for_what_a_host_took_down_meanwhile_shows_the_board_without_it(way: Way, corner: Corner) -> None:
    way.to("board", "en")
    tables.Voice.update(is_shown=False).execute()
    way.presenter.agree(corner.idea)
    assert way.view.page.ideas == ()
    assert tables.Agreed.select().count() == 0


# --- nothing of one parent is seen by the next ---


def test_an_answer_for_somebody_who_left_is_shown_to_nobody(way: Way, corner: Corner) -> None:
    waiting: list[Any] = []

    class Slow:
        def __getattr__(self, name: str) -> Any:
            return lambda *args, then, **_other: waiting.append((args, then))

    slow = Presenter(replace(corner.around, work=Slow()), view := View())  # type: ignore[arg-type]
    slow.begin()
    slow.choose_language("nl")
    (_order, _then), (_question, then) = waiting
    slow.begin()
    then(service.WallBoard(60, True, True))
    assert slow.step is Step.WALL
    assert not [page for page in view.pages if isinstance(page, DoorsShown)]


class Waiting:
    """Work that waits: what is asked and done is kept, to be answered later or never."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, Any]] = []
        self.done: list[tuple[Any, ...]] = []

    def ask(self, question: Any, *args: Any, then: Any, **_more: Any) -> None:
        self.asked.append((lambda: question(*args), then))

    def do(self, verb: Any, *args: Any, then: Any, failed: Any, **_more: Any) -> None:
        self.done.append((verb, then, failed))

    def answer(self) -> None:
        """Answer what was asked last."""
        question, then = self.asked.pop()
        then(question())


def _slow(corner: Corner) -> tuple[Presenter, View, Waiting]:
    work, view = Waiting(), View()
    made = Presenter(replace(corner.around, work=work), view)  # type: ignore[arg-type]
    made.begin()
    made.choose_language("en")
    work.answer()
    return made, view, work


def test_who_goes_back_while_it_is_being_saved_does_not_write_twice(corner: Corner) -> None:
    slow, view, work = _slow(corner)
    for _ in range(4):  # on again from the wall before the house has answered
        slow.open_door("faces")
        slow.choose_face(Face.GREAT)
        slow.give_face(())
        slow.give_face(())
        slow.begin()
        slow.choose_language("en")
        work.answer()
    assert len(work.done) == 1
    [(_verb, _then, failed)] = work.done
    failed(Refused(Reason.HOUSE_BUSY))  # it was not saved after all, and that is not said to whoever is there now
    assert view.troubles == []
    slow.open_door("faces")
    slow.choose_face(Face.GREAT)
    slow.give_face(())
    assert len(work.done) == 2


def test_an_answer_that_comes_late_does_not_take_a_parent_from_another_door(corner: Corner) -> None:
    slow, view, work = _slow(corner)
    slow.open_door("board")
    slow.open_door("idea")
    work.answer()
    assert slow.step is Step.IDEA
    assert not [page for page in view.pages if isinstance(page, BoardShown)]


def test_a_me_too_that_is_being_saved_does_not_keep_an_idea_from_being_sent(corner: Corner) -> None:
    slow, _view, work = _slow(corner)
    slow.open_door("board")
    work.answer()
    slow.agree(corner.idea)
    slow.open_door("idea")
    slow.leave_idea("Een zandbak", (), False)
    assert [verb for verb, _then, _failed in work.done] == [service.agree, service.leave_idea]
