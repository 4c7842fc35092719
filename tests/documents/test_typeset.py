"""Setting text: the right face, the right breaks, nothing from outside our fonts."""

from __future__ import annotations

import pytest

from meetingplace.documents.fonts import Cut
from meetingplace.documents.typeset import Manner, lay, plain
from meetingplace.domain.refusals import Reason, Refused

DISPLAY, TEXT = Manner(Cut.BLACK, 0.96, -0.012), Manner(Cut.TEXT, 1.34)


def test_latin_display_is_source_sans() -> None:
    assert lay("Spelen en ontmoeten", DISPLAY, 20).face.name == "SourceSans3-Black"


def test_one_missing_letter_changes_the_face_of_the_whole_run() -> None:
    assert lay("Kersenhof العربية", DISPLAY, 20).face.name == "KurintoSans-Bd"


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("العربية", "KurintoSans-Rg"),
        ("ትግርኛ", "KurintoSans-Rg"),
        ("中文", "KurintoSansSC-Rg"),
        ("ਪੰਜਾਬੀ", "KurintoSans-Rg"),
    ],
)
def test_every_script_has_a_face(text: str, face: str) -> None:
    assert lay(text, TEXT, 12).face.name == face


@pytest.mark.parametrize(("text", "missing"), [("Feest 😀", "😀"), ("ខ្មែរ", "ខ"), ("မြန်မာ", "မ")])
def test_letters_that_no_face_has_are_refused_and_named(text: str, missing: str) -> None:
    with pytest.raises(Refused) as refused:
        lay(text, TEXT, 12)
    assert refused.value.reason is Reason.LETTERS_MISSING
    assert missing in refused.value.facts["letters"]


def test_arabic_is_larger_than_the_latin_beside_it() -> None:
    assert lay("قهوة", TEXT, 10).size == pytest.approx(11.2)
    assert lay("koffie", TEXT, 10).size == 10
    assert lay("لقاء", DISPLAY, 10).size == pytest.approx(10.5)


def test_arabic_letters_join_and_stand_from_right_to_left() -> None:
    apart = lay("ب ب ب", TEXT, 10, is_right_to_left=True)
    joined = lay("ببب", TEXT, 10, is_right_to_left=True)
    assert {glyph.number for glyph in joined.lines[0].glyphs}.isdisjoint(
        {glyph.number for glyph in apart.lines[0].glyphs}
        - {glyph.number for glyph in lay("  ", TEXT, 10).lines[0].glyphs}
    )
    first, last = lay("اب", TEXT, 10, is_right_to_left=True).lines[0].glyphs, lay("ا", TEXT, 10).lines[0].glyphs
    # the alef is read first, so it stands at the right
    assert first[-1].number == last[0].number


def test_number_and_unit_stay_together() -> None:
    setting = lay(
        "voor kinderen van 0 tot 6 jaar", TEXT, 12, width=lay("voor kinderen van 0 tot 6", TEXT, 12).width + 1
    )
    assert [line.text.replace("\u00a0", " ") for line in setting.lines] == ["voor kinderen van 0 tot", "6 jaar"]


def test_balanced_lines_are_even() -> None:
    text = "voor kinderen van nul tot zes jaar en wie voor hen zorgt"
    width = lay(text, TEXT, 12).width * 0.9
    loose = lay(text, TEXT, 12, width=width)
    even = lay(text, TEXT, 12, width=width, is_balanced=True)
    assert len(loose.lines) == len(even.lines) == 2
    assert even.width < loose.width * 0.7


def test_a_title_never_ends_in_one_short_word() -> None:
    width = lay("Samen spelen in de", DISPLAY, 40).width + 2
    setting = lay("Samen spelen in de zon", DISPLAY, 40, width=width, is_title=True)
    assert setting.lines[-1].text.replace("\u00a0", " ") == "de zon"


def test_isolates_leave_no_mark_in_copied_text() -> None:
    setting = lay("محطة \u2068Kersenplein (« »)\u2069", TEXT, 12, is_right_to_left=True)
    assert setting.lines[0].text == "محطة Kersenplein (« »)"
    assert plain("\u2068a\u2069") == "a"


def test_a_first_line_may_be_narrower() -> None:
    setting = lay("een twee drie vier vijf zes", TEXT, 12, width=400, first_width=60)
    assert setting.lines[0].width * setting.size <= 60
    assert setting.lines[1].width * setting.size > 60


def test_accented_capitals_get_air() -> None:
    assert lay("Ete", DISPLAY, 100).leading == pytest.approx(96)
    assert lay("Été", DISPLAY, 100).leading == pytest.approx(102)
