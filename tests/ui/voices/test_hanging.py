"""What a host looks at before a voice hangs on the board of the corner, in every language. Without any window."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from meetingplace.domain.voices import Voice, VoiceState, VoiceText
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import parents_corner
from meetingplace.storage import voices as stored
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.voices.hanging.presenter import Presenter, TextShown, as_it_hangs
from meetingplace.ui.voices.shown import PictureShown
from tests.makers import DAY, make_house

NOW = datetime(2026, 10, 27, 9, 10)
ARABIC = "نريد أن نطبخ معًا."


class Panel:
    """Remembers what it was asked to show."""

    shown: TextShown
    is_closed = False

    def __init__(self) -> None:
        self.wrong: list[tuple[str, str]] = []

    def show_text(self, shown: TextShown) -> None:
        self.shown = shown

    def show_wrong(self, field: str, said: str) -> None:
        self.wrong.append((field, said))

    def close_panel(self) -> None:
        self.is_closed = True


def told(words: str = ARABIC, language: str = "ar", **more: Any) -> Voice:
    return stored.get(stored.add(Voice(0, DAY, words, language, **more)))


def looked_at(voice: Voice) -> tuple[Presenter, Panel, list[str]]:
    said: list[str] = []
    around = SimpleNamespace(
        work=InlineWork(Bulletin()), words=translator("app", "en"), formats=Formats("en"), clock=lambda: NOW,
        say=said.append,
    )  # fmt: skip
    panel = Panel()
    presenter = Presenter(cast(Any, around), panel, voice.id)
    presenter.refresh()
    return presenter, panel, said


@pytest.fixture(autouse=True)
def _in_a_house(house: None) -> None:
    make_house(languages=("fr", "ar"))


def test_it_begins_with_the_dutch_that_hangs_now_and_offers_the_languages_of_the_house() -> None:
    _presenter, panel, _said = looked_at(told(translation="Samen koken.", answer="Elke vrijdag.", pictures=("food",)))
    assert [code for code, _name in panel.shown.languages] == ["nl", "fr", "ar"]
    assert panel.shown.draft == VoiceText("nl", "Samen koken.", "Elke vrijdag.", "human")
    assert panel.shown.pictures == (PictureShown("food-apple", "food and drink"),)


def test_hanging_it_up_changes_no_word_and_the_corner_shows_it() -> None:
    voice = told(translation="Samen koken.", translation_state="machine")
    presenter, panel, _said = looked_at(voice)
    assert panel.shown.draft.state == "machine"
    presenter.hang(panel.shown.draft)
    assert panel.is_closed
    assert stored.get(voice.id).texts == ()
    assert [idea.words for idea in parents_corner.ideas("ar")] == [ARABIC]


def test_what_was_typed_in_one_language_is_saved_before_another_opens() -> None:
    voice = told(translation="Fatima wil koken.")
    presenter, panel, _said = looked_at(voice)
    presenter.choose("fr", VoiceText("nl", "Iemand wil koken.", ""))
    assert (panel.shown.language, panel.shown.draft) == ("fr", VoiceText("fr"))
    assert panel.shown.lacking.endswith("Iemand wil koken.")
    assert dict(panel.shown.languages)["nl"] == "Nederlands ✓"
    presenter.hang(VoiceText("fr", "Quelqu’un veut cuisiner.", "Oui !", "checked"))
    kept = stored.get(voice.id)
    assert kept.is_shown
    assert kept.texts == (
        VoiceText("nl", "Iemand wil koken."), VoiceText("fr", "Quelqu’un veut cuisiner.", "Oui !", "checked"),
    )  # fmt: skip
    assert kept.words == ARABIC
    (idea,) = parents_corner.ideas("fr")
    assert (idea.words, idea.answer) == ("Quelqu’un veut cuisiner.", "Oui !")


def test_a_number_or_an_address_of_mail_asks_for_a_look() -> None:
    presenter, panel, _said = looked_at(told("Bel mij: 0470 12 34 56", "nl"))
    assert panel.shown.warning
    assert not presenter.warn(VoiceText("nl", "Bel mij."))
    assert presenter.warn(VoiceText("nl", "Bel mij.", "mail@example.org"))


def test_a_number_in_the_words_of_the_parent_is_said_whatever_language_is_open() -> None:
    voice = told("اتصلوا بي: ٠٤٧٠١٢٣٤٥٦", translation="Bel mij.")
    presenter, panel, _said = looked_at(voice)
    assert panel.shown.language == "nl"
    assert panel.shown.warning.replace("\u2068", "").replace("\u2069", "") == (
        "A telephone number or an address seems to stand in another language: Arabic. Leave it out there."
    )
    presenter.choose("ar", VoiceText("nl", "Bel mij."))
    presenter.choose("nl", VoiceText("ar", "اتصلوا بي."))
    assert panel.shown.warning == ""


def test_a_text_that_is_too_long_is_said_at_its_field_and_nothing_hangs() -> None:
    voice = told(translation="Samen koken.")
    presenter, panel, _said = looked_at(voice)
    presenter.hang(VoiceText("nl", "x" * 301))
    presenter.hang(VoiceText("nl", "Samen koken.", "x" * 301))
    assert [field for field, _sentence in panel.wrong] == ["words", "answer"]
    assert not panel.is_closed
    assert not stored.get(voice.id).is_shown


def test_a_voice_that_is_gone_closes_the_panel_and_says_so() -> None:
    voice = told()
    stored.remove(voice.id)
    _presenter, panel, said = looked_at(voice)
    assert panel.is_closed
    assert said


def test_saving_leaves_a_voice_that_hangs_where_it_is() -> None:
    voice = told("Koken", "nl", is_shown=True, state=VoiceState.DONE, answer="Ja.")
    presenter, panel, _said = looked_at(voice)
    presenter.save(VoiceText("nl", "Samen koken", "Ja."))
    assert panel.is_closed
    assert stored.get(voice.id).is_shown
    assert stored.get(voice.id).texts == (VoiceText("nl", "Samen koken", "Ja."),)


def test_what_hangs_in_a_language_itself_is_what_was_said_or_written_in_it() -> None:
    voice = Voice(1, date(2026, 1, 1), "Cuisiner", "fr", translation="Koken", translation_state="checked", answer="Ja",
                  answer_in_language="Oui", texts=(VoiceText("ar", "طبخ"),))  # fmt: skip
    assert as_it_hangs(voice, "fr") == VoiceText("fr", "Cuisiner", "Oui")
    assert as_it_hangs(voice, "nl") == VoiceText("nl", "Koken", "Ja", "checked")
    assert as_it_hangs(voice, "ar") == VoiceText("ar", "طبخ")
    assert as_it_hangs(voice, "tr") == VoiceText("tr")
