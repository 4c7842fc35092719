"""In which words a voice hangs on the board: in the reader's language, else in Dutch, else as it was told."""

from __future__ import annotations

from datetime import date

import pytest

from meetingplace.domain.voices import Voice, VoiceText, may_name_somebody

DAY = date(2026, 11, 10)


def voice(**changes: object) -> Voice:
    columns: dict[str, object] = {"id": 1, "heard_on": DAY, "words": "طبخ معًا", "language": "ar"}
    return Voice(**(columns | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "language", "expected"),
    [
        (voice(), "ar", ("طبخ معًا", "ar")),
        (voice(), "fr", ("طبخ معًا", "ar")),
        (voice(translation="Samen koken"), "fr", ("Samen koken", "nl")),
        (voice(translation="Samen koken", texts=(VoiceText("fr", "Cuisiner"),)), "fr", ("Cuisiner", "fr")),
        (voice(translation="Samen koken", texts=(VoiceText("nl", "Koken"),)), "nl", ("Koken", "nl")),
        (voice(texts=(VoiceText("ar", "طبخ"),)), "ar", ("طبخ", "ar")),  # without the name that stood in it
        (voice(texts=(VoiceText("ar", "طبخ"),)), "tr", ("طبخ", "ar")),
        (voice(texts=(VoiceText("fr", "", "Oui."),)), "fr", ("طبخ معًا", "ar")),
        (voice(words="Koken", language="nl"), "tr", ("Koken", "nl")),
    ],
)
def test_its_words(told: Voice, language: str, expected: tuple[str, str]):
    assert told.words_in(language) == expected


@pytest.mark.parametrize(
    ("told", "language", "expected"),
    [
        (voice(), "ar", ("", "nl")),
        (voice(answer="Ja.", answer_in_language="نعم."), "ar", ("نعم.", "ar")),
        (voice(answer="Ja.", answer_in_language="نعم."), "fr", ("Ja.", "nl")),
        (voice(answer="Ja.", texts=(VoiceText("fr", "", "Oui."),)), "fr", ("Oui.", "fr")),
        (voice(answer="Ja.", answer_in_language="نعم.", texts=(VoiceText("ar", "", "نعم!"),)), "ar", ("نعم!", "ar")),
    ],
)
def test_its_answer(told: Voice, language: str, expected: tuple[str, str]):
    assert told.answer_in(language) == expected


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("0470 12 34 56", True),
        ("bel mij: 02/123.45.67", True),
        ("٠٤٧٠١٢٣٤٥٦", True),
        ("+32\u00a0470–12–34–56", True),
        ("0️⃣4️⃣7️⃣0️⃣1️⃣2️⃣3️⃣4️⃣", True),
        ("van 10:30-12:30", False),
        ("mail fatima@voorbeeld.be", True),
        ("om 9:30 of 10:30, 3 keer", False),
        ("op 27/10/2026", True),  # better one look too many
        ("samen koken", False),
        ("🍲" * 50, False),
    ],
)
def test_what_may_name_somebody(words: str, is_so: bool):
    assert may_name_somebody(words) is is_so
