"""Paper of participation over a real house: what hangs on it, in which languages, and what the check says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from meetingplace.domain.polls import Card, Poll, PollText
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import OwnText
from meetingplace.domain.voices import Channel, Kind, ToldHow, Voice, VoiceState, VoiceText
from meetingplace.services import board_texts, posters
from meetingplace.services.changes import Act, undo
from meetingplace.services.posters import PosterAsked, PosterKind, PosterPaper
from meetingplace.storage import database, polls, voices
from tests.documents import reading
from tests.makers import DAY, make_house, make_place, make_session

pytestmark = pytest.mark.usefixtures("qapp")
FOUR = ("nl", "fr", "ar", "tr")


@pytest.fixture
def place(house: None) -> int:
    """Make a house with one place."""
    make_house("Huis Kersenhof", languages=("nl", "fr", "so"))
    return make_place()


def told(words: str = "Meer boeken", **columns: object) -> int:
    """Write a voice down that hangs on the board."""
    usual = {"heard_on": DAY, "answer": "Er zijn 28 boeken.", "state": VoiceState.DONE, "is_shown": True}
    return voices.add(Voice(0, words=words, **{**usual, **columns}))  # type: ignore[arg-type]


def made(kind: PosterKind = PosterKind.SAID_DID, languages: tuple[str, ...] = FOUR, **asked: object):
    return posters.poster(PosterAsked(kind, languages, **asked), DAY)  # type: ignore[arg-type]


def words_of(pdf: bytes) -> str:
    return reading.words(pdf)


def reason_of(act: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason


# --- you said, we did


def test_a_text_that_nobody_wrote_is_left_to_the_dutch_and_the_check_counts_it(place: int) -> None:
    texts = (VoiceText("fr", "Plus de livres", "Il y a 28 livres."), VoiceText("tr", "Daha çok kitap"))
    told("كتب أكثر", language="ar", translation="Meer boeken", texts=texts, answer_in_language="")
    poster = made()
    words = words_of(poster.pdf)
    for text in ("“Meer boeken”", "« Plus de livres »", "«كتب أكثر»", "“Daha çok kitap”", "Il y a 28 livres."):
        assert text in words
    assert words.count("Er zijn 28 boeken.") == 1
    assert poster.missing == (("ar", 1), ("tr", 1))


def test_what_was_told_without_a_dutch_text_hangs_in_its_own_language(place: int) -> None:
    told("ብዙሕ መጻሕፍቲ", language="ti")
    poster = made(languages=("fr",))
    assert "«ብዙሕ መጻሕፍቲ»" in words_of(poster.pdf)
    assert poster.missing == (("nl", 1), ("fr", 2))


def test_only_what_a_host_showed_and_answered_hangs_and_notes_never_do(place: int) -> None:
    told("Getoond", notes="praat met mama van Bas")
    told("Niet getoond", is_shown=False)
    told("Nog geen antwoord", answer="", state=VoiceState.HEARD)
    poster = made(languages=("nl",))
    words = words_of(poster.pdf)
    assert "“Getoond”" in words
    assert "Niet getoond" not in words
    assert "Nog geen antwoord" not in words
    assert "Bas" not in words
    assert poster.unanswered == 1
    assert "2 stemmen sinds 1 september · 1 beantwoord" in words


def test_voices_hang_since_the_school_year_began_or_since_another_day(place: int) -> None:
    voices.add(Voice(0, date(2026, 8, 31), "Vorig jaar", answer="Ja.", state=VoiceState.DONE, is_shown=True))
    told("Dit jaar")
    assert "Vorig jaar" not in words_of(made().pdf)
    assert "Vorig jaar" in words_of(made(since=date(2026, 1, 1)).pdf)
    assert reason_of(lambda: made(since=DAY + timedelta(days=1))) is Reason.BOARD_EMPTY


def test_a_planned_voice_without_an_answer_names_the_session_that_came_from_it(place: int) -> None:
    before = make_session(place, DAY - timedelta(days=3), title="Eerder")
    after = make_session(place, title="Samen koken", texts=(OwnText("fr", "Cuisiner ensemble"),))
    told("Koken?", answer="", state=VoiceState.PLANNED, sessions=(before, after))
    words = words_of(made(languages=("nl", "fr")).pdf)
    assert "Het is gepland – Op dinsdag 27 oktober: Samen koken" in words
    assert ": Cuisiner ensemble" in words
    assert "Eerder" not in words
    assert "1 stem sinds 1 september · 0 beantwoord" in words


def test_those_who_say_the_same_are_counted_on_one_row(place: int) -> None:
    first = told("Meer boeken")
    told("Boeken aub", joined_id=first)
    voices.agree(first, DAY, Channel.CORNER, 2)
    words = words_of(made(languages=("nl",)).pdf)
    assert "4 ouders vinden dit" in words
    assert "Boeken aub" not in words


def test_an_idea_in_pictures_alone_says_what_they_stand_for(place: int) -> None:
    told("", pictures=("hours", "food"), kind=Kind.IDEA)
    words = words_of(made(languages=("nl", "fr")).pdf)
    assert "“openingsuren · eten en drinken”" in words
    assert "« heures d’ouverture · " in words.replace("\u00a0", " ")


def test_another_place_hangs_its_own_voices_and_those_of_no_place(place: int) -> None:
    other = make_place("Molenbeek")
    told("Van hier", place_id=place)
    told("Van overal")
    words = words_of(made(place_id=other).pdf)
    assert "Van overal" in words
    assert "Van hier" not in words


def test_many_voices_ask_the_database_no_more_than_a_few(place: int) -> None:
    def asked() -> int:
        questions: list[str] = []
        connection = database.database.connection()
        connection.set_trace_callback(questions.append)
        made(languages=("nl",))
        connection.set_trace_callback(None)
        return len(questions)

    told()
    few = asked()
    for number in range(9):
        told(f"Woorden {number}", texts=(VoiceText("fr", "Mots"),))
    assert asked() <= few


def test_it_tells_back_what_is_answered_on_it_and_was_not_told_yet(place: int) -> None:
    answered, same = told(), told("Ook meer boeken", is_shown=False)
    voices.change(replace(voices.get(same), joined_id=answered), None)
    told("Al verteld", told_on=DAY, told_how=ToldHow.GROUP)
    told("Gepland zonder antwoord", answer="", state=VoiceState.PLANNED)
    told("Wacht nog", answer="", state=VoiceState.HEARD)
    told("Hangt niet", is_shown=False)
    told("Van vroeger", heard_on=date(2026, 8, 31))
    assert set(made().to_tell) == {answered, same}
    assert made(PosterKind.SLIPS).to_tell == ()


def test_what_a_poster_told_back_is_noted_in_one_act_that_can_be_taken_back(place: int) -> None:
    first, second = told(), told("Een zandbak")
    changes = board_texts.tell_by_poster(made().to_tell, DAY + timedelta(days=3))
    for one in (first, second):
        assert (voices.get(one).told_how, voices.get(one).told_on) == (ToldHow.POSTER, DAY + timedelta(days=3))
    assert (changes.act, changes.facts["number"]) == (Act.VOICES_TOLD_BACK, 2)
    assert made().to_tell == ()
    assert changes.undo is not None
    undo(changes.undo)
    assert [voices.get(one).told_how for one in (first, second)] == [None, None]
    assert set(made().to_tell) == {first, second}


def test_what_was_told_or_has_no_answer_any_more_meanwhile_stays_as_it_is(place: int) -> None:
    first, second, third = told(), told("Een zandbak"), told("Een schommel")
    listed = made().to_tell
    voices.change(replace(voices.get(second), told_on=DAY, told_how=ToldHow.IN_PERSON), None)
    voices.change(replace(voices.get(third), answer=""), None)
    assert board_texts.tell_by_poster(listed, DAY).facts["number"] == 1
    assert [voices.get(one).told_how for one in (first, second, third)] == [ToldHow.POSTER, ToldHow.IN_PERSON, None]
    assert reason_of(lambda: board_texts.tell_by_poster(listed, DAY)) is Reason.CHANGED_MEANWHILE
    voices.remove(first)
    assert reason_of(lambda: board_texts.tell_by_poster([first], DAY)) is Reason.CHANGED_MEANWHILE


# --- dots


def poll(**changed: object) -> int:
    cards = (Card(0, "outing", "naar het bos", (PollText("fr", "en forêt"),)), Card(0, "cooking", "samen koken"))
    usual = {"question": "Wat doen we?", "texts": (PollText("fr", "Que faisons-nous ?"),), "opened_on": DAY}
    return polls.add(Poll(0, cards=cards, **{**usual, **changed}))  # type: ignore[arg-type]


def test_the_open_poll_hangs_with_its_cards_and_the_check_counts_what_is_missing(place: int) -> None:
    poll()
    poster = made(PosterKind.DOTS, ("fr", "ar"))
    words = words_of(poster.pdf)
    for text in ("Wat doen we?", "Que faisons-nous ?", "naar het bos", "en forêt", "samen koken"):
        assert text in words
    assert poster.missing == (("fr", 1), ("ar", 3))


def test_a_poll_that_is_not_open_can_be_named_and_none_is_said(place: int) -> None:
    assert reason_of(lambda: made(PosterKind.DOTS)) is Reason.POLL_MISSING
    closed = poll(opened_on=None)
    assert reason_of(lambda: made(PosterKind.DOTS)) is Reason.POLL_MISSING
    assert "naar het bos" in words_of(made(PosterKind.DOTS, poll_id=closed).pdf)
    assert reason_of(lambda: made(PosterKind.DOTS, poll_id=99)) is Reason.NOT_FOUND


# --- faces and slips


def test_the_faces_sheet_names_its_session_with_the_code_of_paper_lists(place: int) -> None:
    session = make_session(place, title="Praten & spelen")
    words = words_of(made(PosterKind.FACES, session_id=session).pdf)
    assert "Praten & spelen" in words
    assert "dinsdag 27 oktober 2026" in words
    assert f"{session}-" in words
    assert "Praten" not in words_of(made(PosterKind.FACES).pdf)


def test_slips_are_in_the_languages_asked_and_dutch_is_not_forced_upon_them(place: int) -> None:
    titles = [line.text for line in reading.lines(made(PosterKind.SLIPS, ("so", "ar")).pdf)]
    assert titles.count("Soomaali") == 2
    assert titles.count("العربية") == 2
    assert "Nederlands" not in titles


# --- choices


def test_choices_name_the_languages_of_the_house_first_the_open_poll_and_the_nearest_session(place: int) -> None:
    closed, opened = poll(opened_on=None), poll(question="Nu")
    before, today = make_session(place, DAY - timedelta(days=7)), make_session(place)
    make_session(place, DAY - timedelta(days=60))
    choices = posters.poster_choices(DAY)
    assert choices.languages[:5] == ("nl", "fr", "so", "en", "ar")
    assert choices.of_house == ("nl", "fr", "so")
    assert choices.polls == ((opened, "Nu"), (closed, "Wat doen we?"))
    assert [one.id for one in choices.sessions] == [today, before]
    assert choices.since == date(2026, 9, 1)


def test_a_language_without_phrases_is_refused(place: int) -> None:
    assert reason_of(lambda: made(languages=("nl", "bn"))) is Reason.LANGUAGE_UNKNOWN
    assert PosterPaper.A3.value > 1
