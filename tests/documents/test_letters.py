"""Right letters: every line has the glyphs of HarfBuzz itself, at its places, in the order of another bidi algorithm.

The lines are what flyers say in each language, and mixtures that are hard to set: Latin names, digits, brackets,
«quotes», phone numbers and addresses of e-mail in the middle.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import assume, given, settings, strategies as st

from meetingplace.documents import breaks, fonts
from meetingplace.documents.breaks import kept_together
from meetingplace.documents.fonts import Cut
from meetingplace.documents.moods import Mood, palette
from meetingplace.documents.paper import A4, Sheet
from meetingplace.documents.typeset import Glyph, Manner, accented, lay, plain
from meetingplace.domain.language import PAPER, is_right_to_left
from meetingplace.domain.recurrence import LAST, Monthly, Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import flyer_phrases, phrases

from . import harfbuzz, reading
from .examples import EVERY_TITLE, TRANSLATORS

TEXT, BOLD = Manner(Cut.TEXT, 1.3), Manner(Cut.BLACK, 1.0)
FIRST, LAST_DAY = date(2026, 11, 18), date(2027, 6, 30)
CORPUS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text(encoding="utf-8"))
TOLERANCE = 0.002  # em: Qt counts in 64ths of a thousandth of the size
LOOSE = {"bg": 0.025}  # its д is a run of its own, without the hundredth of an em by which a following а comes nearer


def lines(language: str) -> Iterator[str]:
    """Give at least twenty lines in a language."""
    _ = TRANSLATORS[language]
    title, whom = EVERY_TITLE[language], phrases.whom(_, 0, 72)
    hours, when = phrases.hours(_, time(9, 30), time(12, 0)), phrases.recurrence(_, Weekly((2,), FIRST, LAST_DAY))
    yield from (title, whom, hours, when, phrases.price(_, 0), phrases.price(_, 250), phrases.whom(_, 3, 18))
    yield from (phrases.entry(_, True), phrases.entry(_, False), phrases.exception(_, True), phrases.day(_, FIRST))
    yield phrases.recurrence(_, Monthly((5,), (1, LAST), FIRST, LAST_DAY))
    yield from (phrases.expectation(_, key) for key in ("talk", "books", "feeding", "step_free"))
    yield from (flyer_phrases.come_in(_), flyer_phrases.thanks(_), flyer_phrases.what_else(_))
    yield from (flyer_phrases.tell_us(_), flyer_phrases.next_time(_, FIRST), flyer_phrases.sign_up(_, True, True))
    yield f"{title} (De Kers, Kersenhofstraat 12, 1030 Schaarbeek)"
    yield f"«{title}» – 02 555 01 23"
    yield f"{whom}: hallo@kersenhof.example"
    yield f"{title} [3–5] & 7/8, 50 %: {whom}"
    yield f"1. {title}; 2. Huis «De Kers» ({phrases.price(_, 0)})"
    yield from CORPUS[language]


def _without_its_place(ours: Glyph, theirs: list[harfbuzz.Shaped], near: float) -> list[harfbuzz.Shaped]:
    """Take the same glyph at the same place out of a line; nothing goes where there is none."""
    for at, other in enumerate(theirs):
        if ours.number == other.number and abs(ours.x - other.x) < near and abs(ours.y - other.y) < near:
            return theirs[:at] + theirs[at + 1 :]
    return theirs


@pytest.mark.parametrize("language", PAPER)
def test_every_line_has_the_glyphs_of_harfbuzz_at_its_places(language: str) -> None:
    is_rtl = is_right_to_left(language)
    met = 0
    for line in lines(language):
        for manner in (TEXT, BOLD):
            setting = lay(line, manner, 12, is_right_to_left=is_rtl, language=language)
            [ours] = setting.lines
            kept = breaks.kept_together(line)
            theirs = harfbuzz.shaped(kept, fonts.file_of(setting.face), language, is_rtl=is_rtl)
            assert len(ours.glyphs) == len(theirs), line
            for glyph in ours.glyphs:
                left = _without_its_place(glyph, theirs, LOOSE.get(language, TOLERANCE))
                assert len(left) < len(theirs), (line, glyph, theirs[0])
                theirs = left
            assert [glyph.x for glyph in ours.glyphs] == sorted(glyph.x for glyph in ours.glyphs), line
            met += 1
    assert met >= 40


@pytest.mark.parametrize("language", PAPER)
def test_what_is_read_back_is_what_was_set(language: str) -> None:
    is_rtl, sheet = is_right_to_left(language), Sheet(A4, palette(Mood.PARK), title="x", language=language)
    wanted = []
    for number, line in enumerate(lines(language)):
        if number and not number % 12:
            sheet.next_page()
        setting = lay(line, TEXT, 12, width=500, is_right_to_left=is_rtl)
        sheet.text(setting, 0, 20 + number % 12 * 20, 180, sheet.palette.ink, language=language)
        wanted.append(reading.tidy(line))
    assert reading.words(sheet.finished()) == " ".join(wanted)


def test_an_override_turns_nothing_round() -> None:
    usual, turned = lay("Spelen 12", TEXT, 12), lay("\u202eSpelen 12", TEXT, 12)
    assert turned.lines == usual.lines


@pytest.mark.parametrize(
    ("text", "missing"), [("Spelen 🙂", "🙂"), ("លេង Spelen", "លេង"), ("a\U0001f9d1\u200d\U0001f9bdb", "🦽")]
)
def test_letters_that_no_face_has_are_named(text: str, missing: str) -> None:
    with pytest.raises(Refused) as refused:
        lay(text, TEXT, 12)
    assert refused.value.reason is Reason.LETTERS_MISSING
    assert set(missing) <= set(refused.value.facts["letters"])


def test_letters_beyond_the_usual_planes_take_their_own_place() -> None:
    lines = [reading.tidy(line.text) for line in lay("𝟙𝟚 uur op 𝟛 plekken", TEXT, 12, width=70).lines]
    assert lines == ["𝟙𝟚 uur op", "𝟛 plekken"]


def test_marks_of_a_page_are_letters_like_others() -> None:
    text = "<b>Spelen</b> & <font color=red>meer</font> &amp; %s {x} \\n"
    assert reading.tidy(lay(text, TEXT, 12).lines[0].text) == text


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("abcdé ÀßŁžđΩжאבتثسلاםहिनਪੰਜ日本አማርኛⵣ0123456789 ()«»-–.,:;@&<>!?\u2068\u2069"), max_size=60),
    st.integers(20, 400),
    st.booleans(),
)
def test_no_letter_is_lost_whatever_the_width(text: str, width: int, is_rtl: bool) -> None:
    text = " ".join(text.split())
    try:
        setting = lay(text, TEXT, 12, width=width, is_right_to_left=is_rtl)
    except Refused:  # of letters that no single face has
        assume(False)
    set_text = "".join(line.text for line in setting.lines)
    assert "".join(set_text.split()) == "".join(plain(unicodedata.normalize("NFC", text)).split())
    words = kept_together(text).split(" ")
    longest = max((lay(word, TEXT, 12).width for word in words), default=0.0)
    space = 4  # pt: one at the end of a line may stand within it where directions mix
    assert setting.width <= max(width, longest) * 1.02 + space


def test_an_accent_has_its_own_weight_and_changes_no_place_and_no_order() -> None:
    text = "كل يوم أربعاء، \u2068{}\u2069"
    hours = "من 9:30 إلى 12:00"
    usual = lay(text.format(hours), TEXT, 12, is_right_to_left=True)
    marked = lay(text.format(accented(hours)), TEXT, 12, is_right_to_left=True)
    places = [[(one.number, one.x) for one in setting.lines[0].glyphs] for setting in (marked, usual)]
    assert places[0] == places[1]
    assert sum(one.is_accent for one in marked.lines[0].glyphs) == len(hours) - 1  # lam and alif are one
    bolder = lay(text.format(accented(hours)), replace(TEXT, accent=Cut.TEXT_BOLD), 12, is_right_to_left=True)
    assert bolder.accent != bolder.face
    assert bolder.width > usual.width


def test_accents_are_written_in_their_colour_and_read_as_one_line() -> None:
    sheet = Sheet(A4, palette(Mood.PARK), title="x", language="nl")
    setting = lay(f"elke woensdag {accented('9.30 uur')} hier", replace(TEXT, accent=Cut.TEXT_BOLD), 12)
    sheet.text(setting, 0, 20, 180, sheet.palette.ink, language="nl", accent=sheet.palette.deep)
    pdf = sheet.finished()
    assert reading.words(pdf) == "elke woensdag 9.30 uur hier"
    assert reading.seen(pdf) == "elke woensdag 9.30 uur hier"
    assert reading.faces(pdf) == {"KurintoSans-Rg", "KurintoSans-Bd"}
    deep = sheet.palette.deep
    assert (round(deep.red, 3), round(deep.green, 3), round(deep.blue, 3)) in reading.colours(reading.contents(pdf)[0])


def test_an_accent_that_is_bold_by_its_outline_has_it_in_its_own_colour() -> None:
    sheet = Sheet(A4, palette(Mood.PARK), title="x", language="ti")
    setting = lay(f"ኩሉ ረቡዕ {accented('ካብ 9:30')} ኣብ", BOLD, 12)
    sheet.text(setting, 0, 20, 180, sheet.palette.ink, language="ti", accent=sheet.palette.deep)
    [content] = reading.contents(sheet.finished())
    fills, outlines = (re.findall(rb"([\d.]+ [\d.]+ [\d.]+) " + kind, content) for kind in (b"rg", b"RG"))
    assert fills == outlines
    assert len(set(fills)) == 2


def test_items_of_a_list_hang_from_their_bullets() -> None:
    text = "We doen:\n- samen spelen en zingen\n• lezen"
    setting = lay(text, TEXT, 12, width=100)
    words = [line.text for line in setting.lines]
    assert words[0] == "We doen:"
    assert words[1].startswith("• samen")
    assert words[-1] == "• lezen"
    begins = [min(glyph.x for glyph in line.glyphs) for line in setting.lines]
    assert begins[1] < 0.3 < begins[2]  # the second line of an item stands in
    [mirrored] = lay("- لعب", TEXT, 12, is_right_to_left=True).lines
    bullet = max(mirrored.glyphs, key=lambda glyph: glyph.x)
    assert bullet.number == lay("•", TEXT, 12).lines[0].glyphs[0].number


def test_justified_lines_reach_the_other_side_but_the_last() -> None:
    text = "Kinderen spelen en volwassenen leren elkaar kennen bij koffie of thee in vele talen."
    lines = lay(text, replace(TEXT, is_justified=True), 12, width=150).lines
    ragged = lay(text, TEXT, 12, width=150).lines
    assert [line.text for line in lines] == [line.text for line in ragged]
    assert lines[-1].width == ragged[-1].width
    assert all(after.width >= before.width for after, before in zip(lines, ragged, strict=True))
    assert max(line.width for line in lines) * 12 <= 150.01
    assert sum(line.width for line in lines) > sum(line.width for line in ragged)


def test_a_text_does_not_end_in_a_single_short_word() -> None:
    for width in range(80, 240, 10):
        last = lay("Kinderen spelen en volwassenen leren elkaar kennen bij de thee", TEXT, 12, width=width).lines[-1]
        assert last.text.strip() != "thee"
