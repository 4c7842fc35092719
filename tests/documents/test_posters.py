"""Posters, faces sheet and slips: what stands on them in every language, on how many pages, and that nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from meetingplace.documents.moods import Mood
from meetingplace.documents.posters.dot_poster import CardShown, DotPoster, dot_poster
from meetingplace.documents.posters.faces_sheet import FacesSheet, faces_sheet
from meetingplace.documents.posters.idea_slips import IdeaSlips, idea_slips
from meetingplace.documents.posters.poster import PosterPaper, Sender, Text
from meetingplace.documents.posters.quotes import quoted
from meetingplace.documents.posters.said_did import SaidDid, VoiceShown, said_did
from meetingplace.domain.language import PAPER, is_right_to_left
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import VoiceState
from meetingplace.i18n.catalog import translator

from . import reading

MM = 72 / 25.4
FOUR = ("nl", "fr", "ar", "tr")
TRANSLATORS = {language: translator("paper", language) for language in PAPER}
SENDER = Sender("Huis Kersenhof", "ontmoetingsplaats voor ouders en kinderen · Schaarbeek", mood=Mood.EVENING)
SAID = (
    "De buggy raakt niet door de deur.",
    "La poussette ne passe pas.",
    "عربة الطفل لا تدخل",
    "Bebek arabası geçmiyor.",
)
DID = ("Er is een oprit.", "Il y a une rampe.", "هناك الآن منحدر", "Artık rampa var.")
CARDS = ("naar het bos", "sortie en forêt", "نزهة في الغابة", "ormana gezi")


def texts(words: Sequence[str], languages: Sequence[str] = FOUR) -> tuple[Text, ...]:
    return tuple(Text(language, said) for language, said in zip(languages, words, strict=False))


def voice(**changed: object) -> VoiceShown:
    return replace(VoiceShown("baby-carriage", texts(SAID), texts(DID), VoiceState.DONE), **changed)


def poster(*voices: VoiceShown, languages: Sequence[str] = FOUR, paper: PosterPaper = PosterPaper.A4) -> bytes:
    content = SaidDid(SENDER, tuple(languages), voices, date(2026, 9, 1), 31, 27)
    return said_did(content, paper, TRANSLATORS)


def dots(count: int = 6, languages: Sequence[str] = FOUR, words: Sequence[str] = CARDS) -> bytes:
    cards = tuple(
        CardShown("tent", texts([f"{said} {number}" for said in words], languages)) for number in range(count)
    )
    question = texts(["Wat doen we in de lente?"] * len(languages), languages)
    return dot_poster(DotPoster(SENDER, tuple(languages), question, tuple(cards)), PosterPaper.A4, TRANSLATORS)


def size_of(pdf: bytes) -> tuple[int, int]:
    """Give the size of the first page in mm."""
    document = pypdfium2.PdfDocument(pdf)
    wide, tall = document[0].get_size()
    document.close()
    return round(wide / MM), round(tall / MM)


def phrase(language: str, msgid: str, **values: object) -> str:
    return reading.tidy(TRANSLATORS[language](msgid, **values))


# --- you said, we did


def test_every_text_of_the_poster_reads_as_it_was_set_in_four_languages() -> None:
    pdf = poster(voice(people=4), voice(state=VoiceState.NOT_POSSIBLE, picture="calendar-month"))
    words = reading.words(pdf)
    for language, said, did in zip(FOUR, SAID, DID, strict=True):
        assert words.count(reading.tidy(quoted(said, language))) == 2
        assert words.count(did) == 2
        assert f"{phrase(language, 'Not possible')} – {did}" in words
        assert phrase(language, "You said – we did") in words
        assert phrase(language, "Tell us your idea, in any language.") in words
    assert "31 stemmen sinds 1 september · 27 beantwoord" in words
    assert "31 voix depuis le 1er septembre · 27 réponses" in words
    assert words.count("4 ouders vinden dit") == 1
    assert "Huis Kersenhof" in words
    assert {line.language for line in reading.lines(pdf)} == set(FOUR)


def test_dutch_stands_first_and_large_and_arabic_at_the_right() -> None:
    lines = reading.lines(poster(voice()))
    [dutch], [arabic] = ([one for one in lines if one.text == said] for said in (DID[0], DID[2]))
    assert dutch.y > arabic.y
    assert dutch.size > arabic.size
    assert arabic.x > dutch.x


def test_what_is_done_is_a_filled_panel_and_everything_else_an_outlined_one() -> None:
    states = list(VoiceState)
    pdf = poster(*(voice(state=state) for state in states))
    outlined = sum(len(re.findall(rb" h B EMC", page)) for page in reading.contents(pdf))
    assert outlined == len(states) - 1


def test_a_planned_voice_without_an_answer_says_that_it_is_planned() -> None:
    planned = voice(state=VoiceState.PLANNED, answer=texts([""] * 4))
    words = reading.words(poster(planned))
    assert all(phrase(language, "It is planned") in words for language in FOUR)


def test_a3_is_the_same_poster_enlarged() -> None:
    small, large = (poster(voice(), paper=paper) for paper in (PosterPaper.A4, PosterPaper.A3))
    assert (size_of(small), size_of(large)) == ((210, 297), (297, 420))
    assert reading.words(small) == reading.words(large)


def test_what_does_not_fit_goes_to_the_next_page_and_each_page_is_whole() -> None:
    voices = [voice(words=texts([f"Stem nummer {number}a", f"voix {number}a"])) for number in range(23)]
    pages = reading.pages(poster(*voices, languages=("nl", "fr")))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        said = [line.text for line in page]
        assert "Huis Kersenhof" in said
        assert f"{number}/{len(pages)}" in said
        call = max(line.y for line in page if line.text.startswith("Vertel ons"))
        assert min(line.y for line in page if "Stem nummer" in line.text or line.text == DID[0]) > call
    every = [line.text for page in pages for line in page if "Stem nummer" in line.text]
    assert every == [f"“Stem nummer {number}a”" for number in range(23)]


def test_a_voice_in_ten_languages_goes_on_in_further_rows_and_none_is_left_out() -> None:
    long = {code: f"{code} " + "heel lange woorden van een ouder " * 9 for code in PAPER[:10]}
    said = tuple(Text(code, words.strip()) for code, words in long.items())
    pdf = poster(voice(words=said, answer=said), languages=PAPER[:10])
    words = reading.words(pdf)
    for text in said:
        assert words.count(reading.tidy(quoted(text.words, text.language))) == 1
        assert words.count(text.words) == 2
    for page in reading.pages(pdf):
        assert min(line.y for line in page) > 8 * MM


def test_french_ends_no_line_before_a_question_mark() -> None:
    pdf = poster(voice(words=texts(["Koken?", "On cuisine ensemble un jour ?"])), languages=("nl", "fr"))
    assert not [line.text for line in reading.lines(pdf) if line.text.startswith(("?", "»"))]


def test_markup_signs_and_arabic_in_a_dutch_line_stand_as_they_were_written() -> None:
    typed = "Mag <b>عربة</b> & buggy =1+1 mee?"
    words = reading.words(poster(voice(words=(Text("nl", typed),), answer=(Text("nl", typed),)), languages=("nl",)))
    assert f"“{typed}”" in words
    assert words.count(typed) == 2


@pytest.mark.parametrize(
    ("words", "reason"), [("Meer boeken 🙂", Reason.LETTERS_MISSING), ("lang " * 1000, Reason.TEXT_TOO_LONG)]
)
def test_what_no_paper_can_hold_is_refused_in_its_language(words: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        poster(voice(words=(Text("fr", words),)))
    assert refused.value.reason is reason
    assert refused.value.facts["language"] == "fr"


# --- dots


@pytest.mark.parametrize("count", [2, 3, 6])
def test_each_card_has_its_words_in_every_language_and_places_for_24_dots(count: int) -> None:
    pdf = dots(count)
    words = reading.words(pdf)
    for number in range(count):
        assert all(f"{said} {number}" in words for said in CARDS)
    drawn = sum(len(re.findall(rb"\[2 1.4\] 0 d", page)) for page in reading.contents(pdf))
    assert drawn == 24 * count + 1  # and the box for an idea
    assert len(reading.pages(pdf)) == 1
    for language in FOUR:
        assert phrase(language, "Stick three dots on what you would like most.") in words
        assert phrase(language, "Do you have another idea? Write or draw it here.") in words


def test_cards_with_many_words_take_more_pages() -> None:
    languages = PAPER[:8]
    long = [f"{code} samen koken met ouders uit heel de buurt, en samen eten in de tuin" for code in languages]
    pages = reading.pages(dots(6, languages, long))
    assert len(pages) == 3
    words = reading.tidy(" ".join(line.text for page in pages for line in page))
    assert all(words.count(f"{said} {number}") == 1 for said in long for number in range(6))
    for page in pages:
        foot = max(line.y for line in page if line.text.startswith("Heb je een ander"))
        assert min(line.y for line in page if "koken" in line.text) > foot


# --- faces


@pytest.mark.parametrize("language", [code for code in PAPER if code != "nl"])
def test_the_faces_sheet_is_one_page_in_every_language_of_the_corner(language: str) -> None:
    content = FacesSheet(SENDER, ("nl", language), "Open ontmoeting", date(2026, 11, 25), "794-44")
    pdf = faces_sheet(content, PosterPaper.A4, TRANSLATORS)
    assert len(reading.pages(pdf)) == 1
    words = reading.words(pdf)
    for text in ("794-44", "Open ontmoeting", "woensdag 25 november 2026", "Hoe was het hier vandaag?"):
        assert text in words
    for word in ("Great", "Good", "All right", "Not so good", "Bad", "Tick the face that fits."):
        assert phrase(language, word) in words


def test_every_face_has_as_many_boxes_in_tens_and_ten_languages_fit() -> None:
    for languages in (("nl",), PAPER[:10]):
        content = FacesSheet(SENDER, languages, "Praten & spelen " * 7, date(2026, 11, 25), "794-44")
        pdf = faces_sheet(content, PosterPaper.A4, TRANSLATORS)
        [page] = reading.contents(pdf)
        boxes = len(re.findall(rb" h B EMC", page))
        assert boxes >= 5 * 30
        assert boxes % 50 == 0
        assert min(line.y for line in reading.lines(pdf)) > 8 * MM


def test_without_a_session_there_is_a_line_for_the_day() -> None:
    blank, dated = (
        faces_sheet(FacesSheet(SENDER, ("nl",), day=day), PosterPaper.A4, TRANSLATORS)
        for day in (None, date(2026, 9, 1))
    )
    assert "2026" not in reading.words(blank)
    assert "dinsdag 1 september 2026" in reading.words(dated)


# --- slips


@pytest.mark.parametrize("language", PAPER)
def test_four_slips_in_one_language_each_from_its_own_side(language: str) -> None:
    pdf = idea_slips(IdeaSlips(SENDER, (language,)), TRANSLATORS)
    [page] = reading.pages(pdf)
    title = phrase(language, "My idea")
    titles = [line for line in page if reading.tidy(line.text) == title and line.size > 14]
    assert len(titles) == 4
    for line in titles:
        begins_after_the_lamp = abs(line.x / MM % 105 - 28) < 0.5
        assert begins_after_the_lamp is not is_right_to_left(language)
    words = reading.words(pdf)
    assert words.count(phrase(language, "You may write in any language. No name is needed.")) == 4
    assert "Mijn idee" in words
    assert "Je naam hoeft niet." in words


def test_a_house_with_a_long_name_signs_every_paper() -> None:
    name = "Ontmoetingsplaats voor ouders en kinderen van Anderlecht & omstreken, in Kuregem"
    sender = Sender(name, "plek voor gezinnen met kinderen van 0 tot 6 jaar · Anderlecht en Sint-Jans-Molenbeek")
    blank = FacesSheet(sender, ("nl", "ar"), "Babymassage " * 10, date(2026, 9, 30), "123456-78")
    since = date(2026, 9, 1)
    cards = (CardShown("tent", texts(CARDS[:1])), CardShown("bike", texts(CARDS[:1])))
    for pdf in (
        idea_slips(IdeaSlips(sender, ("zgh", "ps")), TRANSLATORS),
        faces_sheet(blank, PosterPaper.A4, TRANSLATORS),
        said_did(SaidDid(sender, ("nl",), (voice(),), since, 1, 1), PosterPaper.A4, TRANSLATORS),
        dot_poster(DotPoster(sender, ("nl",), texts(["Wat doen we?"]), cards), PosterPaper.A4, TRANSLATORS),
    ):
        assert name in reading.words(pdf)


def test_slips_of_all_languages_take_turns_until_the_page_is_full() -> None:
    pages = reading.pages(idea_slips(IdeaSlips(SENDER, PAPER), TRANSLATORS))
    assert len(pages) == 8
    assert [line.text for line in pages[-1] if line.text in ("Nederlands", "Français", "ਪੰਜਾਬੀ", "中文")] == [
        "ਪੰਜਾਬੀ",
        "中文",
        "Nederlands",
        "Français",
    ]
    assert size_of(idea_slips(IdeaSlips(SENDER, ("nl",)), TRANSLATORS)) == (210, 297)
