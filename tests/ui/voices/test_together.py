"""Voices that say the same, the filter, and the notes of the team: what the presenters say and do. No window."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from meetingplace.domain.sessions import Function
from meetingplace.domain.voices import Kind, ToldHow, Voice, VoiceState
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import joining, parents_corner, voices
from meetingplace.services.voices import Only
from meetingplace.storage import voices as stored
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.voices.joining.presenter import CandidatesShown, Presenter as Joining
from meetingplace.ui.voices.shown import PictureShown
from tests.makers import make_house, make_place
from tests.ui.voices.test_presenter import NOW, Day, tell


@pytest.fixture(autouse=True)
def _in_a_house(house: None) -> None:
    make_house()
    make_place()


def joined() -> tuple[Voice, Voice]:
    """Write down two voices of which the second stands with the first."""
    first, second = tell("Samen koken", 9), tell("Cuisiner ensemble", 2, language="fr")
    joining.join(second.id, second.version, first.id)
    return stored.get(first.id), stored.get(second.id)


def test_a_card_says_how_many_say_the_same_and_whether_it_hangs() -> None:
    first, _second = joined()
    stored.change(Voice(**{**vars(first), "is_shown": True}), None)
    parents_corner.agree(first.id, NOW)
    card = Day().card()
    assert (card.others, card.hangs) == ("+2", "Hangs on the board")
    assert "2 more say the same" in card.spoken
    assert "hangs on the board of the corner" in card.spoken
    alone = tell("Iets anders")
    shown = next(card for card in Day().cards() if card.voice_id == alone.id)
    assert (shown.others, shown.hangs) == ("", "")


def test_the_page_lists_each_with_its_own_telling_back_and_lets_it_stand_alone() -> None:
    first, second = joined()
    voices.answer(first.id, first.version, VoiceState.DONE, "Elke vrijdag.")
    day = Day()
    day.presenter.open_voice(first.id)
    page = day.screen.page
    assert page is not None
    (one,) = page.joined
    assert (one.voice_id, one.words.text, one.may_tell) == (second.id, "Cuisiner ensemble", True)
    assert one.told is not None
    assert one.told.text == "Not told back yet"
    day.presenter.tell_joined(second.id)
    day.presenter.writing.save_told(ToldHow.IN_PERSON, lambda: NOW.date())
    assert (stored.get(second.id).told_how, stored.get(first.id).told_how) == (ToldHow.IN_PERSON, None)
    day.presenter.separate(second.id)
    assert stored.get(second.id).joined_id is None
    assert day.screen.page is not None
    assert day.screen.page.joined == ()


def test_the_page_of_one_that_stands_with_another_says_with_which() -> None:
    first, second = joined()
    day = Day()
    day.presenter.open_voice(second.id)
    page = day.screen.page
    assert page is not None
    assert page.stands_with is not None
    assert page.stands_with.words.text == "Samen koken"
    assert not page.hanging.may_hang
    day.presenter.separate(second.id)
    assert stored.get(second.id).joined_id is None
    assert first.joined_id is None


def test_dropping_a_card_on_another_joins_it_and_undo_takes_it_apart() -> None:
    first, second = tell("Samen koken", 9), tell("Nog eens koken")
    day = Day()
    day.presenter.join(second.id, first.id)
    assert [card.voice_id for card in day.cards()] == [first.id]
    day.work.undo()
    assert {card.voice_id for card in day.cards()} == {first.id, second.id}


def test_only_a_kind_a_theme_or_a_function_is_shown_and_said() -> None:
    tell("Zaterdag?", kind=Kind.QUESTION, theme="uren", functions=(Function.PRACTICAL,))
    wish = tell("Samen koken", theme="koken")
    day = Day()
    day.presenter.choose_filter()
    assert day.screen.filter is not None
    assert [word for _value, word in day.screen.filter.themes] == ["All themes", "koken", "uren"]
    day.presenter.show_only(Only(Kind.WISH, "koken"))
    assert [card.voice_id for card in day.cards()] == [wish.id]
    assert day.screen.board.only == "Only: Wish · koken"
    day.presenter.show_only(Only(Kind.COMPLAINT))
    assert day.screen.board.found_nothing
    day.presenter.show_everything()
    assert (len(day.cards()), day.screen.board.only) == (2, "")


def test_notes_are_saved_also_while_the_page_is_left() -> None:
    voice = tell()
    day = Day()
    day.presenter.open_voice(voice.id)
    day.presenter.close_voice()
    day.presenter.write_notes(voice.id, "Nele belt")
    assert stored.get(voice.id).notes == "Nele belt"
    day.presenter.open_voice(voice.id)
    assert day.screen.page is not None
    assert day.screen.page.notes == "Nele belt"
    done = len(day.work.history.done)
    day.presenter.write_notes(voice.id, "Nele belt")  # the same again is no act
    assert len(day.work.history.done) == done


def test_pictures_of_the_corner_stand_with_their_words_also_without_any_other() -> None:
    made = parents_corner.leave_idea("", ["food", "songs"], "ti", NOW).made or 0
    day = Day()
    card = day.card()
    assert card.pictures == (
        PictureShown("food-apple", "food and drink"), PictureShown("music", "singing songs"),
    )  # fmt: skip
    assert card.words.text == "food and drink and singing songs"
    day.presenter.open_voice(made)
    assert day.screen.page is not None
    assert day.screen.page.pictures == card.pictures


def test_the_page_says_whether_it_hangs_and_takes_it_down() -> None:
    voice = tell("Koken", language="nl")
    day = Day()
    day.presenter.open_voice(voice.id)
    assert day.screen.page is not None
    assert not day.screen.page.hanging.hangs
    day.presenter.hang()
    assert day.screen.hanging == (voice.id, False)
    stored.change(Voice(**{**vars(voice), "is_shown": True}), None)
    day.presenter.refresh()
    assert day.screen.page.hanging.languages == "In Nederlands"
    day.presenter.take_down()
    assert not stored.get(voice.id).is_shown


class Panel:
    """Remembers what it was asked to show."""

    shown: CandidatesShown
    is_closed = False

    def show_candidates(self, shown: CandidatesShown) -> None:
        self.shown = shown

    def close_panel(self) -> None:
        self.is_closed = True


def test_another_voice_is_found_by_a_word_and_joined() -> None:
    voice, other = tell("Koken"), tell("Cuisiner", 4, language="fr", translation="Samen soep maken", theme="koken")
    tell("Zaterdag")
    said: list[str] = []
    around = SimpleNamespace(
        work=InlineWork(Bulletin()), words=translator("app", "en"), formats=Formats("en"), clock=lambda: NOW,
        place=SimpleNamespace(id=None), say=said.append,
    )  # fmt: skip
    panel = Panel()
    presenter = Joining(cast(Any, around), panel, voice.id)
    presenter.search()
    assert (len(panel.shown.found), panel.shown.more) == (2, "")
    presenter.search("SOEP")
    (found,) = panel.shown.found
    assert (found.words.text, found.translation) == ("Cuisiner", "Samen soep maken")
    assert found.line == "Heard · koken · Fri 23 Oct · Français"
    presenter.search("niets")
    assert panel.shown.more == "No other voice was found."
    presenter.join(other.id)
    assert panel.is_closed
    assert stored.get(voice.id).joined_id == other.id
    presenter.join(voice.id)  # meanwhile it stands with another: the sentence says why
    assert said
